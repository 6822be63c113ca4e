// Building blocks of validation. A check takes an unknown value and returns a copy with the known fields only, or notes
// what is wrong. Unknown fields of a damaged or hostile file are never copied.

/** Result of a check when the value is wrong. */
export const INVALID: unique symbol = Symbol('invalid');
type Invalid = typeof INVALID;

export type Check<T> = (value: unknown, inspection: Inspection) => T | Invalid;

export type Validation<T> =
  | { readonly ok: true; readonly value: T }
  /** The first few faults in words, with the path: `frames[12].t must be a number, but is null`. */
  | { readonly ok: false; readonly faults: readonly string[] };

const MOST_FAULTS = 5;
const LONGEST_QUOTE = 40;

const shortened = (text: string): string => (text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);

const described = (value: unknown): string => {
  if (value === undefined) return 'is missing';
  if (value === null) return 'is null';
  if (Array.isArray(value)) return `is a list of ${value.length}`;
  if (typeof value === 'string') return `is ${JSON.stringify(shortened(value))}`;
  if (typeof value === 'number' || typeof value === 'boolean') return `is ${value}`;
  return typeof value === 'object' ? 'is an object' : `is a ${typeof value}`;
};

/** The current path within the value, and the faults found so far. */
export class Inspection {
  readonly faults: string[] = [];
  readonly #trail: (string | number)[] = [];

  /** True: no more faults are noted, and the rest of a list need not be checked. */
  get full(): boolean {
    return this.faults.length >= MOST_FAULTS;
  }

  at<T>(step: string | number, value: unknown, check: Check<T>): T | Invalid {
    this.#trail.push(step);
    const result = check(value, this);
    this.#trail.pop();
    return result;
  }

  /** Notes that the value is of the wrong kind or out of range. */
  mismatch(expected: string, value: unknown): Invalid {
    return this.reject(`must be ${expected}, but ${described(value)}`);
  }

  /** Notes a fault. The text follows the path in a sentence. */
  reject(fault: string): Invalid {
    if (!this.full) this.faults.push(`${this.#path()} ${fault}`);
    return INVALID;
  }

  #path(): string {
    const path = this.#trail.map((step) => (typeof step === 'number' ? `[${step}]` : `.${shortened(step)}`)).join('');
    return path === '' ? 'the record' : path.replace(/^\./, '');
  }
}

export const inspect = <T>(value: unknown, check: Check<T>): Validation<T> => {
  const inspection = new Inspection();
  const result = check(value, inspection);
  return result === INVALID ? { ok: false, faults: inspection.faults } : { ok: true, value: result };
};

/** The valid value; null: it is not valid. */
export const validated = <T>(value: unknown, check: Check<T>): T | null => {
  const result = check(value, new Inspection());
  return result === INVALID ? null : result;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An own property of the value, never one of its prototype. */
export const ownValue = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** A finite number within the range, both ends included. */
export const number =
  (low: number, high: number): Check<number> =>
  (value, inspection) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return inspection.mismatch('a number', value);
    if (value < low || value > high) return inspection.mismatch(`between ${low} and ${high}`, value);
    // −0 becomes 0, because JSON has no −0 and a file must give back what was stored.
    return value === 0 ? 0 : value;
  };

export const integer = (low: number, high: number): Check<number> =>
  that(number(low, high), (value) => (Number.isInteger(value) ? null : 'must be a whole number'));

export const boolean: Check<boolean> = (value, inspection) =>
  typeof value === 'boolean' ? value : inspection.mismatch('true or false', value);

export const text =
  (shortest: number, longest: number): Check<string> =>
  (value, inspection) => {
    if (typeof value !== 'string') return inspection.mismatch('a text', value);
    if (value.length >= shortest && value.length <= longest) return value;
    return inspection.reject(`must have ${shortest} to ${longest} characters, but has ${value.length}`);
  };

/** One of the keys of a table. The type makes the table complete. */
export const oneOf = <T extends string>(table: Readonly<Record<T, unknown>>): Check<T> => {
  const isMember = (value: unknown): value is T => typeof value === 'string' && Object.hasOwn(table, value);
  return (value, inspection) =>
    isMember(value) ? value : inspection.mismatch(`one of ${Object.keys(table).join(', ')}`, value);
};

export const nullable =
  <T>(check: Check<T>): Check<T | null> =>
  (value, inspection) =>
    value === null ? null : check(value, inspection);

/** Adds a condition. `fault` returns null when it holds, otherwise what is wrong. */
export const that =
  <T>(check: Check<T>, fault: (value: T) => string | null): Check<T> =>
  (value, inspection) => {
    const result = check(value, inspection);
    if (result === INVALID) return INVALID;
    const wrong = fault(result);
    return wrong === null ? result : inspection.reject(wrong);
  };

/** Converts a valid value, for example from the form of an older version. */
export const mended =
  <T, Given = T>(check: Check<Given>, mend: (value: Given) => T): Check<T> =>
  (value, inspection) => {
    const result = check(value, inspection);
    return result === INVALID ? INVALID : mend(result);
  };

/** Replaces an absent value, for a field that older versions did not write. */
export const absentAs =
  <T>(fallback: T, check: Check<T>): Check<T> =>
  (value, inspection) =>
    value === undefined ? fallback : check(value, inspection);

export const optional = <T>(check: Check<T>): Check<T | undefined> => absentAs<T | undefined>(undefined, check);

/** An object with at least these fields. Other fields are not copied. */
export const object = <T extends object>(checks: { readonly [K in keyof T]-?: Check<T[K]> }): Check<T> => {
  const fields = Object.entries<Check<unknown>>(checks);
  return (value, inspection) => {
    if (!isObject(value)) return inspection.mismatch('an object', value);
    const copy: Record<string, unknown> = {};
    let whole = true;
    for (const [key, check] of fields) {
      const part = inspection.at(key, ownValue(value, key), check);
      if (part === INVALID) whole = false;
      copy[key] = part;
    }
    return whole ? (copy as T) : INVALID;
  };
};

export const list =
  <T>(check: Check<T>, most: number): Check<readonly T[]> =>
  (value, inspection) => {
    if (!Array.isArray(value)) return inspection.mismatch('a list', value);
    if (value.length > most) return inspection.reject(`must have at most ${most} items, but has ${value.length}`);
    const copy: T[] = [];
    for (let index = 0; index < value.length && !inspection.full; index += 1) {
      const item = inspection.at(index, value[index], check);
      if (item !== INVALID) copy.push(item);
    }
    return copy.length === value.length ? copy : INVALID;
  };

/** A mark that is either there or absent. */
export const always: Check<true> = (value, inspection) => (value === true ? true : inspection.mismatch('true', value));

/** Two values of one kind. */
export const pair =
  <T>(check: Check<T>): Check<readonly [T, T]> =>
  (value, inspection) => {
    if (!Array.isArray(value) || value.length !== 2) return inspection.mismatch('a pair', value);
    const first = inspection.at(0, value[0], check);
    const second = inspection.at(1, value[1], check);
    return first === INVALID || second === INVALID ? INVALID : [first, second];
  };

const PLAIN_KEY = /^[A-Za-z][\w./-]{0,99}$/;

/** An object used as a table of at most `most` entries. Keys are plain names, so `__proto__` is refused. */
export const table =
  <T>(check: Check<T>, most: number): Check<Readonly<Record<string, T>>> =>
  (value, inspection) => {
    if (!isObject(value)) return inspection.mismatch('an object', value);
    const entries = Object.entries(value);
    if (entries.length > most) return inspection.reject(`must have at most ${most} entries, but has ${entries.length}`);
    const copy: [string, T][] = [];
    for (const [key, item] of entries) {
      if (!PLAIN_KEY.test(key))
        return inspection.reject(`must not have an entry named ${JSON.stringify(shortened(key))}`);
      const result = inspection.at(key, item, check);
      if (result !== INVALID) copy.push([key, result]);
    }
    return copy.length === entries.length ? Object.fromEntries(copy) : INVALID;
  };
