import { describe, expect, it, vi } from 'vitest';
import type { MeasurementPlan } from '../../../src/instrument/input/measurement-plan.ts';
import type { PelvisModel } from '../../../src/instrument/networks/network-pelvis.ts';
import { DrillNetworks, type NetworkLoaders } from '../../../workers/networks/drill-networks.ts';

const PLAN = { pelvisModel: 'watched', side: 'left' } as MeasurementPlan;
const PLAIN = { side: 'left' } as MeasurementPlan;

const setUp = () => {
  const dispose = vi.fn<() => void>();
  const loadPelvisNetwork = vi.fn<NonNullable<NetworkLoaders['loadPelvisNetwork']>>(async () => ({
    model: { version: 'pelvis1' } as PelvisModel,
    run: async () => new Float32Array(2),
    dispose,
  }));
  return { dispose, loadPelvisNetwork, networks: new DrillNetworks({ loadPelvisNetwork }) };
};

describe('the network of a drill', () => {
  it('is loaded by the name of the plan, and left out and named if it cannot be loaded', async () => {
    const { networks, loadPelvisNetwork } = setUp();
    const one = await networks.load(PLAN);
    expect([one.pelvis?.model.version, one.failed]).toEqual(['pelvis1', undefined]);
    loadPelvisNetwork.mockRejectedValueOnce(new Error('offline'));
    expect(await networks.load({ ...PLAN, pelvisModel: 'another' })).toEqual({ pelvis: null, failed: ['pelvis'] });
    const again = await networks.load({ ...PLAN, pelvisModel: 'another' });
    expect([again.pelvis?.model.version, again.failed]).toEqual(['pelvis1', undefined]);
  });

  it('is none in a drill that names none', async () => {
    expect(await setUp().networks.load(PLAIN)).toEqual({ pelvis: null });
  });

  it('is loaded again after a failure, kept for the next set, and disposed of for another drill', async () => {
    const { networks, loadPelvisNetwork, dispose } = setUp();
    loadPelvisNetwork.mockRejectedValueOnce(new Error('offline'));
    for (let set = 0; set < 3; set++) await networks.load(PLAN);
    expect(loadPelvisNetwork).toHaveBeenCalledTimes(2);
    expect(dispose).not.toHaveBeenCalled();
    await networks.load({ ...PLAN, pelvisModel: 'another' });
    expect(dispose).toHaveBeenCalledTimes(1);
    expect(loadPelvisNetwork).toHaveBeenLastCalledWith('another');
    await networks.load(PLAIN);
    expect(dispose).toHaveBeenCalledTimes(2);
    expect(loadPelvisNetwork).toHaveBeenCalledTimes(3);
  });
});
