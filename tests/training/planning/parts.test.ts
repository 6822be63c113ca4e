import fc from 'fast-check';
import { expect, test } from 'vitest';
import { equipmentList, transitionInto } from '../../../src/training/planning/transition.ts';
import { partsHere, partsOf, resolveDrill } from '../../../src/training/planning/parts.ts';
import { nextPart, partStates, startRun, withSet, withSkipped } from '../../../src/training/planning/programme-run.ts';
import { OWN_PREFIX, type Programme } from '../../../src/training/planning/programme.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { EARLY_DRILLS, programmeById, PROGRAMMES } from './english-programmes.ts';

const START = '2026-11-20T18:00:00Z';
const BREAKOUT = programmeById('hip-ir-breakout');
const idsOf = (programme: Programme, drills = DRILLS, choices = {}) =>
  partsOf(programme, drills, choices).map(({ drill }) => drill?.id ?? null);

test('every drill that a programme names is in the catalogue', () => {
  for (const programme of PROGRAMMES) expect(idsOf(programme), programme.id).not.toContain(null);
});

test('no id of an own programme can equal an id of the app', () => {
  for (const { id } of PROGRAMMES) expect(id.startsWith(OWN_PREFIX)).toBe(false);
  expect(new Set(PROGRAMMES.map(({ id }) => id)).size).toBe(PROGRAMMES.length);
});

test('a choice between two drills applies to every repetition of the block; an unknown choice means the default', () => {
  const picked = { 'hip-ir-breakout/0.1': 'ninety-ninety-contract-relax' };
  expect(idsOf(BREAKOUT, DRILLS, picked).filter((id) => id === 'ninety-ninety-contract-relax')).toHaveLength(3);
  expect(idsOf(BREAKOUT, DRILLS, { 'hip-ir-breakout/0.1': 'nonsense' })).toEqual(idsOf(BREAKOUT));
});

test('a drill that this version does not have keeps its position and is skipped', () => {
  const parts = partsOf(BREAKOUT, EARLY_DRILLS, {});
  expect(parts.at(-1)).toMatchObject({ at: 6, drill: null, reference: { drill: 'hip-movement-sequence' } });
  expect(partsHere(parts)).toHaveLength(6);
  const run = startRun(BREAKOUT.id, START);
  expect(partStates(run, parts).at(-1)).toBe('absent');
  const done = [0, 1, 2, 3, 4, 5].reduce((before, at) => withSet(before, { at, set: `${at}`, finished: true }), run);
  expect(nextPart(done, parts)).toBeNull();
});

test('of two offered drills the one that this version has is used', () => {
  const without = DRILLS.filter(({ id }) => id !== 'ninety-ninety-stretch');
  expect(idsOf(BREAKOUT, without)[1]).toBe('ninety-ninety-contract-relax');
});

test('a drill is found by its id, by its variant, and by the shared id as its default variant', () => {
  const found = (drill: string, variant: string | null) => resolveDrill(DRILLS, { drill, variant })?.id;
  expect(found('knee-to-knee', 'floor')).toBe('knee-to-knee-floor');
  expect(found('knee-to-knee', null)).toBe('knee-to-knee-wall');
  expect(found('knee-to-knee-floor', null)).toBe('knee-to-knee-floor');
  expect(found('knee-to-knee', 'ceiling')).toBeUndefined();
  expect(found('soft-tissue', 'roller')).toBe('soft-tissue-roller');
});

const strength = partsOf(programmeById('hip-ir-strength'), DRILLS, {});

test('a run continues with the part after the last one, then returns to open parts', () => {
  const run = startRun('hip-ir-strength', START);
  expect(nextPart(run, strength)?.at).toBe(0);
  const second = withSet(run, { at: 1, set: 'a', finished: true });
  expect(nextPart(second, strength, 1)?.at).toBe(2);
  const later = withSet(withSet(second, { at: 2, set: 'b', finished: true }), { at: 3, set: 'c', finished: true });
  expect(nextPart(later, strength, 3)?.at).toBe(0);
  expect(partStates(second, strength)).toEqual(['next', 'done', 'ahead', 'ahead']);
});

test('a stopped set leaves its part open, a finished one closes it', () => {
  const stopped = withSet(startRun('hip-ir-strength', START), { at: 0, set: 'a', finished: false });
  expect(nextPart(stopped, strength)?.at).toBe(0);
  expect(nextPart(withSet(stopped, { at: 0, set: 'b', finished: true }), strength)?.at).toBe(1);
});

test('a skipped part is not offered again, and counts when it is done after all', () => {
  const run = withSkipped(withSkipped(startRun('hip-ir-strength', START), 0), 0);
  expect(run.skipped).toEqual([0]);
  expect(partStates(run, strength)).toEqual(['skipped', 'next', 'ahead', 'ahead']);
  expect(partStates(withSet(run, { at: 0, set: 'a', finished: true }), strength)[0]).toBe('done');
});

test('equipment is listed once, in the order in which it is needed', () => {
  expect(equipmentList(partsOf(programmeById('squat-run-primer'), DRILLS, {}))).toEqual([
    'mat',
    'massage ball',
    'free wall',
    'yoga block',
  ]);
  expect(equipmentList(partsOf(programmeById('squat-run-primer'), EARLY_DRILLS, {}))).toEqual([
    'mat',
    'free wall',
    'yoga block',
  ]);
});

const transitionsIn = (programme: Programme) => {
  const parts = partsHere(partsOf(programme, DRILLS, {}));
  return parts.map((_, index) => transitionInto(parts, index, [...parts.keys()].slice(0, index)));
};

test('all equipment is fetched before the first set, and nothing again in a later lap', () => {
  const [first, ...later] = transitionsIn(BREAKOUT);
  expect(first?.fetch).toEqual(['mat', 'light band with an anchor beside you', 'chair to hold']);
  expect(later.flatMap((one) => one?.fetch)).toEqual([]);
  expect(transitionsIn(programmeById('squat-run-primer'))[0]?.fetch).toEqual([
    'mat',
    'massage ball',
    'free wall',
    'yoga block',
  ]);
});

test('the laptop goes to the place of each drill, and stays where the drill before has the same', () => {
  const places = (programme: Programme) => transitionsIn(programme).map((one) => one?.laptop?.id ?? null);
  expect(places(programmeById('hip-ir-strength'))).toEqual(['behind-head', 'far-side', 'front', null]);
  // A timer without a camera does not need it, and does not move it.
  expect(places(programmeById('squat-run-primer'))).toEqual([null, 'beyond-head-oblique', 'behind-head']);
});

test('a transition lasts as long as its rest, or as placing the laptop if that takes longer', () => {
  const [first, second, , last] = transitionsIn(programmeById('hip-ir-strength'));
  expect(first).toMatchObject({ rest: 0, length: 80 });
  expect(second).toMatchObject({ rest: 15, length: 60 });
  expect(last).toMatchObject({ laptop: null });
  expect(last?.length).toBe(last?.rest);
});

test('soft tissue and warm-up come before work at the end of the range, but in hamstring care (S4 L6)', () => {
  expect(partsOf(programmeById('hamstring-care'), DRILLS, {}).at(-1)?.drill?.id).toBe('soft-tissue-roller');
  const order = (programme: Programme) =>
    partsOf(programme, DRILLS, {}).map(({ drill, item }) =>
      drill?.camera === 'none' ? 0 : item.goal === 'prep' ? 1 : 2,
    );
  for (const programme of PROGRAMMES.filter(({ id }) => id !== 'hamstring-care'))
    expect(order(programme), programme.id).toEqual(order(programme).toSorted((one, other) => one - other));
});

test('after any history the next part is available and open, until none is left', () => {
  const at = fc.nat(8);
  fc.assert(
    fc.property(
      fc.array(fc.record({ at, finished: fc.boolean() }), { maxLength: 12 }),
      fc.array(at, { maxLength: 4 }),
      fc.integer({ min: -1, max: 8 }),
      (sets, skipped, after) => {
        const parts = partsOf(BREAKOUT, EARLY_DRILLS, {});
        const started = startRun(BREAKOUT.id, START);
        const done = sets.reduce((run, set, i) => withSet(run, { ...set, set: `${i}` }), started);
        const run = skipped.reduce(withSkipped, done);
        const next = nextPart(run, parts, after);
        const states = partStates(run, parts);
        if (next === null) expect(states).not.toContain('next');
        else expect(['next', 'begun', 'ahead']).toContain(states[next.at]);
      },
    ),
  );
});
