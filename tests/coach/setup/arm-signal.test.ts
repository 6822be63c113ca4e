import { expect, test } from 'vitest';
import { type ArmSignal, armDown, armProgress, stepArm } from '../../../src/coach/setup/arm-signal.ts';

const FPS = 10;

/** The times of the signals. `pattern`: for each tenth of a second whether an arm is up. */
function signs(pattern: readonly boolean[]): { readonly at: number[]; readonly last: ArmSignal } {
  let last = armDown;
  const at: number[] = [];
  pattern.forEach((raised, frame) => {
    const step = stepArm(last, frame / FPS, raised);
    last = step.signal;
    if (step.given) at.push(frame / FPS);
  });
  return { at, last };
}

const up = (seconds: number): boolean[] => Array.from({ length: seconds * FPS }, () => true);
const down = (seconds: number): boolean[] => Array.from({ length: seconds * FPS }, () => false);

test('an arm that is up for two seconds gives one signal, however long it stays up', () => {
  expect(signs([...down(1), ...up(8)]).at).toEqual([3]);
});

test('waving or scratching gives no signal', () => {
  expect(signs([...up(1.5), ...down(1), ...up(1.5)]).at).toEqual([]);
});

test('a single frame without the arm does not end the signal', () => {
  expect(signs([...up(1), ...down(0.3), ...up(1.2)]).at).toEqual([2]);
});

test('the next signal needs the arm down in between', () => {
  expect(signs([...up(3), ...down(0.4), ...up(3)]).at).toHaveLength(1);
  expect(signs([...up(3), ...down(1.5), ...up(3)]).at).toHaveLength(2);
});

test('the progress of the signal is shown until it is given', () => {
  expect(armProgress(signs(up(1.1)).last)).toBeCloseTo(0.5, 1);
  expect(armProgress(signs(up(3)).last)).toBeNull();
  expect(armProgress(signs([...up(1), ...down(1)]).last)).toBeNull();
});
