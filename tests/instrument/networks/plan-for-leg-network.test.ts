import { describe, expect, it } from 'vitest';
import { planForLegNetwork } from '../../../src/instrument/networks/plan-for-leg-network.ts';
import { clipOf, planOf } from '../support/truth-landmarks.ts';

const plan = planOf(clipOf('supine-sleeper-clean-far'));
const strays = {
  ...plan,
  motion: { ...plan.motion, ankleLead: 0.2, ankleLagOutwards: 0.1, kneeLag: 0.3, hipLag: 0.5 },
};

describe('the plan while a leg network locates the legs', () => {
  it('has no landmark biases', () => {
    const { motion } = planForLegNetwork(strays, { fit: { spread: 1 } });
    expect([motion.ankleLead, motion.ankleLagOutwards, motion.kneeLag, motion.hipLag]).toEqual([0, 0, 0, 0]);
  });

  it('multiplies the standard deviations by the card’s factors and keeps the rest', () => {
    const sharp = planForLegNetwork(strays, { fit: { spread: 0.75 } });
    expect(sharp.motion.hipSdScale).toBeCloseTo(0.75 * plan.motion.hipSdScale, 9);
    expect(sharp.motion.workingSd).toEqual(plan.motion.workingSd);
    expect(sharp.motion.landmarkSd).toBe(plan.motion.landmarkSd);
    expect(sharp.posture).toEqual(plan.posture);
  });

  it('uses what the drill overrides for a leg network', () => {
    const held = { ...strays, motion: { ...strays.motion, withLegNetwork: { contacts: [], landmarkSd: 5 } } };
    const { motion } = planForLegNetwork(held, { fit: { spread: 1 } });
    expect([motion.contacts, motion.landmarkSd]).toEqual([[], 5]);
    expect(motion.workingSd).toEqual(plan.motion.workingSd);
  });

  it('keeps the drill’s own values in a fair view', () => {
    const held = { ...strays, motion: { ...strays.motion, withLegNetwork: { contacts: [], landmarkSd: 5 } } };
    const { motion } = planForLegNetwork(held, { fit: { spread: 1 } }, 'fair');
    expect([motion.contacts, motion.landmarkSd]).toEqual([plan.motion.contacts, plan.motion.landmarkSd]);
  });

  it('narrows the rotation’s standard deviation only if the card says so', () => {
    const wide = { ...strays, motion: { ...strays.motion, rotationSdScale: 2 } };
    expect(planForLegNetwork(wide, { fit: { spread: 1, rotationSpread: 0.55 } }).motion.rotationSdScale).toBeCloseTo(
      1.1,
      9,
    );
    expect(planForLegNetwork(wide, { fit: { spread: 1 } }).motion.rotationSdScale).toBe(2);
  });

  it('never narrows standard deviations in a fair view', () => {
    const card = { fit: { spread: 1.3, rotationSpread: 0.42 } };
    const wide = { ...strays, motion: { ...strays.motion, rotationSdScale: 2 } };
    expect(planForLegNetwork(wide, card, 'fair').motion.rotationSdScale).toBe(2);
    expect(planForLegNetwork(wide, card, 'fair').motion.hipSdScale).toBeCloseTo(1.3 * plan.motion.hipSdScale, 9);
    expect(planForLegNetwork(wide, { fit: { spread: 0.6 } }, 'fair').motion.hipSdScale).toBe(plan.motion.hipSdScale);
  });

  it('uses out-of-plane angles only of a network that gives them', () => {
    const outOfPlaneAngles = [{ name: 'working shin', spread: 1, leastSd: 0.05 }] as const;
    expect(
      planForLegNetwork(strays, { fit: { spread: 1 }, slants: outOfPlaneAngles }).motion.usesOutOfPlaneAngles,
    ).toBe(true);
    expect(planForLegNetwork(strays, { fit: { spread: 1 } }).motion.usesOutOfPlaneAngles).toBeUndefined();
  });
});
