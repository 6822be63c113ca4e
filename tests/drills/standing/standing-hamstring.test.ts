import { describe, expect, it } from 'vitest';
import { standingHamstring } from '../../../src/drills/standing/standing-hamstring.ts';
import type { SetRun } from '../../../lab/made/run-set.ts';
import { planFor, runUntil } from '../../../lab/made/run-set.ts';
import type { ReadingWish } from '../../../lab/made/make-reading.ts';

/** Phases in seconds: passive 1–21, PAILs 21–33, RAILs 33–43, sink 43–53. */
function performed(wishAt: (time: number) => Omit<ReadingWish, 'time'>): SetRun {
  const run = runUntil(planFor(standingHamstring), 53.2, (time) => ({
    referencePoseAt: 1,
    knee: 6,
    internalRotation: null,
    ...wishAt(time),
  }));
  return run;
}

describe('the standing hamstring drill', () => {
  it('has hip flexion as its range in the record, the summary and on the screen', () => {
    const run = performed((time) => ({ flexion: Math.min(24, time) }));
    const record = run.record();
    expect(record.range).toBe('hip-flexion');
    expect(record.summary.sets[0]).toMatchObject({ of: 'hip-flexion', clean: 24, gross: 24, coverage: 1 });
    expect(run.flagged).toEqual([]);
    expect(run.said.join(' ')).not.toMatch(/rotat/);
  });

  it('flags a trunk that sinks during the ramp of the push as a drift', () => {
    const run = performed((time) => ({ flexion: time < 24 ? 20 : 29 }));
    expect(run.flagged).toEqual(['isometric-drift']);
  });

  it('allows a small trunk movement in the pull, and flags a large one as a dropped chest', () => {
    const sinking = (by: number) => (time: number) => ({ trunkLean: time < 35 ? 22 : 22 + by });
    expect(performed(sinking(5)).flagged).toEqual([]);
    expect(performed(sinking(12)).flagged).toEqual(['chest-drop']);
    // In the stretch the trunk tips with the pelvis, as the drill asks.
    expect(performed((time) => ({ trunkLean: Math.min(30, 3 * time) })).flagged).toEqual([]);
  });

  it('lists the rules that the side view does not show, and never flags them', () => {
    const run = performed(() => ({ flexion: 20, knee: 1 }));
    expect(run.flagged).toEqual([]);
    const { muted } = run.record().summary;
    expect(muted.map(({ rule }) => rule)).toEqual(['back-round', 'trunk-turn', 'knee-lock', 'toes-drop']);
    for (const { reason } of muted) expect(reason).toBe('not-seen-from-here');
  });

  it('excludes flexion reached with a dropped chest or a bent knee from the range', () => {
    const cheated = performed((time) => ({
      flexion: time > 36 && time < 41 ? 35 : 22,
      trunkLean: time > 36 && time < 41 ? 36 : 22,
    }));
    expect(cheated.record().summary.sets[0]).toMatchObject({ clean: 22, borrowed: 13, gross: 35 });
    expect(performed((time) => ({ knee: time > 10 && time < 14 ? 40 : 6 })).flagged).toEqual(['knee-bend']);
  });
});
