import { describe, expect, it, vi } from 'vitest';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import type { PersonMask } from '../../../src/instrument/outline/person-mask.ts';
import { TrackerBench, type TrackerReading } from '../tracker-bench.ts';
import { clipOf, planOf } from '../truth-landmarks.ts';
import { drawnMask } from './drawn-mask.ts';

// The real neutral search and fit run here; a busy machine may take its time.
vi.setConfig({ testTimeout: 30_000 });

const NAME = 'supine-sleeper-clean-far';
const PLAN = planOf(clipOf(NAME), 'as filmed');
const WATCHED = {
  ...PLAN,
  outline: { until: 0.8, response: 1, sd: 5, averagedOver: 0.5 },
  neverSeen: PLAN.neverSeen.filter((channel) => channel !== 'back-arch'),
} as const;

/** An even band of 40 pixels about the line from mid-shoulder to mid-hip, bulged by so many pixels in its middle. */
function maskAbout({ points }: Landmarks, bulge: number): PersonMask {
  const middle = (a: number, b: number, c: number) => ((points[2 * a + c] ?? 0) + (points[2 * b + c] ?? 0)) / 2;
  const [x, y] = [middle(11, 12, 0), middle(11, 12, 1)];
  const [alongX, alongY] = [middle(23, 24, 0) - x, middle(23, 24, 1) - y];
  const length = Math.hypot(alongX, alongY);
  return drawnMask(
    (px, py) => {
      const along = ((px - x) * alongX + (py - y) * alongY) / length ** 2;
      const away = Math.abs((px - x) * alongY - (py - y) * alongX) / length;
      return 40 + bulge * Math.max(0, 1 - ((along - 0.575) / 0.225) ** 2) - away;
    },
    { x, y, size: 700, rotation: 0 },
  );
}

/** A second of frames with the masks that the tracker asks for; null: the model has none. */
function second(bench: TrackerBench, bulge: number | null): TrackerReading {
  let last: TrackerReading | null = null;
  for (let i = 0; i < 15; i++) {
    const time = bench.time + 1 / 12;
    const landmarks = bench.landmarks(i % 30);
    const wants = bench.tracker.wantsMask?.(time) ?? false;
    const mask = wants ? { mask: bulge === null ? null : maskAbout(landmarks, bulge) } : {};
    bench.time = time;
    last = bench.tracker.step({ time, picture: bench.picture, landmarks, ...mask }).reading;
  }
  if (!last) throw new Error('no frame');
  return last;
}

describe('the tracker, asked for the outline', () => {
  it('counts the arch from its neutral, and keeps the scatter of the still back for the thresholds', () => {
    const bench = new TrackerBench(NAME, 'as filmed', WATCHED);
    bench.tracker.beginReferencePose();
    let still = second(bench, 0);
    for (let i = 0; i < 4 && still.referencePose.kind !== 'set'; i++) still = second(bench, 0);
    expect(still.referencePose).toMatchObject({
      kind: 'set',
      quality: { noise: { 'back-arch': expect.any(Number) } },
    });
    expect(Math.abs(still.body?.lumbarExtension?.value ?? Number.NaN)).toBeLessThan(3);
    expect(second(bench, 6).body?.lumbarExtension?.value).toBeLessThan(-8);
    expect(second(bench, -6).body?.lumbarExtension?.value).toBeGreaterThan(8);
    const hidden = second(bench, null);
    expect(hidden.body?.lumbarExtension).toBeNull();
    expect(hidden.body?.unseen['back-arch']).toBe('back-hidden');
  });

  it('asks no more often while nobody is there', () => {
    const bench = new TrackerBench(NAME, 'as filmed', WATCHED);
    const asked = Array.from({ length: 30 }, () => {
      bench.time += 1 / 15;
      const wants = bench.tracker.wantsMask?.(bench.time) ?? false;
      const mask = wants ? { mask: null } : {};
      const { picture, time } = bench;
      expect(bench.tracker.step({ time, picture, landmarks: null, ...mask }).reading.person.seen).toBe(false);
      return wants;
    }).filter(Boolean);
    expect(asked.length).toBeGreaterThanOrEqual(7);
    expect(asked.length).toBeLessThanOrEqual(9);
  });

  it('asks for no mask in a drill whose place does not show the back', () => {
    const bench = new TrackerBench(NAME, 'as filmed', PLAN);
    expect(bench.tracker.wantsMask?.(0) ?? false).toBe(false);
  });
});
