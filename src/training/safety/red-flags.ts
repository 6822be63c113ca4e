import type { Degrees } from '../../instrument/geometry/units.ts';
import type { Demand, Goal } from '../../coach/drill-definition.ts';

/** How hard the work is. `gentle` has no hard push and no hard pull. */
export type HipStep = 'gentle' | 'build' | 'strength';
export const HIP_STEPS: readonly HipStep[] = ['gentle', 'build', 'strength'];
/** The goal of the sets of a step. */
export const GOAL_OF: Readonly<Record<HipStep, Goal>> = { gentle: 'prep', build: 'build', strength: 'strength' };

/**
 * Whether range may be worked on. `open`: yes. `keep`: what is there may be used, nothing is opened. `easy`: no push, pull or
 * hold at the end of the range either.
 */
export type RangeWork = 'open' | 'keep' | 'easy';

/** Limits of a person. Absent: none of that kind. */
export interface Limits {
  readonly hardest?: HipStep;
  readonly range?: RangeWork;
  readonly closes?: readonly Demand[];
  /** Internal rotation from the start that no hip may pass. */
  readonly degrees?: Degrees;
}

/** What an answer does. */
export interface FlagEffect {
  /** True: no set until somebody with training has looked at it. */
  readonly first?: true;
  /** What holds: with `first` once it was looked at, else always. */
  readonly limits: Limits;
  /** What holds instead once somebody with training has looked at it. Absent: the same. */
  readonly seen?: Limits;
}

const FREE: FlagEffect = { first: true, limits: {} };

/** Bones that may break: no trunk that folds or turns under load, no strap, no new range. */
const FRAGILE: Limits = { hardest: 'gentle', range: 'keep', closes: ['folds', 'twists', 'pulls-shin'] };

/** Beyond this a hip that can slip out is stopped: a small turn, short of its end. Degrees from the start. Judgement. */
const REPLACED_LIMIT: Degrees = 10;

/** A hip that can slip out: no end of its turn, never turned in while bent, nothing across the middle, no fold, no strap. */
const CAN_SLIP: Limits = {
  hardest: 'gentle',
  range: 'keep',
  closes: ['end-passive', 'end-loaded', 'end-active', 'bent-in', 'folds', 'twists', 'pulls-shin'],
  degrees: REPLACED_LIMIT,
};

const PREGNANT: Limits = { hardest: 'gentle', range: 'keep', closes: ['lies-flat', 'pulls-shin'] };
/** Both halves of the pelvis carry the same: no standing on one leg, no 90/90 seat. */
const SORE_PELVIS: Limits = { ...PREGNANT, closes: ['lies-flat', 'pulls-shin', 'one-leg', 'uneven-seat', 'twists'] };

const GROWING: Limits = { hardest: 'gentle', closes: ['pulls-shin'] };

/**
 * The table. What a source does not say is judgement. Who is not sure is treated as if the row held: our own rule, in the
 * spirit of the PAR-Q ("if in doubt, ask a doctor").
 * - numb between the legs, bladder: signs of a pressed nerve root, an emergency (Royal Free London NHS).
 * - night pain, fever, fall: red flags for hips, NHS Gloucestershire (g-care.glos.nhs.uk/pathway/28/resource/3).
 * - groin pain with running: a stress fracture of the femoral neck (Robertson and Wood 2017, doi 10.1055/s-0043-103946).
 * - a new hip: no flexion beyond 90°, no internal rotation, no adduction after the usual approach (Eannucci 2019,
 *   doi 10.1007/s11420-019-09708-9). For how long differs, so whoever operated decides.
 * - cortisone: necrosis of the femoral head (Liu 2017, doi 10.4103/0366-6999.217094). Cancer: on the list above.
 * - thin bones: the trunk folded or turned to its end can break a vertebra (Giangregorio 2015, doi 10.1007/s00198-014-2881-4).
 * - pressure: hard isometric work raises the blood pressure with its effort (MacDougall 1992, doi 10.1152/jappl.1992.73.4.1590).
 * - pregnancy: not on the back for long (NHS). With a sore pelvis: equal weight on both legs (Northern Care Alliance NHS).
 * - loose joints: laxity is a risk factor for the joint (Enseki 2023, doi 10.2519/jospt.2023.0302). Range is not what they lack.
 * - a growing hip that hurts, limps or has lost rotation: a slipped epiphysis (Peck, Voss and Voss, Am Fam Physician 2017;95:779).
 */
const EFFECTS = {
  'numb-saddle': FREE,
  'night-pain': FREE,
  fever: FREE,
  fall: FREE,
  'unsure-pain': FREE,
  'no-weight': FREE,
  'running-groin': FREE,
  'new-hip': { first: true, limits: CAN_SLIP },
  'slipped-out': { first: true, limits: CAN_SLIP },
  'hip-operation': { first: true, limits: { hardest: 'gentle', range: 'keep', closes: ['pulls-shin', 'folds'] } },
  'unsure-operation': { first: true, limits: CAN_SLIP },
  'thin-bones': { limits: FRAGILE },
  cortisone: { first: true, limits: FRAGILE },
  cancer: { first: true, limits: FRAGILE },
  'unsure-bones': { first: true, limits: FRAGILE },
  pressure: { limits: { hardest: 'gentle' }, seen: { hardest: 'build' } },
  pregnancy: { limits: PREGNANT },
  'pelvic-pain': { limits: SORE_PELVIS },
  'loose-joints': { limits: { range: 'keep' } },
  'under-16': { limits: GROWING },
  'growing-pain': { first: true, limits: GROWING },
  'unsure-body': { limits: SORE_PELVIS },
} satisfies Readonly<Record<string, FlagEffect>>;

/** What is asked before the first set and before a hip test. Stored, so an id never changes. `unsure-…`: the row holds, and no more is known. */
export type RedFlag = keyof typeof EFFECTS;

export const RED_FLAGS: Readonly<Record<RedFlag, FlagEffect>> = EFFECTS;

export const FLAGS = Object.keys(RED_FLAGS) as readonly RedFlag[];

/** A row of the questions. A yes opens its answers; with one answer there is nothing more to ask. */
export interface SafetyRow {
  readonly id: 'numb' | 'pain' | 'weight' | 'running' | 'operation' | 'bones' | 'pressure' | 'body';
  readonly flags: readonly RedFlag[];
  /** What holds while none of the answers is given, or the person does not know. Null: the one answer. */
  readonly unsure: RedFlag | null;
}

/** The rows in their order: what cannot wait comes first. */
export const SAFETY_ROWS: readonly SafetyRow[] = [
  { id: 'numb', flags: ['numb-saddle'], unsure: null },
  { id: 'pain', flags: ['night-pain', 'fever', 'fall'], unsure: 'unsure-pain' },
  { id: 'weight', flags: ['no-weight'], unsure: null },
  { id: 'running', flags: ['running-groin'], unsure: null },
  { id: 'operation', flags: ['new-hip', 'slipped-out', 'hip-operation'], unsure: 'unsure-operation' },
  { id: 'bones', flags: ['thin-bones', 'cortisone', 'cancer'], unsure: 'unsure-bones' },
  { id: 'pressure', flags: ['pressure'], unsure: null },
  {
    id: 'body',
    flags: ['under-16', 'growing-pain', 'pregnancy', 'pelvic-pain', 'loose-joints'],
    unsure: 'unsure-body',
  },
];
