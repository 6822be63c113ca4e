import { beforeEach, describe, expect, it } from 'vitest';
import type { PelvisModel } from '../../../src/instrument/networks/network-pelvis.ts';
import type { EngineInfo } from '../../../workers/pose.api.ts';
import { AUTO, instrumentRig, PLAN } from '../instrument-rig.ts';

describe('the instrument', () => {
  let rig: ReturnType<typeof instrumentRig>;

  const started = async ({ instrument }: Pick<ReturnType<typeof instrumentRig>, 'instrument'> = rig, plan = PLAN) => {
    await instrument.load(AUTO, () => undefined);
    await instrument.begin(plan);
  };

  beforeEach(() => {
    rig = instrumentRig();
  });

  it('rejects a frame before load and before begin, and closes it', async () => {
    await expect(rig.instrument.analyse(rig.frame(), 0)).rejects.toMatchObject({ name: 'unexpected' });
    await rig.instrument.load(AUTO, () => undefined);
    await expect(rig.instrument.analyse(rig.frame(), 0)).rejects.toMatchObject({
      name: 'unexpected',
      message: expect.stringContaining('begin'),
    });
    expect(rig.state.closed).toBe(2);
  });

  it('rejects a plan and a reference pose before load', async () => {
    await expect(rig.instrument.begin(PLAN)).rejects.toMatchObject({ name: 'unexpected' });
    await expect(rig.instrument.beginReferencePose()).rejects.toMatchObject({ name: 'unexpected' });
  });

  it('fetches the networks of the first drill once, as soon as the weights of the pose model are there', async () => {
    const order: string[] = [];
    const { instrument } = instrumentRig({ fetchNetworksAhead: ({ pelvisModel }) => order.push(pelvisModel ?? '') });
    const options = { ...AUTO, networks: { pelvisModel: 'supine-sleeper' } };
    await instrument.load(options, ({ stage }) => order.push(stage));
    expect(order).toEqual(['weights', 'weights', 'supine-sleeper', 'backend', 'warm-up', 'ready']);
  });

  it('reports how long each stage took', async () => {
    await started();
    const reading = await rig.instrument.analyse(rig.frame(), 1.5);
    expect(reading.timings).toEqual({ pixels: 5, model: 40, pelvis: 4, fit: 6, total: 55, aside: 0 });
    expect(reading.time).toBe(1.5);
  });

  it('gives the pipeline landmarks in pixels of the measured picture, not of the model’s smaller one', async () => {
    await started();
    await rig.instrument.analyse(rig.frame(), 0);
    const [input] = rig.state.steps;
    expect(input?.picture.width).toBe(96);
    expect(input?.landmarks?.points.slice(0, 2)).toEqual(Float32Array.of(15, 30));
  });

  it('measures frames one after the other, in the order they came', async () => {
    await started();
    await Promise.all([1, 2, 3].map((time) => rig.instrument.analyse(rig.frame(), time)));
    expect(rig.state.steps.map(({ time }) => time)).toEqual([1, 2, 3]);
  });

  it('tells of each frame after the reference pose', async () => {
    let told = 0;
    const { instrument, frame, completeReferencePose } = instrumentRig({}, () => told++);
    await started({ instrument });
    await instrument.analyse(frame(), 1);
    expect(told).toBe(0);
    completeReferencePose();
    await instrument.analyse(frame(), 2);
    expect(told).toBe(1);
  });

  it('goes on after a frame that failed', async () => {
    await rig.instrument.load(AUTO, () => undefined);
    const failed = rig.instrument.analyse(rig.frame(), 0);
    await rig.instrument.begin(PLAN);
    await expect(failed).rejects.toThrow();
    await expect(rig.instrument.analyse(rig.frame(), 1)).resolves.toMatchObject({ time: 1 });
  });

  it('hands the pipeline the network that the plan names', async () => {
    const dispose = () => undefined;
    const run = async () => new Float32Array(2);
    const { instrument, state } = instrumentRig({
      loadPelvisNetwork: async (drill: string) => ({ model: { drill } as PelvisModel, run, dispose }),
    });
    await started({ instrument }, { ...PLAN, pelvisModel: 'watched' });
    expect(state.networks[0]?.pelvis?.model).toEqual({ drill: 'watched' });
  });

  it('makes a new pipeline for every measurement', async () => {
    await started();
    await rig.instrument.begin(PLAN);
    expect(rig.state.plans).toBe(2);
  });

  const slowFrames = async (count: number, modelTime = 150) => {
    rig.state.modelTime = modelTime;
    for (let time = 1; time <= count; time++) await rig.instrument.analyse(rig.frame(), time);
  };

  it('uses a smaller model when the rate is not held, reports it, and goes back with the next measurement', async () => {
    const reported: EngineInfo[] = [];
    await rig.instrument.load(
      AUTO,
      () => undefined,
      (info) => reported.push(info),
    );
    await rig.instrument.begin(PLAN);
    await slowFrames(100);
    expect(rig.state.changes).toEqual(['lite']);
    expect(reported[0]).toMatchObject({
      model: 'lite',
      why: expect.stringContaining('did not hold 12 frames a second'),
    });
    await rig.instrument.begin(PLAN);
    expect(rig.state.changes).toEqual(['lite', 'full']);
    expect(reported).toHaveLength(2);
  });

  it('keeps the model once a reference pose is set, unless the rate falls below half', async () => {
    await started();
    await rig.instrument.beginReferencePose();
    rig.completeReferencePose();
    await slowFrames(150);
    expect(rig.state.changes).toEqual([]);
  });

  it('drops a reference pose of another model, and goes on with a hold that was under way', async () => {
    await started();
    await rig.instrument.beginReferencePose();
    await slowFrames(150, 400);
    expect(rig.state.changes).toEqual(['lite']);
    expect(rig.state.restarts).toBe(1);
    expect((await rig.instrument.analyse(rig.frame(), 200)).referencePose.kind).toBe('holding');

    rig = instrumentRig();
    await started();
    await rig.instrument.beginReferencePose();
    rig.completeReferencePose();
    await slowFrames(150, 400);
    expect(rig.state.changes).toEqual(['lite']);
    expect((await rig.instrument.analyse(rig.frame(), 200)).referencePose.kind).toBe('none');
  });

  it('keeps a model that was asked for by name', async () => {
    await rig.instrument.load({ ...AUTO, model: 'full' }, () => undefined);
    await rig.instrument.begin(PLAN);
    await slowFrames(150);
    expect(rig.state.changes).toEqual([]);
  });
});
