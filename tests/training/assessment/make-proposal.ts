import { dayInZone } from '../../../src/training/planning/civil-day.ts';
import type { HipQuestions, HipProposal, ProposalInput } from '../../../src/training/assessment/hip-programme.ts';
import type { HipTest } from '../../../src/training/assessment/hip-test.ts';
import { passportOf } from './make-hip-test.ts';
import { propose } from '../../../src/training/assessment/propose.ts';
import { NOBODY_YET, type Person } from '../../../src/training/safety/person.ts';
import { SIDES } from '../../../src/instrument/geometry/units.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { clampPreset } from '../../../src/drills/presets.ts';
import { setLength } from '../../../src/ui/home-and-drill/plan-choice.ts';
import { PROGRAMMES } from '../planning/english-programmes.ts';

export const NOW = Date.parse('2026-11-03T12:00:00Z');
const ANSWERS: HipQuestions = { goal: 'range', pain: 0, minutes: 35 };

export const proposalInput = (
  test: HipTest,
  answers: Partial<HipQuestions> = {},
  change: Partial<ProposalInput> = {},
): ProposalInput => {
  return {
    passport: passportOf(test),
    questions: { ...ANSWERS, ...answers },
    step: 'build',
    drills: DRILLS,
    sets: [],
    person: NOBODY_YET,
    clamp: clampPreset,
    lengthOf: setLength,
    plan: [],
    programmes: PROGRAMMES,
    now: NOW,
    dayOf: dayInZone('Europe/Berlin'),
    ...change,
  };
};

const DAY = 24 * 3600 * 1000;

/** Somebody whose drills of these families are on hold in both hips, for a pinch a month ago. */
export const holding = (families: readonly string[]): Person => ({
  ...NOBODY_YET,
  stops: families.flatMap((family) =>
    [31, 30].map((ago) => ({ family, sides: SIDES, startedAt: NOW - ago * DAY, ended: 'pinch' as const })),
  ),
});

/** The proposal; fails where there is none. */
export const proposed = (...input: Parameters<typeof proposalInput>): HipProposal => {
  const result = propose(proposalInput(...input));
  if (result.kind === 'none') throw new Error(`no proposal: ${result.why}`);
  return result;
};

export const drillsOf = ({ programme }: HipProposal): readonly string[] =>
  programme.blocks.flatMap(({ items }) =>
    items.map(({ drills, side, rounds }) => `${drills[0]?.drill} ${side} ${rounds}`),
  );

/** The preset of the first drill with push and pull. */
export const doseOf = ({ presets }: HipProposal) => presets[0]?.preset;
