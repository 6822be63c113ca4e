import { describe, expect, test } from 'vitest';
import { bodyReplay, momentOf } from '../../../src/coach/review/body-replay.ts';
import { frameRecord } from '../../../src/coach/record/frame-record.ts';
import type { FlagRecord, FrameRecord } from '../../../src/coach/record/set-record.ts';
import { validateRecord } from '../../../src/storage/validate-record.ts';
import { goodReading } from '../../browser/lib/fake-readings.ts';
import { sleeperRecord } from '../../browser/lib/fake-record.ts';

const replay = bodyReplay(sleeperRecord);
const at = (t: number) => (replay ? momentOf(replay, sleeperRecord, t) : null);

describe('a replay', () => {
  test('needs the figures: a record of before them has none, and is still a record', () => {
    const old = {
      ...sleeperRecord,
      frames: sleeperRecord.frames.map(({ figure: _figure, ...frame }) => frame),
    };
    expect(bodyReplay(old)).toBeNull();
    expect(bodyReplay({ ...sleeperRecord, frames: [] })).toBeNull();
    expect(validateRecord(old).ok).toBe(true);
  });

  test('shows the newest body of before the moment, and none where nobody was fitted', () => {
    expect(at(40.01)?.figure).toHaveLength(16);
    expect(at(114)).toMatchObject({ figure: null, turn: null });
  });

  test('holds every figure in its box', () => {
    const { left = 0, top = 0, width = 0, height = 0 } = replay?.box ?? {};
    for (const { figure = [] } of sleeperRecord.frames)
      figure.forEach((value, i) => {
        const [from, size] = i % 2 === 0 ? [left, width] : [top, height];
        expect(value).toBeGreaterThan(from);
        expect(value).toBeLessThan(from + size);
      });
  });

  test('has the flags that were on, from their onset on', () => {
    expect(at(60.3)?.flags.map(({ rule }) => rule)).toEqual(['pelvis-twist']);
    expect(at(60)?.flags).toEqual([]);
  });
});

const frame = (t: number, value: number, pelvisContribution: number | null = null): FrameRecord => ({
  ...(sleeperRecord.frames[600] as FrameRecord),
  t,
  hipInternalRotation: { left: { value, sd: 2 }, right: null },
  ...(pelvisContribution === null ? {} : { lent: { left: pelvisContribution, right: null } }),
});
const twist: FlagRecord = { ...(sleeperRecord.flags[0] as FlagRecord), onset: 41, start: 41.5, end: 44 };
const partsAt = (t: number, frames: readonly FrameRecord[], flags: readonly FlagRecord[] = []) => {
  const own = bodyReplay({ frames, flags });
  return own && momentOf(own, sleeperRecord, t).turn;
};

describe('the turn of a moment', () => {
  const rising = [frame(40, 18), frame(41, 20), frame(42, 26), frame(43, 19)];

  test('is the hip’s own while nothing is flagged', () => {
    expect(partsAt(42, rising)).toMatchObject({ own: 26, borrowed: 0 });
  });

  test('has borrowed what it gained since the flag began, at least', () => {
    expect(partsAt(42, rising, [twist])).toMatchObject({ own: 20, borrowed: 6, atLeast: true });
    expect(partsAt(43, rising, [twist])).toMatchObject({ own: 19, borrowed: 0 });
  });

  test('stands under what the pelvis was measured to lend, flagged or not', () => {
    const measured = [frame(40, 18, 0), frame(42, 20, 7), frame(43, 20, -3)];
    expect(partsAt(42, measured)).toMatchObject({ own: 20, borrowed: 7, atLeast: false });
    expect(partsAt(43, measured, [twist])).toMatchObject({ own: 20, borrowed: 0, atLeast: false });
  });

  test('is not split where the drill is a bend of the hip', () => {
    const own = bodyReplay({ frames: rising, flags: [] });
    expect(own && momentOf(own, { ...sleeperRecord, range: 'hip-flexion' }, 42).turn).toBeNull();
  });
});

test('a frame keeps the fitted joints in thousandths of the picture’s width, whatever the camera’s size', () => {
  const judged = { body: null, reasons: [] };
  const kept = frameRecord(goodReading, judged, 'passive').figure;
  expect(kept?.slice(0, 2)).toEqual([Math.round((700 / 960) * 1000), Math.round((330 / 960) * 1000)]);
  const wide = {
    ...goodReading,
    width: 1920,
    height: 1080,
    skeleton: goodReading.skeleton?.map((value) => 2 * value) ?? null,
  };
  expect(frameRecord(wide, judged, 'passive').figure).toEqual(kept);
  expect(frameRecord({ ...goodReading, skeleton: null }, judged, 'passive').figure).toBeUndefined();
});
