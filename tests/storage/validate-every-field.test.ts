import { expect, test } from 'vitest';
import { validateRecord } from '../../src/storage/validate-record.ts';
import { FULL } from './make-record.ts';

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

const faultsOf = (value: unknown): string => {
  const result = validateRecord(value);
  return result.ok ? '' : result.faults.join('; ');
};

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
