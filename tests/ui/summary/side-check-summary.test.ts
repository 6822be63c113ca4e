import { lessons as english } from '../../../src/i18n/en/lessons.ts';
import { describe, expect, it } from 'vitest';
import { nextTime } from '../../../src/training/review/next-time.ts';
import type { FrameRecord, SetRecord } from '../../../src/coach/record/set-record.ts';
import { supineSleeperSide } from '../../../src/drills/supine-sleeper/supine-sleeper-side.ts';
import { quadrupedBandIrSide } from '../../../src/drills/quadruped-band-ir/quadruped-band-ir-side.ts';
import { backLimits, spokenResult } from '../../../src/training/review/spoken-result.ts';
import { coach as coachWords } from '../../../src/i18n/en/coach.ts';
import { comparisonNote, coverageLines, summarySentence } from '../../../src/ui/summary/summary-text.ts';
import { plotModel } from '../../../src/ui/charts/plot-geometry.ts';
import { limitLines, methodLines } from '../../../src/ui/summary/report-text.ts';
import { flag, madeRecord, phase } from '../../training/review/made-record.ts';

const HOLD = [phase('hold', 0, 20)];

/** A side check with this lumbar extension over time, in degrees; null: not seen. */
function check(archAt: (t: number) => number | null, rest: Partial<SetRecord> = {}): SetRecord {
  const made = madeRecord(HOLD, () => ({ angle: 0 }), { range: 'back-arch' }, quadrupedBandIrSide);
  const frames = made.frames.map((frame): FrameRecord => {
    const arch = archAt(frame.t);
    return { ...frame, lumbarExtension: arch === null ? null : { value: arch, sd: 3 } };
  });
  return { ...made, frames, ended: 'finished', ...rest };
}

describe('the summary of a side check', () => {
  it('states how far the back moved either way, with its error band', () => {
    const record = check((t) => (t > 5 && t < 8 ? 14 : t > 12 && t < 15 ? -8 : 0));
    expect(summarySentence(record)).toMatch(/hollowed by up to 14° and rounded by up to 8°, give or take 5°/);
  });

  it('says that the back stayed still if nothing is beyond its error band', () => {
    expect(summarySentence(check((t) => Math.sin(t)))).toMatch(/^Your lower back stayed still, give or take 5°\.$/);
  });

  it('ignores a single reading that jumps', () => {
    const limits = backLimits(check((t) => (Math.abs(t - 10) < 0.05 ? 40 : 1)));
    expect(limits?.hollow).toBe(1);
  });

  it('says that a hidden back was not measured, and asks for a better camera place', () => {
    const record = check(() => null);
    expect(summarySentence(record)).toMatch(/not in clear view/);
    expect(nextTime(record, quadrupedBandIrSide, english).why).toBe('unseen');
    expect(
      nextTime(
        check(() => 0),
        quadrupedBandIrSide,
        english,
      ).why,
    ).toBe('as-before');
  });

  it('is spoken at the end in one sentence', () => {
    const said = (record: SetRecord) => spokenResult(record, coachWords, quadrupedBandIrSide);
    expect(said(check(() => 0))).toBe('Your lower back stayed as it was, as far as I can see.');
    expect(said(check((t) => (t > 5 && t < 8 ? 14 : t > 12 && t < 15 ? -8 : 0)))).toBe(
      'Your lower back may have sagged by about 14 degrees.',
    );
    expect(
      spokenResult(
        check((t) => (t > 5 && t < 8 ? 14 : 0)),
        coachWords,
        supineSleeperSide,
      ),
    ).toBe('Your lower back may have arched by about 14 degrees.');
    expect(said(check((t) => (t > 5 && t < 8 ? -12 : 0)))).toBe(
      'Your lower back may have rounded by about 12 degrees.',
    );
    expect(said(check(() => null))).toBe('I couldn’t see your back, so I can’t say how it was.');
    expect(said(check(() => 0, { ended: 'pain' }))).toBeNull();
  });

  it('names a flagged fault as the task for the next set', () => {
    const record = check((t) => (t > 5 && t < 12 ? 14 : 0), {
      flags: [flag(5, 12, { rule: 'back-arch', severity: 'red', phase: 'hold' })],
    });
    expect(nextTime(record, quadrupedBandIrSide, english)).toMatchObject({
      why: 'fault',
      text: expect.stringMatching(/belly away from the floor/),
    });
  });

  it('has no range, no share of a watched pelvis and no norm of hip rotation', () => {
    const record = check(() => 5);
    expect(record.summary.sets).toEqual([]);
    expect(coverageLines(record)).toEqual([]);
    expect(comparisonNote(record)).toMatch(/from the side only/);
  });

  it('is reported without ranges and with the limits of a view from the side', () => {
    const lines = [...methodLines(check(() => 5)), ...limitLines(check(() => 5))];
    expect(lines.join(' ')).not.toMatch(/Leg in total|Hip alone|told apart/);
    expect(lines.join(' ')).toMatch(/from the side only/);
  });

  it('plots lumbar extension instead of hip rotation', () => {
    const { segments } = plotModel(check((t) => (t > 10 ? 12 : 0)));
    expect(Math.max(...segments.flat().map(({ value }) => value))).toBe(12);
  });
});
