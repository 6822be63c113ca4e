import { describe, expect, it, vi } from 'vitest';
import type { MeasurementPlan } from '../../../src/instrument/input/measurement-plan.ts';
import type { PelvisModel } from '../../../src/instrument/networks/pelvis-model.ts';
import { DrillNetworks, type NetworkLoaders } from '../../../workers/networks/drill-networks.ts';
import { KNEE_IN_THE_MIDDLE, KNEE_MODEL } from '../fixtures.ts';

const PLAN = { pelvisModel: 'watched', legsModel: 'watched', side: 'left' } as MeasurementPlan;
const PLAIN = { side: 'left' } as MeasurementPlan;

const setUp = () => {
  const dispose = vi.fn<() => void>();
  const run = async () => KNEE_IN_THE_MIDDLE;
  const loadLegNetwork = vi.fn<NonNullable<NetworkLoaders['loadLegNetwork']>>(async () => ({
    model: KNEE_MODEL,
    run,
    dispose,
  }));
  const loadPelvisNetwork = async () => ({
    model: { version: 'pelvis1' } as PelvisModel,
    run: async () => new Float32Array(2),
    dispose: () => undefined,
  });
  return { dispose, loadLegNetwork, networks: new DrillNetworks({ loadLegNetwork, loadPelvisNetwork }) };
};

describe('the networks of a drill', () => {
  it('are loaded by the names of the plan, and those that cannot be loaded are left out and named', async () => {
    const { networks, loadLegNetwork } = setUp();
    const both = await networks.load(PLAN);
    expect([both.pelvis?.model.version, both.legs?.model.version, both.failed]).toEqual([
      'pelvis1',
      'legs1',
      undefined,
    ]);
    loadLegNetwork.mockRejectedValueOnce(new Error('offline'));
    const one = await networks.load({ ...PLAN, legsModel: 'another' });
    expect([one.pelvis?.model.version, one.legs, one.failed]).toEqual(['pelvis1', null, ['legs']]);
    const again = await networks.load({ ...PLAN, legsModel: 'another' });
    expect([again.legs?.model.version, again.failed]).toEqual(['legs1', undefined]);
  });

  it('are none in a drill that names none', async () => {
    expect(await setUp().networks.load(PLAIN)).toEqual({ pelvis: null, legs: null });
  });

  it('are loaded again after a failure, kept for the next set, and disposed of for another drill', async () => {
    const { networks, loadLegNetwork, dispose } = setUp();
    loadLegNetwork.mockRejectedValueOnce(new Error('offline'));
    await networks.load(PLAN);
    await networks.load(PLAN);
    await networks.load(PLAN);
    expect(loadLegNetwork).toHaveBeenCalledTimes(2);
    expect(dispose).not.toHaveBeenCalled();
    await networks.load(PLAIN);
    expect(dispose).toHaveBeenCalledTimes(1);
    expect(loadLegNetwork).toHaveBeenCalledTimes(2);
  });
});
