import { describe, expect, it } from 'vitest';
import { showsTurn } from '../../src/coach/review/body-replay.ts';
import { nextTime } from '../../src/coach/review/next-time.ts';
import type { FrameRecord, SetRecord } from '../../src/coach/record/set-record.ts';
import { quadrupedBandIrSide } from '../../src/drills/quadruped-band-ir/quadruped-band-ir-side.ts';
import { backLimits } from '../../src/ui/summary/back-sentence.ts';
import { plotModel } from '../../src/ui/charts/plot-geometry.ts';
import { momentSentence } from '../../src/ui/charts/replay-text.ts';
import { limitLines, methodLines } from '../../src/ui/summary/report-text.ts';
import { coverageLines, normsOf, summarySentence } from '../../src/ui/summary/summary-text.ts';
import { flag, madeRecord, phase } from '../coach/review/made-record.ts';

const HOLD = [phase('hold', 0, 20)];

/** A side check whose back goes as told; null: out of sight. */
function check(archAt: (t: number) => number | null, rest: Partial<SetRecord> = {}): SetRecord {
  const made = madeRecord(HOLD, () => ({ angle: 0 }), { range: 'back-arch' }, quadrupedBandIrSide);
  const frames = made.frames.map((frame): FrameRecord => {
    const arch = archAt(frame.t);
    return { ...frame, lumbarExtension: arch === null ? null : { value: arch, sd: 3 } };
  });
  return { ...made, frames, ended: 'finished', ...rest };
}

describe('the summary of a side check', () => {
  it('says how far the back went either way, with its band', () => {
    const record = check((t) => (t > 5 && t < 8 ? 14 : t > 12 && t < 15 ? -8 : 0));
    expect(summarySentence(record)).toMatch(/hollowed by up to 14° and rounded by up to 8°, give or take 5°/);
  });

  it('says that the back stayed where nothing is beyond its band', () => {
    expect(summarySentence(check((t) => Math.sin(t)))).toMatch(/stayed as it was at your start.*within 5°/);
  });

  it('does not take a single reading that jumps for the back', () => {
    const limits = backLimits(check((t) => (Math.abs(t - 10) < 0.05 ? 40 : 1)));
    expect(limits?.hollow).toBe(1);
  });

  it('says that nothing is known of a back that was out of sight, and asks for a better place', () => {
    const record = check(() => null);
    expect(summarySentence(record)).toMatch(/not in clear view/);
    expect(nextTime(record, quadrupedBandIrSide).why).toBe('unseen');
    expect(
      nextTime(
        check(() => 0),
        quadrupedBandIrSide,
      ).why,
    ).toBe('as-before');
  });

  it('takes what was flagged to the next time', () => {
    const record = check((t) => (t > 5 && t < 12 ? 14 : 0), {
      flags: [flag(5, 12, { rule: 'back-arch', severity: 'red', phase: 'hold' })],
    });
    expect(nextTime(record, quadrupedBandIrSide)).toMatchObject({
      why: 'fault',
      text: expect.stringMatching(/belly away from the floor/),
    });
  });

  it('has no range, no share of a watched pelvis and no norm of hip rotation', () => {
    const record = check(() => 5);
    expect(record.summary.sets).toEqual([]);
    expect(coverageLines(record)).toEqual([]);
    expect(normsOf(record)).toMatch(/the side alone/);
  });

  it('is printed without a word about ranges, and with what the side can tell', () => {
    const lines = [...methodLines(check(() => 5)), ...limitLines(check(() => 5))];
    expect(lines.join(' ')).not.toMatch(/Gross|Clean|told apart/);
    expect(lines.join(' ')).toMatch(/the side alone/);
  });

  it('is watched again without a figure of a turn, and does not say that nothing was read', () => {
    const moment = { t: 5, figure: null, valid: true, side: 'left', turn: null, flags: [] } as const;
    expect(momentSentence('0:05', 'Side check', moment, showsTurn(check(() => 5)))).toBe('0:05, Side check');
    expect(momentSentence('0:05', 'Passive', moment, showsTurn({}))).toBe('0:05, Passive. No reading');
  });

  it('draws the arch over time, not the rotation that this place does not show', () => {
    const { segments } = plotModel(check((t) => (t > 10 ? 12 : 0)));
    expect(Math.max(...segments.flat().map(({ value }) => value))).toBe(12);
  });
});
