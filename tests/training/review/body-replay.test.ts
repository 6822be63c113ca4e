import { describe, expect, test } from 'vitest';
import { bodyReplay, momentOf } from '../../../src/training/review/body-replay.ts';
import { frameRecord } from '../../../src/coach/record/frame-record.ts';
import type { FlagRecord, FrameRecord } from '../../../src/coach/record/set-record.ts';
import { validateRecord } from '../../../src/storage/validate-record.ts';
import { goodReading } from '../../browser/lib/fake-readings.ts';
import { sleeperRecord } from '../../browser/lib/fake-record.ts';

const replay = bodyReplay(sleeperRecord);
const at = (t: number) => (replay ? momentOf(replay, sleeperRecord, t) : null);

describe('a replay', () => {
  test('is null for an older record without figures', () => {
    const old = {
      ...sleeperRecord,
      frames: sleeperRecord.frames.map(({ figure: _figure, ...frame }) => frame),
    };
    expect(bodyReplay(old)).toBeNull();
    expect(bodyReplay({ ...sleeperRecord, frames: [] })).toBeNull();
    expect(validateRecord(old).ok).toBe(true);
  });

  test('shows the last figure before the moment, and none if no body was fitted', () => {
    expect(at(40.01)?.figure).toHaveLength(16);
    expect(at(114)).toMatchObject({ figure: null, rotation: null });
  });

  test('has a box that contains every figure', () => {
    const { left = 0, top = 0, width = 0, height = 0 } = replay?.box ?? {};
    for (const { figure = [] } of sleeperRecord.frames)
      figure.forEach((value, i) => {
        const [from, size] = i % 2 === 0 ? [left, width] : [top, height];
        expect(value).toBeGreaterThan(from);
        expect(value).toBeLessThan(from + size);
      });
  });

  test('has the flags that were open, from their onset', () => {
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
  return own && momentOf(own, sleeperRecord, t).rotation;
};

describe('the rotation at a moment', () => {
  const rising = [frame(40, 18), frame(41, 20), frame(42, 26), frame(43, 19)];

  test('is none where the place gave no number', () => {
    const unread = rising.map((one) => ({ ...one, unseen: { range: 'not-seen-from-here' } }));
    expect(partsAt(42, unread)).toBeNull();
  });

  test('is the hip’s own while no flag is open', () => {
    expect(partsAt(42, rising)).toMatchObject({ own: 26, borrowed: 0 });
  });

  test('counts what it gained since the onset of a flag as borrowed, as a lower bound', () => {
    expect(partsAt(42, rising, [twist])).toMatchObject({ own: 20, borrowed: 6, atLeast: true });
    expect(partsAt(43, rising, [twist])).toMatchObject({ own: 19, borrowed: 0 });
  });

  test('excludes the measured contribution of the pelvis, flagged or not', () => {
    const measured = [frame(40, 18, 0), frame(42, 20, 7), frame(43, 20, -3)];
    expect(partsAt(42, measured)).toMatchObject({ own: 20, borrowed: 7, atLeast: false });
    expect(partsAt(43, measured, [twist])).toMatchObject({ own: 20, borrowed: 0, atLeast: false });
  });

  test('is not split in drills about hip flexion', () => {
    const own = bodyReplay({ frames: rising, flags: [] });
    expect(own && momentOf(own, { ...sleeperRecord, range: 'hip-flexion' }, 42).rotation).toBeNull();
  });
});

test('a frame stores the fitted joints in thousandths of the picture’s width, for any camera size', () => {
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
