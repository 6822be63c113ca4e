/** English texts that drills of several families share; the German ones are in `shared-words.de.ts`. */

// The rule to stop, the same on every page, in every voice and at every end. Nobody eases off in pain, numbness or tingling.

const COME_BACK = 'come back until it’s gone.';
/** Spoken, without a reason to stop yet. */
export const PINCH = `A pinch in front: ${COME_BACK}` as const;
export const STILL_THERE = 'Still there: this drill is over.';
export const STOP_AT_ONCE = 'With any pain (knee and back too), numbness or tingling, stop at once.';
/** Begins every caution. */
export const STOP_RULE =
  `Pain-free range only. A pinch in the front of the hip: ${COME_BACK} ${STILL_THERE} ${STOP_AT_ONCE}` as const;

export const NOT_FOR =
  'Not with a fresh injury, a hip replacement or a recent hip operation: ask a doctor or physiotherapist first.';
/**
 * Of every drill with pushes of 5 s or more. Holding the breath in a hard push raises the blood pressure; training without it does
 * not (PubMed 2772038).
 */
export const KEEP_BREATHING =
  'Keep breathing while you push. With high blood pressure ask your doctor before hard pushes.';
