/**
 * By how much a figure may be worse than its reference before that is a fault, for a reference that is written for the first
 * time. Afterwards they stand in the reference file and are changed there.
 *
 * @typedef {{ allowed: number, why: string }} Tolerance
 * @type {Readonly<Record<import('./accuracy-figures.mjs').FigureKind, Tolerance>>}
 */
export const TOLERANCES = {
  'mean-error': {
    allowed: 0.5,
    why: 'a tenth of the smallest change of range that a hand-held inclinometer can tell (5°)',
  },
  bias: { allowed: 0.5, why: 'as for the mean error' },
  limits: { allowed: 1, why: 'about twice the tolerance of the error: the limits are 1.96 deviations wide' },
  'mean-error-metres': { allowed: 0.002, why: 'a tenth of the lift that counts as an event (2 cm)' },
  'bias-metres': { allowed: 0.002, why: 'as for the mean error' },
  'limits-metres': { allowed: 0.004, why: 'twice the tolerance of the error' },
  'in-band': { allowed: 0.05, why: 'one frame in twenty; a clip has some 250 that are not independent' },
  coverage: { allowed: 0.05, why: 'one frame in twenty, about a second of a clip' },
  range: { allowed: 1.5, why: 'one largest value a clip, so three times as restless as a mean over frames' },
  missed: { allowed: 0, why: 'a compensation or repetition that used to be found is found again' },
  extra: { allowed: 0, why: 'one false warning more ends trust' },
  delay: { allowed: 0.2, why: 'two frames at 12 a second; a cue is late from 1 s on' },
  'rep-amplitude': { allowed: 1.5, why: 'two extreme values a repetition, as for a range' },
  'rep-hold': { allowed: 0.25, why: 'three frames at 12 a second' },
  f1: { allowed: 0.02, why: 'one event in fifty' },
  'false-per-clean-minute': { allowed: 0.1, why: 'the rate that the project aims to stay under' },
  'cue-precision': { allowed: 0.02, why: 'one cue in fifty' },
  'wrong-cues': { allowed: 0, why: 'one wrong word more ends trust' },
  'wrong-cues-per-clean-minute': {
    allowed: 0.1,
    why: 'a third of the rate that the project aims to stay under',
  },
  'unlike-truth': { allowed: 0, why: 'a set that used to be led and counted right is led and counted right' },
  'not-run': { allowed: 0, why: 'a clip that used to be run is run' },
};
