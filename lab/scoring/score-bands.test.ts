import { describe, expect, it } from 'vitest';
import { type BandClip, bandClips, bandRow, bandRows, isTrueBand, painterOf, proposal } from './score-bands.ts';
import { aRecord, aTruth } from '../accuracy/fixtures.ts';

/** Decimals that must agree; floating-point rounding is smaller. */
const ROUNDING = 9;
const BAND_90 = 1.645;

const aClip = (errors: readonly number[], part: Partial<BandClip> = {}): BandClip => ({
  drill: 'supine-sleeper',
  channel: 'hip-internal-rotation',
  painter: 'A',
  person: 'A one',
  fair: false,
  points: errors.map((error) => ({ change: 20, error, sd: 1 })),
  ...part,
});

/** As many errors as this, all of one size. */
const many = (count: number, error: number) => Array.from({ length: count }, () => error);

describe('the clips of a band', () => {
  it('count only frames whose band is narrow enough to be told', () => {
    const truth = aTruth();
    const record = aRecord(truth);
    const wide = { value: 0, sd: 20 / BAND_90 + 0.01 };
    const frames = record.frames.map((frame, index) =>
      index < 40 ? { ...frame, hipInternalRotation: { left: wide, right: wide } } : frame,
    );
    // The reference pose takes the first 20 of the 60 frames.
    expect(bandClips(record, truth)[0]?.points).toHaveLength(40);
    expect(bandClips({ ...record, frames }, truth)[0]?.points).toHaveLength(20);
  });

  it('are of painter A if their truth names a recipe, and of painter B if not', () => {
    expect(painterOf({ ...aTruth(), recipe: 'supine-sleeper-clean' })).toBe('A');
    expect(painterOf(aTruth())).toBe('B');
  });

  it('tell one body of both painters apart', () => {
    const body = { ...aTruth(), subject: { id: 'tall' } };
    const record = aRecord(body);
    const people = [body, { ...body, recipe: 'x' }].flatMap((truth) => bandClips(record, truth));
    expect(people.map(({ person }) => person)).toEqual(['B tall', 'A tall']);
  });
});

describe('bands of several people', () => {
  it('give a person with a long clip no more weight than one with a short clip', () => {
    const row = bandRow([aClip(many(900, 0)), aClip(many(10, 5), { person: 'A two' })], 'A');
    expect(row.inside).toBeCloseTo(0.5, ROUNDING);
    expect(row.mae).toBeCloseTo(2.5, ROUNDING);
    expect(row.factor).toBeCloseTo(5 / BAND_90, ROUNDING);
  });

  it('give the clips of a person the same weight', () => {
    const row = bandRow([aClip(many(900, 0)), aClip(many(10, 5))], 'A');
    expect(row).toMatchObject({ people: 1, clips: 2, frames: 910 });
    expect(row.inside).toBeCloseTo(0.5, ROUNDING);
  });

  it('name the factor with which 90 % of the errors are inside', () => {
    const errors = Array.from({ length: 100 }, (_, index) => (index + 1) / 10);
    const factor = bandRow([aClip(errors)], 'A').factor ?? 0;
    expect(factor).toBeCloseTo(9 / BAND_90, ROUNDING);
    const scaled = errors.map((error) => ({ change: 20, error, sd: factor }));
    expect(bandRow([aClip([], { points: scaled })], 'A').inside).toBeCloseTo(0.9, ROUNDING);
  });

  it('name the worst person and the share of large changes', () => {
    const small = { change: 4, error: 0, sd: 1 };
    const large = { change: 30, error: 3, sd: 1 };
    const row = bandRow(
      [aClip([], { points: [small, small, small, large] }), aClip(many(4, 1), { person: 'A two' })],
      'A',
    );
    expect(row.worst).toBe(1);
    expect(row.inside).toBeCloseTo((0.75 + 1) / 2, ROUNDING);
    expect(row.insideFar).toBeCloseTo((0 + 1) / 2, ROUNDING);
  });

  it('know nothing of clips that were not read', () => {
    expect(bandRow([aClip([])], 'A')).toMatchObject({ people: 0, clips: 0, inside: null, factor: null, worst: null });
  });

  it('are told for each painter, and for both where both have people', () => {
    const clips = [
      aClip([0]),
      aClip([0], { painter: 'B', person: 'B one' }),
      aClip([0], { drill: 'supine-sleeper-side', channel: 'back-arch' }),
    ];
    expect(bandRows(clips).map(({ drill, painter }) => `${drill} ${painter}`)).toEqual([
      'supine-sleeper A',
      'supine-sleeper B',
      'supine-sleeper both',
      'supine-sleeper-side A',
    ]);
  });
});

describe('the constant that is proposed', () => {
  const drill = { id: 'supine-sleeper', measure: { motion: { hipSdScale: 0.84 } } };
  const people = ['A one', 'A two', 'A three'];
  const wrong = (count: number) => people.slice(0, count).map((person) => aClip(many(10, 2 * BAND_90), { person }));
  const row = bandRow(wrong(3), 'A');

  it('is the present one times the factor, in two digits', () => {
    expect(proposal(row, drill)).toEqual({ name: 'hipSdScale', now: 0.84, proposed: 1.7 });
  });

  it('is that of the rotation alone where the drill has one', () => {
    const own = { ...drill, measure: { motion: { hipSdScale: 0.84, rotationSdScale: 0.5 } } };
    expect(proposal(row, own)).toEqual({ name: 'rotationSdScale', now: 0.5, proposed: 1 });
  });

  it('is none with fewer than three people', () => {
    expect(proposal(bandRow(wrong(2), 'A'), drill)).toBeNull();
  });

  it('is none where 86 to 94 % are inside, or where no constant of a drill scales the band', () => {
    expect([0.859, 0.86, 0.94, 0.941, null].map(isTrueBand)).toEqual([false, true, true, false, false]);
    expect(proposal({ ...row, inside: 0.9 }, drill)).toBeNull();
    expect(proposal({ ...row, channel: 'back-arch' }, drill)).toBeNull();
    expect(proposal(row, undefined)).toBeNull();
  });
});
