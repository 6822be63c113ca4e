import { describe, expect, it } from 'vitest';
import { WATCHED_DRILLS } from '../../../src/drills/index.ts';
import type { Picture } from '../../../src/instrument/input/picture.ts';
import { JOINT } from '../../../src/instrument/geometry/skeleton.ts';
import { StillWatch } from '../../../src/instrument/still/still-watch.ts';
import { startedPerson } from '../../../lab/made/left-positions.ts';
import { seededNormal, texture } from '../../../lab/made/noise.ts';
import { room } from '../../../lab/made/paint.ts';

const { plan, fit: referencePose, still } = startedPerson('supine-sleeper-clean-far');
const { camera, body, distance } = referencePose;
const pixelsPerMetre = camera.focalPixels / distance;
const hip = camera.project(body.joints[JOINT.rightHip] ?? [0, 0, 0]);
const foot = [still.points[2 * 28] ?? 0, still.points[2 * 28 + 1] ?? 0] as const;

/** Metres. */
const SMALLEST_LIMIT = Math.min(
  ...WATCHED_DRILLS.flatMap(({ rules }) => rules.flatMap(({ id, enter }) => (id === 'hips-shift' ? [enter] : []))),
);

/** Pixels round hip and foot that are painted anew for each look; the rest of the picture is never read. */
const PAINTED = 60;
const CLOTH = 45;
const SECONDS = 600;
/** Looks a second while nothing moves. */
const RATE = 5;

type Place = readonly [number, number];

/** Where the laptop, the hip and the foot have gone at a moment, pixels, and how bright the lamp is. */
function quietMoment(time: number) {
  const wave = (hertz: number, size: number, phase = 0) => size * Math.sin(2 * Math.PI * hertz * time + phase);
  // Two nudges, by 3 and 8 pixels, beside a table that sways by half a pixel.
  const nudge = (time > 200 ? 3 : 0) + (time > 430 ? 8 : 0);
  const laptop: Place = [nudge + wave(0.31, 0.5), -nudge / 2 + wave(0.73, 0.3)];
  // Metres: breath lifts the hip by 2 mm each way, and the body sways by 2 mm; the foot takes a quarter of it.
  const sway: Place = [pixelsPerMetre * wave(0.11, 0.002), pixelsPerMetre * wave(0.25, 0.002)];
  const lamp = (1 + wave(0.03, 0.15)) * (time > 320 ? 0.75 : 1);
  return { laptop, sway, lamp };
}

/** The furnished room with a textured hip and a textured foot at a moment of these minutes, with sensor noise of 3 grey levels. */
function scenes(): (time: number) => Picture {
  const normal = seededNormal(5);
  const noise = Float32Array.from({ length: 9973 }, () => 3 * normal());
  const picture: Picture = {
    width: still.width,
    height: still.height,
    grey: new Uint8ClampedArray(still.width * still.height),
  };
  return (time) => {
    const { laptop, sway, lamp } = quietMoment(time);
    const jump = Math.floor(time * 1009);
    for (const [[cx, cy], share, seed] of [
      [hip, 1, 20],
      [foot, 0.25, 55],
    ] as const) {
      const [ownX, ownY] = [cx + laptop[0] + share * sway[0], cy + laptop[1] + share * sway[1]];
      for (let y = Math.max(0, Math.floor(cy) - PAINTED); y < Math.min(still.height, cy + PAINTED); y++)
        for (let x = Math.max(0, Math.floor(cx) - PAINTED); x < Math.min(still.width, cx + PAINTED); x++) {
          const [u, v] = [x - ownX, y - ownY];
          const light =
            Math.hypot(u, v) < CLOTH
              ? 40 + 150 * texture(u / 6 + seed, v / 6 + 2 * seed)
              : room(x - laptop[0], y - laptop[1]);
          picture.grey[y * still.width + x] = lamp * light + (noise[(y * 193 + x + jump) % noise.length] ?? 0);
        }
    }
    return picture;
  };
}

describe('ten minutes in which nobody compensates', () => {
  it('with breath, sway, changing light and a laptop that is nudged twice read less than half of any limit, and are watched', () => {
    const scene = scenes();
    const watch = new StillWatch(plan, referencePose, still, [scene(0)]);
    let [most, seen] = [0, 0];
    for (let i = 1; i <= RATE * SECONDS; i++) {
      const shift = watch.step(scene(i / RATE), i / RATE)[0]?.shift;
      if (!shift) continue;
      seen++;
      most = Math.max(most, shift.value);
    }
    expect(most).toBeLessThan(SMALLEST_LIMIT / 2);
    expect(seen / (RATE * SECONDS)).toBeGreaterThan(0.95);
    // Three thousand pictures are painted, which takes 10 s.
  }, 120_000);
});
