import { AppError } from '../../app/app-error.ts';
import { SYMPTOM_LASTS } from '../../training/planning/symptom-lock.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import { isStop, painLight } from '../../training/review/after-set.ts';
import type { Connection } from '../connection.ts';
import { type Check, integer, list, nullable, number, object, ownValue, text, validated } from '../check.ts';
import type { KeptTexts } from '../people/people.ts';
import { markKeyOf } from '../schema.ts';
import type { DamagedSet, LimitsUnknown, SetOverview, Settings } from '../storage-contract.ts';
import { type KeptLimit, limitsIn } from './limits-in-sets.ts';

/** What is read of the sets, and done with them. */
export type SetNews =
  /** Told before whoever asked gets them. `damaged` null: they are in memory, because the database is not open. */
  | {
      readonly kind: 'read';
      readonly sets: readonly SetOverview[];
      readonly damaged: readonly DamagedSet[] | null;
    }
  | { readonly kind: 'unreadable' }
  /** How a set ended, or how much it hurt. */
  | { readonly kind: 'told'; readonly set: Pick<SetRecord, 'id' | 'ended' | 'after'> }
  /** By the person. Null: all sets. */
  | { readonly kind: 'removed'; readonly id: string | null };

export type TellNews = (news: SetNews) => Promise<void>;

export interface MarkOptions {
  /** Name of the database; absent: the first person's. Each has a mark of its own. */
  readonly name?: string;
  /** Where the mark is kept. Absent or null: nothing is known of earlier visits, and nothing is kept for later ones. */
  readonly texts?: KeptTexts | null;
  /** The id that variants of a drill share (`drillFamily`). Absent: each drill stands for itself. */
  readonly familyOf?: (drill: string) => string;
  /** `trouble` has changed after the start. @param taken a late database was taken, so the stores are other ones */
  readonly onChange?: (taken: boolean) => void;
}

interface Kept {
  /** How many sets are stored, without demos. Null: they are gone, and the person has not said that they know. */
  readonly sets: number | null;
  /** Damaged sets among them: they may limit a hip. One that is over is kept as long as the set is damaged, so that it stays over. */
  readonly limits: readonly KeptLimit[];
}

/** Limits that are kept at most. */
const MOST = 200;

const kept: Check<Kept> = object<Kept>({
  sets: nullable(integer(0, 1e9)),
  limits: list(object<KeptLimit>({ id: text(0, 100), until: nullable(number(0, 8.64e15)) }), MOST),
});

/** What could be read of the sets last. */
interface Seen {
  readonly sets: readonly SetOverview[];
  /** Ids of sets that were told of since then. */
  readonly told: Set<string>;
  readonly why: LimitsUnknown['why'];
}

const setIn = ({ sets }: Pick<Seen, 'sets'>, id: string): SetOverview | undefined => sets.find((set) => set.id === id);

const canRead = (seen: Seen, { id }: KeptLimit): boolean => seen.told.has(id) || setIn(seen, id) !== undefined;

const holds = ({ until }: KeptLimit): boolean => until === null || until > Date.now();

/**
 * A mark outside the database, so that a limit of a hip survives its loss: how many sets are stored, and which of them limit a hip, until
 * when. Where the browser keeps no texts it holds for this visit. It never throws.
 */
export class SafetyMark {
  readonly #options: MarkOptions;
  readonly #connection: Connection;
  readonly #settings: () => Pick<Settings, 'symptomChecked'>;
  /** What could not be written; undefined: everything was. */
  #unwritten: string | null | undefined = undefined;
  /** Null: nothing was read yet. */
  #seen: Seen | null = null;
  /** The database was read in this visit. */
  #wasRead = false;

  constructor(options: MarkOptions, connection: Connection, settings: () => Pick<Settings, 'symptomChecked'>) {
    this.#options = options;
    this.#connection = connection;
    this.#settings = settings;
  }

  /** All sets are gone, and the person has not said that they know. */
  get trouble(): AppError | null {
    return this.#wasRead && this.#kept.sets === null
      ? new AppError('storage-lost', 'Sets were stored, and the database has none.')
      : null;
  }

  get limitsUnknown(): LimitsUnknown | null {
    const seen = this.#seen;
    const isUnknown = seen !== null && this.#kept.limits.some((limit) => holds(limit) && !canRead(seen, limit));
    return isUnknown ? { why: seen.why } : null;
  }

  confirmLimits(): void {
    const seen = this.#seen;
    if (seen === null) return;
    const { sets, limits } = this.#kept;
    this.#keep({ sets, limits: limits.map((limit) => (canRead(seen, limit) ? limit : { id: limit.id, until: 0 })) });
  }

  /** The person knows that the sets are gone. */
  knowLoss(): void {
    this.#keep({ ...this.#kept, sets: 0 });
    this.#options.onChange?.(false);
  }

  async tell(news: SetNews): Promise<void> {
    if (news.kind === 'read') await this.#read(news.sets, news.damaged);
    else if (news.kind === 'told') this.#told(news.set);
    else if (news.kind === 'removed') this.#removed(news.id);
    else this.#seen = { sets: [], told: new Set(), why: 'damaged' };
  }

  async #read(sets: readonly SetOverview[], damaged: readonly DamagedSet[] | null): Promise<void> {
    const unclear = await Promise.all((damaged ?? []).map(({ id }) => this.#mayLimit(id)));
    const before = this.#kept;
    const isKept = ({ id }: KeptLimit): boolean => before.limits.some((limit) => limit.id === id);
    const isDamaged = ({ id }: KeptLimit): boolean => unclear.some((limit) => limit.id === id);
    // A set that is just ending is told of before it can be read.
    const isOver = ({ id }: KeptLimit): boolean => (setIn({ sets }, id)?.ended ?? 'running') !== 'running';
    const limits = [
      ...limitsIn(sets, this.#settings(), this.#options.familyOf),
      ...before.limits.filter((limit) => !isOver(limit) && (holds(limit) || isDamaged(limit))),
      ...unclear.filter((limit) => !isKept(limit)),
    ];
    const why = damaged === null ? 'late' : unclear.length > 0 ? 'damaged' : 'lost';
    this.#seen = { sets, told: new Set(), why };
    if (damaged === null) return this.#keep({ ...before, limits });
    const count = unclear.length + sets.filter(({ saved, source }) => saved && source !== 'demo').length;
    // Later in a visit it is the person who removes the last one.
    const isLost = count === 0 && (before.sets === null || (before.sets > 0 && !this.#wasRead));
    this.#wasRead = true;
    this.#keep({ sets: isLost ? null : count, limits });
    if (isLost !== (before.sets === null)) this.#options.onChange?.(false);
  }

  /** A damaged set may limit a hip for a week from its beginning; where that cannot be read, until the person says that it does not. */
  async #mayLimit(id: string): Promise<KeptLimit> {
    const row = await this.#connection
      .run(['sets'], 'readonly', (transaction) => transaction.objectStore('sets').get(id))
      .catch(() => null);
    const moments = [ownValue(row, 'startedAt'), ownValue(ownValue(row, 'head'), 'startedAt')]
      .map((moment) => new Date(moment as string | number).getTime())
      .filter((moment) => moment > 0);
    return { id, until: moments.length === 0 ? null : Math.max(...moments) + SYMPTOM_LASTS };
  }

  /** Told while it ends, before it can be read: how long it limits a hip is read later. */
  #told({ id, ended, after }: Extract<SetNews, { kind: 'told' }>['set']): void {
    this.#seen?.told.add(id);
    const pain = after?.pain ?? null;
    const { sets, limits } = this.#kept;
    if (!isStop({ ended, pain }) && painLight(pain ?? 0) === 'green' && after?.morning !== 'much') return;
    if (limits.every((limit) => limit.id !== id))
      this.#keep({ sets, limits: [{ id, until: Date.now() + SYMPTOM_LASTS }, ...limits] });
  }

  /** The next time that all sets are read they are counted anew. */
  #removed(removed: string | null): void {
    const { sets, limits } = this.#kept;
    const seen = this.#seen;
    const isLate = seen?.why === 'late';
    const stays = (limit: KeptLimit): boolean =>
      removed === null ? isLate && !canRead(seen, limit) : limit.id !== removed;
    this.#keep({ sets: isLate ? sets : 0, limits: limits.filter(stays) });
  }

  get #kept(): Kept {
    try {
      return validated(JSON.parse(this.#text ?? ''), kept) ?? { sets: 0, limits: [] };
    } catch {
      return { sets: 0, limits: [] };
    }
  }

  get #text(): string | null {
    if (this.#unwritten !== undefined) return this.#unwritten;
    try {
      return this.#options.texts?.getItem(markKeyOf(this.#options.name)) ?? null;
    } catch {
      return null;
    }
  }

  #keep({ sets, limits }: Kept): void {
    const isNothing = sets === 0 && limits.length === 0;
    const next = isNothing ? null : JSON.stringify({ sets, limits: limits.slice(0, MOST) });
    if (next === this.#text) return;
    const { texts, name } = this.#options;
    this.#unwritten = next;
    try {
      if (next === null) texts?.removeItem(markKeyOf(name));
      else texts?.setItem(markKeyOf(name), next);
      if (texts) this.#unwritten = undefined;
    } catch {
      // It holds for this visit.
    }
  }
}
