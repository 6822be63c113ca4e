import { describe, expect, it } from 'vitest';
import { changesSince, type ComparableSet, type HipBest, hipsOf } from '../../../src/training/review/compare-sets.ts';
import type { ReferencePoseRecord } from '../../../src/coach/record/set-record.ts';
import { bandRecord, sleeperRecord } from '../../browser/lib/fake-record.ts';
import { hip } from './made-hip.ts';

const set = (day: number, ...hips: readonly HipBest[]): ComparableSet => ({
  id: `set-${day}`,
  startedAt: `2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z`,
  drill: 'supine-sleeper',
  hips,
});
/** The changes of the first set since those after it. */
const kinds = (...newestFirst: readonly ComparableSet[]) =>
  changesSince(newestFirst[0]?.id ?? '', newestFirst).map(({ side, before, change }) => [side, before, change.kind]);

describe('a set compared with the one before', () => {
  it('is compared with the last earlier set of its drill', () => {
    const other = { ...set(19, hip(10)), drill: 'quadruped-band-ir' };
    const others = [other, set(18, hip(20)), set(12, hip(12))];
    expect(kinds(set(20, hip(30)), ...others)).toEqual([['left', 20, 'more']]);
    expect(kinds(set(20, hip(24)), ...others)).toEqual([['left', 20, 'about-the-same']]);
    const later = set(21, hip(50));
    expect(changesSince('set-20', [later, set(20, hip(30)), ...others])).toMatchObject([{ before: 20 }]);
  });

  it('skips sets from another place, with another pelvis network or of the other hip', () => {
    const other = [
      hip(40, { side: 'right' }),
      hip(41, { watched: false }),
      hip(42, { view: 'fair' }),
      hip(43, { azimuth: 290 }),
    ];
    const others = [...other.map((one, i) => set(19 - i, one)), set(3, hip(30))];
    expect(kinds(set(20, hip(31)), ...others)).toEqual([['left', 30, 'about-the-same']]);
  });

  it('measures the angle between two places the short way round', () => {
    const [now, before] = [hip(30, { azimuth: 5 }), hip(30, { azimuth: 350 })];
    expect(kinds(set(20, now), set(1, before))).toHaveLength(1);
  });

  it('compares each hip with the same hip', () => {
    const now = set(20, hip(30), hip(30, { side: 'right' }));
    expect(kinds(now, set(15, hip(20, { side: 'right' })), set(9, hip(29)))).toEqual([
      ['left', 29, 'about-the-same'],
      ['right', 20, 'more'],
    ]);
  });

  it('is not compared without a date, without a range or without an earlier set', () => {
    const before = set(1, hip(20));
    const { hips: _none, ...bare } = set(20);
    expect(kinds({ ...set(20, hip(30)), startedAt: null }, before)).toEqual([]);
    expect(kinds(bare, before)).toEqual([]);
    expect(kinds(set(20, hip(30)))).toEqual([]);
    expect(changesSince('no-such-set', [before])).toEqual([]);
  });
});

describe('the comparable part of a set', () => {
  it('is the best range of each hip with the place of the camera', () => {
    expect(hipsOf(sleeperRecord)).toEqual([hip(28.3, { range: { value: 28.3, sd: 2.3 } })]);
  });

  it('is empty for a demo, for a video and for an invalidated reference pose', () => {
    expect(hipsOf({ ...sleeperRecord, source: { ...sleeperRecord.source, kind: 'demo' } })).toEqual([]);
    const referencePoses: readonly ReferencePoseRecord[] = bandRecord.neutrals.map((one) => ({
      ...one,
      refuted: true,
    }));
    expect(hipsOf({ ...sleeperRecord, neutrals: referencePoses })).toEqual([]);
  });

  it('has no hip that was worked in front of two places, because nobody knows which of them its range is from', () => {
    const [pose] = sleeperRecord.neutrals;
    const [phase] = sleeperRecord.summary.phases;
    if (!pose || !phase) throw new Error('no reference pose');
    const movedAt = (at: number, azimuth: number) =>
      hipsOf({ ...sleeperRecord, neutrals: [pose, { ...pose, at, azimuth }] }).length;
    const during = (phase.start + phase.end) / 2;
    expect(movedAt(during, pose.azimuth + 40)).toBe(0);
    expect(movedAt(during, pose.azimuth + 5)).toBe(1);
    // Moved before the work began.
    const early = { ...pose, at: pose.at - 5, azimuth: pose.azimuth + 40 };
    expect(hipsOf({ ...sleeperRecord, neutrals: [early, pose] })).toHaveLength(1);
  });
});
