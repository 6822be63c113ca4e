import { describe, expect, it } from 'vitest';
import type { FlagRecord, SetRecord } from '../../src/coach/record/set-record.ts';
import type { Estimate } from '../../src/instrument/geometry/units.ts';
import { quadrupedBandIr } from '../../src/drills/quadruped-band-ir/quadruped-band-ir.ts';
import { standingHamstring } from '../../src/drills/standing/standing-hamstring.ts';
import { supineSleeper } from '../../src/drills/supine-sleeper/supine-sleeper.ts';
import { turnSetsTable, turnsTable } from '../../tools/report/turns-table.mjs';
import type { Truth } from '../../tools/scoring/clip-truth.mjs';
import { pooledTurns, turnChannels, turnScores } from '../../tools/scoring/score-turns.mjs';
import { aFlag, aRecord, aTruth } from './fixtures.ts';

const CHANNELS = turnChannels(supineSleeper);
/** The second half of the clip has a turn of 12°. */
const TURNS_FROM = 40;
const TURN = 12;

function aTurn(): Truth {
  const truth = aTruth();
  const frames = truth.frames.map((frame, index) => ({
    ...frame,
    pelvis: { ...frame.pelvis, twist: index < TURNS_FROM ? 0 : TURN },
  }));
  return { ...truth, frames };
}

interface Options {
  readonly gain?: number;
  readonly sd?: number;
  /** Frames from here on tell no twist. */
  readonly silentFrom?: number;
  readonly flags?: FlagRecord[];
  readonly clean?: number;
}

function aRead(truth: Truth, { gain = 1, sd = 1, silentFrom = 1000, flags = [], clean = 18 }: Options): SetRecord {
  const record = aRecord(truth, { flags });
  const read = (twist: Estimate<number> | null, index: number) =>
    twist === null || index >= silentFrom ? null : { value: twist.value * gain, sd };
  return {
    ...record,
    frames: record.frames.map((frame, index) => ({
      ...frame,
      pelvis: { ...frame.pelvis, twist: read(frame.pelvis.twist, index) },
    })),
    summary: { ...record.summary, sets: record.summary.sets.map((set) => ({ ...set, clean })) },
  };
}

const scoreOf = (options: Options) => turnScores(aRead(aTurn(), options), aTurn(), CHANNELS)[0];

describe('the turns that a pelvis network tells', () => {
  it('are those of the drill’s rules, with what they flag and whether their size is told', () => {
    expect(CHANNELS).toEqual([{ id: 'pelvis-twist', name: 'twist', rules: ['pelvis-twist'], enter: 6, sized: true }]);
    expect(turnChannels(quadrupedBandIr).map(({ name, rules, sized }) => [name, rules, sized])).toEqual([
      ['twist', ['pelvis-list'], true],
      ['yaw', ['pelvis-twist'], false],
    ]);
    expect(turnChannels(standingHamstring)).toEqual([]);
  });
});

describe('a large turn', () => {
  it('has the slope of the reading over the truth, and the share of it that is in the band', () => {
    expect(scoreOf({ gain: 0.8 })).toMatchObject({ peak: TURN, frames: 20, abstained: 0, inBand: 0, saidStill: false });
    expect(scoreOf({ gain: 0.8 })?.slope).toBeCloseTo(0.8, 9);
    expect(scoreOf({ gain: 0.8, sd: 3 })?.inBand).toBe(1);
  });

  it('is abstained from where nothing is told', () => {
    expect(scoreOf({ silentFrom: 50 })?.abstained).toBeCloseTo(0.5, 9);
    expect(scoreOf({ silentFrom: 0 })).toMatchObject({ abstained: 1, slope: null, saidStill: false });
  });

  it('is said to be still if the band stays below what is flagged', () => {
    expect(scoreOf({ gain: 0.1, sd: 1 })?.saidStill).toBe(true);
    expect(scoreOf({ gain: 0.1, sd: 4 })?.saidStill).toBe(false);
  });

  it('is called clean if the band of the clean range lies above all that the hip did itself', () => {
    expect(scoreOf({ clean: 18 })?.calledClean).toBe(false);
    expect(scoreOf({ clean: 21 })?.calledClean).toBe(true);
  });

  it('is flagged by a flag of its rule while it lasts', () => {
    expect(scoreOf({ flags: [aFlag('pelvis-twist', 4.5, 5)] })?.flagged).toBe(true);
    expect(scoreOf({ flags: [aFlag('pelvis-twist', 2, 3)] })?.flagged).toBe(false);
    expect(scoreOf({ flags: [aFlag('pelvis-lift', 4.5, 5)] })?.flagged).toBe(false);
  });
});

describe('many turns', () => {
  const some = [{ gain: 1 }, { gain: 0.6 }, { silentFrom: 0 }].flatMap((options) =>
    turnScores(aRead(aTurn(), options), aTurn(), CHANNELS),
  );

  it('are counted by drill and turn, each frame with the same weight', () => {
    const [row, ...more] = pooledTurns(some);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ turns: 3, people: 1, weak: 1, inBand: 0.5 });
    expect(row?.abstained).toBeCloseTo(1 / 3, 9);
    expect(row?.slope).toBeCloseTo(0.8, 9);
  });

  it('make a table with a dash where there is nothing to count', () => {
    expect(turnsTable(some)).toContain(
      '| supine-sleeper | twist | 1 | 3 | 33 % | 0.80 (0.60 to 1.00) | 1 | 50 % | 100 % |',
    );
    const none = turnScores(aRecord(aTruth()), aTruth(), CHANNELS);
    expect(turnsTable(none)).toContain('| supine-sleeper | twist | 1 | 0 | – | – | – | – | – | – | – | – |');
    expect(turnSetsTable(some.map((score) => ({ name: 'one', score }))).split('\n')).toHaveLength(5);
  });
});
