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

const setUp = (refuse = false) => {
  const document = new FakeDocument();
  const sentinels: FakeSentinel[] = [];
  const lock = createWakeLock({
    document,
    request: async () => {
      if (refuse) throw new DOMException('low battery', 'NotAllowedError');
      const sentinel = new FakeSentinel();
      sentinels.push(sentinel);
      return sentinel as unknown as WakeLockSentinel;
    },
  });
  return { document, sentinels, lock };
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
    const { lock } = setUp(true);
    await lock.hold();
    expect(lock.state).toBe('refused');
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
