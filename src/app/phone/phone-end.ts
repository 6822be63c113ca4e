import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { Quaternion } from '../../instrument/phone/phone-buffer.ts';
import { answerText } from './card-text.ts';
import type { LinkCard } from './link-card.ts';
import { type FromPhone, packSample, readFromLaptop } from './phone-messages.ts';
import { browserPeerParts, type Peer, type PeerParts, type PeerState } from './phone-peer.ts';

export type PhoneEndState =
  /** The code that the laptop reads is being made, or shown. */
  | { readonly kind: 'preparing' }
  | { readonly kind: 'showing'; readonly text: string }
  | { readonly kind: 'connected' }
  /** Nothing comes from the laptop; it may come back by itself. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'lost' }
  /** Either end has ended it. */
  | { readonly kind: 'ended' }
  /** This phone is in no local network, or the browser cannot. */
  | { readonly kind: 'noNetwork' | 'unsupported' };

/** Samples are sent no closer than this: 60 a second. */
const CLOSEST: Milliseconds = 15;
/**
 * Browsers are silent while the orientation stays the same to 0.1°, as on a table; then the last one is sent again, 30 times a second,
 * for as long as the page is awake. The laptop tells it from a phone on a body.
 */
const AGAIN: Milliseconds = 33;
/** Timers come late, so they look more often. */
const TICK: Milliseconds = 16;
/** The laptop's code lasts two minutes; it was shown for a moment before it was read. */
const STALE_AFTER: Milliseconds = 120_000;
/** The laptop asks for the time every second. */
const SILENT_AFTER: Milliseconds = 4000;
/** How often the laptop is looked for that has not been heard for a while, and after which time it is given up. */
const REVIVE_EVERY: Milliseconds = 3000;
const LOST_AFTER: Milliseconds = 60_000;

/** The phone's end: answers the laptop's offer, and sends what the sensor gives. */
export class PhoneEnd {
  readonly #offer: LinkCard;
  readonly #parts: PeerParts;
  readonly #onChange: () => void;
  readonly #since: Milliseconds;
  #state: PhoneEndState = { kind: 'preparing' };
  #peer: Peer | null = null;
  #stopTicks: () => void = () => undefined;
  #number = 0;
  #sentAt: Milliseconds = Number.NEGATIVE_INFINITY;
  #last: Quaternion | null = null;
  #heardAt: Milliseconds = 0;
  #revivedAt: Milliseconds = Number.NEGATIVE_INFINITY;
  #hidden = false;

  constructor(offer: LinkCard, onChange: () => void, parts: PeerParts = browserPeerParts) {
    this.#offer = offer;
    this.#onChange = onChange;
    this.#parts = parts;
    this.#since = parts.now();
  }

  get state(): PhoneEndState {
    return this.#state;
  }

  /** The laptop is reached, or may come back by itself. */
  get isOpen(): boolean {
    return this.#state.kind === 'connected' || this.#state.kind === 'silent';
  }

  /** Makes the answer. Never rejects. */
  async start(): Promise<void> {
    this.#stopTicks = this.#parts.every(() => this.#tick(), TICK);
    await this.#meet();
  }

  orientation(orientation: Quaternion, at: Milliseconds): void {
    this.#last = orientation;
    if (at - this.#sentAt >= CLOSEST) this.#sendSample(orientation, at);
  }

  /** The page is hidden or in sight again. */
  hidden(hidden: boolean): void {
    this.#hidden = hidden;
    this.#heardAt = this.#parts.now();
    this.#send({ say: hidden ? 'asleep' : 'awake' });
  }

  /** The person wants no more. */
  end(): void {
    this.#send({ say: 'bye' });
    this.#finish('ended');
  }

  /** A new connection for the same offer: the laptop may not have read the answer before the browser gave up looking for it. */
  async #meet(): Promise<void> {
    this.#peer?.close();
    const made = this.#open();
    this.#peer = made;
    if (made === null) return this.#finish('unsupported');
    const card = await made.answer(this.#offer).catch(() => null);
    if (this.#peer !== made) return;
    if (card === null) return this.#finish('noNetwork');
    this.#set({ kind: 'showing', text: answerText(card) });
  }

  #open(): Peer | null {
    const own: { peer: Peer | null } = { peer: null };
    const isNow = (): boolean => own.peer !== null && this.#peer === own.peer;
    try {
      own.peer = this.#parts.open({
        onState: (state) => isNow() && this.#changed(state),
        onSample: () => undefined,
        onControl: (data) => isNow() && this.#told(data),
      });
    } catch {
      return null;
    }
    return own.peer;
  }

  #changed(state: PeerState): void {
    const { kind } = this.#state;
    if (state === 'open') {
      this.#heardAt = this.#parts.now();
      if (kind === 'showing') this.#send({ say: 'hello', nonce: this.#offer.nonce });
      else this.#send({ say: this.#hidden ? 'asleep' : 'awake' });
      this.#set({ kind: 'connected' });
    } else if (state === 'wavering') this.#set({ kind: 'silent' });
    else if (state === 'gone') {
      if (kind === 'showing') void this.#meet();
      else this.#finish('lost');
    }
  }

  #told(data: unknown): void {
    const message = readFromLaptop(data);
    if (message === null) return;
    if (message.say === 'bye') return this.#finish('ended');
    this.#heardAt = this.#parts.now();
    if (this.isOpen) this.#set({ kind: 'connected' });
    this.#send({ say: 'pong', id: message.id, at: this.#parts.now() });
  }

  #tick(): void {
    const now = this.#parts.now();
    const { kind } = this.#state;
    if ((kind === 'showing' || kind === 'preparing') && now - this.#since > STALE_AFTER) return this.#finish('stale');
    if (this.isOpen && !this.#hidden && now - this.#heardAt > SILENT_AFTER) this.#set({ kind: 'silent' });
    if (!this.#hidden && this.#peer?.state === 'wavering') this.#revive(now);
    const last = this.#last;
    if (last !== null && now - this.#sentAt >= AGAIN) this.#sendSample(last, now);
  }

  /** The way to the laptop is gone, as after a long sleep; the laptop looks for this phone as well. */
  #revive(now: Milliseconds): void {
    if (now - this.#heardAt > LOST_AFTER) return this.#finish('lost');
    if (now - this.#revivedAt < REVIVE_EVERY) return;
    this.#revivedAt = now;
    this.#peer?.revive();
  }

  #sendSample(orientation: Quaternion, at: Milliseconds): void {
    if (this.#hidden || !this.isOpen) return;
    this.#sentAt = at;
    this.#number += 1;
    this.#peer?.sendSample(packSample({ number: this.#number, at, orientation }));
  }

  #send(message: FromPhone): void {
    this.#peer?.sendControl(JSON.stringify(message));
  }

  #finish(kind: Exclude<PhoneEndState['kind'], 'showing'>): void {
    this.#stopTicks();
    this.#peer?.close();
    this.#peer = null;
    this.#set({ kind });
  }

  #set(state: PhoneEndState): void {
    const isNew = JSON.stringify(state) !== JSON.stringify(this.#state);
    this.#state = state;
    if (isNew) this.#onChange();
  }
}
