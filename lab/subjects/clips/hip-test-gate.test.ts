import { describe, expect, it, vi } from 'vitest';
import { PostureWatch } from '../../../src/instrument/checks/posture-watch.ts';
import { narrowestBand } from '../../../src/instrument/fit/band-from-here.ts';
import { JOINT_LANDMARKS } from '../../../src/instrument/input/landmarks.ts';
import { findReferencePose, seatDifference } from '../../../src/instrument/reference-pose/reference-pose-search.ts';
import { bendDown, landmarksAfter } from '../../made/left-positions.ts';
import { type AnyClipName, type Clip, clipOf, landmarksOf, planFor, stillOf } from '../../made/truth-landmarks.ts';
import { midJoint } from '../../../src/instrument/geometry/picture-points.ts';
import { averageBody } from '../kinematics/average-body.ts';
import { placeCamera } from '../motion/camera.ts';
import { perform } from '../motion/perform.ts';
import { recommendedPlace } from '../motion/recommended-place.ts';
import { truthOf } from '../motion/truth-file.ts';
import { recipeById } from '../recipes/all-recipes.ts';

// The real search runs here, which may take long on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** The seated test of an average body, filmed from so many degrees aside. */
function seatedClip(name: string, azimuth: number): Clip {
  const recipe = recipeById(name);
  if (recipe === undefined) throw new Error(`no recipe "${name}"`);
  const performance = perform(recipe, averageBody, 1);
  const camera = placeCamera(performance, { ...recommendedPlace('hip-test', 'seated'), azimuth });
  return { ...truthOf(performance, camera, { clothes: '', placement: '' }), name } as unknown as Clip;
}

describe('the gate of the seated hip test, by true landmarks', () => {
  it.each([0, 15, -15])(
    'accepts its start from %s° aside, and takes no try for a position that was left',
    (azimuth) => {
      for (const name of ['hip-test-seated-a', 'hip-test-seated-c']) {
        const clip = seatedClip(name, azimuth);
        const plan = planFor('hip-test-seated', clip.subject.heightMetres);
        const { fit, problem, view } = findReferencePose(plan, stillOf(clip));
        expect({ problem, view }).toEqual({ problem: null, view: 'good' });
        const watch = new PostureWatch(plan, fit, stillOf(clip));
        const left = clip.frames.map((_, at) => watch.step(landmarksOf(clip, at), at / clip.fps).now);
        expect(left.filter((change) => change !== null)).toEqual([]);
      }
    },
  );

  it.each([31, -31])('accepts it from a fair place, %s° aside, because there is a useful band', (azimuth) => {
    const clip = seatedClip('hip-test-seated-a', azimuth);
    const plan = planFor('hip-test-seated', clip.subject.heightMetres);
    const finding = findReferencePose(plan, stillOf(clip));
    expect(finding).toMatchObject({ problem: null, view: 'fair' });
    expect(narrowestBand(plan, finding, stillOf(clip))).toBeLessThan(15);
  });

  it.each(['hip-test-seated-a', 'hip-test-seated-c'])(
    'takes a trunk that leans by 15°, and refuses one that bends by 45°: %s',
    (name) => {
      const clip = seatedClip(name, 0);
      const plan = planFor('hip-test-seated', clip.subject.heightMetres);
      const still = stillOf(clip);
      const { fit } = findReferencePose(plan, still);
      const bentBy = (degrees: number) => ({ ...still, points: landmarksAfter({ fit, still }, bendDown(degrees)) });
      expect([0, 15, 45].map((degrees) => findReferencePose(plan, bentBy(degrees)).problem)).toEqual([
        null,
        null,
        'wrong-posture',
      ]);
    },
  );

  it('takes a head that looks down, and refuses one that hangs between the shoulders', () => {
    const clip = seatedClip('hip-test-seated-a', 0);
    const plan = planFor('hip-test-seated', clip.subject.heightMetres);
    const still = stillOf(clip);
    const [, shoulder] = midJoint(still.points, 'shoulder');
    /** The face at this share of its height above the shoulders. */
    const headAt = (share: number) => {
      const points = Float64Array.from(still.points);
      for (let l = 0; l <= 10; l++) points[2 * l + 1] = shoulder + ((points[2 * l + 1] ?? 0) - shoulder) * share;
      return { ...still, points };
    };
    expect([1, 0.6, 0.25].map((share) => findReferencePose(plan, headAt(share)).problem)).toEqual([
      null,
      null,
      'wrong-posture',
    ]);
  });

  it.each(['left', 'right'] as const)('names a stretched %s leg, and nothing at the start', (leg) => {
    const { points } = stillOf(seatedClip('hip-test-seated-a', 0));
    const { knee, ankle } = JOINT_LANDMARKS[leg];
    const raised = Float64Array.from(points);
    raised[2 * ankle + 1] =
      (points[2 * knee + 1] ?? 0) + 0.2 * ((points[2 * ankle + 1] ?? 0) - (points[2 * knee + 1] ?? 0));
    expect(seatDifference(points)).toBeNull();
    expect(seatDifference(raised)).toEqual({ kind: 'leg-stretched', leg });
  });

  it('refuses it from half beside the person', () => {
    const clip = seatedClip('hip-test-seated-a', 50);
    const plan = planFor('hip-test-seated', clip.subject.heightMetres);
    expect(findReferencePose(plan, stillOf(clip)).problem).toBe('bad-view');
  });

  it.each<AnyClipName>([
    'supine-sleeper-clean-far',
    'quadruped-band-ir-clean-high',
    'ninety-ninety-lift-off-clean-36',
    'standing-hamstring-clean-28',
    'hip-movement-sequence-clean-25',
  ])('refuses the start of another drill: %s', (name) => {
    const clip = clipOf(name);
    const plan = planFor('hip-test-seated', clip.subject.heightMetres);
    expect(findReferencePose(plan, stillOf(clip)).problem).toBe('wrong-posture');
  });
});
