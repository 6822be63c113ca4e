import type { RuleDefinition, RuleId } from '../coach/drill-definition.ts';

/** Rules that several drills share; each drill says when they are armed and what they mean in it. */

/** One whose id is known, so that other languages must have its words. */
export type Rule<Id extends RuleId> = RuleDefinition & { readonly id: Id };

/**
 * The pelvis comes off the floor under somebody who lies on the back. Only where a pelvis model sees the lift to half a
 * centimetre is its size told; elsewhere it is an event.
 */
export const pelvisLiftRule = (
  own: Pick<RuleDefinition, 'armed' | 'explanation' | 'sizeTold'> &
    Partial<Pick<RuleDefinition, 'enter' | 'falseMotion' | 'certainty'>>,
): Rule<'pelvis-lift'> => ({
  id: 'pelvis-lift',
  channel: 'pelvis-lift',
  direction: 'positive',
  enter: 0.02,
  red: 0.035,
  falseMotion: 0.018,
  cue: 'Both sit bones heavy. Let the floor hold them.',
  ...own,
});

/** Repetitions thrown rather than done. */
export const tooFastRule = (own: Pick<RuleDefinition, 'falseMotion' | 'cue' | 'explanation'>): Rule<'too-fast'> => ({
  id: 'too-fast',
  channel: 'rotation-speed',
  direction: 'positive',
  enter: 60,
  red: 100,
  armed: { reps: 1 },
  ...own,
});

/** The hip moves in a push against what does not give. */
export const driftRule = (
  own: Pick<RuleDefinition, 'falseMotion' | 'armed' | 'cue' | 'explanation'> & Partial<Omit<RuleDefinition, 'id'>>,
): Rule<'isometric-drift'> => ({
  id: 'isometric-drift',
  channel: 'hip-internal-rotation',
  reference: 'push-start',
  direction: 'either',
  enter: 5,
  red: 10,
  ...own,
});

/** The chest turns over the pelvis: the spine does it, not the hip. */
export const turnRule = (own: Pick<RuleDefinition, 'armed' | 'cue' | 'explanation'>): Rule<'trunk-turn'> => ({
  id: 'trunk-turn',
  channel: 'trunk-turn',
  direction: 'either',
  enter: 15,
  red: 25,
  falseMotion: 15,
  ...own,
});

type OfTheBack = Pick<RuleDefinition, 'armed' | 'cue' | 'explanation'> & Partial<Omit<RuleDefinition, 'id'>>;

const BACK_BENDS = { channel: 'back-arch', enter: 10, red: 17, falseMotion: 6 } as const;

/** The lower back hollows. */
export const backArchRule = (own: OfTheBack): Rule<'back-arch'> => ({
  id: 'back-arch',
  direction: 'positive',
  ...BACK_BENDS,
  ...own,
});

/** The lower back rounds. */
export const backRoundRule = (own: OfTheBack): Rule<'back-round'> => ({
  id: 'back-round',
  direction: 'negative',
  ...BACK_BENDS,
  ...own,
});
