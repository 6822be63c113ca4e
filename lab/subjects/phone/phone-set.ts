import { measurementPlanFor } from '../../../src/app/session/set-plans.ts';
import { startCoach, stepCoach } from '../../../src/coach/coach.ts';
import type { SetPlan } from '../../../src/coach/coach-contract.ts';
import type { DrillDefinition } from '../../../src/coach/drill-definition.ts';
import type { SetRecord } from '../../../src/coach/record/set-record.ts';
import { SetRecorder } from '../../../src/coach/record/set-recorder.ts';
import { withPhone } from '../../../src/coach/rules/phone-rules.ts';
import { followTimeline, readGivenTimeline } from '../../made/given-timeline.ts';
import { readingEarlier } from '../../../src/app/sources/source-link.ts';
import { coach as words } from '../../../src/i18n/en/coach.ts';
import { phoneCoach } from '../../../src/i18n/en/hip/phone-coach.ts';
import { FramePipeline, NO_NETWORKS } from '../../../src/instrument/frame-pipeline.ts';
import type { Picture } from '../../../src/instrument/input/picture.ts';
import type { Reading } from '../../../src/instrument/output/reading.ts';
import { newPhoneWatch } from '../../../src/instrument/phone/phone-watch.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { clothedPicture, readFrame } from '../../made/pipeline-bench.ts';
import { type Clip, landmarksOf } from '../../made/truth-landmarks.ts';
import { BEFORE, type PhoneClip, type PhoneSignals } from './phone-signals.ts';

const PRESET = supineSleeper.presets.prep;

export interface PhoneSet {
  readonly record: SetRecord;
  /** Readings on the clock of the clip. */
  readonly readings: readonly Reading[];
}

/** Hips of rendered people who keep still shift by half a centimetre in the picture, and by 1 cm for each 5° of a turn. */
const STILL_SHIFT = 1.5;
const PIXELS_A_DEGREE = 0.67;

/** The painted cloth at the hips, as it moves in the picture of a frame. Null: during the hold. */
function clothMoving(clip: PhoneClip): (frame: number | null) => Picture {
  const painted = new Map<number, Picture>();
  return (frame) => {
    const pelvis = frame === null ? null : clip.frames[frame]?.pelvis;
    const turned = pelvis ? Math.hypot(pelvis.twist, pelvis.obliquity) : 0;
    const moved = pelvis ? Math.round(2 * (STILL_SHIFT + PIXELS_A_DEGREE * turned)) / 2 : 0;
    const known = painted.get(moved) ?? clothedPicture(clip as unknown as Clip, 'as filmed', moved);
    painted.set(moved, known);
    return known;
  };
}

/**
 * A clip through the real frame pipeline and coach: true landmarks instead of a pose model, no network, a painted room. The phone's
 * samples come with the frames.
 * @param signals null: without a phone
 */
export async function phoneSet(
  clip: PhoneClip,
  drill: DrillDefinition,
  signals: PhoneSignals | null,
): Promise<PhoneSet> {
  const side = clip.side;
  const watch = signals && newPhoneWatch();
  const full = measurementPlanFor(drill, side, clip.subject.heightMetres);
  // True landmarks have none of the pose model's biases.
  const plan = { ...full, motion: { ...full.motion, ankleLead: 0, ankleLagOutwards: 0, hipLag: 0, kneeLag: 0 } };
  watch?.begin(plan);
  let ticks = 0;
  const pipeline = new FramePipeline(
    plan,
    () => ticks++,
    NO_NETWORKS,
    () => watch,
  );
  const pictureAt = clothMoving(clip);
  const step = 1 / clip.fps;
  let handed = 0;
  const see = (time: number, frame: number): Promise<Reading> => {
    const until = signals?.samples.findIndex((sample) => sample.time > time) ?? 0;
    watch?.take(signals?.samples.slice(handed, until < 0 ? undefined : until) ?? []);
    handed = until < 0 ? handed : until;
    return readFrame(
      pipeline,
      time,
      pictureAt(time < BEFORE ? null : frame),
      landmarksOf(clip as unknown as Clip, frame),
    );
  };
  const still = Math.floor(2.5 * clip.fps);
  const hold = Math.round((BEFORE - 4.5) * clip.fps);
  const ahead = BEFORE;
  for (let i = 0; i < BEFORE * clip.fps; i++) {
    if (i === hold) pipeline.beginReferencePose();
    await see(i * step, i % still);
  }
  const isReady = pipeline.referencePose.kind === 'set';
  const setPlan: SetPlan = {
    drill: signals ? withPhone(drill, phoneCoach) : drill,
    sides: [side],
    goal: 'prep',
    preset: PRESET,
    countIn: 0,
    words,
    blindTold: true,
    referenceHeld: isReady,
    ...(signals ? { phone: true as const } : {}),
  };
  const given = readGivenTimeline(clip, drill);
  if (!given.ok) throw new Error(`${clip.name}: ${given.problem}`);
  let coach = startCoach(setPlan, 0, followTimeline(setPlan, given.phases));
  const recorder = new SetRecorder(setPlan);
  recorder.observe(null, coach);
  const readings: Reading[] = [];
  for (let i = 0; i < clip.frames.length; i++) {
    const reading = readingEarlier(await see(BEFORE + i * step, i), ahead);
    readings.push(reading);
    const input = { kind: 'reading', reading } as const;
    coach = stepCoach(coach.state, input);
    recorder.observe(input, coach);
  }
  const record = recorder.finish({
    id: clip.name,
    startedAt: null,
    source: { kind: 'clip', fps: clip.fps, frames: readings.length, width: clip.width, height: clip.height },
    engine: { model: 'true landmarks', backend: 'none', why: '', version: '1' },
  });
  return { record, readings };
}
