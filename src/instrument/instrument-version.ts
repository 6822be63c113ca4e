/**
 * What a set was measured by. Raised by one whenever a number changes its meaning, so that sets on both sides of the change are
 * never compared without saying so. 2: joints by the pose model alone. 3: in the sleeper and on hands and knees the shift of the hips
 * limits the pelvis's turn, in place of a network. 4: the sleeper takes the measured turn off. Records without a
 * version are 1.
 */
export const INSTRUMENT_VERSION = 4;

/** Version of the records from before versions were stored. */
const FIRST_INSTRUMENT_VERSION = 1;

/** The version by which a record, or what was taken from it, was measured. */
export const instrumentOf = ({ instrument }: { readonly instrument?: number | undefined }): number =>
  instrument ?? FIRST_INSTRUMENT_VERSION;
