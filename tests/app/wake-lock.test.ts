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

const holding = async (refusals = 0) => {
  const made = setUp(refusals);
  await made.lock.hold();
  return made;
};

/** Lets the request's promise settle. */
const settle = () => new Promise((done) => setTimeout(done));

describe('createWakeLock', () => {
  it('requests the lock again when the page becomes visible', async () => {
    const { document, sentinels, lock } = await holding();
    document.visibilityState = 'hidden';
    await sentinels[0]?.release();
    expect(lock.state).toBe('off');
    document.show('visible');
    await settle();
    expect(sentinels).toHaveLength(2);
    expect(lock.state).toBe('on');
  });

  it('requests the lock again when the system takes it while the page is visible', async () => {
    const { sentinels, lock, held } = await holding();
    await sentinels[0]?.release();
    await settle();
    expect([sentinels.length, held(), lock.state]).toEqual([2, 1, 'on']);
  });

  it('waits before it requests a lock that the system takes again and again', async () => {
    const { sentinels, lock, later, held } = await holding();
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
    const { lock, later, held } = await holding(1);
    expect(lock.state).toBe('refused');
    later[0]?.();
    await settle();
    expect([held(), lock.state]).toEqual([1, 'on']);
    const other = await holding(1);
    other.lock.release();
    other.later[0]?.();
    await settle();
    expect(other.sentinels).toHaveLength(0);
  });

  it('has one request at a time, and no lock is left over', async () => {
    const { document, sentinels, lock, held } = setUp();
    const asked = lock.hold();
    document.show('visible');
    void lock.hold();
    lock.release();
    void lock.hold();
    await asked;
    await settle();
    expect([sentinels.length, held(), lock.state]).toEqual([1, 1, 'on']);
    lock.release();
    await settle();
    expect([held(), lock.state]).toEqual([0, 'off']);
  });

  it('does not request it again after the release', async () => {
    const { document, sentinels, lock } = await holding();
    lock.release();
    document.show('visible');
    await settle();
    expect(sentinels).toHaveLength(1);
    expect(sentinels[0]?.released).toBe(true);
  });

  it('releases a lock that arrives after the release', async () => {
    const { sentinels, lock } = setUp();
    const asked = lock.hold();
    lock.release();
    await asked;
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
