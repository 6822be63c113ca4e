import { describe, expect, it } from 'vitest';
import { planForLegNetwork } from '../../../src/instrument/networks/plan-for-leg-network.ts';
import { clipOf, planOf } from '../truth-landmarks.ts';

const plan = planOf(clipOf('supine-sleeper-clean-far'));
const strays = {
  ...plan,
  motion: { ...plan.motion, ankleLead: 0.2, kneeLag: 0.3, hipLag: 0.5 },
};

describe('the plan of legs that a network of their own sees', () => {
  it('expects none of what the pose model’s points are known for', () => {
    const { motion } = planForLegNetwork(strays, { fit: { spread: 1 } });
    expect([motion.ankleLead, motion.kneeLag, motion.hipLag]).toEqual([0, 0, 0]);
  });

  it('states bands as its card says, and leaves the rest to the drill', () => {
    const sharp = planForLegNetwork(strays, { fit: { spread: 0.75 } });
    expect(sharp.motion.spread).toBeCloseTo(0.75 * plan.motion.spread, 9);
    expect(sharp.motion.workingSd).toEqual(plan.motion.workingSd);
    expect(sharp.motion.landmarkSd).toBe(plan.motion.landmarkSd);
    expect(sharp.posture).toEqual(plan.posture);
  });

  it('lets go of what only held bad points, where the drill says so', () => {
    const held = { ...strays, motion: { ...strays.motion, sharp: { contacts: [], landmarkSd: 5 } } };
    const { motion } = planForLegNetwork(held, { fit: { spread: 1 } });
    expect([motion.contacts, motion.landmarkSd]).toEqual([[], 5]);
    expect(motion.workingSd).toEqual(plan.motion.workingSd);
  });

  it('holds all of it where the laptop stands at a place that is only fair', () => {
    const held = { ...strays, motion: { ...strays.motion, sharp: { contacts: [], landmarkSd: 5 } } };
    const { motion } = planForLegNetwork(held, { fit: { spread: 1 } }, 'fair');
    expect([motion.contacts, motion.landmarkSd]).toEqual([plan.motion.contacts, plan.motion.landmarkSd]);
  });

  it('narrows the rotation’s band beside that only where its card says so', () => {
    const wide = { ...strays, motion: { ...strays.motion, rotationSpread: 2 } };
    expect(planForLegNetwork(wide, { fit: { spread: 1, rotationSpread: 0.55 } }).motion.rotationSpread).toBeCloseTo(
      1.1,
      9,
    );
    expect(planForLegNetwork(wide, { fit: { spread: 1 } }).motion.rotationSpread).toBe(2);
  });

  it('states no narrower bands than without it where the laptop stands at a place that is only fair', () => {
    const card = { fit: { spread: 1.3, rotationSpread: 0.42 } };
    const wide = { ...strays, motion: { ...strays.motion, rotationSpread: 2 } };
    expect(planForLegNetwork(wide, card, 'fair').motion.rotationSpread).toBe(2);
    expect(planForLegNetwork(wide, card, 'fair').motion.spread).toBeCloseTo(1.3 * plan.motion.spread, 9);
    expect(planForLegNetwork(wide, { fit: { spread: 0.6 } }, 'fair').motion.spread).toBe(plan.motion.spread);
  });

  it('expects slants of a network that tells them, and of no other', () => {
    const outOfPlaneAngles = [{ name: 'working shin', spread: 1, leastSd: 0.05 }] as const;
    expect(
      planForLegNetwork(strays, { fit: { spread: 1 }, slants: outOfPlaneAngles }).motion.meanOutOfPlaneAngles,
    ).toBe(true);
    expect(planForLegNetwork(strays, { fit: { spread: 1 } }).motion.meanOutOfPlaneAngles).toBeUndefined();
  });
});
