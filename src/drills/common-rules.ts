import type { RuleDefinition, RuleId } from '../coach/drill-definition.ts';

// Rules that several drills share. Each drill adds the phases in which a rule applies, and its words.

/** A rule with a literal id, so that the compiler asks every language for its words. */
export type Rule<Id extends RuleId> = RuleDefinition & { readonly id: Id };

/**
 * The pelvis, or one sit bone in the 90/90 seat, lifts off the floor. Values are metres. A drill whose pelvis network does not measure
 * the lift to half a centimetre sets `sizeTold: false`, and only the event is reported.
 */
export const pelvisLiftRule = (
  own: Pick<RuleDefinition, 'phaseFactors' | 'explanation' | 'sizeTold'> &
    Partial<Pick<RuleDefinition, 'enter' | 'falseMotion' | 'certainty' | 'cue'>>,
): Rule<'pelvis-lift'> => ({
  id: 'pelvis-lift',
  channel: 'pelvis-lift',
  direction: 'positive',
  enter: 0.02,
  red: 0.035,
  falseMotion: 0.018,
  cue: 'Both back pockets heavy on the floor.',
  ...own,
});

/** The pelvis turns after a falling knee. Degrees of its turn about its long axis, which the knee gains and the hip does not. */
export const kneeChaseRule = (
  own: Pick<RuleDefinition, 'phaseFactors'> & Partial<Omit<RuleDefinition, 'id'>>,
): Rule<'knee-chase'> => ({
  id: 'knee-chase',
  channel: 'pelvis-twist',
  direction: 'negative',
  enter: 6,
  red: 10,
  falseMotion: 5,
  cue: 'Turn from the hip. Buckle to the ceiling.',
  explanation: 'Your pelvis turned after the knee, so the knee went further down than the hip turned.',
  ...own,
});

/** The hips leave their place in the picture, whichever way: turned, tilted or pushed. `enter`: metres across the line of sight. */
export const hipsShiftRule = (
  own: Pick<RuleDefinition, 'enter' | 'phaseFactors'> &
    Partial<Pick<RuleDefinition, 'cue' | 'explanation' | 'certainty' | 'dwell'>>,
): Rule<'hips-shift'> => ({
  id: 'hips-shift',
  channel: 'hips-shift',
  direction: 'positive',
  red: 1.7 * own.enter,
  falseMotion: own.enter,
  certainty: 2,
  cue: 'Keep your hips where they were.',
  explanation: 'Your hips left their place, so the hip joint did not do this alone.',
  ...own,
});

/** The repetitions are too fast; degrees per second of hip rotation. */
export const tooFastRule = (
  own: Pick<RuleDefinition, 'falseMotion' | 'cue' | 'explanation'> & Partial<Pick<RuleDefinition, 'enter' | 'red'>>,
): Rule<'too-fast'> => ({
  id: 'too-fast',
  channel: 'rotation-speed',
  direction: 'positive',
  enter: 60,
  red: 100,
  phaseFactors: { reps: 1 },
  ...own,
});

/** The hip moves during an isometric push. Measured in degrees from the start of the push. */
export const driftRule = (
  own: Pick<RuleDefinition, 'falseMotion' | 'phaseFactors' | 'cue' | 'explanation'> &
    Partial<Omit<RuleDefinition, 'id'>>,
): Rule<'isometric-drift'> => ({
  id: 'isometric-drift',
  channel: 'hip-internal-rotation',
  reference: 'push-start',
  direction: 'either',
  enter: 5,
  red: 10,
  ...own,
});

type BackRuleParts = Pick<RuleDefinition, 'phaseFactors' | 'cue' | 'explanation'> & Partial<Omit<RuleDefinition, 'id'>>;

const BACK_THRESHOLDS = { channel: 'back-arch', enter: 10, red: 17, falseMotion: 6 } as const;

/** The lower back arches; degrees of lumbar extension. */
export const backArchRule = (own: BackRuleParts): Rule<'back-arch'> => ({
  id: 'back-arch',
  direction: 'positive',
  ...BACK_THRESHOLDS,
  ...own,
});

/** The lower back rounds; degrees of lumbar flexion. */
export const backRoundRule = (own: BackRuleParts): Rule<'back-round'> => ({
  id: 'back-round',
  direction: 'negative',
  ...BACK_THRESHOLDS,
  ...own,
});
