import { describe, expect, it } from 'vitest';
import { createWakeLock } from '../../src/app/wake-lock.ts';

class FakeDocument extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';
  show(state: DocumentVisibilityState) {
    this.visibilityState = state;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

class FakeSentinel extends EventTarget {
  released = false;
  async release() {
    this.released = true;
    this.dispatchEvent(new Event('release'));
  }
}

const setUp = (refusals = 0) => {
  const document = new FakeDocument();
  const sentinels: FakeSentinel[] = [];
  const later: (() => void)[] = [];
  let left = refusals;
  const lock = createWakeLock({
    document,
    later: (run) => later.push(run),
    request: async () => {
      if (left-- > 0) throw new DOMException('low battery', 'NotAllowedError');
      const sentinel = new FakeSentinel();
      sentinels.push(sentinel);
      return sentinel as unknown as WakeLockSentinel;
    },
  });
  const held = () => sentinels.filter(({ released }) => !released).length;
  return { document, sentinels, lock, later, held };
};

/** Lets the request's promise settle. */
const settle = () => new Promise((done) => setTimeout(done));

describe('createWakeLock', () => {
  it('requests the lock again when the page becomes visible', async () => {
    const { document, sentinels, lock } = setUp();
    await lock.hold();
    document.visibilityState = 'hidden';
    await sentinels[0]?.release();
    expect(lock.state).toBe('off');
    document.show('visible');
    await settle();
    expect(sentinels).toHaveLength(2);
    expect(lock.state).toBe('on');
  });

  it('reports a refusal without failing', async () => {
    const { lock } = setUp(1);
    await lock.hold();
    expect(lock.state).toBe('refused');
  });

  it('requests the lock again when the system takes it while the page is visible', async () => {
    const { sentinels, lock, held } = setUp();
    await lock.hold();
    await sentinels[0]?.release();
    await settle();
    expect([sentinels.length, held(), lock.state]).toEqual([2, 1, 'on']);
  });

  it('waits before it requests a lock that the system takes again and again', async () => {
    const { sentinels, lock, later, held } = setUp();
    await lock.hold();
    for (const nth of [0, 1]) {
      await sentinels[nth]?.release();
      await settle();
    }
    expect([sentinels.length, later.length]).toEqual([2, 1]);
    later[0]?.();
    await settle();
    expect([held(), lock.state]).toEqual([1, 'on']);
  });

  it('asks again some time after a refusal, while it is wanted', async () => {
    const { lock, later, held } = setUp(1);
    await lock.hold();
    later[0]?.();
    await settle();
    expect([held(), lock.state]).toEqual([1, 'on']);
    const other = setUp(1);
    await other.lock.hold();
    other.lock.release();
    other.later[0]?.();
    await settle();
    expect(other.sentinels).toHaveLength(0);
  });

  it('has one request at a time, and no lock is left over', async () => {
    const { document, sentinels, lock, held } = setUp();
    const holding = lock.hold();
    document.show('visible');
    void lock.hold();
    lock.release();
    void lock.hold();
    await holding;
    await settle();
    expect([sentinels.length, held(), lock.state]).toEqual([1, 1, 'on']);
    lock.release();
    await settle();
    expect([held(), lock.state]).toEqual([0, 'off']);
  });

  it('does not request it again after the release', async () => {
    const { document, sentinels, lock } = setUp();
    await lock.hold();
    lock.release();
    document.show('visible');
    await settle();
    expect(sentinels).toHaveLength(1);
    expect(sentinels[0]?.released).toBe(true);
  });

  it('releases a lock that arrives after the release', async () => {
    const { sentinels, lock } = setUp();
    const holding = lock.hold();
    lock.release();
    await holding;
    expect(sentinels[0]?.released).toBe(true);
    expect(lock.state).toBe('off');
  });

  it('does nothing in a browser without a wake lock', async () => {
    const lock = createWakeLock({ document: new FakeDocument(), request: null });
    await lock.hold();
    lock.release();
    expect(lock.state).toBe('none');
  });
});
