/** How hard the work is. `gentle` has no hard push and no hard pull. */
export type HipStep = 'gentle' | 'build' | 'strength';
export const HIP_STEPS: readonly HipStep[] = ['gentle', 'build', 'strength'];

/** What is asked before the first set, and again after a set that ended for a symptom. */
export type RedFlag = 'night-pain' | 'fever' | 'fall' | 'pregnancy' | 'thin-bones' | 'loose-joints' | 'under-16';

/**
 * Whether range may be worked on. `open`: yes. `keep`: what is there may be used, nothing is opened. `easy`: no push, pull or
 * hold at the end of the range either. `none`: no drill that goes to the end of the range.
 */
export type RangeWork = 'open' | 'keep' | 'easy' | 'none';

/** What an answer does. `see-first`: no set until somebody with training has looked at it. `limits`: sets go on within limits. */
export type FlagEffect =
  | { readonly does: 'see-first' }
  | {
      readonly does: 'limits';
      readonly hardest: HipStep;
      readonly range: RangeWork;
      /** Postures that are left out: lying on the back, or folding the trunk forward. */
      readonly without: readonly ('lying' | 'folding')[];
    };

const SEE_FIRST: FlagEffect = { does: 'see-first' };

/**
 * The table. Sources:
 * - night pain, fever, fall: red flags for hip conditions, NHS Gloucestershire (g-care.glos.nhs.uk/pathway/28/resource/3):
 *   continuous pain also at night, unwell with a raised temperature, injury. Who was seen may go on.
 * - pregnancy: lying flat on the back for long is advised against from 16 weeks on (NHS, exercise in pregnancy).
 * - thin bones: fracture through a thin bone is on the same list. No hard push and no folding under load: judgement.
 * - loose joints: laxity is a risk factor for the joint (Enseki 2023, doi 10.2519/jospt.2023.0302). Range is not what they lack.
 * - under 16: growth plates; a slipped one is on the same list. Gentle only: judgement.
 */
export const RED_FLAGS: Readonly<Record<RedFlag, FlagEffect>> = {
  'night-pain': SEE_FIRST,
  fever: SEE_FIRST,
  fall: SEE_FIRST,
  pregnancy: { does: 'limits', hardest: 'gentle', range: 'keep', without: ['lying'] },
  'thin-bones': { does: 'limits', hardest: 'gentle', range: 'open', without: ['folding'] },
  'loose-joints': { does: 'limits', hardest: 'strength', range: 'keep', without: [] },
  'under-16': { does: 'limits', hardest: 'gentle', range: 'open', without: [] },
};

export const FLAGS = Object.keys(RED_FLAGS) as readonly RedFlag[];
