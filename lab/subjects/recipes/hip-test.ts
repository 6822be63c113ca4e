import type { Degrees, Seconds } from '../../../src/instrument/geometry/units.ts';
import { bump, labRecipe, type LabRecipe, type ShownCompensation } from './lab-recipe.ts';

/** One try: how far the hip goes, and how far the pelvis joins in then. 0: it stays. */
interface Try {
  readonly kind: 'passive' | 'hold';
  /** Positive: internal. */
  readonly hip: Degrees;
  readonly pelvis: Degrees;
}

const HOLD: Seconds = 3.2;
const OUT: Seconds = 1.8;
const JOIN: Seconds = 0.9;
const STAY: Seconds = 0.7;
const BACK: Seconds = 1.4;
const PAUSE: Seconds = 0.4;
const EACH = OUT + JOIN + STAY + BACK + PAUSE;

/** The pelvis hikes about the thigh of a bent hip, and rolls about the thigh of a straight one. */
const PELVIS = {
  seated: { channel: 'obliquity', rule: 'pelvis-list', sign: 1 },
  supine: { channel: 'obliquity', rule: 'pelvis-list', sign: 1 },
  prone: { channel: 'twist', rule: 'pelvis-twist', sign: -1 },
} as const;

type Position = keyof typeof PELVIS;

function hipTest(position: Position, name: string, tries: readonly Try[], manner?: 'strap'): LabRecipe {
  const { channel, rule, sign } = PELVIS[position];
  const starts = tries.map((one, index) => ({ ...one, start: HOLD + index * EACH }));
  const joined = starts.filter(({ pelvis }) => pelvis > 0);
  const pelvisKeys = joined.flatMap(({ start, pelvis, hip }) =>
    bump(start + OUT, [JOIN, STAY, BACK], sign * Math.sign(hip) * pelvis),
  );
  const compensations: ShownCompensation[] = joined
    .filter(({ pelvis }) => pelvis > 6)
    .map(({ start, pelvis }) => ({ rule, start: start + OUT, end: start + EACH, size: pelvis }));
  return labRecipe({
    id: `hip-test-${position}-${name}`,
    drill: 'hip-test',
    variant: position,
    ...(manner && { manner }),
    shows: 'each way with a passive and an active try; in some the pelvis joins in at the end',
    fps: 6,
    keepsRate: true,
    phases: [
      { kind: 'neutral', start: 0, end: HOLD },
      ...starts.map(({ kind, start }) => ({ kind, start, end: start + EACH })),
    ],
    keys: {
      rotation: starts.flatMap(({ start, hip }) => bump(start, [OUT, JOIN + STAY, BACK], hip)),
      [channel]: pelvisKeys,
    },
    compensations,
  });
}

/** Passive and active, internal then external; the pelvis's part in the same order. */
const tries = (hips: readonly [Degrees, Degrees, Degrees, Degrees], pelvis: readonly Degrees[]): readonly Try[] =>
  hips.map((hip, index) => ({ kind: index % 2 === 0 ? 'passive' : 'hold', hip, pelvis: pelvis[index] ?? 0 }));

const HIPS = {
  a: tries([34, 26, -38, -30], [9, 0, 10, 0]),
  b: tries([22, 17, -30, -24], [8, 8, 0, 8]),
  c: tries([41, 36, -44, -33], [0, 9, 9, 0]),
  d: tries([28, 16, -25, -19], [10, 0, 0, 8]),
} as const;

/** Hikes of 4 to 5.5°, which are at the edge of what is told; seated. */
const SMALL = {
  'small-a': tries([32, 24, -36, -28], [4, 5, 5.5, 0]),
  'small-b': tries([26, 20, -40, -31], [5.5, 0, 4, 5]),
} as const;

/** With a strap round the foot and its ends in the hands; seated. */
const STRAP = {
  'strap-a': tries([33, 25, -37, -29], [9, 0, 9, 0]),
  'strap-b': tries([24, 18, -31, -25], [0, 8, 9, 8]),
} as const;

export const hipTestRecipes: readonly LabRecipe[] = [
  ...(['seated', 'supine', 'prone'] as const).flatMap((position) =>
    Object.entries(HIPS).map(([name, moves]) => hipTest(position, name, moves)),
  ),
  ...Object.entries(SMALL).map(([name, moves]) => hipTest('seated', name, moves)),
  ...Object.entries(STRAP).map(([name, moves]) => hipTest('seated', name, moves, 'strap')),
];
