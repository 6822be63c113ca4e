import type { PhoneLink, PhoneState } from '../../app/phone/phone-link.ts';
import { type KnownTurn, positionByPhone } from '../../training/self-check/position-by-phone.ts';
import type { HeldPosition } from '../../training/self-check/self-check-record.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';
import { type ShinTrouble, ShinWatch } from '../../instrument/phone/shin-watch.ts';

export type CheckPhone = Pick<PhoneLink, 'state' | 'subscribe' | 'recent' | 'onSamples'>;

/** A start may have been held this long before the check began to listen. */
const BEFORE: Seconds = 8;
/** A later start is taken only from what is held right now. */
const RIGHT_NOW: Seconds = 0.1;

/** Reads the paired phone on the shin for a check. */
export class PhoneReader {
  readonly #phone: CheckPhone;
  readonly #now: () => Seconds;
  readonly #watch = new ShinWatch();
  readonly #ends: readonly (() => void)[];
  #known: KnownTurn | null = null;

  /** @param now on the clock of the phone's samples @param onChange the phone has come, gone or fallen asleep */
  constructor(phone: CheckPhone, now: () => Seconds, onChange: () => void) {
    this.#phone = phone;
    this.#now = now;
    this.#watch.take(phone.recent(now() - BEFORE));
    this.#ends = [phone.onSamples((samples) => this.#watch.take(samples)), phone.subscribe(onChange)];
  }

  get state(): PhoneState['kind'] {
    return this.#phone.state.kind;
  }

  get hasZero(): boolean {
    return this.#watch.hasZero;
  }

  /** The app has a start position: the phone counts from it as well. */
  startHeld(): void {
    this.#known = null;
    this.#watch.zero(this.#now());
  }

  /** The leg is near the start. @returns whether the phone is still there, and counts from now on */
  catchUp(): boolean {
    return this.#watch.zero(this.#now(), RIGHT_NOW);
  }

  /** The angle at this moment, at which a position was held. */
  read(held: HeldPosition): Pick<HeldPosition, 'typed' | 'phone'> | ShinTrouble {
    const turn = this.#watch.at(this.#now());
    if (typeof turn === 'string') return turn;
    const { position, known } = positionByPhone(turn, held, this.#known);
    this.#known = known;
    return position;
  }

  close(): void {
    for (const end of this.#ends) end();
  }
}
