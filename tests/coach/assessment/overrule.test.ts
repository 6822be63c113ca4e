import { expect, test } from 'vitest';
import { overruled } from '../../../src/coach/assessment/overrule.ts';
import { hipTest } from './make-hip-test.ts';
import { doseOf, drillsOf, proposalInput, proposed } from './make-proposal.ts';

const UNEVEN = hipTest([28, 16, 45, 40], [38, 28, 45, 40]);
const INPUT = proposalInput(UNEVEN);
const PROPOSAL = proposed(UNEVEN);
const PRESET = doseOf(PROPOSAL) ?? INPUT.drills[0]?.presets.build;
if (!PRESET) throw new Error('no preset');

test('the person’s own seconds replace those of the proposal, and the length follows', () => {
  const own = overruled(PROPOSAL, 'supine-sleeper', { ...PRESET, passive: 150 }, INPUT);
  expect(doseOf(own)?.passive).toBe(150);
  // Two rounds on one side, three on the other, 60 s more each.
  expect(own.length - PROPOSAL.length).toBe(5 * (150 - PRESET.passive));
});

test('with other rounds the hip that does one more keeps it', () => {
  const own = overruled(PROPOSAL, 'supine-sleeper', { ...PRESET, rounds: 3 }, INPUT);
  expect(drillsOf(own)).toEqual(expect.arrayContaining(['supine-sleeper left 4', 'supine-sleeper right 3']));
});

test('no own number leaves the safe limits', () => {
  const own = overruled(
    PROPOSAL,
    'supine-sleeper',
    { ...PRESET, passive: 9000, pailsRamp: 1, effort: [0.9, 1] },
    INPUT,
  );
  expect(doseOf(own)).toMatchObject({ passive: 300, pailsRamp: 5, effort: [0.8, 0.8] });
});

test('a drill that is not in the proposal changes nothing', () => {
  expect(overruled(PROPOSAL, 'standing-hamstring', PRESET, INPUT)).toBe(PROPOSAL);
});
