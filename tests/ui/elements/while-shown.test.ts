import type { ReactiveController } from 'lit';
import { expect, test, vi } from 'vitest';
import { whileShown } from '../../../src/ui/elements/while-shown.ts';

const rig = () => {
  const controllers: ReactiveController[] = [];
  const end = vi.fn<() => void>();
  const begin = vi.fn<() => () => void>(() => end);
  const host = {
    requestUpdate: () => undefined,
    addController: (controller: ReactiveController) => void controllers.push(controller),
    removeController: () => undefined,
    updateComplete: Promise.resolve(true),
  };
  whileShown(host, begin);
  const [controller] = controllers;
  return { begin, end, show: () => controller?.hostConnected?.(), hide: () => controller?.hostDisconnected?.() };
};

test('nothing begins before the element is in the document', () => {
  const { begin, show } = rig();
  expect(begin).not.toHaveBeenCalled();
  show();
  expect(begin).toHaveBeenCalledTimes(1);
});

test('what has begun ends once when the element leaves, and begins again when it comes back', () => {
  const { begin, end, show, hide } = rig();
  show();
  hide();
  hide();
  expect(end).toHaveBeenCalledTimes(1);
  show();
  expect(begin).toHaveBeenCalledTimes(2);
});
