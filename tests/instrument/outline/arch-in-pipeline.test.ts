import { describe, expect, it } from 'vitest';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import type { PersonMask } from '../../../src/instrument/outline/trunk-contour.ts';
import type { Reading } from '../../../src/instrument/output/reading.ts';
import { living, PipelineBench } from '../../../lab/made/pipeline-bench.ts';
import { clipOf, planOf } from '../../../lab/made/truth-landmarks.ts';
import { drawnMask } from './drawn-mask.ts';

const NAME = 'supine-sleeper-clean-far';
const PLAN = planOf(clipOf(NAME), 'as filmed');
const WATCHED = {
  ...PLAN,
  outline: { lowerEnd: 0.8, contourPerExtension: 1, sd: 5, averagingTime: 0.5 },
  neverSeen: PLAN.neverSeen.filter((channel) => channel !== 'back-arch'),
} as const;

/** A band of constant width, 40 pixels, around the trunk line; its middle bulges by this many pixels. */
function maskAbout({ points }: Landmarks, bulge: number, half = 0.225): PersonMask {
  const middle = (a: number, b: number, c: number) => ((points[2 * a + c] ?? 0) + (points[2 * b + c] ?? 0)) / 2;
  const [x, y] = [middle(11, 12, 0), middle(11, 12, 1)];
  const [alongX, alongY] = [middle(23, 24, 0) - x, middle(23, 24, 1) - y];
  const length = Math.hypot(alongX, alongY);
  return drawnMask(
    (px, py) => {
      const along = ((px - x) * alongX + (py - y) * alongY) / length ** 2;
      const away = Math.abs((px - x) * alongY - (py - y) * alongX) / length;
      return 40 + bulge * Math.max(0, 1 - ((along - 0.35 - half) / half) ** 2) - away;
    },
    { x, y, size: 700, rotation: 0 },
  );
}

/** Runs one second of frames with the masks that the pipeline asks for; null: the model has none. */
async function second(bench: PipelineBench, bulge: number | null, half?: number): Promise<Reading> {
  let last: Reading | null = null;
  for (let i = 0; i < 15; i++) {
    const landmarks = bench.landmarks(i % 30);
    last = await readWithMask(bench, landmarks, () => (bulge === null ? null : maskAbout(landmarks, bulge, half)));
  }
  if (!last) throw new Error('no frame');
  return last;
}

async function readWithMask(
  bench: PipelineBench,
  landmarks: Landmarks | null,
  maskOf: () => PersonMask | null,
  onAsked: () => void = () => undefined,
): Promise<Reading> {
  bench.time += 1 / 12;
  return bench.pipeline.read({
    time: bench.time,
    picture: living(bench.picture, bench.time),
    startedAt: 0,
    countPeople: async () => null,
    findPerson: async (withMask) => {
      if (withMask) onAsked();
      return { landmarks, mask: withMask ? maskOf() : null };
    },
  });
}

/** How many masks are asked for in these frames, of which none is given. */
async function masksAsked(bench: PipelineBench, frames: readonly (Landmarks | null)[]): Promise<number> {
  let asked = 0;
  const none = () => null;
  for (const landmarks of frames) await readWithMask(bench, landmarks, none, () => (asked += 1));
  return asked;
}

describe('the pipeline of a drill with an outline', () => {
  it('counts the arch from the reference pose and reports the standard deviation of the still back', async () => {
    const bench = new PipelineBench(NAME, 'as filmed', WATCHED);
    bench.pipeline.beginReferencePose();
    let still = await second(bench, 0);
    for (let i = 0; i < 4 && still.referencePose.kind !== 'set'; i++) still = await second(bench, 0);
    expect(still.referencePose).toMatchObject({
      kind: 'set',
      quality: { noise: { 'back-arch': expect.any(Number) } },
    });
    expect(Math.abs(still.body?.lumbarExtension?.value ?? Number.NaN)).toBeLessThan(3);
    expect((await second(bench, 6)).body?.lumbarExtension?.value).toBeLessThan(-8);
    expect((await second(bench, -6)).body?.lumbarExtension?.value).toBeGreaterThan(8);
    const hidden = await second(bench, null);
    expect(hidden.body?.lumbarExtension).toBeNull();
    expect(hidden.body?.unseen['back-arch']).toBe('back-hidden');
  });

  it('asks for masks no more often while nobody is in the picture', async () => {
    const bench = new PipelineBench(NAME, 'as filmed', WATCHED);
    const asked = await masksAsked(
      bench,
      Array.from({ length: 30 }, () => null),
    );
    // Four times per second in 2.5 s.
    expect(asked).toBeGreaterThanOrEqual(9);
    expect(asked).toBeLessThanOrEqual(11);
  });

  it('asks for no mask in a drill whose view does not show the back', async () => {
    const bench = new PipelineBench(NAME, 'as filmed', PLAN);
    expect(await masksAsked(bench, [bench.landmarks(0)])).toBe(0);
  });
});

describe('the pipeline of a drill that starts with a flat back', () => {
  it('refuses a rounded one by its name, takes a flat one, and asks for no mask after that', async () => {
    const bench = new PipelineBench(NAME, 'as filmed', { ...PLAN, flatBackAtStart: true });
    bench.pipeline.beginReferencePose();
    // From the ribs to the sacrum.
    const humped = () => second(bench, 20, 0.3);
    let rounded = await humped();
    for (let i = 0; i < 4; i++) rounded = await humped();
    expect(rounded.referencePose).toMatchObject({ kind: 'holding', problem: 'back-rounded' });
    expect(rounded.framing).toMatchObject({ posture: 'wrong', problem: 'back-rounded', ready: false });
    let flat = await second(bench, 0);
    for (let i = 0; i < 6 && flat.referencePose.kind !== 'set'; i++) flat = await second(bench, 0);
    expect(flat.referencePose.kind).toBe('set');
    const later = Array.from({ length: 15 }, (_, i) => bench.landmarks(i));
    expect(await masksAsked(bench, later)).toBe(0);
  });
});
