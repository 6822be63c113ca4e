import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFrames, makeRecord } from '../../storage/make-record.ts';

/** A file to import and what must become of it: how many sets come in, or `refused`. */
export interface HostileFile {
  readonly name: string;
  readonly text: string;
  readonly answer: number | 'refused';
}

const exportOf = (sets: readonly unknown[], besides: object = {}): string =>
  JSON.stringify({ format: 'truehip-sets', version: 1, exportedAt: '2026-01-01T00:00:00Z', ...besides, sets });

const few = { frames: makeFrames(30) };
const one = makeRecord({ id: 'plain', ...few });
const [range] = one.summary.sets;
const HTML = '<img src=x onerror="window.__xss=1"><script>window.__xss=1</script>${7*7}{{7*7}}';
const DEEP = '['.repeat(200_000) + ']'.repeat(200_000);

const whole = (name: string, text: string, answer: HostileFile['answer']): HostileFile => ({ name, text, answer });

const sets = (name: string, ...records: readonly object[]): HostileFile =>
  whole(name, exportOf(records), records.length);

const flags = Array.from({ length: 20_000 }, (_, index) => {
  const start = index / 1200;
  return { ...one.flags[0], start, onset: start, end: start + 0.5 };
});
const reps = flags.map(({ start, end }) => ({ ...one.reps[0], start, turn: start, end }));
const times = (offset: number): object => ({
  neutral: null,
  neutrals: [],
  phases: one.phases.map((phase) => ({ ...phase, start: phase.start + offset, end: phase.end + offset })),
  flags: [],
  reps: [],
  frames: one.frames.map((frame) => ({ ...frame, t: frame.t + offset })),
  summary: { ...one.summary, sets: [], phases: [] },
});

/** Files of the kinds that once broke something or might. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  whole('a number beyond all numbers', JSON.stringify(one).replace('"t":0,', '"t":1e999,'), 'refused'),
  whole('the word NaN', JSON.stringify(one).replace('"t":0,', '"t":NaN,'), 'refused'),
  whole('a list', '[]', 'refused'),
  whole('null', 'null', 'refused'),
  whole('nothing', '', 'refused'),
  whole('no JSON', 'hello', 'refused'),
  whole('200,000 levels', `{"sets":${DEEP}}`, 'refused'),
  whole('half a file', JSON.stringify(one).slice(0, 5000), 'refused'),
  whole('one bad set of three', exportOf([one, { ...one, id: 'g2', side: 'middle' }, { ...one, id: 'g3' }]), 'refused'),
  whole('year 0000', exportOf([{ ...one, id: 'y0', startedAt: '0000-01-01T00:00:00Z' }]), 'refused'),
  whole('year 9999', exportOf([{ ...one, id: 'y9', startedAt: '9999-12-31T23:59:59Z' }]), 'refused'),
  whole(
    'keys of prototypes',
    JSON.stringify({ ...one, id: 'proto' }).replace(
      '{',
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
    ),
    1,
  ),
  sets('HTML everywhere', {
    ...one,
    id: HTML,
    drill: HTML.slice(0, 100),
    goal: HTML.slice(0, 100),
    placement: HTML,
    note: { text: HTML, at: '2026-11-20T19:00:00Z' },
  }),
  sets(
    'drills named as members of objects',
    ...['__proto__', 'constructor', 'toString', 'hasOwnProperty'].map((drill) => ({
      ...one,
      id: `pd-${drill}`,
      drill,
      variant: drill,
      goal: drill,
    })),
  ),
  sets(
    'ids with slashes, dots and hashes',
    ...['../../x', 'a/b', 'a#b', '?x=1', '%2e%2e', '%', ' ', '.', '..', 'ä€𝄞'].map((id) => ({ ...one, id })),
  ),
  sets(
    'half a character',
    { ...one, id: 'drill', drill: '\ud800x' },
    { ...one, id: 'note', note: { text: 'x\udc00', at: '2026-11-20T19:00:00Z' } },
  ),
  whole('half a character as an id', exportOf([{ ...one, id: '\ud800x' }]), 'refused'),
  sets('times up to 1e10 s', { ...one, id: 't1e10', ...times(1e10 - 1000) }),
  sets('values at the limits', {
    ...one,
    id: 'limits',
    summary: { ...one.summary, sets: [{ ...range, clean: 360, gross: -360, borrowed: 360, sd: 3600, endRange: -360 }] },
  }),
  whole(
    'a check in the year 9999',
    exportOf([{ ...one, id: 'sc' }], {
      settings: { version: 1, values: { symptomChecked: { 'supine-sleeper': '9999-01-01T00:00:00Z' } } },
    }),
    1,
  ),
  sets('20,000 flags and repetitions', { ...one, id: 'flags', flags, reps }),
];

const SHARED = fileURLToPath(new URL('../../../../shared/field/imports', import.meta.url));

/** What must become of the files beside the repository. They say the same things in files of their own. */
const SHARED_ANSWERS: Readonly<Record<string, HostileFile['answer']>> = {
  '1e999.json': 'refused',
  'HTML-everywhere.json': 1,
  'NaN-literal.json': 'refused',
  'array.json': 'refused',
  'deep-200k.json': 'refused',
  'drill-named-__proto__-constructor.json': 4,
  'empty.json': 'refused',
  'id-with-slash-dots-hash.json': 10,
  'lone-surrogate-in-the-drill.json': 1,
  'lone-surrogate-in-the-id.json': 'refused',
  'lone-surrogate-in-the-note.json': 1,
  'not-json.json': 'refused',
  'null.json': 'refused',
  'one-bad-of-3.json': 'refused',
  'proto-keys.json': 1,
  'settings-symptomChecked-in-year-9999.json': 1,
  'times-up-to-1e10-s.json': 'refused',
  'truncated.json': 'refused',
  'values-at-the-limits.json': 'refused',
  'year-0000-and-9999.json': 'refused',
};

/** Files beside the repository, where they are. `answer` is null for a file that came later. */
export const sharedFiles = ():
  | readonly (Omit<HostileFile, 'answer'> & { readonly answer: HostileFile['answer'] | null })[]
  | null =>
  existsSync(SHARED)
    ? readdirSync(SHARED).map((name) => ({
        name,
        text: readFileSync(join(SHARED, name), 'utf8'),
        answer: SHARED_ANSWERS[name] ?? null,
      }))
    : null;
