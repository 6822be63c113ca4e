import type { DrillReference, Programme, ProgrammeItem } from './programme.ts';

/** Ids of the app's own programmes. They are stored in plans of the week, so they never change. */
export type ProgrammeId =
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

/** Meant for twice a day. It is also the last part of the breakout, where it counts as one of the two. */
const MOVEMENT_SEQUENCE: ProgrammeOutline = {
  id: 'movement-sequence',
  blocks: [{ times: 1, items: [item(one('hip-movement-sequence'))] }],
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
    { times: 1, items: [item(one('hip-movement-sequence'))] },
  ],
};

/**
 * Pulses as a warm-up, then work at the end of the range, then lifts into it. The laptop stays on one table. The rounds keep
 * it within 40 minutes.
 */
const STRENGTH: ProgrammeOutline = {
  id: 'hip-ir-strength',
  blocks: [
    {
      times: 1,
      items: [
        item(one('supine-ir-pulses'), { rounds: 1, rest: 15 }),
        item(one('supine-sleeper'), { goal: 'strength', rounds: 2, rest: 60 }),
        item(one('ninety-ninety-pails-rails'), { goal: 'strength', rounds: 1, rest: 60 }),
        item([...one('ninety-ninety-lift-off'), ...one('ninety-ninety-lift-off-hinge')], {
          goal: 'strength',
          rounds: 2,
        }),
      ],
    },
  ],
};

/** Every programme of the app, in the order in which they are offered. */
const PROGRAMMES: readonly ProgrammeOutline[] = [
  BREAKOUT,
  STRENGTH,
  {
    id: 'squat-run-primer',
    blocks: [
      {
        times: 1,
        items: [
          item(one('soft-tissue', 'ball')),
          item(one('knee-to-knee', 'wall'), { rounds: 1 }),
          item(one('supine-ir-pulses'), { rounds: 1, reps: 10 }),
        ],
      },
    ],
  },
  {
    id: 'hamstring-care',
    blocks: [
      {
        times: 1,
        // The order of the method: stretch, push and pull, then soft tissue.
        items: [item(one('standing-hamstring'), { goal: 'build' }), item(one('soft-tissue', 'roller'), { rest: 15 })],
      },
    ],
  },
  MOVEMENT_SEQUENCE,
];

/** The app's own programmes with the names of a language. */
export const namedProgrammes = (names: ProgrammeNames): readonly Programme[] =>
  PROGRAMMES.map((programme) => ({ ...programme, ...names[programme.id] }));
