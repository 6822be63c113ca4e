import type { BodyTracker, CreateBodyTracker, TrackerInput, TrackerOutput } from './body-tracker.ts';
import { checkLight } from './light-check.ts';
import { type Measured, type Measuring, startMeasuring } from './measuring.ts';
import { neutralKeeper, type NeutralKeeper } from './neutral-keeper.ts';
import { checkPerson, type PersonCheck } from './person-check.ts';
import type { FramingCheck, NeutralState, Reading } from './reading.ts';
import type { Reason } from './reason.ts';

/**
 * The instrument behind the pose model, frame by frame: light → person → neutral (until it is held) → fit and pelvis (after).
 * A new neutral may be asked for at any time; until it is held the old one goes on measuring unless the laptop has moved.
 */
export const createBodyTracker: CreateBodyTracker = (plan, clock): BodyTracker => {
  const keeper = neutralKeeper(plan);
  let measuring: Measuring | null = null;
  let neutral: NeutralState = { kind: 'none' };
  let asking = false;
  let moved = false;

  function measure(input: TrackerInput, check: PersonCheck): Measured | null {
    const { picture, landmarks, time } = input;
    if (!landmarks || check.problem === 'no-person') {
      keeper.miss(check);
      return null;
    }
    const held = keeper.step(picture, landmarks, check, time);
    if (held) {
      measuring = startMeasuring(plan, held, clock);
      neutral = { kind: 'set', at: held.at, quality: measuring.quality };
      asking = false;
      moved = false;
    }
    if (!measuring) return null;
    moved = measuring.cameraMoved(picture, time);
    return measuring.step(picture, landmarks, check, time);
  }

  return {
    beginNeutral() {
      asking = true;
      keeper.ask();
    },
    step(input): TrackerOutput {
      const { picture, landmarks, time } = input;
      const before = clock();
      const light = checkLight(picture);
      const check = checkPerson(landmarks, picture.width, picture.height);
      const measured = measure(input, check);
      const person = personOf(check, light.problem);
      const surfaceMilliseconds = measured ? (measuring?.surfaceMilliseconds ?? 0) : 0;
      const reading: Omit<Reading, 'timings'> = {
        time,
        width: picture.width,
        height: picture.height,
        person,
        landmarks: check.problem === 'no-person' ? null : landmarks,
        skeleton: measured?.skeleton ?? null,
        light,
        framing: framingOf(check, keeper),
        neutral: asking ? keeper.state : neutral,
        cameraMoved: moved,
        body: person.seen ? (measured?.body ?? null) : null,
      };
      return { reading, surfaceMilliseconds, fitMilliseconds: clock() - before - surfaceMilliseconds };
    },
  };
};

/** After neutral a foot at the edge of the picture is the body's own business; before it, it is a reason to move the laptop. */
function personOf(check: PersonCheck, light: Reason | null): Reading['person'] {
  if (!check.problem || check.problem === 'out-of-frame') return { seen: true };
  const reason = check.problem === 'no-person' && light ? light : check.problem;
  return { seen: false, reason };
}

function framingOf(check: PersonCheck, keeper: NeutralKeeper): FramingCheck {
  const { posture, view } = keeper.glance;
  const problem =
    check.problem ??
    (posture === 'wrong' ? 'wrong-posture' : posture === 'ok' && view === 'poor' ? 'bad-view' : null);
  return {
    missing: check.missing,
    size: check.size,
    extent: check.extent,
    posture,
    view,
    ready: problem === null && posture === 'ok',
    problem,
  };
}
