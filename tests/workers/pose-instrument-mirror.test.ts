import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { MeasurementPlan } from '../../src/instrument/input/measurement-plan.ts';
import { AUTO, instrumentRig } from './instrument-rig.ts';
import { FakeImageData, markedImage } from './fixtures.ts';

vi.stubGlobal('ImageData', FakeImageData);

const planOf = (side: MeasurementPlan['side']) =>
  ({ drill: 'test', side, view: { recommended: 150 } }) as MeasurementPlan;

describe('the instrument and the mirror', () => {
  let rig: ReturnType<typeof instrumentRig>;
  let time: number;

  const measure = async () => {
    await rig.instrument.analyse(rig.frame(), ++time);
    const shown = rig.state.shown.at(-1);
    return { mirrored: shown?.data[0] !== 255, x: rig.state.steps.at(-1)?.landmarks?.points[0] };
  };

  beforeEach(async () => {
    rig = instrumentRig();
    // The mark stands at the left; in a mirror at the right.
    rig.state.forModel = () => markedImage(64, 36);
    time = 0;
    await rig.instrument.load(AUTO, () => undefined);
  });

  it('shows a right leg to the model in a mirror, and puts what it finds back into the picture', async () => {
    await rig.instrument.begin(planOf('left'));
    // The model finds everything at 10 of 64 pixels; the measured picture is half as wide again.
    expect(await measure()).toEqual({ mirrored: false, x: 15 });
    await rig.instrument.begin(planOf('right'));
    expect(await measure()).toEqual({ mirrored: true, x: 81 });
    await rig.instrument.begin(planOf('left'));
    expect(await measure()).toEqual({ mirrored: false, x: 15 });
  });

  it('turns the mirror with the place of the lens where both legs work, until a neutral holds', async () => {
    await rig.instrument.begin(planOf('both'));
    expect((await measure()).mirrored).toBe(false);
    rig.state.lens = { azimuth: 210, lookingDown: 25 };
    await measure();
    expect((await measure()).mirrored).toBe(true);
    rig.completeNeutral();
    rig.state.lens = { azimuth: 150, lookingDown: 25 };
    await measure();
    expect((await measure()).mirrored).toBe(true);
    await rig.instrument.begin(planOf('both'));
    expect((await measure()).mirrored).toBe(false);
  });

  it('begins a hold anew that had seen both ways round', async () => {
    await rig.instrument.begin(planOf('both'));
    await rig.instrument.beginReferencePose();
    await measure();
    expect(rig.state.holds).toBe(1);
    rig.state.lens = { azimuth: 210, lookingDown: 25 };
    await measure();
    expect(rig.state.holds).toBe(2);
    await measure();
    expect(rig.state.holds).toBe(2);
  });

  it('keeps the way round of the first neutral while a later one is held', async () => {
    await rig.instrument.begin(planOf('both'));
    await rig.instrument.beginReferencePose();
    rig.completeNeutral();
    await measure();
    await rig.instrument.beginReferencePose();
    rig.state.lens = { azimuth: 210, lookingDown: 25 };
    await measure();
    expect((await measure()).mirrored).toBe(false);
    expect(rig.state.holds).toBe(2);
  });

  it('keeps the mirror when a smaller model takes over', async () => {
    rig.state.modelTime = 900;
    await rig.instrument.begin(planOf('right'));
    for (let i = 0; i < 100; i++) await measure();
    await vi.waitFor(() => expect(rig.state.changes).toEqual(['lite']));
    expect((await measure()).mirrored).toBe(true);
  });
});
