import type { Milliseconds } from '../instrument/geometry/units.ts';

/** `refused`: by the system, to save power; the set runs all the same. `none`: not supported. */
export type WakeLockState = 'off' | 'on' | 'refused' | 'none';

/** Keeps the screen on while a set runs. */
export type WakeLock = Pick<ScreenLock, 'state' | 'hold' | 'release'>;

export interface WakeLockDeps {
  readonly request: (() => Promise<WakeLockSentinel>) | null;
  readonly document: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
  /** A test passes its own. */
  readonly later?: (run: () => void, after: Milliseconds) => void;
}

const browserDeps = (): WakeLockDeps => ({
  request: 'wakeLock' in navigator ? () => navigator.wakeLock.request('screen') : null,
  document,
});

/** After a refusal the lock is asked for again in this time. So it is where the system takes it back again and again. */
const ASK_AGAIN: Milliseconds = 20_000;

export const createWakeLock = (deps: WakeLockDeps = browserDeps()): WakeLock => new ScreenLock(deps);

/** One request at a time; the lock is asked for again while it is wanted and the page is visible. */
class ScreenLock {
  readonly #deps: WakeLockDeps;
  #wanted = false;
  #held: WakeLockSentinel | null = null;
  /** The request that has no answer yet. */
  #asking: Promise<void> | null = null;
  #waits = false;
  #askedAgainAt = Number.NEGATIVE_INFINITY;
  #state: WakeLockState;

  constructor(deps: WakeLockDeps) {
    this.#deps = deps;
    this.#state = deps.request ? 'off' : 'none';
  }

  get state(): WakeLockState {
    return this.#state;
  }

  /** Never rejects. */
  async hold(): Promise<void> {
    this.#wanted = true;
    this.#deps.document.addEventListener('visibilitychange', this.#onVisible);
    await this.#ask();
  }

  release(): void {
    this.#wanted = false;
    this.#deps.document.removeEventListener('visibilitychange', this.#onVisible);
    const held = this.#held;
    this.#held = null;
    if (this.#state !== 'none') this.#state = 'off';
    void held?.release().catch(() => undefined);
  }

  /** The browser drops the lock of a hidden page and does not restore it. */
  readonly #onVisible = (): void => void this.#ask();

  #ask(): Promise<void> {
    const { request } = this.#deps;
    if (request && this.#wanted && !this.#held && this.#isVisible)
      this.#asking ??= this.#take(request).finally(() => {
        this.#asking = null;
      });
    return this.#asking ?? Promise.resolve();
  }

  get #isVisible(): boolean {
    return this.#deps.document.visibilityState === 'visible';
  }

  async #take(request: () => Promise<WakeLockSentinel>): Promise<void> {
    try {
      const held = await request();
      // Nobody wants it any more.
      if (!this.#wanted) return await held.release();
      this.#held = held;
      this.#state = 'on';
      held.addEventListener('release', () => this.#taken(held));
    } catch {
      if (!this.#wanted) return;
      this.#state = 'refused';
      this.#askLater();
    }
  }

  /** The system has taken the lock. */
  #taken(held: WakeLockSentinel): void {
    if (this.#held !== held) return;
    this.#held = null;
    this.#state = 'off';
    if (!this.#isVisible) return;
    const now = performance.now();
    if (now - this.#askedAgainAt < ASK_AGAIN) return this.#askLater();
    this.#askedAgainAt = now;
    void this.#ask();
  }

  #askLater(): void {
    if (this.#waits) return;
    this.#waits = true;
    const { later = (run, after) => void setTimeout(run, after) } = this.#deps;
    later(() => {
      this.#waits = false;
      void this.#ask();
    }, ASK_AGAIN);
  }
}
