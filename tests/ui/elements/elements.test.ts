import { expect, it, test, vi } from 'vitest';
import { groupsOf } from '../../../src/ui/elements/data-table.ts';
import { onceFor } from '../../../src/ui/elements/once-for.ts';
import type { ReactiveController } from 'lit';
import { whileShown } from '../../../src/ui/elements/while-shown.ts';
import { makeRecord } from '../../storage/make-record.ts';
import { plotModel } from '../../../src/ui/charts/plot-geometry.ts';
import { MOST_FLAGS } from '../../../src/ui/elements/in-steps.ts';
import { whatWasWatched } from '../../../src/coach/record/watched.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { ninetyNinetyContractRelax } from '../../../src/drills/ninety-ninety/ninety-ninety-contract-relax.ts';
import { recordedTitle, shortTitle, titleOfFlag } from '../../../src/ui/elements/phase-title.ts';
import { sleeperRecord } from '../../browser/lib/fake-record.ts';

it('a head heads the rows up to the next head, and each row keeps its place in the list', () => {
  const heads = new Map([
    ['a', 'Monday'],
    ['c', 'Sunday'],
  ]);
  expect(groupsOf(['a', 'b', 'c'], (item) => heads.get(item) ?? null)).toEqual([
    {
      over: 'Monday',
      items: [
        ['a', 0],
        ['b', 1],
      ],
    },
    { over: 'Sunday', items: [['c', 2]] },
  ]);
});

it('rows without a head are one group', () => {
  const [all, ...more] = groupsOf(['a', 'b'], () => null);
  expect([all?.over, all?.items.length, more]).toEqual([null, 2, []]);
});

test('works once for each value, and anew for one that only looks the same', () => {
  const seen: (readonly number[])[] = [];
  const sum = onceFor((list: readonly number[]) => {
    seen.push(list);
    return { sum: list.reduce((all, one) => all + one, 0) };
  });
  const list = [1, 2];
  expect(sum(list)).toBe(sum(list));
  expect(sum([1, 2])).toEqual({ sum: 3 });
  expect(seen).toHaveLength(2);
});

const rig = () => {
  const controllers: ReactiveController[] = [];
  const end = vi.fn<() => void>();
  const begin = vi.fn<() => () => void>(() => end);
  const host = {
    requestUpdate: () => undefined,
    addController: (controller: ReactiveController) => void controllers.push(controller),
    removeController: () => undefined,
    updateComplete: Promise.resolve(true),
  };
  whileShown(host, begin);
  const [controller] = controllers;
  return { begin, end, show: () => controller?.hostConnected?.(), hide: () => controller?.hostDisconnected?.() };
};

test('nothing begins before the element is in the document', () => {
  const { begin, show } = rig();
  expect(begin).not.toHaveBeenCalled();
  show();
  expect(begin).toHaveBeenCalledTimes(1);
});

test('what has begun ends once when the element leaves, and begins again when it comes back', () => {
  const { begin, end, show, hide } = rig();
  show();
  hide();
  hide();
  expect(end).toHaveBeenCalledTimes(1);
  show();
  expect(begin).toHaveBeenCalledTimes(2);
});

const RECORD = makeRecord();
const [FLAG] = RECORD.flags;

/** Flags one after the other over the whole set. */
const many = (count: number): typeof RECORD.flags =>
  Array.from({ length: count }, (_, index) => {
    const start = (index * 18) / count;
    return { ...(FLAG ?? RECORD.flags[0]), start, onset: start, end: start + 0.01 } as (typeof RECORD.flags)[number];
  });

test('the curve draws no more flags than can be told apart', () => {
  expect(plotModel({ ...RECORD, flags: many(20_000) }).flags).toHaveLength(MOST_FLAGS);
  expect(plotModel({ ...RECORD, flags: many(3) }).flags).toHaveLength(3);
});

test('a frame counts as watched while any flag is up, in whatever order the flags are stored', () => {
  const blind = RECORD.frames.map((frame) => ({ ...frame, valid: false, reasons: ['joints-hidden'] }));
  const shareOf = (flags: typeof RECORD.flags): number | null =>
    whatWasWatched({ ...RECORD, frames: blind, flags }, supineSleeper).share;
  const [first, second] = many(2).map((flag, index) => ({ ...flag, start: 5 + 2 * index, end: 7.5 + index }));
  if (!first || !second) throw new Error('two flags are needed');
  expect(shareOf([])).toBe(0);
  expect(shareOf([second, first])).toBe(shareOf([first, second]));
  expect(shareOf([first, second])).toBe(shareOf([{ ...first, end: 8.5 }]));
  expect(shareOf([{ ...first, end: 8.5 }])).toBeGreaterThan(0);
});

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
