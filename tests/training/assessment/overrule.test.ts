import { expect, test } from 'vitest';
import type { Preset } from '../../../src/coach/drill-definition.ts';
import type { Why } from '../../../src/training/assessment/hip-programme.ts';
import { overruled } from '../../../src/training/assessment/overrule.ts';
import { hipTest } from './make-hip-test.ts';
import { doseOf, drillsOf, proposalInput, proposed } from './make-proposal.ts';

const UNEVEN = hipTest([28, 16, 45, 40], [38, 28, 45, 40]);
const INPUT = proposalInput(UNEVEN);
const PROPOSAL = proposed(UNEVEN);
const PRESET = doseOf(PROPOSAL) ?? INPUT.drills[0]?.presets.build;
if (!PRESET) throw new Error('no preset');

const own = (change: Partial<Preset>) => overruled(PROPOSAL, { ...PRESET, ...change }, INPUT);

test('the person’s own seconds replace those of the proposal, and the length follows', () => {
  const longer = own({ passive: 150 });
  expect(doseOf(longer)?.passive).toBe(150);
  // Two rounds on one side, three on the other, 60 s more each.
  expect(longer.length - PROPOSAL.length).toBe(5 * (150 - PRESET.passive));
});

test('with other rounds the hip that does one more keeps it', () => {
  expect(drillsOf(own({ rounds: 3 }))).toEqual(
    expect.arrayContaining(['supine-sleeper left 4', 'supine-sleeper right 3']),
  );
});

test('a part that offers two drills gets the own rounds once, and both drills get the own numbers', () => {
  const even = proposed(hipTest([28, 22, 45, 40], [28, 22, 45, 40]));
  const rounds = (even.presets[0]?.preset.rounds ?? 0) + 1;
  expect(even.presets).toHaveLength(2);
  const changed = overruled(even, { ...PRESET, rounds }, INPUT);
  expect(drillsOf(changed)).toContain(`supine-sleeper each ${rounds}`);
  expect(changed.presets.map(({ preset }) => preset.rounds)).toEqual([rounds, rounds]);
});

test('no own number leaves the safe limits', () => {
  expect(doseOf(own({ passive: 9000, pailsRamp: 1, effort: [0.9, 1] }))).toMatchObject({
    passive: 300,
    pailsRamp: 5,
    effort: [0.8, 0.8],
  });
});

test('the reasons name the own numbers, and keep their reason only where the number stayed', () => {
  const of = (about: Why['about']) => own({ passive: 150, rounds: 3 }).why.find((one) => one.about === about);
  expect(of('passive')).toMatchObject({ seconds: 150, own: true });
  expect(of('rounds')).toMatchObject({ rounds: 3, own: true });
  const harder = own({ effort: [0.7, 0.8] }).why.find(({ about }) => about === 'push');
  expect(harder).toMatchObject({ own: true });
  const pull = PROPOSAL.why.find(({ about }) => about === 'pull');
  expect(of('pull')).toBe(pull);
  expect(pull).not.toHaveProperty('own');
});

test('no round more is promised where the limit leaves no room for it', () => {
  expect(drillsOf(own({ rounds: 5 }))).toEqual(
    expect.arrayContaining(['supine-sleeper left 5', 'supine-sleeper right 5']),
  );
  expect(own({ rounds: 5 }).why.map(({ about }) => about)).not.toContain('side');
});

test('a proposal without numbers of its own is left as it is', () => {
  const gentle = proposed(UNEVEN, { pain: 3 });
  expect(overruled(gentle, PRESET, INPUT)).toBe(gentle);
});
