/** `refused`: by the system, to save power; the set runs all the same. `none`: not supported. */
export type WakeLockState = 'off' | 'on' | 'refused' | 'none';

/** Keeps the screen on while a set runs. */
export interface WakeLock {
  readonly state: WakeLockState;
  /** Never rejects. */
  hold(): Promise<void>;
  release(): void;
}

export interface WakeLockDeps {
  readonly request: (() => Promise<WakeLockSentinel>) | null;
  readonly document: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
}

const browserDeps = (): WakeLockDeps => ({
  request: 'wakeLock' in navigator ? () => navigator.wakeLock.request('screen') : null,
  document,
});

export function createWakeLock(deps: WakeLockDeps = browserDeps()): WakeLock {
  let wanted = false;
  let sentinel: WakeLockSentinel | null = null;
  let state: WakeLockState = deps.request ? 'off' : 'none';

  const acquire = async () => {
    if (!deps.request || sentinel || deps.document.visibilityState !== 'visible') return;
    try {
      const held = await deps.request();
      if (!wanted) {
        await held.release();
        return;
      }
      sentinel = held;
      state = 'on';
      held.addEventListener('release', () => {
        if (sentinel === held) sentinel = null;
        if (state === 'on') state = 'off';
      });
    } catch {
      state = 'refused';
    }
  };

  /** The browser drops the lock of a hidden page and does not restore it. */
  const onVisible = () => {
    if (wanted) void acquire();
  };

  return {
    get state() {
      return state;
    },
    async hold() {
      if (!wanted) deps.document.addEventListener('visibilitychange', onVisible);
      wanted = true;
      await acquire();
    },
    release() {
      wanted = false;
      deps.document.removeEventListener('visibilitychange', onVisible);
      const held = sentinel;
      sentinel = null;
      if (state !== 'none') state = 'off';
      void held?.release().catch(() => undefined);
    },
  };
}
