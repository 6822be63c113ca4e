import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FrameRecord } from '../../src/coach/record/set-record.ts';
import { validateInTurns, validateRecord } from '../../src/storage/validate-record.ts';
import { FULL, fullFrame, makeFrames, makeRecord } from './make-record.ts';
import { recordArbitrary } from './record-arbitrary.ts';

/** The set as it is stored: its frames lie apart. */
const inTurns = ({ frames, ...head }: Readonly<Record<string, unknown>>, turn = async () => undefined as void) =>
  validateInTurns(head, frames as readonly unknown[], turn);

const faultsOf = (value: unknown): string => {
  const result = validateRecord(value);
  return result.ok ? '' : result.faults.join('; ');
};

describe('a valid set', () => {
  test('is accepted unchanged, for any valid values', async () => {
    await fc.assert(
      fc.asyncProperty(recordArbitrary, async (record) => {
        expect(validateRecord(record)).toEqual({ ok: true, value: record });
        expect(await inTurns({ ...record })).toEqual({ ok: true, value: record });
      }),
      { numRuns: 100 },
    );
  });

  test('may have null for unknown values, and no frames', () => {
    const empty = makeRecord({
      startedAt: null,
      neutral: null,
      neutrals: [],
      frames: [],
      phases: [],
      flags: [],
      reps: [],
    });
    expect(validateRecord(empty).ok).toBe(true);
  });

  test.each<[string, object]>([
    ['when the person was away', { away: [{ kind: 'hips-up', start: 3, end: 5.5, phase: 'passive' }] }],
    ['flags that were only seen roughly', { flags: FULL.flags.map((flag) => ({ ...flag, rough: true })) }],
    [
      'a range channel that is not the default',
      {
        range: 'hip-flexion',
        summary: { ...FULL.summary, sets: FULL.summary.sets.map((set) => ({ ...set, of: 'hip-flexion' })) },
      },
    ],
    ['repetitions without a size', { reps: FULL.reps.map((rep) => ({ ...rep, amplitude: null })) }],
  ])('keeps %s', (_, change) => {
    const record = { ...FULL, ...change };
    expect(validateRecord(record)).toEqual({ ok: true, value: record });
  });

  test('loses unknown fields', () => {
    const result = validateRecord({ ...makeRecord(), clip: 'kitchen.mp4' });
    expect(result).toEqual({ ok: true, value: makeRecord() });
  });

  test('may have two frames of the same time, because a camera can repeat a time stamp', () => {
    const [first, second] = makeFrames(2);
    const same = [first, { ...second, t: first?.t }];
    expect(validateRecord({ ...makeRecord(), frames: same }).ok).toBe(true);
  });
});

describe('a set of an older or faulty version', () => {
  const taken = (value: unknown) => {
    const result = validateRecord(value);
    return result.ok ? result.value : result.faults;
  };

  test('gets the times of a repetition in order', () => {
    const [rep] = FULL.reps;
    const reps = [
      { ...rep, start: 11, turn: 10, end: 17 },
      { ...rep, start: 11, turn: 18, end: 17 },
      { ...rep, start: 11, turn: 12, end: 9 },
    ];
    expect(taken({ ...FULL, reps })).toMatchObject({
      reps: [
        { ...rep, start: 11, turn: 11, end: 17 },
        { ...rep, start: 11, turn: 17, end: 17 },
        { ...rep, start: 11, turn: 11, end: 11 },
      ],
    });
  });

  test('with a check of the pelvis is read with that time as part of the start, in every place that names a phase', async () => {
    const [flag] = FULL.flags;
    const [unseen, reason] = [{ 'pelvis-twist': 'pelvis-no-response' }, 'pelvis-no-response'];
    const kinds = (kind: string) => ({
      phases: [{ kind, round: 1, side: 'left', start: 0, end: 12 }, ...FULL.phases],
      frames: FULL.frames.map((frame) => ({ ...frame, phase: kind })),
      flags: [{ ...flag, phase: kind }],
      away: [{ kind: 'hips-up', start: 3, end: 5.5, phase: kind }],
    });
    const old = {
      ...FULL,
      ...kinds('control'),
      frames: kinds('control').frames.map((frame) => ({ ...frame, unseen })),
      summary: { ...FULL.summary, muted: [{ rule: 'pelvis-twist', reason }] },
      control: [{ side: 'left', response: 'none', gain: 0.1, noise: 0.4 }],
    };
    const read = {
      ...FULL,
      ...kinds('neutral'),
      frames: kinds('neutral').frames.map((frame) => ({ ...frame, unseen: { 'pelvis-twist': 'pelvis-hidden' } })),
      summary: { ...FULL.summary, muted: [{ rule: 'pelvis-twist', reason: 'pelvis-hidden' }] },
    };
    expect(taken(old)).toEqual(read);
    expect(await inTurns(old)).toEqual({ ok: true, value: read });
  });

  test('gets the list `neutrals` from the single `neutral`, with the side it was held for', () => {
    const { neutrals: _later, ...old } = FULL;
    expect(taken(old)).toMatchObject({ neutrals: [{ ...old.neutral, side: 'left' }] });
    const phases = [{ kind: 'neutral', round: 1, side: 'right', start: 0, end: 5 }];
    expect(taken({ ...old, side: 'both', phases })).toMatchObject({ neutrals: [{ side: 'right' }] });
    expect(taken({ ...old, neutral: null })).toMatchObject({ neutral: null, neutrals: [] });
  });
});

describe('impossible values are refused with path and reason', () => {
  const frames = (change: Partial<FrameRecord>) => [fullFrame, { ...fullFrame, t: 2, ...change }];
  const hip = (value: number, sd: number) => ({ hipInternalRotation: { left: { value, sd }, right: null } });
  const [flag] = FULL.flags;
  const [rep] = FULL.reps;
  const [referencePose] = FULL.neutrals;
  const [phase] = FULL.phases;
  const best = (change: object) => ({ summary: { ...FULL.summary, sets: [{ ...FULL.summary.sets[0], ...change }] } });
  const many = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`k${i}`, 'neutral']));
  const cases: readonly (readonly [rule: string, change: object, fault: string])[] = [
    ['a time that is not a number', { frames: frames({ t: Number.NaN }) }, 'frames[1].t must be a number, but is NaN'],
    ['a time before the start', { frames: frames({ t: -1 }) }, 'frames[1].t must be between 0 and'],
    ['frames out of order', { frames: frames({ t: 0.5 }) }, 'frames must be in order of time, but [1].t is earlier'],
    ['an angle no joint has', { frames: frames(hip(5000, 1)) }, '[1].hipInternalRotation.left.value must be between'],
    ['a negative spread', { frames: frames(hip(5, -1)) }, 'frames[1].hipInternalRotation.left.sd must be between 0'],
    ['an infinite spread', { frames: frames(hip(5, 1 / 0)) }, 'left.sd must be a number, but is Infinity'],
    ['reasons without end', { frames: frames({ reasons: Array(51).fill('x') }) }, '[1].reasons must have at most 50'],
    ['phases out of order', { phases: [{ ...phase, start: 5, end: 6 }, phase] }, 'phases must be in order of time'],
    ['a phase that ends before it starts', { phases: [{ ...phase, start: 9, end: 8 }] }, 'must not end (8) before'],
    ['half a round', { phases: [{ ...phase, round: 1.5 }] }, 'phases[0].round must be a whole number'],
    ['a phase nobody knows', { phases: [{ ...phase, kind: 'dance' }] }, 'phases[0].kind must be one of ready, neutral'],
    ['a flag that ends before it starts', { flags: [{ ...flag, end: 7 }] }, 'flags[0] must not end (7) before'],
    ['an onset after the start', { flags: [{ ...flag, onset: 7.5 }] }, 'flags[0] must not have its onset (7.5) after'],
    ['a rule from a prototype', { flags: [{ ...flag, rule: 'constructor' }] }, 'flags[0].rule must be one of pelvis-'],
    ['a repetition that turns at no time', { reps: [{ ...rep, turn: null }] }, 'reps[0].turn must be a number'],
    ['a neutral of no side', { neutrals: [{ ...referencePose, side: 'middle' }] }, 'neutrals[0].side must be one of'],
    ['a share above one', best({ coverage: 1.1 }), 'summary.sets[0].coverage'],
    ['more good repetitions than all', { summary: { ...FULL.summary, repsGood: 2 } }, 'summary must not count more'],
    ['an empty id', { id: '' }, 'id must have 1 to 100 characters, but has 0'],
    ['an id that fills the disk', { id: 'x'.repeat(101) }, 'id must have 1 to 100 characters, but has 101'],
    ['a date in words', { startedAt: 'yesterday' }, 'startedAt must be a date and time such as'],
    ['a day that does not exist', { startedAt: '2026-13-41T00:00:00Z' }, 'startedAt must be a date and time such as'],
    ['a day that the calendar does not have', { startedAt: '2026-02-31T10:00:00Z' }, '2026-02-31 is none'],
    ['the year 0', { startedAt: '0000-01-01T00:00:00Z' }, 'startedAt must be in a year from 1970 to 2099'],
    ['the year 9999', { startedAt: '9999-12-31T23:59:59Z' }, 'startedAt must be in a year from 1970 to 2099'],
    ['a flag of a year', { flags: [{ ...flag, end: 3e7 }] }, 'the record must not last longer than a week'],
    ['frames of a year', { frames: frames({ t: 3e7 }) }, 'the record must not last longer than a week'],
    ['a hold of a year', { reps: [{ ...rep, holdInternal: 3e7 }] }, 'reps[0].holdInternal must be between 0 and'],
    ['more than a full turn', best({ clean: 361 }), 'sets[0].clean must be'],
    ['an endless error', best({ sd: 1e6 }), 'sets[0].sd must be between'],
    ['a time without its zone', { startedAt: '2026-11-20T18:30:00' }, 'startedAt must be a date and time such as'],
    ['a side nobody has', { side: 'middle' }, 'side must be one of left, right, both, but is "middle"'],
    ['a long wrong text in full', { side: 'm'.repeat(1000) }, `but is "${'m'.repeat(40)}…"`],
    ['a table with too many entries', { zero: many }, 'zero must have at most 100 entries, but has 101'],
    ['a table with a dangerous name', { zero: JSON.parse('{"__proto__":"neutral"}') }, 'an entry named "__proto__"'],
    ['a time away of no kind', { away: [{ ...FULL.away?.[0], kind: 'levitating' }] }, 'away[0].kind must be'],
    ['a list longer than is looked at', { frames: Array(200_001) }, 'must have at most 200000 items, but has 200001'],
    ['a range of no channel', { range: 'elbow' }, 'range must be one of'],
    ['a wrong entry of a table', { zero: { knee: 'zero' } }, 'zero.knee must be one of neutral, absolute'],
  ];
  test.each(cases)('%s', async (_, change, fault) => {
    expect(faultsOf({ ...FULL, ...change })).toContain(fault);
    const spoilt = { ...FULL, ...change };
    if (Array.isArray(spoilt.frames)) expect(await inTurns(spoilt)).toEqual(validateRecord(spoilt));
  });
});

test('the page has its turns while a set with thousands of frames is checked', async () => {
  let turns = 0;
  const long = makeRecord({ frames: makeFrames(3500) });
  expect(await inTurns({ ...long }, async () => void (turns += 1))).toEqual({ ok: true, value: long });
  expect(turns).toBe(3);
});

test('a single reading that no body can give is read as unknown, and the set is kept', () => {
  const odd = { hipInternalRotation: { left: { value: 3600, sd: 1 }, right: { value: 5, sd: 1e6 } } };
  const result = validateRecord({ ...FULL, frames: [fullFrame, { ...fullFrame, t: 2, ...odd }] });
  expect(result.ok && result.value.frames[1]?.hipInternalRotation).toEqual({ left: null, right: null });
});

describe('a value that is no record', () => {
  test.each([
    ['nothing', undefined, 'the record must be an object, but is missing'],
    ['null', null, 'the record must be an object, but is null'],
    ['a list', [], 'the record must be an object, but is a list of 0'],
    ['a text', 'set', 'the record must be an object, but is "set"'],
    ['a function', () => 1, 'the record must be an object, but is a function'],
    ['an object of something else', { name: 'x' }, 'version must be 1, but is missing'],
    ['an older version', { ...makeRecord(), version: 0 }, 'version must be 1, but is 0'],
  ])('is refused: %s', (_, value, fault) => {
    expect(faultsOf(value)).toBe(fault);
  });

  test('reports only the version when that is newer', () => {
    expect(faultsOf({ version: 7, frames: 'in a new form' })).toBe(
      'version is 7: written by a newer Truehip. This one reads version 1; reload to update it',
    );
  });

  test('does not get fields from its prototype', () => {
    expect(faultsOf(Object.create(makeRecord()))).toBe('version must be 1, but is missing');
  });
});

test('only the first five faults are reported, and the rest of a long list is not checked', () => {
  let looked = 0;
  const frames = Array.from(
    { length: 100 },
    () => new Proxy({}, { getOwnPropertyDescriptor: () => ((looked += 1), undefined) }),
  );
  const result = validateRecord({ ...makeRecord(), frames });
  expect(result.ok ? [] : result.faults).toHaveLength(5);
  // The fields of one frame, which has five faults.
  expect(looked).toBe(Object.keys(fullFrame).length);
});

type Step = string | number;

/** Tables, whose entries can have any name. */
const isFree = (path: readonly Step[]): boolean => (path[0] === 'zero' && path.length > 1) || path.at(-2) === 'noise';

/** Every path in a record. Of a list only the first item, because all items have the same check. */
const pathsOf = (value: unknown, path: readonly Step[] = []): (readonly Step[])[] => {
  if (typeof value !== 'object' || value === null) return [path];
  const steps: Step[] = Array.isArray(value) ? (value.length > 0 ? [0] : []) : Object.keys(value);
  const own = path.length > 0 ? [path] : [];
  return [...own, ...steps.flatMap((step) => pathsOf(Reflect.get(value, step), [...path, step]))];
};

const parentOf = (root: object, path: readonly Step[]): object =>
  path.slice(0, -1).reduce<object>((at, step) => Reflect.get(at, step), root);

const written = (path: readonly Step[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .slice(1);

/** Fields that older versions did not write. */
const LATER = new Set([
  'neutrals',
  'neutrals[0].noise',
  'neutrals[0].pelvisModel',
  'preset',
  'after',
  'strictness',
  'note',
  'away',
  'networksOut',
  'phone',
  'frames[0].both',
  'frames[0].lent',
  'frames[0].figure',
  'frames[0].unseen',
  'frames[0].unseen.pelvis-list',
  'frames[0].form',
  'frames[0].form.shinDrop',
  'frames[0].form.footShift',
]);

const isLater = (path: readonly Step[]): boolean => LATER.has(written(path));

/** A copy of a record without nulls, with the value at the path replaced, or removed when no value is given. */
const broken = (path: readonly Step[], ...value: [] | [unknown]): unknown => {
  const copy: object = structuredClone(FULL);
  const last = path.at(-1) ?? '';
  if (value.length === 0) Reflect.deleteProperty(parentOf(copy, path), last);
  else Reflect.set(parentOf(copy, path), last, value[0]);
  return copy;
};

/** The JSON type of a value; values that JSON cannot hold are types of their own. */
const kindOf = (value: unknown): string => {
  if (Array.isArray(value)) return 'list';
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : typeof value;
};

const WRONG: readonly unknown[] = [{}, [1], 'no such word', 12_345.678, true, Number.NaN, Number.POSITIVE_INFINITY];

const PATHS = pathsOf(FULL).map((path) => [written(path), path] as const);

test.each(PATHS)('%s is required', (name, path) => {
  const result = validateRecord(broken(path));
  if (isFree(path) || isLater(path)) expect(result.ok).toBe(true);
  else expect(faultsOf(broken(path))).toContain(`${name} `);
});

test.each(PATHS)('%s must have its type', (name, path) => {
  const kind = kindOf(Reflect.get(parentOf(FULL, path), path.at(-1) ?? ''));
  const wrongs = WRONG.filter((wrong) => kindOf(wrong) !== kind && !(name === 'zero' && kindOf(wrong) === 'object'));
  for (const wrong of wrongs) {
    expect(faultsOf(broken(path, wrong)), `${name} = ${String(wrong)}`).toContain(name);
  }
});
