import type { LinkCard } from '../../../src/app/phone/link-card.ts';
import type { Peer, PeerEvents, PeerState } from '../../../src/app/phone/phone-peer.ts';
import type { Milliseconds } from '../../../src/instrument/geometry/units.ts';

/** A card as a browser's description gives it. */
export const cardWith = (part: Partial<LinkCard> = {}): LinkCard => ({
  nonce: '0123456789abcdef',
  setup: 'actpass',
  ufrag: 'aB3+',
  pwd: 'abcdefghijklmnopqrstuv/9',
  fingerprint: Array.from({ length: 32 }, (_, i) => 7 * i),
  addresses: [{ host: '192.168.1.20', port: 50_123 }],
  ...part,
});

/** A peer without a network: what it was told is kept, and a test plays the other end. */
export class FakePeer implements Peer {
  state: PeerState = 'connecting';
  readonly control: string[] = [];
  readonly samples: ArrayBuffer[] = [];
  readonly accepted: LinkCard[] = [];
  readonly answered: LinkCard[] = [];
  offers = 0;
  revivals = 0;
  closed = false;
  readonly #events: PeerEvents;

  constructor(events: PeerEvents) {
    this.#events = events;
  }

  async offer(nonce: string): Promise<LinkCard | null> {
    this.offers += 1;
    return cardWith({ nonce });
  }

  async answer(offer: LinkCard): Promise<LinkCard | null> {
    this.answered.push(offer);
    return cardWith({ nonce: offer.nonce, setup: 'active' });
  }

  async accept(answer: LinkCard): Promise<void> {
    this.accepted.push(answer);
  }

  revive(): void {
    this.revivals += 1;
  }

  sendSample(data: ArrayBuffer): void {
    this.samples.push(data);
  }

  sendControl(text: string): void {
    this.control.push(text);
  }

  close(): void {
    this.closed = true;
  }

  /** The other end, or the network. */
  becomes(state: PeerState): void {
    this.state = state;
    this.#events.onState(state);
  }

  says(message: unknown): void {
    this.#events.onControl(typeof message === 'string' ? message : JSON.stringify(message));
  }

  brings(data: unknown): void {
    this.#events.onSample(data);
  }

  /** What was said last, read. */
  get said(): readonly Record<string, unknown>[] {
    return this.control.map((text) => JSON.parse(text) as Record<string, unknown>);
  }
}

/** A clock that a test moves, with the timers on it. */
export class FakeClock {
  now: Milliseconds = 1000;
  readonly #timers = new Set<{ readonly run: () => void; readonly interval: Milliseconds; next: Milliseconds }>();

  readonly every = (run: () => void, interval: Milliseconds): (() => void) => {
    const timer = { run, interval, next: this.now + interval };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  };

  /** @param each called after every millisecond step of 10 */
  pass(milliseconds: Milliseconds, each: () => void = () => undefined): void {
    const end = this.now + milliseconds;
    while (this.now < end) {
      this.now += 10;
      for (const timer of this.#timers)
        if (timer.next <= this.now) {
          timer.next += timer.interval;
          timer.run();
        }
      each();
    }
  }
}

/** Lets promises settle. */
export const settle = (): Promise<void> => new Promise((done) => setTimeout(done));
