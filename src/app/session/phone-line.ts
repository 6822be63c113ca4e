import type { SessionClient } from '../worker-client/pose-client.ts';
import type { SetPlan } from '../../coach/coach-contract.ts';
import { withPhone } from '../../coach/rules/phone-rules.ts';
import { phoneCoachWords } from '../../i18n/en/hip/phone-coach.ts';
import type { Milliseconds, Seconds } from '../../instrument/geometry/units.ts';
import { onClock, type PhoneSample } from '../../instrument/phone/phone-buffer.ts';

export interface PhoneFeed {
  /** Samples on the page's clock (`performance.now()` / 1000). Returns a function that stops listening. */
  onSamples(listener: (samples: readonly PhoneSample[]) => void): () => void;
  /** The samples of the last seconds, as far as they are kept. @param from on their clock */
  recent(from: Seconds): readonly PhoneSample[];
}

/** What a session needs of a phone; loaded with the first one. */
export function usedPhone(feed: PhoneFeed) {
  const words = phoneCoachWords();
  /** The notice that nothing comes from it; null: its samples come. */
  const silence = (pageNow: Milliseconds): string | null =>
    feed.recent(pageNow / 1000 - SILENT_AFTER).length > 0 ? null : `${words.silent.what} ${words.silent.todo}`;
  return {
    connect: (client: LineClient, pageNow: () => Milliseconds): PhoneLine => new Line(feed, client, pageNow),
    /** The plan with what the set-up says about the phone. */
    placing: (plan: SetPlan): SetPlan => ({
      ...plan,
      words: { ...plan.words, gate: { ...plan.words.gate, phone: words } },
    }),
    /** The plan of a set that it watches. */
    watching: (plan: SetPlan): SetPlan => ({ ...plan, drill: withPhone(plan.drill, words), phone: true }),
    silence,
    /** What is said when a set begins without it. */
    unused: (pageNow: Milliseconds) =>
      `${silence(pageNow) === null ? '' : `${words.silent.what} `}${words.unused.what}`,
  };
}

export type UsedPhone = ReturnType<typeof usedPhone>;

/** A phone sends 30 times a second; after a moment without a sample the person is told. */
const SILENT_AFTER: Seconds = 3;
/** Without samples the worker is told all the same that a phone is used, so that its check says what is missing. */
const TELL_AFTER: Seconds = 1;

/** A camera's capture time is on the page's clock where it is so near to now; another clock is one of its own. */
const SAME_CLOCK: Seconds = 1;
/** From the capture of a frame to its callback, where the capture time is not known. */
const ON_THE_WAY: Seconds = 0.06;

type LineClient = Pick<SessionClient, 'phone'>;

/** Hands the samples of a phone to the worker, on the clock of its frames. */
export type PhoneLine = Pick<Line, 'observe' | 'restart' | 'close'>;

class Line {
  readonly #client: LineClient;
  readonly #pageNow: () => Milliseconds;
  #stop: (() => void) | null;
  /** Worker time minus page time; null: no frame has come yet. */
  #ahead: Seconds | null = null;
  /** When the worker last heard of the phone. */
  #toldAt: Seconds;

  constructor(feed: PhoneFeed, client: LineClient, pageNow: () => Milliseconds) {
    this.#client = client;
    this.#pageNow = pageNow;
    this.#toldAt = pageNow() / 1000;
    this.#stop = feed.onSamples((samples) => this.#send(samples));
  }

  /** A frame is here. @param source its time on the source's clock @param worker the same on the worker's */
  observe(source: Seconds, worker: Seconds): void {
    const now = this.#pageNow() / 1000;
    const isSame = Math.abs(now - source) < SAME_CLOCK;
    this.#ahead = isSame ? worker - source : worker - (now - ON_THE_WAY);
    if (now - this.#toldAt > TELL_AFTER) this.#send([]);
  }

  /** The worker's clock begins anew with the next frame. */
  restart(): void {
    this.#ahead = null;
  }

  close(): void {
    if (this.#stop === null) return;
    this.#stop();
    this.#stop = null;
    this.#client.phone(null);
  }

  #send(samples: readonly PhoneSample[]): void {
    const ahead = this.#ahead;
    if (ahead === null || this.#stop === null) return;
    this.#toldAt = this.#pageNow() / 1000;
    this.#client.phone(onClock(samples, ahead));
  }
}
