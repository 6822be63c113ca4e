import { describe, expect, it } from 'vitest';
import { hipMovementSequence } from '../../../src/drills/standing/hip-movement-sequence.ts';
import { loopMoments } from '../../../src/drills/loop-moments.ts';
import { recommendedPlace } from '../../../lab/subjects/motion/recommended-place.ts';

const { blindSpots, measure, placement, presets, reps, rules } = hipMovementSequence;

describe('the hip movement sequence', () => {
  it('has the place of the camera of the lab', () => {
    const { azimuth, height, distance } = recommendedPlace('hip-movement-sequence', 'default');
    expect(measure.view.recommended).toBe(azimuth);
    expect([measure.view.lensHeight, measure.view.distance]).toEqual([height, distance]);
  });

  it('goes through every direction of the hip once, with short calls', () => {
    expect(reps.sequence.map(({ id }) => id)).toEqual([
      'flexion',
      'extension',
      'abduction',
      'adduction',
      'internal-rotation',
      'external-rotation',
    ]);
    for (const { call, title, longest } of reps.sequence) {
      expect(call).toMatch(/^[A-Z].*[.]$/);
      expect(call.length).toBeLessThanOrEqual(50);
      expect(title.length).toBeLessThanOrEqual(20);
      expect(longest).toBeGreaterThan(8);
    }
  });

  it.each(['right', 'cheat'])('runs in the order of its set: %s', (kind) => {
    const captions = loopMoments('hip-movement-sequence', kind).map(({ text }) => text);
    const order = [/^Knee up$/, /^Leg back/, /side|Aside/, /^Across/, /^Knee up again/, /swings out$/, /swings in$/];
    const places = order.map((words) => captions.findIndex((caption) => words.test(caption)));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  it('has more repetitions for a harder goal', () => {
    expect([presets.prep.reps, presets.build.reps, presets.strength.reps]).toEqual([2, 3, 5]);
  });

  it('watches the trunk lean, and says that the back is not seen', () => {
    expect(rules.map(({ id }) => id)).toEqual(['trunk-lean']);
    expect(blindSpots.map(({ id }) => id)).toEqual(['back-arch']);
    expect(placement.blind).toMatch(/lower back still yourself: I can’t see it/);
  });
});
