import { describe, expect, it } from 'vitest';
import {
  growthOf,
  judgeSoak,
  lastingGrowthOf,
  type Rest,
  type SoakRun,
  type SoakSet,
  unheard,
  wrongIn,
  soakLines,
} from '../../../tools/soak/soak-report.ts';
import { seededChance } from '../../../tools/shared/seeded-chance.ts';

const set = (changes: Partial<SoakSet> = {}): SoakSet => ({
  faults: ['track ended'],
  end: 'stopped by key',
  seconds: 20,
  readings: 160,
  recorded: 150,
  restarts: 0,
  added: 1,
  unsaved: 0,
  damaged: 0,
  wrong: [],
  ...changes,
});

const rest = (changes: Partial<Rest> = {}): Rest => ({
  life: 1,
  heap: 5,
  nodes: 2500,
  worker: 1,
  workerHeap: 5,
  memory: 900,
  ...changes,
});

/** Twelve sets after which the browser rests as told. */
const twelve = (at: (index: number) => Partial<Rest> = () => ({}), changes: Partial<SoakRun> = {}): SoakRun => ({
  sets: Array.from({ length: 12 }, () => set()),
  rests: Array.from({ length: 12 }, (_, index) => rest(at(index))),
  errors: [],
  consoleErrors: [],
  foreign: [],
  requests: 300,
  unclosed: 0,
  ...changes,
});

const complaintsOf = (run: SoakRun) => judgeSoak(run).complaints;

it('growth from set to set is the slope within the lives of a page, whose loads begin anew', () => {
  const points = [0, 1, 2, 3, 4].flatMap((at) => [
    { group: 1, at, value: 5 + 0.3 * at },
    { group: 2, at: at + 5, value: 4 + 0.3 * at },
  ]);
  expect(growthOf(points)).toBeCloseTo(0.3, 10);
});

describe('growth that goes on', () => {
  const of = (...values: readonly number[]) => lastingGrowthOf(values.map((value) => ({ group: 1, value })));

  it('is the step from set to set, and none where a screen leaves its templates once', () => {
    expect(of(0, 50, 100, 150, 200, 250, 300, 350, 400)).toBe(50);
    expect(of(6048, 6048, 6048, 6062, 6062, 6424, 6424, 6424, 6424)).toBe(0);
  });
});

describe('a soak', () => {
  it('is well when every set is written and nothing grows', () => {
    expect(complaintsOf(twelve())).toEqual([]);
    expect(soakLines(judgeSoak(twelve()), twelve()).at(-1)).toBe('all is well');
  });

  const loads = (nodes: (life: number) => number) => twelve((life) => ({ life, nodes: nodes(life) }));
  const deaths = [set({ faults: ['worker killed', 'offline'], restarts: 1 })];
  const after = (sets: readonly SoakSet[], changes: Partial<SoakRun> = {}) => twelve(undefined, { sets, ...changes });

  it.each<[string, SoakRun, string[]]>([
    ['a picture kept from every set', twelve((at) => ({ heap: 5 + 2 * at })), ['2.00 MB of heap more with every set']],
    [
      'one kept in its worker',
      twelve((at) => ({ workerHeap: 5 + 2 * at })),
      ["2.00 MB of the worker's heap more with every set"],
    ],
    ['workers left over', twelve((at) => ({ memory: 900 + 60 * at })), ['60.00 MB of memory more with every set']],
    ['screens that stay', twelve((at) => ({ nodes: 2500 + 50 * at })), ['50.00 nodes more with every set']],
    ['pages that stay', loads((life) => 1400 + 3000 * life), ['3000.00 nodes more with every load of the page']],
    ['no page that stays once', loads((life) => (life === 0 ? 1400 : 4400)), []],
    ['no frame that a dying worker took along', after(deaths, { unclosed: 2 }), []],
    [
      'any other frame that is not closed',
      after(deaths, { unclosed: 3 }),
      ['3 frames were never closed, though only 2 workers died'],
    ],
    ['a lost set', after([set({ added: 0 })]), ['1 sets were recorded but are not in the list']],
    ['no set of which nothing was recorded', after([set({ recorded: 0, added: 0 })]), []],
    ['an unsaved set', after([set({ unsaved: 1 })]), ['1 sets are only in memory']],
    ['a damaged set', after([set({ damaged: 3 })]), ['3 sets cannot be read any more']],
    ['no set at all', after([]), ['no set was made']],
    ['an error', twelve(undefined, { errors: ['a'] }), ['1 unhandled errors, the first: a']],
    ['the console', twelve(undefined, { consoleErrors: ['b'] }), ['1 errors on the console, the first: b']],
    [
      'a request elsewhere',
      twelve(undefined, { foreign: ['https://c.example'] }),
      ['1 requests off-origin, the first: https://c.example'],
    ],
  ])('complains of %s', (_, run, complaints) => {
    expect(complaintsOf(run)).toEqual(complaints);
  });
});

describe('a set of a soak', () => {
  const begun = [
    { phase: 'ready 1', at: 0 },
    { phase: 'passive 1', at: 5000 },
    { phase: 'pails 1', at: 20_000 },
  ];

  it('has a phase that nobody heard where neither tone nor word came near its time', () => {
    expect(unheard(begun, [4900, 22_000])).toEqual([]);
    expect(unheard(begun, [4900, 25_000])).toEqual(['the phase "pails 1" began unheard']);
  });

  it('has a wrong record where phases overlap or run backward, or a frame comes after the end', () => {
    const [ready, passive] = [
      { kind: 'ready', start: 0, end: 5 },
      { kind: 'passive', start: 5, end: 20 },
    ];
    const at = (...times: readonly number[]) => times.map((t) => ({ t, phase: 'passive' }));
    expect(wrongIn({ seen: at(5, 6, 20), phases: [ready, passive], away: [] })).toEqual([]);
    expect(wrongIn({ seen: at(6, 5), phases: [ready, { ...passive, start: 4 }], away: [] })).toHaveLength(2);
    expect(wrongIn({ seen: at(30), phases: [ready, { ...passive, end: 1 }], away: [] })).toHaveLength(2);
    // A set that waited when it was stopped has frames of no phase at its end.
    expect(wrongIn({ seen: [{ t: 60, phase: null }], phases: [ready, passive], away: [] })).toEqual([]);
    // So has one that ended after the person had left the position, which is known a moment later.
    const away = [{ kind: 'moved-away', start: 20, end: 24 }];
    expect(wrongIn({ seen: at(20, 23), phases: [ready, passive], away })).toEqual([]);
    expect(wrongIn({ seen: at(20, 27), phases: [ready, passive], away })).toHaveLength(1);
  });
});

it('random numbers are the same for the same seed and spread over the whole range', () => {
  const draw = (seed: number) => {
    const chance = seededChance(seed);
    return Array.from({ length: 1000 }, chance);
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  // The mean of 1000 even numbers has a standard deviation of 0.009.
  expect(draw(7).reduce((sum, one) => sum + one, 0) / 1000).toBeCloseTo(0.5, 1);
});
