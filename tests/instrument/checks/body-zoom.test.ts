import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BodyZoom } from '../../../src/instrument/checks/camera-watch.ts';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import {
  ALL_CLIPS,
  bendDown,
  landmarksAfter,
  rolled,
  startedPerson,
  stoodUp,
  trunkUp,
} from '../../../lab/made/left-positions.ts';
import { type AnyClipName, clipOf, landmarksOf } from '../../../lab/made/truth-landmarks.ts';

const CLIPS = readdirSync(new URL('../../clips', import.meta.url))
  .filter((file) => file.endsWith('.truth.json'))
  .map((file) => file.replace('.truth.json', '') as AnyClipName);

/** The picture stretched about the point 500, 300, with landmarks that are off by up to `noise` pixels. */
const stretched = (landmarks: Landmarks, zoom: number, noise = 0): Landmarks => ({
  ...landmarks,
  points: landmarks.points.map(
    (v, i) => (v - (i % 2 ? 300 : 500)) * zoom + (i % 2 ? 300 : 500) + noise * Math.sin(7 * i),
  ),
});

describe('a zoom that the body shows', () => {
  it.each(CLIPS)('is not taken from the movement of a drill: %s', (name) => {
    const clip = clipOf(name);
    const watch = new BodyZoom(landmarksOf(clip, 0));
    const zoomed = clip.frames.flatMap((_, i) => (watch.isZoomed(landmarksOf(clip, i)) ? [i] : []));
    expect(zoomed).toEqual([]);
  });

  it.each(CLIPS)('is found when the whole body grows or shrinks in the picture: %s', (name) => {
    const still = landmarksOf(clipOf(name), 0);
    const watch = new BodyZoom(still);
    // Pixels: landmarks of a still person are off by a few.
    for (const zoom of [0.85, 1.15, 1.2, 1.5]) expect(watch.isZoomed(stretched(still, zoom, 3))).toBe(true);
  });

  it.each(ALL_CLIPS)('is not taken from a body that leaves the position: %s', (name) => {
    const person = startedPerson(name);
    const visibility = new Float32Array(33).fill(1);
    const watch = new BodyZoom({ points: landmarksAfter(person, rolled, 0), visibility });
    const ways = { rolled, satUp: trunkUp(50), satHalfUp: trunkUp(30), stoodUp, bentDown: bendDown(50) };
    const zoomed = Object.entries(ways).flatMap(([way, leaving]) =>
      Array.from({ length: 20 }, (_, i) => (i + 1) / 20)
        .filter((share) => watch.isZoomed({ points: landmarksAfter(person, leaving, share), visibility }))
        .map((share) => `${way} by ${share}`),
    );
    expect(zoomed).toEqual([]);
  });

  it('is not found while too little of the body is seen', () => {
    const still = landmarksOf(clipOf('supine-sleeper-clean-far'), 0);
    const visibility = still.visibility.map((v, l) => (l < 13 ? 0 : v));
    expect(new BodyZoom(still).isZoomed({ ...stretched(still, 1.3), visibility })).toBe(false);
  });

  it('is not found in a change so small that it may be an error of the landmarks', () => {
    const still = landmarksOf(clipOf('supine-sleeper-clean-far'), 0);
    expect(new BodyZoom(still).isZoomed(stretched(still, 1.04, 3))).toBe(false);
  });
});
