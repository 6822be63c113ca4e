import { describe, expect, it } from 'vitest';
import {
  absence,
  absenceIn,
  hiddenRules,
  mutedIn,
  watchedShare,
  whatWasWatched,
  doubtsOf,
} from '../../../src/coach/record/watched.ts';
import type { FrameRecord, SetRecord, RangeSummary } from '../../../src/coach/record/set-record.ts';
import { flag, madeRecord, phase } from '../../training/review/made-record.ts';
import { turningSleeper } from '../../../lab/made/turning-sleeper.ts';
import { hipsOf } from '../../../src/training/review/compare-sets.ts';
import { bandRecord, sleeperRecord } from '../../browser/lib/fake-record.ts';

function record(change: (frame: FrameRecord) => Partial<FrameRecord>, rest: Partial<SetRecord> = {}): SetRecord {
  const made = madeRecord([phase('passive', 0, 10), phase('sink', 10, 20)], () => ({ angle: 20 }), rest);
  return { ...made, frames: made.frames.map((frame) => ({ ...frame, ...change(frame) })) };
}

const blind =
  (from: number, to: number, ...reasons: readonly string[]) =>
  (frame: FrameRecord) =>
    frame.t >= from && frame.t < to ? { valid: false, reasons } : {};

const WHOLE = {
  share: 1,
  gaps: [],
  hidden: [],
  blind: ['pelvis-list', 'back-arch'],
  lapses: null,
  out: { left: 0, hipsUp: 0, awaited: 0 },
  withoutNumber: [],
};
const watchedOf = (made: SetRecord) => whatWasWatched(made, turningSleeper);

describe('what was watched', () => {
  it('is the whole time if every rule could be read', () => {
    expect(watchedOf(record(() => ({})))).toEqual(WHOLE);
  });

  it('names each stretch of more than a second in which no fault would have been seen, with its reason', () => {
    const { share, gaps } = watchedOf(record(blind(3, 7, 'poor-fit')));
    expect(share).toBeCloseTo(0.8, 2);
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatchObject({ start: 3, reason: 'poor-fit' });
    expect(gaps[0]?.end).toBeCloseTo(7, 1);
  });

  it('tells a stretch in which one channel was hidden from one in which nothing was seen', () => {
    const half = record((frame) =>
      frame.t < 5
        ? { form: { hipsShift: null }, unseen: { 'hips-shift': 'pelvis-lost' } }
        : frame.t < 8
          ? { valid: false, reasons: ['poor-fit'] }
          : {},
    );
    expect(watchedOf(half).gaps).toMatchObject([
      { reason: 'pelvis-lost', partial: true },
      { reason: 'poor-fit', partial: false },
    ]);
  });

  it('names hips that were up where a new start was awaited, though the laptop had moved before', () => {
    const reasonsAt = (t: number): readonly string[] => {
      if (t < 4.3) return ['picture-slid'];
      return ['picture-slid', t < 5.2 ? 'wrong-posture' : 'hips-up'];
    };
    const made = record(({ t }) => (t >= 3 && t < 7 ? { valid: false, reasons: reasonsAt(t) } : {}));
    expect(watchedOf(made).gaps).toMatchObject([{ reason: 'hips-up' }]);
  });

  it('does not say that nothing was seen in a stretch in which every other moment was', () => {
    const flickers = record((frame) =>
      frame.t >= 3 && frame.t < 7 && frame.t % 0.8 < 0.4 ? { valid: false, reasons: ['too-dark'] } : {},
    );
    expect(watchedOf(flickers).gaps).toMatchObject([{ reason: 'too-dark', partial: true }]);
  });

  it('names why moments were missed where no stretch is long enough to be listed', () => {
    const made = record((frame) => (frame.t % 2 < 0.4 ? { valid: false, reasons: ['poor-fit'] } : {}));
    const { share, gaps, lapses } = watchedOf(made);
    expect(share).toBeLessThan(0.9);
    expect({ gaps, lapses }).toEqual({ gaps: [], lapses: 'poor-fit' });
  });

  it.each([
    ['posture-left', [], { left: 4, hipsUp: 0, awaited: 0 }],
    ['posture-left', ['out-of-frame'], { left: 4, hipsUp: 0, awaited: 0 }],
    ['picture-slid', ['wrong-posture'], { left: 0, hipsUp: 0, awaited: 4 }],
    ['camera-moved', ['already-stretched'], { left: 0, hipsUp: 0, awaited: 4 }],
    ['camera-moved', ['legs-not-planted'], { left: 0, hipsUp: 0, awaited: 4 }],
    ['picture-slid', ['hips-up'], { left: 0, hipsUp: 4, awaited: 0 }],
    ['poor-fit', [], { left: 0, hipsUp: 0, awaited: 0 }],
    ['camera-moved', [], { left: 0, hipsUp: 0, awaited: 0 }],
  ])('counts the time out of position apart: %s %j', (reason, more, expected) => {
    const { out } = watchedOf(record(blind(3, 7, reason, ...more)));
    expect(out.left).toBeCloseTo(expected.left, 1);
    expect(out.hipsUp).toBeCloseTo(expected.hipsUp, 1);
    expect(out.awaited).toBeCloseTo(expected.awaited, 1);
  });

  it('does not count single moments as out of position', () => {
    const made = record((frame) => (frame.t % 2 < 0.4 ? { valid: false, reasons: ['posture-left'] } : {}));
    expect(watchedOf(made).out).toEqual({ left: 0, hipsUp: 0, awaited: 0 });
  });

  it('does not count a flagged time as out of position', () => {
    const flagged = record(blind(3, 7, 'posture-left'), { flags: [flag(3, 7)] });
    expect(watchedOf(flagged).out).toEqual({ left: 0, hipsUp: 0, awaited: 0 });
  });

  it('names the rules that were watched where there is no number at all', () => {
    const made = record(() => ({}));
    const none = made.summary.sets.map((range) => ({ ...range, clean: null, gross: null }));
    const { withoutNumber } = watchedOf({ ...made, summary: { ...made.summary, sets: none } });
    expect(withoutNumber).toContain('pelvis-twist');
    expect(watchedOf(made).withoutNumber).toEqual([]);
  });

  it('joins a stretch over a change of phases', () => {
    expect(watchedOf(record(blind(8, 12, 'posture-left'))).gaps).toHaveLength(1);
  });

  it('does not call a stretch unwatched in which a fault is flagged', () => {
    const flagged = record(blind(3, 7, 'poor-fit'), { flags: [flag(3, 7)] });
    expect(watchedOf(flagged)).toEqual(WHOLE);
  });

  it('counts a hidden pelvis as not watched, unless the summary lists it as such for the whole set', () => {
    const hidden = (frame: FrameRecord): Partial<FrameRecord> => ({
      pelvis: { ...frame.pelvis, twist: null },
      unseen: { 'pelvis-twist': 'pelvis-hidden' },
    });
    const made = record(hidden);
    expect(watchedOf(made).gaps).toMatchObject([{ reason: 'pelvis-hidden' }]);
    const muted = [{ rule: 'pelvis-twist', reason: 'pelvis-hidden' }] as const;
    expect(watchedOf({ ...made, summary: { ...made.summary, muted } })).toEqual({ ...WHOLE, hidden: ['pelvis-twist'] });
  });

  it('takes time without frames as without a picture', () => {
    const made = record(() => ({}));
    const { share, gaps } = watchedOf({ ...made, frames: made.frames.filter(({ t }) => t < 5) });
    expect(share).toBeCloseTo(0.25, 2);
    expect(gaps).toMatchObject([{ end: 20, reason: 'no-picture' }]);
  });

  it('is not known where no fault is looked for', () => {
    const made = madeRecord([phase('rest', 0, 10)], () => ({ angle: 20 }));
    expect(watchedOf(made)).toEqual({ ...WHOLE, share: null });
  });

  it('is kept in the summary of a set', () => {
    const made = madeRecord([phase('passive', 0, 10)], (t) => ({ angle: t < 6 ? 20 : null }));
    expect(made.summary.watched).toBeCloseTo(0.6, 1);
    expect(watchedShare(made.summary)).toBe(made.summary.watched);
  });

  it('is told by the ranges of a record from before it was kept', () => {
    const [first] = madeRecord([phase('passive', 0, 10)], () => ({ angle: 20 })).summary.sets;
    if (!first) throw new Error('the record has a round');
    expect(watchedShare({ sets: [{ ...first, coverage: 0.8, pelvisWatched: 0.4 }] })).toBe(0.4);
    expect(watchedShare({ sets: [{ ...first, of: 'hip-flexion', coverage: 0.8, pelvisWatched: 0 }] })).toBe(0.8);
    expect(watchedShare({ sets: [] })).toBeNull();
  });
});

describe('what the absence of a flag means', () => {
  it('is never the whole while a rule of the drill was hidden in most of the set', () => {
    expect(absence(1, ['pelvis-twist'])).toBe('part');
    expect(absence(0.02, ['pelvis-twist'])).toBe('hardly');
  });

  it('is not limited by a blind spot, of which the drill never claims to see anything', () => {
    expect(hiddenRules(['back-arch', 'pelvis-list'], turningSleeper)).toEqual([]);
    expect(hiddenRules(['back-arch', 'pelvis-twist'], turningSleeper)).toEqual(['pelvis-twist']);
    expect(hiddenRules(['back-arch'], null)).toEqual(['back-arch']);
    expect(mutedIn({ muted: [{ rule: 'pelvis-twist', reason: 'pelvis-hidden' }] })).toEqual(['pelvis-twist']);
  });

  it('claims nothing where hardly anything or an unknown share was watched', () => {
    expect([1, 0.5, 0.49, 0.32, 0.02, null, undefined].map((share) => absence(share))).toEqual([
      'whole',
      'part',
      'little',
      'little',
      'hardly',
      'hardly',
      'hardly',
    ]);
  });

  it('claims for several sets only what holds for each', () => {
    expect(absenceIn(['whole', 'whole'])).toBe('whole');
    expect(absenceIn(['whole', 'part'])).toBe('part');
    expect(absenceIn(['whole', 'little'])).toBe('some');
    expect(absenceIn(['part', 'hardly'])).toBe('some');
    expect(absenceIn(['little', 'hardly'])).toBe('hardly');
    expect(absenceIn([])).toBe('hardly');
  });
});

const withRange = (part: Partial<RangeSummary>): SetRecord => {
  const [range] = sleeperRecord.summary.sets;
  if (!range) throw new Error('the record has rounds');
  return { ...sleeperRecord, summary: { ...sleeperRecord.summary, sets: [{ ...range, ...part }] } };
};

describe('the figures of a set', () => {
  it.each([sleeperRecord, bandRecord])('are not doubted if they agree with each other and with a body', (one) => {
    expect(doubtsOf(one)).toEqual([]);
  });

  it('are doubted if they count from a start position that was never held', () => {
    expect(doubtsOf({ ...sleeperRecord, neutral: null, neutrals: [] })).toEqual(['no-reference-pose']);
    const { summary } = withRange({ clean: null, gross: null, endRange: null });
    expect(doubtsOf({ summary: { ...summary, phases: [] }, neutral: null, neutrals: [] })).toEqual([]);
  });

  it('are doubted if no hip goes that far, each angle by its own limit', () => {
    expect(doubtsOf(withRange({ clean: 121, gross: 121 }))).toEqual(['beyond-a-body']);
    expect(doubtsOf(withRange({ clean: -130, gross: 20 }))).toEqual(['beyond-a-body']);
    expect(doubtsOf(withRange({ of: 'hip-flexion', clean: 140, gross: 150 }))).toEqual([]);
  });

  it('are doubted if their error is as wide as everything that a hip can do', () => {
    expect(doubtsOf(withRange({ sd: 54 }))).toEqual([]);
    expect(doubtsOf(withRange({ sd: 56 }))).toEqual(['beyond-a-body']);
  });

  it('are doubted if the hip alone exceeds the leg in total by more than the error', () => {
    expect(doubtsOf(withRange({ clean: 35, gross: 33, sd: 2, borrowed: 0 }))).toEqual([]);
    expect(doubtsOf(withRange({ clean: 40, gross: 33, sd: 2, borrowed: 0 }))).toEqual(['sum']);
    expect(doubtsOf(withRange({ borrowed: -30, sd: 2 }))).toEqual(['sum']);
  });

  it('are not compared with other sets if they are doubted', () => {
    expect(hipsOf(sleeperRecord)).not.toEqual([]);
    expect(hipsOf(withRange({ clean: 200, gross: 200 }))).toEqual([]);
  });
});
