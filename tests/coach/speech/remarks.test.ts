import { describe, expect, it } from 'vitest';
import { GOAL_PRESETS } from '../../../src/drills/presets.ts';
import type { ReadingWish } from '../../../lab/made/make-reading.ts';
import { planFor, running, SetRun, runUntil } from '../../../lab/made/run-set.ts';
import { turningSleeper } from '../../../lab/made/turning-sleeper.ts';

const [twist] = turningSleeper.rules;
const CUE = twist?.cue ?? '';
const PRAISE = 'That’s it.';

/** A supine sleeper with a stretch of two minutes; the reference pose is set at 1 s. */
const long = () => running(planFor(turningSleeper, { preset: GOAL_PRESETS.build }));

const times = (run: SetRun, wanted: string): readonly number[] => [
  ...run.all('say').flatMap(({ text, at }) => (text === wanted ? [at] : [])),
  ...run.all('cue').flatMap(({ text, at }) => (text === wanted ? [at] : [])),
];

/** Twisted within the given times, otherwise still. */
const twisted =
  (...spans: readonly (readonly [number, number])[]) =>
  (time: number): Omit<ReadingWish, 'time'> => ({
    internalRotation: 20,
    twist: spans.some(([from, to]) => time >= from && time < to) ? 8.5 : 0,
  });

const twistedUntil = (until: number, ...spans: readonly (readonly [number, number])[]) => {
  const run = long();
  run.readFor(1.1, until, twisted(...spans));
  return run;
};

describe('a fault', () => {
  it('that is amber is only shown, and not spoken if corrected within a second', () => {
    const run = twistedUntil(20, [12, 13]);
    expect(run.flagged).toEqual(['pelvis-twist']);
    expect(times(run, CUE)).toEqual([]);
  });

  it('that lasts is spoken after a second', () => {
    const run = twistedUntil(20, [12, 20]);
    const [at] = times(run, CUE);
    // The alarm lags by some tenths of a second, and its dwell takes more.
    expect(at).toBeGreaterThan(13.3);
    expect(at).toBeLessThan(14.6);
  });
});

describe('praise', () => {
  it('follows the correction of a fault that was named', () => {
    const run = twistedUntil(30, [12, 17]);
    const [at] = times(run, PRAISE);
    expect(times(run, PRAISE)).toHaveLength(1);
    expect(at).toBeGreaterThan(18);
    expect(at).toBeLessThan(22);
  });

  it('is not given if no fault was named, or none occurred', () => {
    const run = twistedUntil(40, [12, 13]);
    expect(times(run, PRAISE)).toEqual([]);
  });

  it('is not given if the fault only became hidden', () => {
    const run = twistedUntil(17, [12, 17]);
    run.readFor(17, 24, () => ({
      internalRotation: 20,
      twist: null,
      unseen: { 'pelvis-twist': 'pelvis-hidden' },
    }));
    run.readFor(24, 30, twisted());
    expect(run.flagged).toEqual(['pelvis-twist']);
    expect(times(run, PRAISE)).toEqual([]);
  });

  it('is not given if another fault is open by then', () => {
    const run = long();
    run.readFor(1.1, 30, (time) => ({ ...twisted([12, 17])(time), lift: time > 16 ? 0.06 : 0 }));
    expect(times(run, PRAISE)).toEqual([]);
  });

  it('comes once a set for each fault', () => {
    const run = twistedUntil(118, [12, 17], [70, 76]);
    expect(times(run, CUE).length).toBeGreaterThanOrEqual(2);
    expect(times(run, PRAISE)).toHaveLength(1);
  });
});

describe('the gain of a round', () => {
  /** Passive 1–61, PAILs 61–76, RAILs 76–89, sink 89–119. */
  const round = (passive: number, rails: number, sink: number, rest: Omit<ReadingWish, 'time'> = {}) => {
    const run = running(
      planFor(turningSleeper, { preset: { ...GOAL_PRESETS.prep, passive: 60, rails: 10, sink: 30 } }),
    );
    // The pull takes three seconds: a sudden gain would only be possible (`suspect-gain.ts`).
    const pulled = (time: number) => passive + (rails - passive) * Math.min(1, (time - 76) / 3);
    run.readFor(1.1, 115, (time) => ({
      internalRotation: time < 76 ? passive : time < 89 ? pulled(time) : sink,
      ...rest,
    }));
    return run.said.filter((text) => /pulled yourself|before the push/.test(text));
  };

  it('is named in the sink: the gain of the pull, and the new range', () => {
    expect(round(20, 27, 29)).toEqual([
      'You pulled yourself 7 degrees further.',
      'That is 9 degrees more than before the push.',
    ]);
  });

  it('is not named within the measurement error', () => {
    expect(round(20, 24, 24)).toEqual([]);
    // With a standard deviation of 4° the smallest real change is 11°.
    expect(round(20, 29, 29, { sd: 4 })).toEqual([]);
  });

  it('is not named if it was borrowed', () => {
    const run = runUntil(
      planFor(turningSleeper, { preset: { ...GOAL_PRESETS.prep, passive: 60, rails: 10, sink: 30 } }),
      115,
      (time) => ({ internalRotation: time < 76 ? 20 : 32, twist: time < 75 ? 0 : 12 }),
    );
    expect(run.said.filter((text) => /pulled yourself|before the push/.test(text))).toEqual([]);
  });
});

describe('during the count-in', () => {
  it('only the announcement is spoken, whatever the camera sees', () => {
    const run = new SetRun(planFor(turningSleeper, { countIn: 10 }));
    run.readFor(0.1, 9.9, (time) =>
      time < 5
        ? { nobody: 'no-person', referencePoseAt: null }
        : { twist: 20, internalRotation: 30, referencePoseAt: 0 },
    );
    expect(run.all('cue')).toEqual([]);
    expect(run.said).toHaveLength(1);
    expect(run.said[0]).toMatch(/^Now the left leg\. Lie on your back/);
  });
});

describe('a hidden knee', () => {
  it('is announced once a round, however often it is hidden', () => {
    const run = long();
    run.readFor(1.1, 100, (time) =>
      Math.floor(time / 8) % 2 === 1 ? { invalid: 'out-of-frame', missing: ['left knee'] } : { internalRotation: 20 },
    );
    expect(run.said.filter((text) => text === 'Bring your left knee into view.')).toHaveLength(1);
    expect(run.said.filter((text) => text === 'I see you again.')).toHaveLength(1);
  });
});
