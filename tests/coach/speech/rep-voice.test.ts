import { describe, expect, it } from 'vitest';
import { coach as english } from '../../../src/i18n/en/coach.ts';
import { kneeToKneeFloor } from '../../../src/drills/knee-to-knee/knee-to-knee-floor.ts';
import { planFor, running } from '../../../lab/made/run-set.ts';

/** Seconds of one repetition, and when the first one begins: after the words about it. */
const SLOW = 6;
const BEGINS = 12;

/** Both knees fall in and come back every six seconds, so many times, and only so far. */
function falls(count: number, size: number) {
  const preset = { ...kneeToKneeFloor.presets.strength, passive: 110 };
  const run = running(planFor(kneeToKneeFloor, { sides: ['both'], preset }));
  const swing = (time: number) =>
    time < BEGINS ? 0 : (size / 2) * (1 - Math.cos((2 * Math.PI * (time - BEGINS)) / SLOW));
  run.readFor(1.1, BEGINS + 0.5 + count * SLOW, (time) => ({
    referencePoseAt: 1,
    internalRotation: swing(time),
    otherRotation: swing(time),
  }));
  return run;
}

describe('repetitions', () => {
  it('are talked through twice, then counted at every fifth, with their parts now and then', () => {
    const [, second] = kneeToKneeFloor.reps.guide;
    const { said } = falls(14, 24);
    const from = said.indexOf(second.begin);
    expect(from).toBeGreaterThan(0);
    const after = said.slice(from).filter((text) => !/lower back|minute|seconds/.test(text));
    const { second: go, back } = kneeToKneeFloor.reps.parts;
    // Where it should be felt is said once, in a gap between two of them.
    const { feel } = kneeToKneeFloor.phases[0];
    expect(after.filter((text) => text === feel)).toHaveLength(1);
    expect(after.filter((text) => text !== `${go}.` && text !== `${back}.` && text !== feel)).toEqual([
      second.begin,
      english.goOnAlone(2),
      `${english.counted(5)}. ${go}.`,
      english.effort.breathe,
      `${english.counted(10)}. ${go}.`,
    ]);
  });

  it('that do not count are told why once; after that the result counts the clean ones', () => {
    const run = falls(8, 10);
    const why = english.notCounted(kneeToKneeFloor.reps.words.small);
    expect(run.recorder.takeChunk().reps.length).toBeGreaterThanOrEqual(6);
    expect(run.said.filter((text) => text === why)).toHaveLength(1);
  });
});
