import { describe, expect, it } from 'vitest';
import type { WorkingSide } from '../../../src/instrument/geometry/units.ts';
import { drillById } from '../../../src/drills/index.ts';
import { isMirrored } from '../../../workers/engine/pose-instrument.ts';

const planOf = (drill: string, side: WorkingSide) => {
  const found = drillById(drill);
  if (!found) throw new Error(`no drill ${drill}`);
  return { side, view: found.measure.view };
};
const from = (azimuth: number) => ({ azimuth, lookingDown: 25 });

describe('the picture for the pose model', () => {
  it('is mirrored for the right leg and not for the left, wherever the lens stands', () => {
    for (const lens of [null, from(105), from(255)]) {
      expect(isMirrored(planOf('supine-sleeper', 'right'), lens, false)).toBe(true);
      expect(isMirrored(planOf('supine-sleeper', 'left'), lens, true)).toBe(false);
    }
  });

  it.each(['knee-to-knee-wall', 'knee-to-knee-floor', 'supine-ir-pulses-feet-lifted'])(
    'shows the person as from the recommended place if both legs work: %s',
    (drill) => {
      const plan = planOf(drill, 'both');
      const { recommended } = plan.view;
      for (const now of [true, false]) {
        expect(isMirrored(plan, from(recommended), now)).toBe(false);
        expect(isMirrored(plan, from(360 - recommended), now)).toBe(true);
      }
    },
  );

  it('stays as it is while the place of the lens is unknown or halfway between the two', () => {
    const plan = planOf('knee-to-knee-wall', 'both');
    for (const now of [true, false])
      for (const lens of [null, from(180), from(173), from(187)]) expect(isMirrored(plan, lens, now)).toBe(now);
  });
});
