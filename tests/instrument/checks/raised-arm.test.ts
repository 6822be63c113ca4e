import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { measurementPlanFor } from '../../../src/app/session/set-plans.ts';
import { JOINT_LANDMARKS, type Landmarks } from '../../../src/instrument/input/landmarks.ts';
import { findReferencePose } from '../../../src/instrument/reference-pose/reference-pose-search.ts';
import type { ReferencePoseFit } from '../../../src/instrument/reference-pose/reference-pose-fit.ts';
import { raisedArms } from '../../../src/instrument/checks/raised-arm.ts';
import { JOINT } from '../../../src/instrument/geometry/skeleton.ts';
import type { Side } from '../../../src/instrument/geometry/units.ts';
import { drillById } from '../../../src/drills/index.ts';
import { seenAt } from '../../../lab/made/truth-landmarks.ts';

interface Truth {
  readonly drill: string;
  readonly variant: string;
  readonly side: Side;
  readonly width: number;
  readonly height: number;
  readonly subject: { readonly heightMetres: number };
  readonly frames: readonly { readonly landmarks: readonly (readonly [number, number])[] }[];
}

const FOLDER = fileURLToPath(new URL('../../clips', import.meta.url));
const CLIPS = readdirSync(FOLDER).filter((name) => name.endsWith('.truth.json'));

const truthOf = (name: string): Truth => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as Truth;

const landmarksAt = ({ frames }: Truth, frame: number): Landmarks => seenAt(frames[frame]?.landmarks.flat() ?? [], 1);

function fitOf(truth: Truth): ReferencePoseFit {
  const drill = drillById(`${truth.drill}-${truth.variant}`) ?? drillById(truth.drill);
  if (!drill) throw new Error(`no drill ${truth.drill}`);
  const plan = measurementPlanFor(drill, drill.bilateral ? 'both' : truth.side, truth.subject.heightMetres);
  return findReferencePose(plan, { ...landmarksAt(truth, 3), width: truth.width, height: truth.height }).fit;
}

/** The landmarks with one arm pointing from the shoulder in this direction, a unit vector in room axes. */
function withArm(
  landmarks: Landmarks,
  { camera, body }: ReferencePoseFit,
  side: Side,
  along: readonly number[],
): Landmarks {
  const { shoulder, elbow, wrist } = JOINT_LANDMARKS[side];
  const joint = body.joints[side === 'left' ? JOINT.leftShoulder : JOINT.rightShoulder] ?? [0, 0, 0];
  const points = landmarks.points.slice();
  const put = (l: number, length: number) => {
    const [x, y] = camera.project([
      joint[0] + length * (along[0] ?? 0),
      joint[1] + length * (along[1] ?? 0),
      joint[2] + length * (along[2] ?? 0),
    ]);
    points.set([x, y], 2 * l);
  };
  put(shoulder, 0);
  put(elbow, 0.31);
  put(wrist, 0.56);
  return { ...landmarks, points };
}

describe('a raised arm', () => {
  it.each(CLIPS)('is never found if no arm is raised: %s', (name) => {
    const truth = truthOf(name);
    const fit = fitOf(truth);
    const raised = truth.frames.filter(
      (_, i) => raisedArms(landmarksAt(truth, i), fit.camera, fit.body, truth.width) > 0,
    );
    expect(truth.frames.length).toBeGreaterThan(100);
    expect(raised).toHaveLength(0);
  });

  it.each(CLIPS)('is found on either side, also if it is not quite upright: %s', (name) => {
    const truth = truthOf(name);
    const fit = fitOf(truth);
    const rest = landmarksAt(truth, 3);
    for (const side of ['left', 'right'] as const)
      for (const along of [
        [0, 1, 0],
        [0.2, 0.98, 0],
        [-0.2, 0.98, 0],
      ])
        expect(raisedArms(withArm(rest, fit, side, along), fit.camera, fit.body, truth.width)).toBe(1);
  });

  it('is neither an arm that lies level nor one with low visibility', () => {
    const truth = truthOf('supine-sleeper-clean-far.truth.json');
    const fit = fitOf(truth);
    const rest = landmarksAt(truth, 3);
    const seen = (landmarks: Landmarks) => raisedArms(landmarks, fit.camera, fit.body, truth.width);
    for (const along of [
      [1, 0, 0],
      [-1, 0, 0],
      [0, 0, 1],
      [0, 0, -1],
      [0.7, 0.7, 0],
    ])
      expect(seen(withArm(rest, fit, 'left', along))).toBe(0);
    const up = withArm(rest, fit, 'left', [0, 1, 0]);
    up.visibility[JOINT_LANDMARKS.left.wrist] = 0.3;
    expect(seen(up)).toBe(0);
  });

  it('is counted for each side', () => {
    const truth = truthOf('supine-sleeper-clean-far.truth.json');
    const fit = fitOf(truth);
    const both = withArm(withArm(landmarksAt(truth, 3), fit, 'left', [0, 1, 0]), fit, 'right', [0, 1, 0]);
    expect(raisedArms(both, fit.camera, fit.body, truth.width)).toBe(2);
  });
});
