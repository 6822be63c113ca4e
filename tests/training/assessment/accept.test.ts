import { expect, it } from 'vitest';
import { type Accepted, accepted, isTaken } from '../../../src/training/assessment/accept.ts';
import type { HipProposal } from '../../../src/training/assessment/hip-programme.ts';
import { hipTest } from './make-hip-test.ts';
import { proposed } from './make-proposal.ts';

const TEST = hipTest([38, 20, 44, 38], [40, 33, 45, 40]);
const PROPOSAL = proposed(TEST);
const NOTHING: Accepted = { programmes: [], programmeRuns: {}, week: [], presets: {}, hipPlan: null };
const NAMES = { title: 'My hips', summary: '', at: '2026-11-03T12:00:00.000Z' };

const taken = (proposal: HipProposal): Accepted => {
  const change = accepted(NOTHING, proposal, { goal: 'range', pain: 0, minutes: 35 }, TEST, NAMES);
  if (change === null) throw new Error('there is no room');
  // As it comes back from the storage, with the keys in another order.
  const reversed = (_key: string, value: unknown): unknown =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toReversed())
      : value;
  return JSON.parse(JSON.stringify(change, reversed)) as Accepted;
};

it('a programme that was taken is the person’s, until a drill, a number, the step or the test is another', () => {
  const own = taken(PROPOSAL);
  const [first] = PROPOSAL.presets;
  if (first === undefined) throw new Error('no preset');
  const longer = { ...first, preset: { ...first.preset, passive: first.preset.passive + 30 } };
  expect(isTaken(NOTHING, PROPOSAL, TEST)).toBe(false);
  expect(isTaken(own, PROPOSAL, TEST)).toBe(true);
  expect(isTaken(own, { ...PROPOSAL, presets: [longer, ...PROPOSAL.presets.slice(1)] }, TEST)).toBe(false);
  expect(isTaken(own, { ...PROPOSAL, step: 'strength' }, TEST)).toBe(false);
  expect(isTaken(own, { ...PROPOSAL, programme: { ...PROPOSAL.programme, blocks: [] } }, TEST)).toBe(false);
  expect(isTaken(own, PROPOSAL, { id: 'another' })).toBe(false);
});

it('days that the person changed do not make it another programme', () => {
  const own = taken(PROPOSAL);
  expect(isTaken({ ...own, week: [] } as Accepted, PROPOSAL, TEST)).toBe(true);
});
