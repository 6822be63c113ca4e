import { describe, expect, it } from 'vitest';
import { landmarkAt, pointTowards } from '../../../src/instrument/geometry/picture-points.ts';
import { JOINT_LANDMARKS } from '../../../src/instrument/input/landmarks.ts';
import type { Picture } from '../../../src/instrument/input/picture.ts';
import { JOINT } from '../../../src/instrument/geometry/skeleton.ts';
import { StillWatch } from '../../../src/instrument/still/still-watch.ts';
import { startedPerson } from '../../../lab/made/left-positions.ts';
import { texture } from '../../../lab/made/noise.ts';
import { paint, room } from '../../../lab/made/paint.ts';

const { plan, fit: referencePose, still } = startedPerson('supine-sleeper-clean-far');
const { camera, body, distance } = referencePose;
const hip = camera.project(body.joints[JOINT.rightHip] ?? [0, 0, 0]);
const foot = [still.points[2 * 28] ?? 0, still.points[2 * 28 + 1] ?? 0] as const;
const pixelsPerMetre = camera.focalPixels / distance;

/** A textured spot that has moved by so many metres to the right: its grey at (x, y), null beside it. */
function spot(x: number, y: number, at: readonly number[], moved: number, seed: number): number | null {
  const [u, v] = [x - (at[0] ?? 0) - moved * pixelsPerMetre, y - (at[1] ?? 0)];
  return Math.hypot(u, v) < 45 ? 40 + 150 * texture(u / 6 + seed, v / 6 + 2 * seed) : null;
}

/** The room with two textured spots, at hip and foot, each moved by so many metres to the right. */
function scene(hipMoved: number, footMoved: number, hidden = false): Picture {
  return paint(still.width, still.height, (x, y) => {
    const cloth = spot(x, y, hip, hipMoved, 20) ?? spot(x, y, foot, footMoved, 55);
    return hidden ? room(y, x) : (cloth ?? room(x, y));
  });
}

const watch = () => new StillWatch(plan, referencePose, still, [scene(0, 0)]);
/** The reading after the last of the pictures, which come ten times a second. */
function after(own: StillWatch, ...pictures: Picture[]) {
  let reading = own.step(scene(0, 0), 0);
  pictures.forEach((picture, i) => {
    reading = own.step(picture, (i + 1) / 10);
  });
  return reading[0];
}
const thrice = (picture: Picture): Picture[] => [picture, picture, picture];

describe('the hips of a sleeper', () => {
  it('that shift by 2 cm while the foot stands read 2 cm', () => {
    const seen = after(watch(), scene(0.01, 0), ...thrice(scene(0.02, 0)));
    expect(seen?.channel).toBe('hips-shift');
    expect(seen?.shift?.value).toBeCloseTo(0.02, 2);
    expect(seen?.shift?.sd).toBeLessThan(0.004);
  });

  it('that sway with the foot, as when the laptop is nudged, read nothing', () => {
    const seen = after(watch(), scene(0.01, 0.01), ...thrice(scene(0.02, 0.02)));
    expect(seen?.shift?.value).toBeLessThan(0.003);
  });

  it('that cannot be found again are lost, not still', () => {
    const own = watch();
    expect(after(own, ...thrice(scene(0, 0, true)))).toMatchObject({ shift: null, at: null });
    expect(own.step(scene(0, 0), 1)[0]?.shift?.value).toBeLessThan(0.003);
  });

  it('that are missed in one look or two, as in dark cloth, keep their reading', () => {
    const seen = after(watch(), ...thrice(scene(0.02, 0)), scene(0, 0, true), scene(0, 0, true));
    expect(seen?.shift?.value).toBeCloseTo(0.02, 2);
    expect(seen?.at).toBeNull();
  });

  it('are looked at ten times a second, and keep the last reading in between', () => {
    const own = watch();
    const first = own.step(scene(0, 0), 0);
    expect(own.step(scene(0.03, 0), 0.05)).toBe(first);
    expect(own.step(scene(0.03, 0), 0.1)).not.toBe(first);
  });
});

describe('hips without a support', () => {
  const unsupported = { ...plan, still: [{ channel: 'hips-shift', part: 'other-hip' }] } as const;
  /** The hips have moved by so many metres in the picture, and the room by so many at that place; null: the room does not say. */
  const seen = (moved: number, roomMoved: number | null) => {
    const own = new StillWatch(unsupported, referencePose, still, [scene(0, 0)]);
    const roomShiftAt = () => (roomMoved === null ? null : ([roomMoved * pixelsPerMetre, 0] as const));
    own.step(scene(0, 0), 0, roomShiftAt);
    return [1, 2, 3].map((look) => own.step(scene(moved, 0), look / 10, roomShiftAt)).at(-1)?.[0]?.shift?.value;
  };

  it('that sway with the room, as when the laptop does, read nothing', () => {
    expect(seen(0.02, 0.02)).toBeLessThan(0.003);
  });

  it('that shift in a room that stands, or before a wall that says nothing, read their shift', () => {
    expect(seen(0.02, 0)).toBeCloseTo(0.02, 2);
    expect(seen(0.02, null)).toBeCloseTo(0.02, 2);
  });
});

describe('hips over a foot that may slide, before a wall that says nothing', () => {
  const orRoom = {
    ...plan,
    still: [{ channel: 'hips-shift', part: 'other-hip', against: 'other-foot', orRoom: true }],
  } as const;
  const read = (hipMoved: number, footMoved: number) =>
    after(new StillWatch(orRoom, referencePose, still, [scene(0, 0)]), ...thrice(scene(hipMoved, footMoved)))?.shift
      ?.value;

  it('read nothing while only the foot slides', () => {
    expect(read(0, 0.02)).toBeLessThan(0.003);
  });

  it('read their own shift, and nothing while the picture sways', () => {
    expect(read(0.02, 0)).toBeCloseTo(0.02, 2);
    expect(read(0.02, 0.02)).toBeLessThan(0.003);
  });
});

describe('the hip that is nearer to the lens', () => {
  // The lens stands on the right of this person.
  it.each(['left', 'right'] as const)('is the one that is followed, with the %s leg working', (side) => {
    const near = { ...plan, side, still: [{ channel: 'hips-shift', part: 'near-hip' }] } as const;
    const own = new StillWatch(near, referencePose, still, [scene(0, 0)]);
    expect(after(own, scene(0.01, 0), ...thrice(scene(0.02, 0)))?.shift?.value).toBeCloseTo(0.02, 2);
  });
});

describe('the waist in the pulses', () => {
  const waisted = { ...plan, still: [{ channel: 'hips-shift', part: 'near-waist' }] } as const;
  const shoulder = landmarkAt(still.points, JOINT_LANDMARKS.right.shoulder);
  const [x, y] = hip;
  const onTrunk = (share: number) => pointTowards([x, y], shoulder, share);
  const [waist, thigh] = [onTrunk(0.3), onTrunk(-0.05)];
  /** A spot of the trunk's cloth, and beside it one of the thigh's, each moved by so many metres to the right. */
  const trunkAndThigh = (trunkMoved: number, thighMoved: number): Picture =>
    paint(
      still.width,
      still.height,
      (u, v) => spot(u, v, waist, trunkMoved, 20) ?? spot(u, v, thigh, thighMoved, 70) ?? room(u, v),
    );
  /** What the hips' shift reads, metres. */
  const read = (trunkMoved: number, thighMoved: number) => {
    const own = new StillWatch(waisted, referencePose, still, [trunkAndThigh(0, 0)]);
    return after(own, trunkAndThigh(0, 0), ...thrice(trunkAndThigh(trunkMoved, thighMoved)))?.shift?.value;
  };

  it('stays while the cloth of the thigh turns', () => {
    expect(read(0, 0.02)).toBeLessThan(0.003);
  });

  it('moves with the pelvis', () => {
    expect(read(0.02, 0)).toBeCloseTo(0.02, 2);
  });
});
