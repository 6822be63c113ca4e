import { rotationX } from '../../../src/instrument/geometry/rotation.ts';
import {
  bodyOf,
  boneLengths,
  LEG_START,
  PELVIS,
  POSE_SIZE,
  shinAngles,
} from '../../../src/instrument/geometry/skeleton.ts';
import type { BySide, Degrees, Seconds, Side } from '../../../src/instrument/geometry/units.ts';
import { truthOf } from './app.ts';

interface TruthFrame {
  readonly hip: BySide<Readonly<Record<'flexion' | 'abduction' | 'internalRotation', Degrees>>>;
  readonly knee: BySide<Degrees>;
  readonly pelvis: Readonly<Record<'tilt' | 'twist' | 'obliquity', Degrees>>;
}

interface Truth {
  readonly side: Side;
  readonly fps: number;
  readonly frames: readonly TruthFrame[];
}

const SUPINE = rotationX(-90);

/** The body of a frame, with the pelvis of a person on their back. */
function bodyIn({ hip, knee, pelvis }: TruthFrame) {
  const pose = new Float64Array(POSE_SIZE);
  pose.set([pelvis.tilt, pelvis.twist, pelvis.obliquity], PELVIS);
  for (const side of ['left', 'right'] as const) {
    const { flexion, abduction, internalRotation } = hip[side];
    pose.set([flexion, abduction, internalRotation, knee[side]], LEG_START[side]);
  }
  return bodyOf(pose, { pelvis: SUPINE, thorax: SUPINE }, boneLengths(1.7));
}

/** What the hip did and what a phone on the shin showed at a time of a rendered clip, by the angles that were posed. */
export interface TrueShin {
  readonly hip: Degrees;
  readonly slope: Degrees;
}

/** By the time in the clip, for a person on their back. @param start a time in the start position */
export function trueShin(name: string, start: Seconds): (time: Seconds) => TrueShin {
  const truth = truthOf(name) as Truth;
  const at = (time: Seconds): TruthFrame => {
    const frame = truth.frames[Math.round(time * truth.fps)];
    if (!frame) throw new Error(`${name} has no frame at ${time} s`);
    return frame;
  };
  const [first, { side }] = [at(start), truth];
  return (time) => ({
    hip: at(time).hip[side].internalRotation - first.hip[side].internalRotation,
    slope: shinAngles(bodyIn(at(time)), bodyIn(first))[side].slope ?? Number.NaN,
  });
}
