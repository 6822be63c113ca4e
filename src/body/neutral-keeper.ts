import type { Landmarks } from './landmarks.ts';
import type { MeasurementPlan } from './measurement-plan.ts';
import type { StillLandmarks } from './neutral-fit.ts';
import { findNeutral, glancePosture, type PostureFinding } from './neutral-search.ts';
import type { PersonCheck } from './person-check.ts';
import type { Picture } from './picture.ts';
import type { NeutralState } from './reading.ts';
import { stillnessWindow, type StillnessWindow } from './stillness.ts';
import { FITTED_LANDMARKS } from './skeleton.ts';
import { legJointIndex } from './start-pose.ts';
import { leadingSide, type Seconds } from './units.ts';

/** A neutral that has been held: what the measurement starts from. */
export interface HeldNeutral {
  readonly finding: PostureFinding;
  readonly still: StillLandmarks;
  /** Pictures from the hold, oldest first. */
  readonly pictures: readonly Picture[];
  readonly at: Seconds;
}

/** The live check of posture and view, for the placement screen. */
export interface Glance {
  readonly posture: 'ok' | 'wrong' | 'unknown';
  readonly view: 'good' | 'fair' | 'poor' | 'unknown';
}

export interface NeutralKeeper {
  /** Looks at one frame while getting ready or holding; returns the neutral in the frame that completes it. */
  step(picture: Picture, landmarks: Landmarks, check: PersonCheck, time: Seconds): HeldNeutral | null;
  /** A frame without a believable person. */
  miss(check: PersonCheck): void;
  /** From now on a still stretch counts. */
  ask(): void;
  readonly state: NeutralState;
  readonly glance: Glance;
}

const UNKNOWN: Glance = { posture: 'unknown', view: 'unknown' };
/** The posture is looked at this often; a glance costs a few milliseconds. */
const GLANCE_EVERY: Seconds = 0.5;
/** Pictures kept from the hold for the surface's template, and how far apart. */
const PICTURES = 20;
const PICTURE_EVERY: Seconds = 0.09;
/** After a stretch that held still in the wrong posture or view, the next try waits so long. */
const RETRY_AFTER: Seconds = 1;

export function neutralKeeper(plan: MeasurementPlan): NeutralKeeper {
  const planted = plantedLandmarks(plan);
  let window: StillnessWindow | null = null;
  let pictures: { time: Seconds; picture: Picture }[] = [];
  let asked = false;
  /** A neutral is held and no new one is asked for: the posture is the drill's business now. */
  let settled = false;
  let state: NeutralState = { kind: 'none' };
  let glance = UNKNOWN;
  let glancedAt = -Infinity;
  let refusedAt = -Infinity;

  function keep(picture: Picture, time: Seconds, since: Seconds): void {
    pictures = pictures.filter((p) => p.time >= since);
    const last = pictures.at(-1);
    if (last && time - last.time < PICTURE_EVERY) return;
    pictures.push({ time, picture: { ...picture, rgba: picture.rgba.slice() } });
    if (pictures.length > PICTURES) pictures.shift();
  }

  function look(w: StillnessWindow, picture: Picture, time: Seconds): void {
    if (time - glancedAt < GLANCE_EVERY) return;
    glancedAt = time;
    const { posture, view } = glancePosture(plan, w.still(picture.width, picture.height));
    glance = { posture, view: posture === 'ok' ? view : 'unknown' };
  }

  function hold(problem: Extract<NeutralState, { kind: 'holding' }>['problem'], progress: number): void {
    if (asked) state = { kind: 'holding', progress, problem };
  }

  function complete(w: StillnessWindow, picture: Picture, time: Seconds): HeldNeutral | null {
    const still = w.still(picture.width, picture.height);
    const finding = findNeutral(plan, still);
    glance = { posture: finding.posture, view: finding.posture === 'ok' ? finding.view : 'unknown' };
    if (finding.problem) {
      refusedAt = time;
      hold(finding.problem, 0.9);
      return null;
    }
    asked = false;
    settled = true;
    const kept = pictures.map((p) => p.picture);
    pictures = [];
    return { finding, still, pictures: kept, at: time };
  }

  return {
    step(picture, landmarks, check, time) {
      window ??= stillnessWindow(picture.width, planted);
      if (settled) return null;
      window.add(landmarks, time);
      if (asked) keep(picture, time, window.start);
      look(window, picture, time);
      if (!asked) return null;
      if (check.problem) hold(check.problem, window.progress);
      else if (time - refusedAt < RETRY_AFTER) return null;
      else if (window.progress >= 1) return complete(window, picture, time);
      else hold(window.moving ? 'moving' : null, window.progress);
      return null;
    },
    miss(check) {
      window?.clear();
      pictures = [];
      glance = UNKNOWN;
      hold(check.problem ?? 'no-person', 0);
    },
    ask() {
      asked = true;
      settled = false;
      refusedAt = -Infinity;
      window?.clear();
      pictures = [];
      state = { kind: 'holding', progress: 0, problem: null };
    },
    get state() {
      return state;
    },
    get glance() {
      return glance;
    },
  };
}

/** Landmarks of the joints that the drill keeps in place. */
function plantedLandmarks(plan: MeasurementPlan): number[] {
  const working = leadingSide(plan.side);
  return plan.motion.contacts.map((c) => FITTED_LANDMARKS[legJointIndex(c.joint, working)] ?? -1);
}
