/**
 * Why a number is not given, or is less certain. These are expected outcomes, so they are values and not errors. The
 * texts that people read are in `src/i18n`.
 */
export type Reason =
  | 'no-picture'
  | 'no-person'
  | 'too-dark'
  | 'dim'
  | 'too-bright'
  | 'against-light'
  | 'lens-covered'
  | 'person-too-small'
  | 'person-too-large'
  | 'out-of-frame'
  | 'implausible-body'
  | 'wrong-posture'
  | 'hips-up'
  | 'not-lying'
  | 'legs-not-planted'
  | 'bent-forward'
  | 'leg-stretched'
  | 'upside-down'
  | 'bad-view'
  | 'already-stretched'
  | 'back-rounded'
  | 'not-the-start'
  | 'no-neutral'
  | 'camera-moved'
  | 'camera-tilted'
  | 'picture-slid'
  | 'picture-zoomed'
  | 'picture-turned'
  | 'picture-resized'
  | 'picture-frozen'
  | 'picture-too-slow'
  | 'posture-left'
  | 'foot-slid'
  | 'knee-straight'
  | 'thigh-towards-lens'
  | 'joints-hidden'
  | 'knee-hidden'
  | 'left-right-mixed'
  | 'pelvis-hidden'
  | 'pelvis-lost'
  | 'pelvis-too-dark'
  | 'back-hidden'
  | 'trunk-leans'
  | 'not-seen-from-here'
  | 'phone-silent'
  | 'phone-slid'
  | 'poor-fit';

/** Why a knee cannot be read: the near leg covers it, or it cannot be made out for another reason. */
export type KneeProblem = Extract<Reason, 'knee-hidden' | 'joints-hidden'>;

/** Parts of the body that the framing check can name, from the top down. */
export type BodyPart = 'head' | 'shoulders' | 'hips' | 'left knee' | 'right knee' | 'left foot' | 'right foot';
