import { expect, test } from 'vitest';
import { ninetyNinetyContractRelax } from '../../../src/drills/ninety-ninety/ninety-ninety-contract-relax.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { recordedTitle, shortTitle, titleOfFlag } from '../../../src/ui/elements/phase-title.ts';
import { sleeperRecord } from '../../browser/lib/fake-record.ts';

const phase = (kind: 'pails' | 'guided' | 'rest', start: number) =>
  ({ kind, start, end: start + 5, round: 1, side: 'left' }) as const;

test('the short title ends at the colon', () => {
  expect(shortTitle('PAILs: push out')).toBe('PAILs');
  expect(shortTitle('Let go and turn')).toBe('Let go and turn');
});

test('a recorded phase has the title of its drill, or a general name when the drill is not known', () => {
  const record = { phases: [phase('pails', 3)] };
  expect(recordedTitle(record, ninetyNinetyContractRelax, phase('pails', 3))).toBe('Press down');
  expect(recordedTitle(record, supineSleeper, phase('pails', 3))).toBe('Push out');
  expect(recordedTitle(record, null, phase('pails', 3))).toBe('Push out');
  expect(recordedTitle(record, ninetyNinetyContractRelax, phase('rest', 20))).toBe('Rest');
});

test('several phases of one kind have their own titles in every round', () => {
  const [first] = supineSleeper.phases;
  const guided = (title: string) => ({ ...first, kind: 'guided' as const, title });
  const drill = { ...supineSleeper, phases: [guided('Back'), guided('Aside')] };
  const again = [30, 35].map((start) => ({ ...phase('guided', start), round: 2 }));
  const record = { phases: [phase('guided', 3), phase('guided', 8), ...again] };
  expect(record.phases.map((one) => recordedTitle(record, drill, one))).toEqual(['Back', 'Aside', 'Back', 'Aside']);
});

test('a flag has the title of the phase in which it was raised', () => {
  expect(sleeperRecord.flags.map((flag) => titleOfFlag(sleeperRecord, supineSleeper, flag))).toEqual([
    'Pull in',
    'Pull in',
  ]);
  expect(titleOfFlag(sleeperRecord, supineSleeper, { phase: null, start: 3 })).toBeNull();
});
