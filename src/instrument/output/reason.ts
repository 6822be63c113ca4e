/**
 * Why a number is not given, or not given in full. Expected outcomes, so values and not errors.
 * The words a person reads for each stand in `src/ui`, in plain language with what to change.
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
  | 'bad-view'
  | 'already-stretched'
  | 'not-the-start'
  | 'no-neutral'
  | 'camera-moved'
  | 'foot-slid'
  | 'knee-straight'
  | 'thigh-towards-lens'
  | 'joints-hidden'
  | 'left-right-mixed'
  | 'pelvis-hidden'
  | 'pelvis-lost'
  | 'pelvis-too-dark'
  | 'other-pelvis-motion'
  | 'back-hidden'
  | 'trunk-leans'
  | 'not-seen-from-here'
  | 'poor-fit';

/** Parts named by the framing check, from the top of the body down. */
export type BodyPart = 'head' | 'shoulders' | 'hips' | 'left knee' | 'right knee' | 'left foot' | 'right foot';
