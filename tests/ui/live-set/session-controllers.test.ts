import { expect, test, vi } from 'vitest';
import type { Session, SessionSnapshot } from '../../../src/app/session/session-contract.ts';
import { MatPresence, SnapshotController } from '../../../src/ui/live-set/session-controllers.ts';

const rig = () => {
  let listener: (() => void) | null = null;
  let snapshot = { stage: 'placing' } as SessionSnapshot;
  const session = {
    get snapshot() {
      return snapshot;
    },
    subscribe: (given: () => void) => {
      listener = given;
      return () => {
        listener = null;
      };
    },
  } as Session;
  const host = {
    requestUpdate: vi.fn<() => void>(),
    addController: () => undefined,
    removeController: () => undefined,
    updateComplete: Promise.resolve(true),
  };
  const controller = new SnapshotController(host, () => session);
  controller.hostConnected();
  const publish = (part: Partial<SessionSnapshot> = {}) => {
    snapshot = { ...snapshot, ...part };
    listener?.();
  };
  return { host, controller, publish, listening: () => listener !== null };
};

test('a published snapshot is rendered at once', () => {
  const { host, controller, publish } = rig();
  publish({ stage: 'running' });
  expect(host.requestUpdate).toHaveBeenCalledTimes(1);
  expect(controller.snapshot.stage).toBe('running');
});

test('an element that has left the document is no longer rendered', () => {
  const { host, controller, publish, listening } = rig();
  publish({ stage: 'running' });
  controller.hostDisconnected();
  publish({ stage: 'finished' });
  expect(host.requestUpdate).toHaveBeenCalledTimes(1);
  expect(listening()).toBe(false);
});

test('a person who is seen and touches nothing is at the mat', () => {
  const presence = new MatPresence();
  expect(presence.isAtMat(10_000)).toBe(false);
  presence.seen(10_000);
  expect(presence.isAtMat(10_000)).toBe(true);
});

test('a person who has just used a key is at the laptop, although the camera sees them', () => {
  const presence = new MatPresence();
  presence.touched(10_000);
  presence.seen(11_000);
  expect(presence.isAtMat(11_000)).toBe(false);
  presence.seen(15_000);
  expect(presence.isAtMat(15_000)).toBe(true);
});

test('a person who is not seen for a moment is still at the mat, but not after 5 s or a reset', () => {
  const presence = new MatPresence();
  presence.seen(10_000);
  expect(presence.isAtMat(13_000)).toBe(true);
  expect(presence.isAtMat(16_000)).toBe(false);
  presence.seen(20_000);
  presence.reset();
  expect(presence.isAtMat(20_001)).toBe(false);
});
