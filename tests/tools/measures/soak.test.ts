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

describe('growth from set to set', () => {
  it('is the slope within the lives of a page, whose loads begin anew', () => {
    const points = [0, 1, 2, 3, 4].flatMap((at) => [
      { group: 1, at, value: 5 + 0.3 * at },
      { group: 2, at: at + 5, value: 4 + 0.3 * at },
    ]);
    expect(growthOf(points)).toBeCloseTo(0.3, 10);
  });

  it('is not judged from a few sets, nor from pages that lived for one set each', () => {
    expect(growthOf([0, 1, 2].map((at) => ({ group: 1, at, value: at })))).toBeNull();
    expect(growthOf(Array.from({ length: 20 }, (_, at) => ({ group: at, at, value: at })))).toBeNull();
  });
});

describe('growth that goes on', () => {
  const of = (...values: readonly number[]) => lastingGrowthOf(values.map((value) => ({ group: 1, value })));

  it('is the step from set to set, and none where a screen leaves its templates once', () => {
    expect(of(0, 50, 100, 150, 200, 250, 300, 350, 400)).toBe(50);
    expect(of(6048, 6048, 6048, 6062, 6062, 6424, 6424, 6424, 6424)).toBe(0);
  });

  it('is none where one screen at most is kept for a while, and shows where some sets keep one for good', () => {
    expect(of(3098, 4334, 3098, 4334, 4334, 3098, 4334, 3098, 3098)).toBe(0);
    expect(of(...Array.from({ length: 40 }, (_, at) => 50 * Math.floor(at / 4)))).toBeCloseTo(10.8, 1);
    // Home after sets that ended by a key or by skipping, as counted in a soak.
    expect(of(9333, 6096, 9211, 7354, 8320, 7207, 7676, 7178, 7309, 9318)).toBe(0);
  });

  it('is not judged from a few sets, nor from pages that lived for three sets each', () => {
    expect(of(1, 2, 3)).toBeNull();
    expect(
      lastingGrowthOf(Array.from({ length: 20 }, (_, at) => ({ group: Math.floor(at / 3), value: at }))),
    ).toBeNull();
  });
});

describe('a soak', () => {
  it('is well when every set is written and nothing grows', () => {
    expect(complaintsOf(twelve())).toEqual([]);
    expect(soakLines(judgeSoak(twelve()), twelve()).at(-1)).toBe('all is well');
  });

  it('complains of a picture of 2 MB that is kept from every set, in the page and in its worker', () => {
    expect(complaintsOf(twelve((index) => ({ heap: 5 + 2 * index })))).toEqual(['2.00 MB of heap more with every set']);
    expect(complaintsOf(twelve((index) => ({ workerHeap: 5 + 2 * index })))).toEqual([
      "2.00 MB of the worker's heap more with every set",
    ]);
  });

  it('complains of a worker that is left over from every set, and of screens that stay', () => {
    expect(complaintsOf(twelve((index) => ({ memory: 900 + 60 * index })))).toEqual([
      '60.00 MB of memory more with every set',
    ]);
    expect(complaintsOf(twelve((index) => ({ nodes: 2500 + 50 * index })))).toEqual([
      '50.00 nodes more with every set',
    ]);
  });

  it('complains of pages that stay when they are loaded again', () => {
    const loads = (nodes: (life: number) => number) => twelve((life) => ({ life, nodes: nodes(life) }));
    expect(complaintsOf(loads((life) => 1400 + 3000 * life))).toEqual([
      '3000.00 nodes more with every load of the page',
    ]);
    expect(complaintsOf(loads((life) => (life === 0 ? 1400 : 4400)))).toEqual([]);
  });

  it('lets a dying worker take one frame along, and complains of any other frame that is not closed', () => {
    const deaths = [set({ faults: ['worker killed', 'offline'], restarts: 1 })];
    expect(complaintsOf(twelve(undefined, { sets: deaths, unclosed: 2 }))).toEqual([]);
    expect(complaintsOf(twelve(undefined, { sets: deaths, unclosed: 3 }))).toEqual([
      '3 frames were never closed, though only 2 workers died',
    ]);
  });

  it('does not take the code that a page fetches in its first sets for growth', () => {
    expect(
      complaintsOf(twelve((index) => ({ heap: Math.min(3 + 2 * index, 9), nodes: index === 0 ? 100 : 2500 }))),
    ).toEqual([]);
  });

  it('says nothing about memory where the system does not tell it', () => {
    const run = twelve(() => ({ memory: null }));
    expect(complaintsOf(run)).toEqual([]);
    expect(soakLines(judgeSoak(run), run).join('\n')).toContain('memory too few to judge');
  });

  it('complains of a lost, an unsaved and a damaged set, and of none', () => {
    expect(complaintsOf(twelve(undefined, { sets: [set({ added: 0 })] }))).toEqual([
      '1 sets were recorded but are not in the list',
    ]);
    expect(complaintsOf(twelve(undefined, { sets: [set({ recorded: 0, added: 0 })] }))).toEqual([]);
    expect(complaintsOf(twelve(undefined, { sets: [set({ unsaved: 1 })] }))).toEqual(['1 sets are only in memory']);
    expect(complaintsOf(twelve(undefined, { sets: [set({ damaged: 3 })] }))).toEqual([
      '3 sets cannot be read any more',
    ]);
    expect(complaintsOf(twelve(undefined, { sets: [] }))).toEqual(['no set was made']);
  });

  it('complains of unhandled errors, of the console and of requests off-origin', () => {
    expect(
      complaintsOf(twelve(undefined, { errors: ['a'], consoleErrors: ['b'], foreign: ['https://c.example'] })),
    ).toEqual([
      '1 unhandled errors, the first: a',
      '1 errors on the console, the first: b',
      '1 requests off-origin, the first: https://c.example',
    ]);
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
