import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { MeasurementPlan } from '../../../src/instrument/input/measurement-plan.ts';
import { AUTO, instrumentRig } from '../instrument-rig.ts';
import { FakeImageData, markedImage } from '../fixtures.ts';
import type { WorkingSide } from '../../../src/instrument/geometry/units.ts';
import { drillById } from '../../../src/drills/index.ts';
import { isMirrored } from '../../../workers/engine/pose-instrument.ts';

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
    // The mark stands at the left, in a mirrored picture at the right.
    rig.state.forModel = () => markedImage(64, 36);
    time = 0;
    await rig.instrument.load(AUTO, () => undefined);
  });

  it('shows the model a working right leg mirrored, and maps what it finds back', async () => {
    await rig.instrument.begin(planOf('left'));
    // The model finds everything at 10 of 64 pixels; the measured picture is 1.5 times as wide.
    expect(await measure()).toEqual({ mirrored: false, x: 15 });
    await rig.instrument.begin(planOf('right'));
    expect(await measure()).toEqual({ mirrored: true, x: 81 });
    await rig.instrument.begin(planOf('left'));
    expect(await measure()).toEqual({ mirrored: false, x: 15 });
  });

  it('changes the mirror with the place of the lens if both legs work, until a reference pose is set', async () => {
    await rig.instrument.begin(planOf('both'));
    expect((await measure()).mirrored).toBe(false);
    rig.state.lens = { azimuth: 210, lookingDown: 25 };
    await measure();
    expect((await measure()).mirrored).toBe(true);
    rig.completeReferencePose();
    rig.state.lens = { azimuth: 150, lookingDown: 25 };
    await measure();
    expect((await measure()).mirrored).toBe(true);
    await rig.instrument.begin(planOf('both'));
    expect((await measure()).mirrored).toBe(false);
  });

  it('restarts a hold that has seen both orientations', async () => {
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

  it('keeps the orientation of the first reference pose during a later hold', async () => {
    await rig.instrument.begin(planOf('both'));
    await rig.instrument.beginReferencePose();
    rig.completeReferencePose();
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

const drillPlan = (drill: string, side: WorkingSide) => {
  const found = drillById(drill);
  if (!found) throw new Error(`no drill ${drill}`);
  return { side, view: found.measure.view };
};
const from = (azimuth: number) => ({ azimuth, lookingDown: 25 });

describe('the picture for the pose model', () => {
  it('is mirrored for the right leg and not for the left, wherever the lens stands', () => {
    for (const lens of [null, from(105), from(255)]) {
      expect(isMirrored(drillPlan('supine-sleeper', 'right'), lens, false)).toBe(true);
      expect(isMirrored(drillPlan('supine-sleeper', 'left'), lens, true)).toBe(false);
    }
  });

  it.each(['knee-to-knee-wall', 'knee-to-knee-floor', 'supine-ir-pulses-feet-lifted'])(
    'shows the person as from the recommended place if both legs work: %s',
    (drill) => {
      const plan = drillPlan(drill, 'both');
      const { recommended } = plan.view;
      for (const now of [true, false]) {
        expect(isMirrored(plan, from(recommended), now)).toBe(false);
        expect(isMirrored(plan, from(360 - recommended), now)).toBe(true);
      }
    },
  );

  it('stays as it is while the place of the lens is unknown or halfway between the two', () => {
    const plan = drillPlan('knee-to-knee-wall', 'both');
    for (const now of [true, false])
      for (const lens of [null, from(180), from(173), from(187)]) expect(isMirrored(plan, lens, now)).toBe(now);
  });
});
