import { describe, expect, it } from 'vitest';
import { byCause, causeGroup, firstCause } from '../../../src/coach/rules/causes.ts';
import { whyNoNumber, whyNoStart } from '../../../src/training/review/why-no-number.ts';
import type { FrameRecord, SetRecord } from '../../../src/coach/record/set-record.ts';
import { madeRecord, phase } from './made-record.ts';

type Change = (frame: FrameRecord) => Partial<FrameRecord>;

/** Ten seconds in which everything is read, but for what `change` says. */
function record(change: Change): SetRecord {
  const made = madeRecord([phase('passive', 0, 10)], () => ({ angle: 20 }));
  return { ...made, frames: made.frames.map((frame) => ({ ...frame, ...change(frame) })) };
}

const lost = (...reasons: readonly string[]): Partial<FrameRecord> => ({ valid: false, reasons });
const between =
  (from: number, to: number, wish: Partial<FrameRecord>): Change =>
  ({ t }) =>
    t >= from && t < to ? wish : {};

describe('why there is no number', () => {
  it('names no reason if everything was read', () => {
    const { read, causes } = whyNoNumber(record(() => ({})));
    expect(read).toBeCloseTo(1, 9);
    expect(causes).toEqual([]);
  });

  it('gives each reason its share of the time', () => {
    const { read, causes } = whyNoNumber(record(between(2, 9, lost('poor-fit'))));
    expect(read).toBeCloseTo(0.3, 2);
    expect(causes).toHaveLength(1);
    expect(causes[0]).toMatchObject({ reason: 'poor-fit' });
    expect(causes[0]?.share).toBeCloseTo(0.7, 2);
  });

  it('puts place and framing before posture, posture before light, and light before the instrument', () => {
    const mixed: Change = ({ t }) =>
      t < 2
        ? lost('poor-fit')
        : t < 4
          ? lost('too-dark')
          : t < 6
            ? lost('posture-left')
            : t < 8
              ? lost('bad-view')
              : {};
    const { causes } = whyNoNumber(record(mixed));
    expect(causes.map(({ reason }) => reason)).toEqual(['bad-view', 'posture-left', 'too-dark', 'poor-fit']);
  });

  it('names another position rather than the laptop that has moved, while a new start is awaited', () => {
    const moved: Change = ({ t }) =>
      t < 3 ? {} : t < 5 ? lost('camera-moved', 'poor-fit') : lost('camera-moved', 'wrong-posture');
    const { causes } = whyNoNumber(record(moved));
    expect(causes.map(({ reason, share }) => [reason, Math.round(10 * share)])).toEqual([
      ['camera-moved', 2],
      ['wrong-posture', 5],
    ]);
  });

  it('does not let a small reason lead only because of its kind', () => {
    const { causes } = whyNoNumber(
      record(({ t }) => (t < 1 ? lost('out-of-frame') : t < 9 ? lost('posture-left') : {})),
    );
    expect(causes.map(({ reason }) => reason)).toEqual(['posture-left', 'out-of-frame']);
  });

  it('leaves out what lasted for less than a twentieth of the time', () => {
    expect(whyNoNumber(record(between(0, 0.4, lost('no-person')))).causes).toEqual([]);
  });

  it('takes the first cause of a frame that has several', () => {
    expect(whyNoNumber(record(() => lost('poor-fit', 'posture-left'))).causes[0]?.reason).toBe('posture-left');
  });

  it('knows why the angle is missing in a frame that is valid', () => {
    const hidden = record(() => ({
      hipInternalRotation: { left: null, right: null },
      unseen: { 'hip-internal-rotation': 'knee-hidden' },
    }));
    const { read, causes } = whyNoNumber(hidden);
    expect(read).toBe(0);
    expect(causes.map(({ reason }) => reason)).toEqual(['knee-hidden']);
    expect(causes[0]?.share).toBeCloseTo(1, 9);
  });

  it('says of an older record only that the angle was not seen', () => {
    const old = record(() => ({ hipInternalRotation: { left: null, right: null } }));
    expect(whyNoNumber(old).causes[0]?.reason).toBe('not-seen-from-here');
  });

  it('counts time without any frame as a missing picture', () => {
    const made = record(() => ({}));
    const { read, causes } = whyNoNumber({ ...made, frames: made.frames.filter(({ t }) => t < 4) });
    expect(read).toBeCloseTo(0.4, 2);
    expect(causes[0]?.reason).toBe('no-picture');
  });

  it('keeps a reason of another version, last', () => {
    const { causes } = whyNoNumber(record(({ t }) => (t < 5 ? lost('eclipse') : lost('poor-fit'))));
    expect(causes.map(({ reason }) => reason)).toEqual(['poor-fit', 'eclipse']);
    expect(causeGroup('eclipse')).toBeNull();
  });

  it('names the reason behind a start that was never held, not that it was not held', () => {
    expect(whyNoStart(record(() => lost('no-neutral', 'bad-view')))).toBe('bad-view');
    expect(whyNoStart(record(() => lost('no-neutral')))).toBe('no-neutral');
    expect(whyNoStart({ frames: [] })).toBeNull();
  });
});

it('the order of causes is place, posture, light, instrument', () => {
  const sorted = ['poor-fit', 'too-dark', 'wrong-posture', 'bad-view'].toSorted(byCause);
  expect(sorted.map(causeGroup)).toEqual(['place', 'posture', 'light', 'instrument']);
  expect(firstCause([])).toBeNull();
});
