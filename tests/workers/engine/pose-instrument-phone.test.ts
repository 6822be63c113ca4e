import { describe, expect, it, vi } from 'vitest';
import type { MeasurementPlan } from '../../../src/instrument/input/measurement-plan.ts';
import type { PhoneSample } from '../../../src/instrument/phone/phone-buffer.ts';
import type { PhoneSight } from '../../../src/instrument/phone/phone-watch.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { AUTO, instrumentRig } from '../instrument-rig.ts';

const PLAN = { drill: 'a', side: 'left', posture: supineSleeper.measure.posture } as MeasurementPlan;
const SAMPLE: PhoneSample = { time: 1, orientation: [1, 0, 0, 0] };

const setUp = async () => {
  const phone = {
    take: vi.fn<PhoneSight['take']>(),
    begin: vi.fn<PhoneSight['begin']>(),
    step: vi.fn<PhoneSight['step']>(),
    zero: vi.fn<PhoneSight['zero']>(),
  };
  const loadPhone = vi.fn(async () => phone);
  const rig = instrumentRig({ loadPhone });
  await rig.instrument.load(AUTO, () => undefined);
  await rig.instrument.begin(PLAN);
  return { ...rig, phone, loadPhone };
};

describe('a phone in the instrument', () => {
  it('is loaded with its first samples, once, and not before', async () => {
    const { instrument, state, phone, loadPhone } = await setUp();
    expect(loadPhone).not.toHaveBeenCalled();
    expect(state.phone()).toBeNull();
    await Promise.all([instrument.phone([SAMPLE]), instrument.phone([SAMPLE])]);
    expect(loadPhone).toHaveBeenCalledTimes(1);
    expect(state.phone()).toBe(phone);
    expect(phone.begin).toHaveBeenCalledWith(PLAN);
    await instrument.phone([SAMPLE]);
    expect(phone.take).toHaveBeenLastCalledWith([SAMPLE]);
  });

  it('outlives a measurement, and is told of the next one', async () => {
    const { instrument, state, phone } = await setUp();
    await instrument.phone([SAMPLE]);
    await instrument.begin({ ...PLAN, side: 'right' });
    expect(phone.begin).toHaveBeenLastCalledWith({ ...PLAN, side: 'right' });
    expect(state.phone()).toBe(phone);
  });

  it('is forgotten when it is not used any more', async () => {
    const { instrument, state, loadPhone } = await setUp();
    await instrument.phone([SAMPLE]);
    await instrument.phone(null);
    expect(state.phone()).toBeNull();
    await instrument.phone([SAMPLE]);
    expect(loadPhone).toHaveBeenCalledTimes(2);
  });

  it('that is let go while it is being loaded stays so', async () => {
    const { instrument, state } = await setUp();
    await Promise.all([instrument.phone([SAMPLE]), instrument.phone(null)]);
    expect(state.phone()).toBeNull();
    await instrument.phone([SAMPLE]);
    expect(state.phone()).not.toBeNull();
  });

  it('whose code could not be loaded is tried again with the next samples', async () => {
    const { instrument, state, loadPhone } = await setUp();
    loadPhone.mockRejectedValueOnce(new TypeError('no network'));
    await expect(instrument.phone([SAMPLE])).rejects.toThrow('no network');
    await instrument.phone([SAMPLE]);
    expect(state.phone()).not.toBeNull();
  });
});
