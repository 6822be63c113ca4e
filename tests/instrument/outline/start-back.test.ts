import { describe, expect, it } from 'vitest';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import { StartBack } from '../../../src/instrument/outline/arch-watch.ts';
import { seenAt } from '../../../lab/made/truth-landmarks.ts';
import { drawnMask, trunkPoints } from './drawn-mask.ts';

const STEP = 0.4;

/** A person on hands and knees; the hips at this x, the shoulders 200 px from it. */
function onHands(hipX: number, headX: number): Landmarks {
  const points = trunkPoints([headX, 270], [hipX, 270]);
  for (const knee of [25, 26]) points.set([hipX, 400], 2 * knee);
  return seenAt(points, 1);
}

/** The outline between ribs and sacrum, with this sagitta of the back; the belly hangs by 15 px. */
function outline({ points }: Landmarks, humped: number) {
  const [head, hip] = [points[22] ?? 0, points[46] ?? 0];
  const middle = head + 0.65 * (hip - head);
  return drawnMask((x, y) => {
    const arc = 1 - ((x - middle) / 60) ** 2;
    return Math.min(y - 220 + humped * arc, 320 + 15 * arc - y);
  });
}

function isRounded(person: Landmarks, humped: number, masks = 5): boolean {
  const back = new StartBack();
  for (let i = 0; i < masks; i++) back.addMask(outline(person, humped), person, i * STEP);
  return back.isRounded;
}

describe.each([
  ['left', onHands(580, 380)],
  ['right', onHands(380, 580)],
] as const)('the back of a person whose head is on the %s', (_side, person) => {
  it.each([
    [-12, false],
    [0, false],
    [5, false],
    [10, true],
    [22, true],
    [35, true],
  ])('with a hump of %i px on 120: rounded %s', (humped, rounded) => {
    expect(isRounded(person, humped)).toBe(rounded);
  });
});

describe('a rounded back', () => {
  const person = onHands(580, 380);

  it('needs three masks, and one without an outline says nothing', () => {
    expect([1, 2, 3].map((masks) => isRounded(person, 35, masks))).toEqual([false, false, true]);
    const back = new StartBack();
    for (let i = 0; i < 9; i++) back.addMask(i % 3 === 0 ? outline(person, 35) : null, person, i * STEP);
    back.addMask(outline(person, 35), null, 9 * STEP);
    expect(back.isRounded).toBe(false);
  });

  it('is over about a second after it is flat again', () => {
    const back = new StartBack();
    for (let i = 0; i < 5; i++) back.addMask(outline(person, 35), person, i * STEP);
    const flat = [5, 6, 7, 8].map((i) => {
      back.addMask(outline(person, 0), person, i * STEP);
      return back.isRounded;
    });
    expect(flat[0]).toBe(true);
    expect(flat.at(-1)).toBe(false);
  });

  it('asks for a mask twice a second, not in every frame', () => {
    const back = new StartBack();
    const asked = Array.from({ length: 48 }, (_, i) => i / 12).filter((time) => {
      if (!back.wants(time)) return false;
      back.addMask(null, person, time);
      return true;
    });
    expect(asked.length).toBeLessThan(11);
    expect(asked.length).toBeGreaterThan(7);
  });
});
