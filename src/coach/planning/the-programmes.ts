import { programmes } from '../../i18n/en/programmes.ts';
import type { DrillReference, Programme, ProgrammeItem } from './programme.ts';

/** Their names in English. */
const { known } = programmes;

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

/** Taken twice a day by itself; also the end of the breakout, where it counts as one of the two. */
const MOVEMENT_SEQUENCE: Programme = {
  id: 'movement-sequence',
  ...known['movement-sequence'],
  blocks: [{ times: 1, items: [item(one('hip-movement-sequence'))] }],
};

/** The circuit of seed 002. */
export const BREAKOUT: Programme = {
  id: 'hip-ir-breakout',
  ...known['hip-ir-breakout'],
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

/** Every programme of the app, in the order in which it is offered. */
export const PROGRAMMES: readonly Programme[] = [
  BREAKOUT,
  {
    id: 'hip-ir-strength',
    ...known['hip-ir-strength'],
    blocks: [
      {
        times: 1,
        items: [
          item(one('supine-sleeper'), { goal: 'strength', rest: 60 }),
          item(one('ninety-ninety-pails-rails'), { goal: 'strength', rest: 60 }),
          item([...one('ninety-ninety-lift-off'), ...one('ninety-ninety-lift-off-hinge')], {
            goal: 'strength',
          }),
        ],
      },
    ],
  },
  {
    id: 'squat-run-primer',
    ...known['squat-run-primer'],
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
    ...known['hamstring-care'],
    blocks: [
      {
        times: 1,
        items: [item(one('standing-hamstring'), { goal: 'build', rest: 30 }), item(one('soft-tissue', 'roller'))],
      },
    ],
  },
  MOVEMENT_SEQUENCE,
];

export const programmeById = (own: readonly Programme[], id: string): Programme | null =>
  [...PROGRAMMES, ...own].find((programme) => programme.id === id) ?? null;
