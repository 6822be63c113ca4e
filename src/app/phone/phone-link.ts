import { PhoneBuffer, type PhoneSample } from '../../instrument/phone/phone-buffer.ts';
import type { Milliseconds, Seconds } from '../../instrument/geometry/units.ts';
import { cardText, readAnswer } from './card-text.ts';
import { ClockMatch } from './clock-match.ts';
import { hexOf } from './link-card.ts';
import { type FromLaptop, type FromPhone, readFromPhone, readSample } from './phone-messages.ts';
import { browserPeerParts, type Peer, type PeerParts, type PeerState } from './phone-peer.ts';

/** Why a code in front of the camera was not taken. */
export type CodeTrouble = 'other' | 'old';

export type PhoneState =
  | { readonly kind: 'off' }
  | { readonly kind: 'preparing' }
  /** The code is shown, and the phone's is waited for. `text` belongs behind the # of the phone's address. */
  | { readonly kind: 'showing'; readonly text: string }
  | { readonly kind: 'stale' }
  /** The phone's code was read. */
  | { readonly kind: 'connecting' }
  /** No channel in ten seconds: the network may keep its devices apart. It may open yet. */
  | { readonly kind: 'apart' }
  | { readonly kind: 'connected' }
  /** The phone's page is hidden, or its screen is off. */
  | { readonly kind: 'asleep' }
  /** Nothing comes from the phone; it may come back by itself. */
  | { readonly kind: 'silent' }
  /** The phone answers, but no sample comes that has a time which can be. */
  | { readonly kind: 'no-motion' }
  /** The connection is gone; one new look makes another. */
  | { readonly kind: 'lost' }
  /** The person has ended it on the phone. */
  | { readonly kind: 'ended' }
  /** - unreadable: the phone's answer is none for this browser. - no-network: this computer has no local network. - unsupported: the browser cannot. */
  | { readonly kind: 'refused'; readonly why: 'unreadable' | 'no-network' | 'unsupported' };

/** A code that is not read within this time is good for nothing. */
export const CODE_LASTS: Milliseconds = 120_000;
/** Without a channel for so long after the phone's code was read, the cause is told. */
export const CHANNEL_LIMIT: Milliseconds = 10_000;
/** Without a sample for so long the phone is no longer connected; it is there if it has answered in the second time. */
const SILENT_AFTER: Milliseconds = 2000;
const ANSWERS_WITHIN: Milliseconds = 1500;
/** Without a way back for so long the connection counts as lost; longer while the phone has said that it sleeps. */
const LOST_AFTER: Milliseconds = 60_000;
const LOST_ASLEEP: Milliseconds = 900_000;
/** How often a phone is looked for that has not been heard for a while. */
const REVIVE_EVERY: Milliseconds = 3000;
/** How often round trips are measured: quickly at first, then often enough for the drift. */
const PINGS = { first: 10, quick: 150, later: 1000 } as const;
/** Beyond this difference a sample's time is wrong. */
const FAR_OFF: Milliseconds = 5000;

export interface PhoneLinkParts extends PeerParts {
  readonly nonce: () => string;
}

const browserParts: PhoneLinkParts = {
  ...browserPeerParts,
  nonce: () => hexOf(crypto.getRandomValues(new Uint8Array(8))),
};

/** The laptop's end: shows an offer, takes one phone's answer, and gives its samples on the laptop's clock. */
export class PhoneLink {
  readonly #parts: PhoneLinkParts;
  readonly #listeners = new Set<() => void>();
  readonly #samples = new Set<(samples: readonly PhoneSample[]) => void>();
  readonly #recent = new PhoneBuffer();
  #state: PhoneState = { kind: 'off' };
  #trouble: CodeTrouble | null = null;
  #call: Call | null = null;
  #stopLooking: () => void = () => undefined;

  constructor(parts: PhoneLinkParts = browserParts) {
    this.#parts = parts;
  }

  get state(): PhoneState {
    return this.#state;
  }

  /** True while a phone measures, or may do so again without a new code. */
  get isPaired(): boolean {
    return ['connected', 'asleep', 'silent', 'no-motion'].includes(this.#state.kind);
  }

  /** What was wrong with the last code in front of the camera; null: nothing. */
  get trouble(): CodeTrouble | null {
    return this.#trouble;
  }

  /** After every change of state. @returns ends it */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Samples in the order of their times, which are seconds of `performance.now()`. @returns ends it */
  onSamples(listener: (samples: readonly PhoneSample[]) => void): () => void {
    this.#samples.add(listener);
    return () => void this.#samples.delete(listener);
  }

  /** The samples of the last seconds, for a listener that comes when a start has been held already. @param from on their clock */
  recent(from: Seconds): readonly PhoneSample[] {
    return this.#recent.since(from);
  }

  /** Makes a code for one phone. Whatever was connected before ends. Never rejects. */
  async show(): Promise<void> {
    this.#end();
    this.#set({ kind: 'preparing' });
    const call = this.#newCall();
    if (call === null) return this.#finish({ kind: 'refused', why: 'unsupported' });
    this.#call = call;
    const card = await call.peer.offer(call.nonce).catch(() => null);
    if (this.#call !== call) return;
    if (card === null) return this.#finish({ kind: 'refused', why: 'no-network' });
    call.shownAt = this.#parts.now();
    this.#set({ kind: 'showing', text: cardText(card) });
    this.#stopLooking = this.#parts.every(() => this.#look(), 200);
  }

  /** A code that the camera sees. @returns whether it was the phone's that is waited for */
  read(text: string): boolean {
    const call = this.#call;
    const answer = readAnswer(text);
    if (call === null) return false;
    if (answer === null) return this.#wrongCode('other');
    if (answer.nonce !== call.nonce) return this.#wrongCode('old');
    // The phone still shows its code when it is connected already.
    if (this.#state.kind !== 'showing') return false;
    call.answeredAt = this.#parts.now();
    this.#trouble = null;
    this.#set({ kind: 'connecting' });
    call.peer.accept(answer).catch(() => {
      if (this.#call === call) this.#finish({ kind: 'refused', why: 'unreadable' });
    });
    return true;
  }

  #wrongCode(trouble: CodeTrouble): false {
    const isNew = trouble !== this.#trouble;
    this.#trouble = trouble;
    if (isNew) this.#tell();
    return false;
  }

  /** Ends the connection; the phone's page says so. */
  disconnect(): void {
    this.#send({ say: 'bye' });
    this.#finish({ kind: 'off' });
  }

  #newCall(): Call | null {
    const call: { made: Call | null } = { made: null };
    const isNow = (): boolean => call.made !== null && this.#call === call.made;
    try {
      const peer = this.#parts.open({
        onState: (state) => isNow() && this.#changed(state),
        onSample: (data) => isNow() && this.#sampled(data),
        onControl: (data) => isNow() && this.#told(data),
      });
      call.made = new Call(peer, this.#parts.nonce());
      return call.made;
    } catch {
      return null;
    }
  }

  #changed(state: PeerState): void {
    const call = this.#call;
    if (call === null) return;
    // Open counts from the phone's greeting on.
    if (state === 'gone') {
      if (this.isPaired) return this.#finish({ kind: 'lost' });
      if (this.#state.kind === 'connecting') this.#set({ kind: 'apart' });
    } else if (state === 'wavering' && this.#state.kind === 'connected') this.#set({ kind: 'silent' });
    else if (state === 'open') call.heardAt = this.#parts.now();
  }

  #sampled(data: unknown): void {
    const call = this.#call;
    if (call === null || !call.greeted) return;
    const now = this.#parts.now();
    const sample = readSample(data);
    // The channel keeps no order. Asleep: what was on its way then.
    if (sample === null || sample.number <= call.lastNumber || this.#state.kind === 'asleep') return;
    call.lastNumber = sample.number;
    call.heardAt = now;
    const here = call.clock.toHere(sample.at);
    // Nobody can use it, so it does not count as one.
    if (here === null || Math.abs(here - now) > FAR_OFF) return;
    call.sampledAt = now;
    this.#set({ kind: 'connected' });
    // When a better round trip moves the clock, no time may go back.
    const time = Math.max(here / 1000, call.lastTime + 0.001);
    call.lastTime = time;
    const batch: readonly PhoneSample[] = [{ time, orientation: sample.orientation }];
    this.#recent.add(batch, time);
    for (const listener of this.#samples) listener(batch);
  }

  #told(data: unknown): void {
    const call = this.#call;
    if (call === null) return;
    const message = readFromPhone(data);
    if (message === null) return;
    const now = this.#parts.now();
    call.heardAt = now;
    if (message.say !== 'hello') {
      if (call.greeted) this.#heard(call, message, now);
    } else if (message.nonce === call.nonce) {
      call.greeted = true;
      call.sampledAt = now;
      this.#set({ kind: 'connected' });
    }
  }

  #heard(call: Call, message: Exclude<FromPhone, { say: 'hello' }>, now: Milliseconds): void {
    switch (message.say) {
      case 'pong': {
        const sent = call.asked.get(message.id);
        call.asked.delete(message.id);
        if (sent !== undefined) call.clock.add({ sent, received: now, there: message.at });
        return;
      }
      case 'asleep':
        return this.#set({ kind: 'asleep' });
      case 'awake':
        // The clock of a phone may have stood still.
        call.pings = 0;
        call.sampledAt = now;
        return this.#set({ kind: 'connected' });
      case 'bye':
        return this.#finish({ kind: 'ended' });
    }
  }

  /** Several times a second. */
  #look(): void {
    const call = this.#call;
    if (call === null) return;
    const now = this.#parts.now();
    const { kind } = this.#state;
    if (kind === 'showing' && now - call.shownAt > CODE_LASTS) return this.#finish({ kind: 'stale' });
    if (kind === 'connecting' && now - call.answeredAt > CHANNEL_LIMIT) return this.#set({ kind: 'apart' });
    if (!this.isPaired) return;
    if (kind !== 'asleep' && now - call.sampledAt > SILENT_AFTER)
      this.#set({ kind: now - call.heardAt > ANSWERS_WITHIN ? 'silent' : 'no-motion' });
    if (now - call.heardAt > (kind === 'asleep' ? LOST_ASLEEP : LOST_AFTER)) return this.#finish({ kind: 'lost' });
    if (call.peer.state === 'wavering' && now - call.revivedAt > REVIVE_EVERY) {
      call.revivedAt = now;
      call.peer.revive();
    }
    if (kind !== 'asleep' && call.peer.state === 'open') this.#askTime(call, now);
  }

  #askTime(call: Call, now: Milliseconds): void {
    if (now - call.pingedAt < (call.pings < PINGS.first ? PINGS.quick : PINGS.later)) return;
    call.pings += 1;
    call.pingedAt = now;
    call.nextPing += 1;
    call.asked.set(call.nextPing, now);
    this.#send({ say: 'ping', id: call.nextPing });
  }

  #send(message: FromLaptop): void {
    this.#call?.peer.sendControl(JSON.stringify(message));
  }

  #finish(state: PhoneState): void {
    this.#end();
    this.#set(state);
  }

  #end(): void {
    this.#stopLooking();
    this.#recent.clear();
    this.#call?.peer.close();
    this.#call = null;
    this.#trouble = null;
  }

  #set(state: PhoneState): void {
    const isNew = JSON.stringify(state) !== JSON.stringify(this.#state);
    this.#state = state;
    if (isNew) this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** One code and the phone that took it. */
class Call {
  readonly peer: Peer;
  readonly nonce: string;
  readonly clock = new ClockMatch();
  /** When each question left, by its number. */
  readonly asked = new Map<number, Milliseconds>();
  shownAt: Milliseconds = 0;
  answeredAt: Milliseconds = 0;
  /** The last message of any kind, and the last sample. */
  heardAt: Milliseconds = 0;
  sampledAt: Milliseconds = 0;
  pingedAt: Milliseconds = Number.NEGATIVE_INFINITY;
  revivedAt: Milliseconds = Number.NEGATIVE_INFINITY;
  pings = 0;
  nextPing = 0;
  greeted = false;
  /** Of the last sample: its number, and its time in seconds. */
  lastNumber = 0;
  lastTime = 0;

  constructor(peer: Peer, nonce: string) {
    this.peer = peer;
    this.nonce = nonce;
  }
}
