import { type Milliseconds, SIDES } from '../../instrument/geometry/units.ts';
import { painLight } from '../review/after-set.ts';
import { endsRangeWork } from '../safety/answers.ts';
import { isRecent, type Person } from '../safety/person.ts';
import type { RedFlag } from '../safety/red-flags.ts';
import type { DrillReference, Programme, ProgrammeItem } from './programme.ts';

/** Ids of the app's own programmes. They are stored in plans of the week, so they never change. */
export type ProgrammeId =
  | CareId
  | 'movement-sequence'
  | 'hip-ir-breakout'
  | 'hip-ir-strength'
  | 'squat-run-primer'
  | 'hamstring-care';

/** A programme of the app without its name. `src/i18n` has the names in every language. */
export interface ProgrammeOutline extends Omit<Programme, 'title' | 'summary'> {
  readonly id: ProgrammeId;
}

export type ProgrammeNames = Readonly<Record<ProgrammeId, Pick<Programme, 'title' | 'summary'>>>;

const one = (drill: string, variant: string | null = null): readonly DrillReference[] => [{ drill, variant }];

const item = (drills: readonly DrillReference[], rest: Partial<Omit<ProgrammeItem, 'drills'>> = {}): ProgrammeItem => ({
  drills,
  goal: 'prep',
  side: 'each',
  rounds: null,
  reps: null,
  rest: 0,
  ...rest,
});

const once = (...items: readonly ProgrammeItem[]): Programme['blocks'] => [{ times: 1, items }];

/** Meant for twice a day. It is also the last part of the breakout, where it counts as one of the two. */
const MOVEMENT_SEQUENCE: ProgrammeOutline = {
  id: 'movement-sequence',
  blocks: once(item(one('hip-movement-sequence'))),
};

/** Band rotation and a 90/90 stretch three times in turn, then the movement sequence. */
const BREAKOUT: ProgrammeOutline = {
  id: 'hip-ir-breakout',
  blocks: [
    {
      times: 3,
      items: [
        item(one('quadruped-band-ir'), { rounds: 1, rest: 15 }),
        item([...one('ninety-ninety-stretch'), ...one('ninety-ninety-contract-relax')], {
          rounds: 1,
          rest: 30,
        }),
      ],
    },
    ...MOVEMENT_SEQUENCE.blocks,
  ],
};

/**
 * Pulses as a warm-up, then work at the end of the range, then lifts into it. The laptop stays on one table. The rounds keep
 * it within 40 minutes.
 */
const STRENGTH: ProgrammeOutline = {
  id: 'hip-ir-strength',
  blocks: once(
    item(one('supine-ir-pulses'), { rounds: 1, rest: 15 }),
    item(one('supine-sleeper'), { goal: 'strength', rounds: 2, rest: 60 }),
    item(one('ninety-ninety-pails-rails'), { goal: 'strength', rounds: 1, rest: 60 }),
    item([...one('ninety-ninety-lift-off'), ...one('ninety-ninety-lift-off-hinge')], { goal: 'strength', rounds: 2 }),
  ),
};

const KNEES = one('knee-to-knee', 'floor');
const PULSES = one('supine-ir-pulses', 'feet-flat');
const BAND = one('quadruped-band-ir');
const SEQUENCE = one('hip-movement-sequence');
const BALL = one('soft-tissue', 'ball');
const ROLLER = one('soft-tissue', 'roller');

/**
 * One gentle round of each, which is how physiotherapists begin: balance and strength in the middle of the range before its end
 * (thin bones: Brooke-Wavell 2022, doi 10.1136/bjsports-2021-104634; a sore pelvis: equal weight on both legs). The order of the keys
 * is the order in which they are asked for: the first that fits is the strictest. Feet on the floor bend a sore hip less than a wall.
 */
export const CARE = {
  'care-new-hip': [ROLLER, PULSES, SEQUENCE],
  'care-pelvis': [BAND],
  'care-pregnancy': [ROLLER, BAND, SEQUENCE],
  'care-bones': [PULSES, BAND, SEQUENCE],
  'care-growing': [KNEES, PULSES, SEQUENCE],
  'care-pinch': [BALL, PULSES, SEQUENCE],
  'care-sore': [BALL, KNEES, PULSES, SEQUENCE],
} satisfies Readonly<Record<string, readonly (readonly DrillReference[])[]>>;

/** The short programmes for whom the others do not fit. */
export type CareId = keyof typeof CARE;

const BY_FLAG: Readonly<Partial<Record<CareId, readonly RedFlag[]>>> = {
  'care-new-hip': ['new-hip', 'slipped-out', 'unsure-operation'],
  'care-pelvis': ['pelvic-pain', 'unsure-body'],
  'care-pregnancy': ['pregnancy'],
  'care-bones': ['thin-bones', 'cortisone', 'cancer', 'unsure-bones'],
  'care-growing': ['under-16', 'growing-pain'],
  'care-sore': ['hip-operation'],
};

const CARE_IDS = Object.keys(CARE) as readonly CareId[];

export const isCare = (id: string): id is CareId => Object.hasOwn(CARE, id);

/** The short programme for what the person told; null: the others fit. */
export function careFor({ flags, endFeel, pain, stops }: Person, now: Milliseconds): CareId | null {
  const flagged = CARE_IDS.find((id) => BY_FLAG[id]?.some((flag) => flags.includes(flag)));
  if (flagged !== undefined) return flagged;
  if (SIDES.some((side) => endFeel[side] !== undefined && endsRangeWork(endFeel[side]))) return 'care-pinch';
  const isSore = SIDES.some((side) => painLight(pain[side] ?? 0) !== 'green');
  return isSore || stops.some((stop) => isRecent(stop, now)) ? 'care-sore' : null;
}

/** Every programme of the app, in the order in which they are offered. */
const PROGRAMMES: readonly ProgrammeOutline[] = [
  BREAKOUT,
  STRENGTH,
  {
    id: 'squat-run-primer',
    blocks: once(
      item(BALL),
      item(one('knee-to-knee', 'wall'), { rounds: 1 }),
      item(one('supine-ir-pulses'), { rounds: 1, reps: 10 }),
    ),
  },
  {
    id: 'hamstring-care',
    // The order of the method: stretch, push and pull, then soft tissue.
    blocks: once(item(one('standing-hamstring'), { goal: 'build' }), item(ROLLER, { rest: 15 })),
  },
  MOVEMENT_SEQUENCE,
  ...CARE_IDS.map((id) => ({
    id,
    blocks: once(...CARE[id].map((drills) => item(drills, { rounds: 1, rest: 30 }))),
  })),
];

/** The app's own programmes with the names of a language. */
export const namedProgrammes = (names: ProgrammeNames): readonly Programme[] =>
  PROGRAMMES.map((programme) => ({ ...programme, ...names[programme.id] }));
