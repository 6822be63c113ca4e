import type { Milliseconds } from '../../instrument/geometry/units.ts';
import { integer, type Check, mended, nullable, object, text, that, validated } from '../check.ts';
import { DATABASE_NAME, markKeyOf, PICTURES_NAME } from '../schema.ts';
import { isSameName, LONGEST_NAME, plainName } from '../../coach/plain-name.ts';

/** Somebody who trains in this browser. */
export interface Trainee {
  /** Empty: the first person, whose data were there before there were several. */
  readonly id: string;
  /** Name or initials. Empty: never asked, because nobody else trained here. */
  readonly name: string;
  /** Day of the last set, in days since 1970 by the person's calendar; null: none yet. */
  readonly trainedOn: number | null;
}

/** The part of `localStorage` and `sessionStorage` that is used. */
export type KeptTexts = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The part of `navigator.locks` that is used. */
export type PersonLocks = Pick<LockManager, 'request'>;

const LOCK = 'truehip-person:';
/** A tab that waits longer for a deletion in another one goes on. */
const PATIENCE: Milliseconds = 2000;

const LIMITS = { people: 12, name: LONGEST_NAME } as const;

/** Of everybody, in `localStorage`. */
const ALL_KEY = 'truehip-people';
/** Whose data are shown, in `sessionStorage` for this tab, and in `localStorage` for the next. */
const HERE_KEY = 'truehip-person';

const FIRST: Trainee = { id: '', name: '', trainedOn: null };

const ID = /^[a-z0-9-]{0,40}$/;

/** Whatever is damaged beside an id, the data of this person are there. */
const otherwise =
  <T>(fallback: T, check: Check<T>): Check<T> =>
  (value) =>
    validated(value, check) ?? fallback;

const trainee: Check<Trainee> = object<Trainee>({
  id: that(text(0, 40), (id) => (ID.test(id) ? null : 'must be a plain id')),
  name: otherwise('', mended(text(0, LIMITS.name), plainName)),
  trainedOn: otherwise(null, nullable(integer(0, 100_000))),
});

/** The people of a list that may be damaged: nobody is lost because of another, and nobody is there twice. */
function peopleIn(kept: unknown): readonly Trainee[] {
  const found = new Map<string, Trainee>();
  for (const one of Array.isArray(kept) ? kept : []) {
    const valid = validated(one, trainee);
    if (valid && !found.has(valid.id)) found.set(valid.id, valid);
    if (found.size === LIMITS.people) break;
  }
  return [...found.values()];
}

/** The databases of one person: nobody else's data are in them. */
export const databasesOf = (id: string): { readonly sets: string; readonly pictures: string } =>
  id === ''
    ? { sets: DATABASE_NAME, pictures: PICTURES_NAME }
    : { sets: `${DATABASE_NAME}-person-${id}`, pictures: `${PICTURES_NAME}-person-${id}` };

const PERSON_DATABASE = new RegExp(`^${DATABASE_NAME}(?:-person-([a-z0-9-]{1,40}))?$`);

/** Whose database it is; null: nobody's. */
const personOf = (database: string): string | null => {
  const [match, id = ''] = PERSON_DATABASE.exec(database) ?? [];
  return match === undefined ? null : id;
};

const parsed = (kept: string | null): unknown => {
  try {
    return kept === null ? null : JSON.parse(kept);
  } catch {
    return null;
  }
};

/**
 * Who trains in this browser, and whose data this tab shows. Each person has databases of their own, so nothing of one can appear in
 * another's pages, exports or reports, but for the number of their sets on the page of people. Where the browser keeps no texts there is one person.
 */
export class People {
  readonly limits = LIMITS;
  readonly #kept: KeptTexts | null;
  /** Of this tab. It stays as long as the page does, whatever other tabs choose. */
  readonly #here: string;
  readonly #tab: KeptTexts | null;
  readonly #locks: PersonLocks | undefined;

  constructor(kept: KeptTexts | null, tab: KeptTexts | null, locks?: PersonLocks) {
    this.#locks = locks;
    this.#kept = kept;
    this.#tab = tab;
    const { all } = this;
    const wanted = [tab, kept].map((texts) => this.#read(texts, HERE_KEY));
    this.#here = (all.find(({ id }) => id === (wanted[0] ?? wanted[1])) ?? all[0] ?? FIRST).id;
  }

  /** In the order in which they were added; at least one. */
  get all(): readonly Trainee[] {
    const all = peopleIn(parsed(this.#read(this.#kept, ALL_KEY)));
    return all.length > 0 ? all : [FIRST];
  }

  get here(): Trainee {
    return this.all.find(({ id }) => id === this.#here) ?? { ...FIRST, id: this.#here };
  }

  get several(): boolean {
    return this.all.length > 1;
  }

  /**
   * @param id a new one, of small letters, digits and dashes
   * @returns why not: the name is empty or taken, there are too many, or the browser keeps nothing; null: done
   */
  add(id: string, name: string): 'name' | 'taken' | 'many' | 'not-kept' | null {
    const { all } = this;
    const fault = this.#faultOf(name, null);
    if (fault) return fault;
    if (all.length >= LIMITS.people) return 'many';
    if (!ID.test(id) || this.#has(id)) return 'not-kept';
    return this.#keep([...all, { id, name: plainName(name), trainedOn: null }]) ? null : 'not-kept';
  }

  /** @returns as `add` */
  rename(id: string, name: string): 'name' | 'taken' | 'not-kept' | null {
    const fault = this.#faultOf(name, id);
    if (fault) return fault;
    return this.#has(id) && this.#change(id, { name: plainName(name) }) ? null : 'not-kept';
  }

  /** The next page that this tab loads shows this person's data. */
  choose(id: string): void {
    for (const texts of [this.#tab, this.#kept]) this.#write(texts, HERE_KEY, id);
  }

  /** The person here has begun a set. */
  trained(today: number): void {
    // Who trains alone is never asked whose set it is.
    if (this.several && this.here.trainedOn !== today) this.#change(this.#here, { trainedOn: today });
  }

  /** Forgets the day of the last set of the person here, and the name of somebody who trains alone. */
  forgetHere(): void {
    this.#change(this.#here, { trainedOn: null, ...(this.several ? {} : { name: '' }) });
  }

  /** Somebody else has trained on this day, so a set may be meant for another person. */
  isUnsure(today: number): boolean {
    return this.all.some(({ id, trainedOn }) => id !== this.#here && trainedOn === today);
  }

  /** Says to other tabs that this person's data are open here, for as long as the page is. Resolves once it is said. */
  async hold(): Promise<void> {
    const locks = this.#locks;
    if (locks === undefined) return;
    const held = new Promise<void>((resolve) => {
      locks
        .request(LOCK + this.#here, { mode: 'shared' }, () => {
          resolve();
          return new Promise<never>(() => undefined);
        })
        .catch(() => resolve());
    });
    await Promise.race([held, new Promise<void>((resolve) => setTimeout(resolve, PATIENCE))]);
  }

  /**
   * Deletes everything of a person: sets, settings, checks, pictures, name. Of an id that is not on the list nothing is touched.
   * @returns `open`: the person's data are open in another tab, or here; nothing was deleted
   * @throws AppError where a database cannot be deleted; then the person stays on the list, so that it can be tried again
   */
  async remove(id: string): Promise<'removed' | 'open'> {
    if (id === this.#here) return 'open';
    const remove = async (): Promise<'removed'> => {
      if (!this.#has(id)) return 'removed';
      const { sets, pictures } = databasesOf(id);
      await (await import('./sets-of.ts')).deleteDatabases([sets, pictures]);
      this.#write(this.#kept, markKeyOf(sets), null);
      this.#keep(this.all.filter((one) => one.id !== id));
      return 'removed';
    };
    if (this.#locks === undefined) return remove();
    return this.#locks.request(LOCK + id, { ifAvailable: true }, (lock) => (lock === null ? 'open' : remove()));
  }

  /**
   * Puts people back whose databases are there but whose names are lost, as after the browser has cleared the texts only.
   * @param databases names of all databases
   * @param nameOf for the n-th person
   */
  recover(databases: readonly string[], nameOf: (place: number) => string): void {
    const { all } = this;
    const known = new Set(all.map(({ id }) => id));
    const lost = databases
      .flatMap((name) => personOf(name) ?? [])
      .filter((id) => !known.has(id))
      .slice(0, LIMITS.people - all.length);
    if (lost.length === 0) return;
    this.#keep([...all, ...lost.map((id, index) => ({ id, name: nameOf(all.length + index + 1), trainedOn: null }))]);
  }

  #faultOf(name: string, but: string | null): 'name' | 'taken' | null {
    const wanted = plainName(name);
    if (wanted === '' || wanted.length > LIMITS.name) return 'name';
    return this.all.some((one) => one.id !== but && isSameName(one.name, wanted)) ? 'taken' : null;
  }

  #has(id: string): boolean {
    return this.all.some((one) => one.id === id);
  }

  #change(id: string, part: Partial<Trainee>): boolean {
    return this.#keep(this.all.map((one) => (one.id === id ? { ...one, ...part } : one)));
  }

  #keep(all: readonly Trainee[]): boolean {
    return this.#write(this.#kept, ALL_KEY, JSON.stringify(all));
  }

  #read(texts: KeptTexts | null, key: string): string | null {
    try {
      return texts?.getItem(key) ?? null;
    } catch {
      return null;
    }
  }

  /** @param value null: none any more */
  #write(texts: KeptTexts | null, key: string, value: string | null): boolean {
    try {
      if (value === null) texts?.removeItem(key);
      else texts?.setItem(key, value);
      return texts !== null;
    } catch {
      return false;
    }
  }
}
