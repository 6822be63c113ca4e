import { describe, expect, it, vi } from 'vitest';
import type { MeasurementPlan } from '../../../src/instrument/input/measurement-plan.ts';
import type { PelvisModel } from '../../../src/instrument/networks/network-pelvis.ts';
import { AUTO, instrumentRig } from '../instrument-rig.ts';

const WATCHED = { drill: 'watched', pelvisModel: 'watched' } as MeasurementPlan;
const PLAIN = { drill: 'watched' } as MeasurementPlan;

const setUp = async () => {
  const dispose = vi.fn<() => void>();
  const run = async () => new Float32Array(2);
  const loadPelvisNetwork = vi.fn(async (drill: string) => ({ model: { drill } as PelvisModel, run, dispose }));
  const rig = instrumentRig({ loadPelvisNetwork });
  await rig.instrument.load(AUTO, () => undefined);
  return { ...rig, dispose, loadPelvisNetwork };
};

describe('the pelvis network of a drill in the instrument', () => {
  it('are not loaded for a drill that does not name them', async () => {
    const { instrument, state, loadPelvisNetwork } = await setUp();
    await instrument.begin(PLAIN);
    expect(loadPelvisNetwork).not.toHaveBeenCalled();
    expect(state.networks).toEqual([{ pelvis: null }]);
  });

  it('are handed to the pipeline of a drill that names them', async () => {
    const { instrument, state } = await setUp();
    await instrument.begin(WATCHED);
    expect(state.networks[0]?.pelvis?.model).toEqual({ drill: 'watched' });
  });

  it('are left out when they cannot be loaded', async () => {
    const { instrument, state, loadPelvisNetwork } = await setUp();
    loadPelvisNetwork.mockRejectedValueOnce(new Error('offline'));
    await instrument.begin(WATCHED);
    expect(state.networks[0]?.pelvis).toBeNull();
  });

  it('stay loaded for the next set of the drill and are disposed of for another one', async () => {
    const { instrument, dispose, loadPelvisNetwork } = await setUp();
    await instrument.begin(WATCHED);
    await instrument.begin(WATCHED);
    expect(loadPelvisNetwork).toHaveBeenCalledTimes(1);
    expect(dispose).not.toHaveBeenCalled();
    await instrument.begin({ ...WATCHED, pelvisModel: 'another' });
    expect(dispose).toHaveBeenCalledTimes(1);
    expect(loadPelvisNetwork).toHaveBeenLastCalledWith('another');
    await instrument.begin(PLAIN);
    expect(dispose).toHaveBeenCalledTimes(2);
  });
});
