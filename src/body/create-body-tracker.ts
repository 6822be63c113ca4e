import type { BodyTracker, CreateBodyTracker, TrackerInput, TrackerOutput } from './body-tracker.ts';
import { checkLight } from './light-check.ts';
import { type Measured, type Measuring, startMeasuring } from './measuring.ts';
import { type HeldNeutral, neutralKeeper, type NeutralKeeper } from './neutral-keeper.ts';
import type { Outside } from './outside-watch.ts';
import { checkPerson, type PersonCheck } from './person-check.ts';
import type { FramingCheck, NeutralState, Reading } from './reading.ts';
import type { Reason } from './reason.ts';
import { isWithin, type Seconds } from './units.ts';

/** A neutral asked for so soon after the leg lay outside is asked for because of that. */
const DOUBT_LASTS: Seconds = 3;

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
  /** What the last neutral was worth shows when the one is held that was asked for in doubt of it: it may stand all the same. */
  let doubted: Measuring | null = null;
  let now: Seconds = 0;

  function settle(held: HeldNeutral): void {
    const standing = doubted !== null && !moved && doubted.outside.isUpheldBy(held.still) ? doubted : null;
    measuring = standing ?? startMeasuring(plan, held, clock);
    neutral = stateOf(measuring, held, doubted && { upholdsLast: standing !== null });
    doubted = null;
    asking = false;
    moved = false;
  }

  function measure({ picture, landmarks, time }: TrackerInput, check: PersonCheck): Measured | null {
    if (!landmarks || check.problem === 'no-person') {
      keeper.miss(check);
      return null;
    }
    const held = keeper.step(picture, landmarks, check, time);
    if (held) settle(held);
    if (!measuring) return null;
    moved = measuring.cameraMoved(picture, time);
    return measuring.step(picture, landmarks, check, time);
  }

  return {
    beginNeutral() {
      asking = true;
      if (freshDoubt(measuring, now)) doubted = measuring;
      keeper.ask(freshDoubt(measuring, now)?.still);
    },
    step(input): TrackerOutput {
      const { picture, landmarks, time } = input;
      now = time;
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
        startDoubted: !asking && (measuring?.outside.isOutside ?? false),
        body: person.seen ? (measured?.body ?? null) : null,
      };
      return { reading, surfaceMilliseconds, fitMilliseconds: clock() - before - surfaceMilliseconds };
    },
  };
};

const freshDoubt = (measuring: Measuring | null, now: Seconds): Outside | null => {
  const outside = measuring?.outside.last ?? null;
  return outside && isWithin(now - outside.at, DOUBT_LASTS) ? outside : null;
};

const stateOf = (
  { quality }: Measuring,
  { at }: HeldNeutral,
  verdict: { readonly upholdsLast: boolean } | null,
): NeutralState => ({ kind: 'set', at, quality, ...verdict });

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
