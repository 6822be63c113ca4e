import type { Milliseconds } from '../../instrument/geometry/units.ts';
import { answerText, cardText, readCardText } from './card-text.ts';
import type { Quaternion } from './motion-source.ts';
import type { LinkCard } from './link-card.ts';
import { type FromPhone, type HandHint, packSample, readFromLaptop } from './phone-messages.ts';
import { browserPeerParts, type Peer, type PeerParts, type PeerState } from './phone-peer.ts';

export type PhoneEndState =
  /** The code that the laptop reads is being made, or shown. */
  | { readonly kind: 'preparing' }
  | { readonly kind: 'showing'; readonly text: string }
  | { readonly kind: 'connected' }
  /** Nothing comes from the laptop; it may come back by itself. */
  | { readonly kind: 'silent' }
  /** The laptop is there, but gets no sample that it can use. */
  | { readonly kind: 'unheard' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'lost' }
  /** The laptop has ended it. `refused`: it could not read what came. */
  | { readonly kind: 'ended'; readonly refused: boolean }
  /** - no-network: this phone is in no local network. - unsupported: the browser cannot. */
  | { readonly kind: 'failed'; readonly why: 'no-network' | 'unsupported' };

export interface PhoneEndParts extends PeerParts {
  readonly vibrate: (pattern: readonly Milliseconds[]) => void;
}

const browserParts: PhoneEndParts = {
  ...browserPeerParts,
  vibrate: (pattern) => void navigator.vibrate?.([...pattern]),
};

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
/** Hints of the same kind are sent no closer than this. */
const HINT_EVERY: Milliseconds = 1000;

/** The phone's end: answers the laptop's offer, and sends what the sensor gives. */
export class PhoneEnd {
  readonly #offer: LinkCard;
  readonly #parts: PhoneEndParts;
  readonly #onChange: () => void;
  readonly #since: Milliseconds;
  #state: PhoneEndState = { kind: 'preparing' };
  #peer: Peer | null = null;
  #stopTicks: () => void = () => undefined;
  #number = 0;
  #sentAt: Milliseconds = Number.NEGATIVE_INFINITY;
  #last: Quaternion | null = null;
  #hintedAt: Milliseconds = Number.NEGATIVE_INFINITY;
  #heardAt: Milliseconds = 0;
  #revivedAt: Milliseconds = Number.NEGATIVE_INFINITY;
  #hidden = false;

  constructor(offer: LinkCard, onChange: () => void, parts: PhoneEndParts = browserParts) {
    this.#offer = offer;
    this.#onChange = onChange;
    this.#parts = parts;
    this.#since = parts.now();
  }

  get state(): PhoneEndState {
    return this.#state;
  }

  /** Makes the answer. Never rejects. */
  async start(): Promise<void> {
    this.#stopTicks();
    this.#stopTicks = this.#parts.every(() => this.#tick(), TICK);
    await this.#meet();
  }

  orientation(orientation: Quaternion, at: Milliseconds): void {
    this.#last = orientation;
    if (at - this.#sentAt >= CLOSEST) this.#sendSample(orientation, at);
  }

  hand(why: HandHint): void {
    const now = this.#parts.now();
    if (this.#state.kind !== 'connected' || now - this.#hintedAt < HINT_EVERY) return;
    this.#hintedAt = now;
    this.#send({ say: 'hand', why });
  }

  battery(level: number, charging: boolean): void {
    this.#send({ say: 'battery', level, charging });
  }

  /** The page is hidden or in sight again. */
  hidden(hidden: boolean): void {
    this.#hidden = hidden;
    this.#heardAt = this.#parts.now();
    this.#send({ say: hidden ? 'asleep' : 'awake' });
  }

  networkChanged(): void {
    this.#send({ say: 'network' });
  }

  /** The person wants no more. */
  end(): void {
    this.#send({ say: 'bye' });
    this.#finish({ kind: 'ended', refused: false });
  }

  /** A new connection for the same offer: the laptop may not have read the answer before the browser gave up looking for it. */
  async #meet(): Promise<void> {
    this.#peer?.close();
    const made = this.#open();
    this.#peer = made;
    if (made === null) return this.#finish({ kind: 'failed', why: 'unsupported' });
    const card = await made.answer(this.#offer).catch(() => null);
    if (this.#peer !== made) return;
    if (card === null) return this.#finish({ kind: 'failed', why: 'no-network' });
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
      else this.#finish({ kind: 'lost' });
    }
  }

  #told(data: unknown): void {
    const message = readFromLaptop(data);
    if (message === null) return;
    this.#heardAt = this.#parts.now();
    if (this.#state.kind === 'silent') this.#set({ kind: 'connected' });
    switch (message.say) {
      case 'ping':
        if (this.#isOpen) this.#set({ kind: message.heard === false ? 'unheard' : 'connected' });
        return this.#send({ say: 'pong', id: message.id, at: this.#parts.now() });
      case 'vibrate':
        return this.#parts.vibrate(message.pattern);
      case 'card':
        return void this.#meetAgain(message.card);
      case 'bye':
      case 'refused':
        return this.#finish({ kind: 'ended', refused: message.say === 'refused' });
    }
  }

  /** The laptop looks for this phone anew, over the channel that is still open. */
  async #meetAgain(text: string): Promise<void> {
    const [offer, peer] = [readCardText(text), this.#peer];
    if (offer === null || peer === null || offer.nonce !== this.#offer.nonce) return;
    const card = await peer.answer(offer).catch(() => null);
    if (card !== null && this.#peer === peer) this.#send({ say: 'card', card: cardText(card) });
  }

  #tick(): void {
    const now = this.#parts.now();
    const { kind } = this.#state;
    if ((kind === 'showing' || kind === 'preparing') && now - this.#since > STALE_AFTER)
      return this.#finish({ kind: 'stale' });
    if (this.#isOpen && !this.#hidden && now - this.#heardAt > SILENT_AFTER) this.#set({ kind: 'silent' });
    if (!this.#hidden && this.#peer?.state === 'wavering') this.#revive(now);
    const last = this.#last;
    if (last !== null && now - this.#sentAt >= AGAIN) this.#sendSample(last, now);
  }

  /** The way to the laptop is gone, as after a long sleep; the laptop looks for this phone as well. */
  #revive(now: Milliseconds): void {
    if (now - this.#heardAt > LOST_AFTER) return this.#finish({ kind: 'lost' });
    if (now - this.#revivedAt < REVIVE_EVERY) return;
    this.#revivedAt = now;
    this.#peer?.revive();
  }

  #sendSample(orientation: Quaternion, at: Milliseconds): void {
    if (this.#hidden || !this.#isOpen) return;
    this.#sentAt = at;
    this.#number += 1;
    this.#peer?.sendSample(packSample({ number: this.#number, at, orientation }));
  }

  get #isOpen(): boolean {
    return ['connected', 'silent', 'unheard'].includes(this.#state.kind);
  }

  #send(message: FromPhone): void {
    this.#peer?.sendControl(JSON.stringify(message));
  }

  #finish(state: PhoneEndState): void {
    this.#stopTicks();
    this.#peer?.close();
    this.#peer = null;
    this.#set(state);
  }

  #set(state: PhoneEndState): void {
    const isNew = JSON.stringify(state) !== JSON.stringify(this.#state);
    this.#state = state;
    if (isNew) this.#onChange();
  }
}
