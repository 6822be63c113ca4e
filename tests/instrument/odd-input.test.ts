import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FramePipeline } from '../../src/instrument/frame-pipeline.ts';
import { FrameFitter } from '../../src/instrument/fit/frame-fit.ts';
import { type Landmarks, swapLeftRight } from '../../src/instrument/input/landmarks.ts';
import { findReferencePose } from '../../src/instrument/reference-pose/reference-pose-search.ts';
import type { Picture } from '../../src/instrument/input/picture.ts';
import { WATCHED_DRILLS } from '../../src/drills/index.ts';
import { plain, pushed } from '../../lab/made/paint.ts';
import { allFinite, type Reading } from '../../src/instrument/output/reading.ts';
import { PipelineBench, readFrame } from '../../lab/made/pipeline-bench.ts';
import { planFor, seenAt, stillOf, trueRotation } from '../../lab/made/truth-landmarks.ts';

const extreme = fc.constantFrom(0, -1, 1e-30, 1e9, -1e9, 1e30, -1e30, 3e38, NaN, Infinity, -Infinity);
const place = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: -300, max: 1300, noNaN: true }) },
  { weight: 1, arbitrary: extreme },
);
const share = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  { weight: 1, arbitrary: extreme },
);
const numbers = (of: fc.Arbitrary<number>, count: number): fc.Arbitrary<Float32Array> =>
  fc.oneof(
    fc.array(of, { minLength: count, maxLength: count }).map((v) => Float32Array.from(v)),
    of.map((v) => new Float32Array(count).fill(v)),
  );
const odd: fc.Arbitrary<Landmarks | null> = fc.option(
  fc.record({
    points: numbers(place, 66),
    visibility: numbers(share, 33),
    world: numbers(place, 99),
    score: share,
  }),
  { nil: null, freq: 8 },
);
/** The clip's landmarks, left and right exchanged or not, with a few of them moved to random places. */
const spoilt = (base: Landmarks): fc.Arbitrary<Landmarks> =>
  fc.tuple(fc.array(fc.tuple(fc.nat(32), place, place), { maxLength: 6 }), fc.boolean()).map(([wild, isSwapped]) => {
    const points = Float32Array.from(isSwapped ? swapLeftRight(base).points : base.points);
    for (const [l, x, y] of wild) points.set([x, y], 2 * l);
    return { ...base, points };
  });

function expectUsable({ body, skeleton, framing, light, referencePose, person }: Reading): void {
  expect(allFinite({ framing, light, referencePose })).toBe(true);
  if (!person.seen) expect(body).toBeNull();
  if (body?.valid) expect(allFinite({ body, skeleton })).toBe(true);
}

const pictures: readonly Picture[] = [plain(1, 1, 120), plain(960, 540, 0), plain(64, 48, 200)];
/** Pictures are chosen by number, so that a counterexample can be printed. */
const pictureNumber = fc.nat(pictures.length - 1);

async function heldBench(): Promise<PipelineBench> {
  const bench = new PipelineBench();
  await bench.holdReferencePose();
  return bench;
}

describe('before a reference pose', () => {
  it.each(WATCHED_DRILLS.map(({ id }) => id))(
    'any output of the pose model gives %s a result and no exception',
    async (drill) => {
      await fc.assert(
        fc.asyncProperty(fc.array(odd, { minLength: 1, maxLength: 4 }), pictureNumber, async (frames, which) => {
          const picture = pictures[which] as Picture;
          const pipeline = new FramePipeline(planFor(drill), () => 0);
          pipeline.beginReferencePose();
          for (const [i, landmarks] of frames.entries()) {
            const reading = await readFrame(pipeline, i, picture, landmarks);
            expectUsable(reading);
            expect(reading.body).toBeNull();
          }
        }),
        { numRuns: 25 },
      );
    },
  );

  it('landmarks that coincide in one point for five seconds are not accepted as reference pose', async () => {
    for (const v of [0, 270, 1e6, -1e6]) {
      const pipeline = new FramePipeline(planFor('supine-sleeper'), () => 0);
      pipeline.beginReferencePose();
      for (let i = 0; i < 60; i++) {
        const landmarks = seenAt(new Float32Array(66).fill(v));
        const reading = await readFrame(pipeline, i / 12, pictures[1] as Picture, landmarks);
        expect(reading.referencePose.kind).toBe('holding');
        expectUsable(reading);
      }
    }
  });
});

describe('after a reference pose', async () => {
  const bench = await heldBench();
  const good = bench.landmarks(90);
  const truth = trueRotation(bench.clip, 90);

  it('odd frames raise no exception, and a valid body contains only finite numbers', async () => {
    const frame = fc.oneof(odd, spoilt(good));
    const step = fc.tuple(frame, fc.option(pictureNumber), fc.constantFrom(1 / 12, 1 / 12, 0, -3, 100));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        for (const [landmarks, which, later] of steps) {
          const shown = which === null ? bench.picture : pictures[which];
          expectUsable(await bench.see(landmarks, shown, bench.time + later));
        }
      }),
      { numRuns: 70 },
    );
  });

  it.each([
    ['repeated', 0],
    ['going backwards', -50],
    ['jumping ahead by a day', 86_400],
  ])('time that is %s causes no exception and no wrong angle', async (_, by) => {
    const own = await heldBench();
    for (let i = 0; i < 12; i++) await own.see(good);
    const reading = await own.see(good, own.picture, own.time + by);
    expectUsable(reading);
    expect(Math.abs(((await own.see(good)).body?.leg.left.internalRotation?.value ?? NaN) - truth)).toBeLessThan(4);
  });

  it('a picture that repeats over a jump in time is frozen, and measured again within a second once it lives', async () => {
    const own = await heldBench();
    for (const later of [0, 0, 100]) await own.see(good, own.picture, own.time + later);
    expect(own.readings.at(-1)?.person).toEqual({ seen: false, reason: 'picture-frozen' });
    for (let i = 0; i < 12; i++) await own.see(good);
    expect(Math.abs((own.readings.at(-1)?.body?.leg.left.internalRotation?.value ?? NaN) - truth)).toBeLessThan(4);
  });
});

describe('time that jumps back before a reference pose, as when a clip restarts', () => {
  const begun = async (): Promise<PipelineBench> => {
    const bench = new PipelineBench();
    bench.time = 500;
    await bench.lieStill(12);
    bench.time = 0;
    return bench;
  };

  it('does not keep a reference pose from being held', async () => {
    expect((await (await begun()).holdReferencePose()).referencePose).toMatchObject({ kind: 'set' });
  });

  it('does not stop the live check of posture and view', async () => {
    const bench = await begun();
    await bench.see(null);
    await bench.lieStill(12);
    expect(bench.readings.at(-1)?.framing.posture).toBe('ok');
  });

  it('does not stop the detection of a moved laptop', async () => {
    const bench = new PipelineBench();
    bench.time = 500;
    await bench.holdReferencePose();
    await bench.lieStill(6);
    bench.time = 0;
    expect((await bench.lieStill(24, pushed(bench.picture, 8))).at(-1)?.cameraMoved).toBe(true);
  });
});

describe('the fit', () => {
  const bench = new PipelineBench();
  const { plan } = bench;
  const { fit: referencePose } = findReferencePose(plan, stillOf(bench.clip));
  const fitter = new FrameFitter(plan, referencePose, bench.clip.width);

  it('of any finite landmarks has finite values and standard deviations', () => {
    const finite = fc.double({ min: -1e30, max: 1e30, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(finite, { minLength: 66, maxLength: 66 }),
        fc.double({ min: -5, max: 5, noNaN: true }),
        (points, elapsed) => {
          const fit = fitter.fit({ points, visibility: new Float32Array(33).fill(0.9) }, referencePose.pose, elapsed);
          expect(fit.pose.every(Number.isFinite)).toBe(true);
          expect(fit.sd.every((sd) => sd > 0)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
});
