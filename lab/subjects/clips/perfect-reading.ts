import type { FittedBody, Reading } from '../../../src/instrument/output/reading.ts';
import type { Estimate, Seconds, Side } from '../../../src/instrument/geometry/units.ts';
import { followTimeline, readGivenTimeline } from '../../made/given-timeline.ts';
import type { SetRecord } from '../../../src/coach/record/set-record.ts';
import { findDrill } from '../../../src/drills/index.ts';
import { makeReading } from '../../made/make-reading.ts';
import { planFor, SetRun } from '../../made/run-set.ts';
import type { Performance, PerformedFrame } from '../motion/performance.ts';

/**
 * Feeds the coach with exact readings of a performance. Errors in the record are then errors of the coach's rules and
 * not of the instrument.
 */

/** Time in the phase `neutral` at which the reference pose is taken. */
const REFERENCE_POSE_AT: Seconds = 2;
const TICK: Seconds = 0.1;

const known = (value: number, sd: number): Estimate<number> => ({ value, sd });

/**
 * Lift and lean as a drill defines them: in 90/90 the sit bone lifts, and where leaning forward is allowed only the
 * side counts.
 */
function liftAndLean(drill: string, { truth }: PerformedFrame) {
  return {
    lift: drill.startsWith('ninety-ninety') ? truth.sitBone : truth.pelvis.lift,
    lean:
      drill === 'ninety-ninety-lift-off-hinge' || drill === 'hip-movement-sequence'
        ? Math.abs(truth.leanLeft)
        : truth.lean,
  };
}

function bodyOf(frame: PerformedFrame, referencePose: PerformedFrame, drill: string): FittedBody {
  const { truth } = frame;
  const leg = (side: Side) => {
    const [now, then] = [truth.hip[side], referencePose.truth.hip[side]];
    return {
      internalRotation: known(now.internalRotation - then.internalRotation, 1),
      flexion: known(now.flexion - then.flexion, 1),
      abduction: known(now.abduction - then.abduction, 1),
      knee: known(truth.knee[side], 1),
    };
  };
  const { lift, lean } = liftAndLean(drill, frame);
  return {
    valid: true,
    reasons: [],
    leg: { left: leg('left'), right: leg('right') },
    pelvis: {
      twist: known(truth.pelvis.twist, 0.8),
      obliquity: known(truth.pelvis.obliquity, 0.8),
      tilt: known(truth.pelvis.tilt, 0.8),
      lift: known(lift, 0.002),
    },
    trunkLean: known(lean, 0.8),
    lumbarExtension: known(truth.lumbar.extension, 0.8),
    footSlide: known(0, 0.005),
    unseen: {},
  };
}

/** Runs the coach through a performance as `npm run accuracy` does, with exact readings. */
export function perfectRecord({ recipe, frames }: Performance): SetRecord {
  const drill = findDrill(recipe.drill, recipe.variant);
  const given = drill && readGivenTimeline({ phases: recipe.phases }, drill);
  if (!drill || !given?.ok) throw new Error(`${recipe.id}: no such drill, or not its phases`);
  const plan = planFor(drill, { sides: [recipe.side], goal: 'prep', preset: drill.presets.prep });
  const run = new SetRun(plan, 0, followTimeline(plan, given.phases));
  const referencePose = frames.find(({ time }) => time >= REFERENCE_POSE_AT) ?? frames[0];
  if (!referencePose) throw new Error(`${recipe.id} has no frames`);
  let ticked: Seconds = 0;
  for (const frame of frames) {
    const { time } = frame;
    for (; ticked < time; ticked += TICK) run.tick(ticked);
    const held = time >= referencePose.time;
    const reading: Reading = makeReading({ time, referencePoseAt: held ? referencePose.time : 'holding' });
    run.send({
      kind: 'reading',
      reading: held ? { ...reading, body: bodyOf(frame, referencePose, drill.id) } : reading,
    });
  }
  run.tick((frames.at(-1)?.time ?? 0) + TICK);
  return run.record();
}
