import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Session, SessionSnapshot } from '../../../src/app/session/session-contract.ts';
import { SessionElementController } from '../../../src/ui/live-set/session-element-controller.ts';

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
  const controller = new SessionElementController(host, () => session);
  controller.hostConnected();
  const change = (part: Partial<SessionSnapshot> = {}) => {
    snapshot = { ...snapshot, ...part };
    listener?.();
  };
  return { host, controller, change, listening: () => listener !== null };
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('a panel renders at most ten times a second, and the last change is never lost', () => {
  const { host, change } = rig();
  change({ stage: 'running' });
  const before = host.requestUpdate.mock.calls.length;
  // Thirty changes a second for one second.
  for (let i = 0; i < 30; i += 1) {
    vi.advanceTimersByTime(1000 / 30);
    change();
  }
  vi.advanceTimersByTime(100);
  const renders = host.requestUpdate.mock.calls.length - before;
  expect(renders).toBeGreaterThanOrEqual(8);
  expect(renders).toBeLessThanOrEqual(11);
  vi.advanceTimersByTime(1000);
  expect(host.requestUpdate.mock.calls.length - before).toBe(renders);
});

test('a new stage is shown at once', () => {
  const { host, change } = rig();
  change({ stage: 'running' });
  const before = host.requestUpdate.mock.calls.length;
  change({ stage: 'finished' });
  expect(host.requestUpdate.mock.calls.length).toBe(before + 1);
});

test('an element that has left the page hears nothing more', () => {
  const { host, controller, change, listening } = rig();
  change({ stage: 'running' });
  change();
  controller.hostDisconnected();
  const before = host.requestUpdate.mock.calls.length;
  vi.advanceTimersByTime(1000);
  expect(host.requestUpdate.mock.calls.length).toBe(before);
  expect(listening()).toBe(false);
});
