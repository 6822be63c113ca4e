import { describe, expect, it } from 'vitest';
import type { WorkingSide } from '../../../src/instrument/geometry/units.ts';
import { drillById } from '../../../src/drills/index.ts';
import { isMirrored } from '../../../workers/engine/mirror-choice.ts';

const planOf = (drill: string, side: WorkingSide) => {
  const found = drillById(drill);
  if (!found) throw new Error(`no drill ${drill}`);
  return { side, view: found.measure.view };
};
const from = (azimuth: number) => ({ azimuth, lookingDown: 25 });

describe('the way round in which the pose model sees a person', () => {
  it('is a mirror for the right leg and the picture itself for the left, wherever the lens stands', () => {
    for (const lens of [null, undefined, from(105), from(255)]) {
      expect(isMirrored(planOf('supine-sleeper', 'right'), lens, false)).toBe(true);
      expect(isMirrored(planOf('supine-sleeper', 'left'), lens, true)).toBe(false);
    }
  });

  it.each(['knee-to-knee-wall', 'knee-to-knee-floor', 'supine-ir-pulses-feet-lifted'])(
    'is such that the lens seems to stand at the recommended place, where both legs work: %s',
    (drill) => {
      const plan = planOf(drill, 'both');
      const { recommended } = plan.view;
      for (const now of [true, false]) {
        expect(isMirrored(plan, from(recommended), now)).toBe(false);
        expect(isMirrored(plan, from(360 - recommended), now)).toBe(true);
      }
    },
  );

  it('stays as it is while the place is not known, and in the middle between the two', () => {
    const plan = planOf('knee-to-knee-wall', 'both');
    for (const now of [true, false])
      for (const lens of [null, undefined, from(180), from(173), from(187)])
        expect(isMirrored(plan, lens, now)).toBe(now);
  });
});
