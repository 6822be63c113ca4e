import { describe, expect, it } from 'vitest';
import type { FrameRecord } from '../../../src/coach/record/set-record.ts';
import { hipMovementSequence } from '../../../src/drills/standing/hip-movement-sequence.ts';
import { standingHamstring } from '../../../src/drills/standing/standing-hamstring.ts';
import type { ReadingWish } from '../../../lab/made/make-reading.ts';
import { planFor, running, type SetRun, shortPreset } from '../../../lab/made/run-set.ts';

type Wish = Omit<ReadingWish, 'time'>;

/** In degrees, as the instrument reads them while the trunk is held in the stretch. */
const HELD = { referencePoseAt: 1, knee: 8, flexion: 20, trunkLean: 20, arch: 2 } satisfies Wish;
/** The trunk came down by 14° by the back alone. The outline shows 10° of it. */
const ROUNDED = { ...HELD, flexion: 34, trunkLean: 34, arch: -11 } satisfies Wish;

/** Passive 1–21, PAILs 21–33, RAILs 33–43, sink 43–53. `at` gives the readings of each. */
function pulled(at: (time: number) => Wish, drill = standingHamstring): SetRun {
  const run = running(planFor(drill));
  run.readFor(1 + 1 / 12, 49, at);
  return run;
}

const frameAt = (run: SetRun, time: number): FrameRecord | undefined =>
  run.record().frames.findLast(({ t }) => t <= time);
const bendAt = (run: SetRun, time: number) => frameAt(run, time)?.hipFlexion.left?.value;
const sdAt = (run: SetRun, time: number) => frameAt(run, time)?.hipFlexion.left?.sd;

describe('a back that rounds in the pull', () => {
  const run = pulled((time) => (time >= 36 && time < 42 ? ROUNDED : HELD));

  it('is subtracted from the flexion as far as trunk and outline both show it', () => {
    expect(bendAt(run, 35)).toBe(20);
    // 13° of outline less 3° of noise, times 1.5: 15°, limited to the 14° that the trunk came down.
    expect(bendAt(run, 38)).toBeCloseTo(20, 6);
    expect(frameAt(run, 38)?.lent?.left).toBeCloseTo(14, 6);
    expect(bendAt(run, 42.5)).toBe(20);
    expect(frameAt(run, 42.5)?.lent).toBeUndefined();
  });

  it('leaves the uncertainty of the subtracted part and of any further rounding in the band', () => {
    expect(sdAt(run, 35)).toBeCloseTo(3, 6);
    expect(sdAt(run, 38)).toBeCloseTo(Math.hypot(3, 0.3 * 14), 6);
    // The outline shows 26°, of which the trunk came down by 14°.
    const folded = pulled((time) => (time >= 36 && time < 42 ? { ...ROUNDED, arch: -26 } : HELD));
    expect(sdAt(folded, 38)).toBeCloseTo(Math.hypot(3, 0.5 * 12, 0.3 * 14), 6);
  });

  it('is in the summary as borrowed range, as a lower bound', () => {
    const [set] = run.record().summary.sets;
    expect(set?.clean).toBeCloseTo(20, 6);
    expect(set?.gross).toBeCloseTo(34, 6);
    expect(set?.borrowed).toBeCloseTo(14, 6);
    expect(set?.borrowedAtLeast).toBe(true);
  });

  it('is still flagged, because rules use the raw trunk and back', () => {
    expect(run.flagged).toContain('back-round');
  });

  it('is still subtracted in the sink, as is a rounding that begins there', () => {
    const carried = pulled((time) => (time >= 43 && time < 48 ? ROUNDED : HELD));
    for (const time of [45, 46.2, 47.5]) expect(bendAt(carried, time), `${time} s`).toBeCloseTo(20, 6);
    expect(bendAt(carried, 48.5)).toBe(20);
    const begun = pulled((time) => (time >= 47 ? ROUNDED : HELD));
    expect(bendAt(begun, 48)).toBeCloseTo(20, 6);
    expect(begun.record().flags.map(({ rule }) => rule)).toContain('back-round');
  });

  it('decreases after the last phase and never grows there', () => {
    // The rest between two rounds lasts from 53 to 58 s.
    const run53 = (at: (time: number) => Wish) => {
      const all = running(planFor(standingHamstring, { preset: { ...shortPreset, rounds: 2 } }));
      all.readFor(1 + 1 / 12, 57, at);
      return all;
    };
    const over = run53((time) => (time >= 50 && time < 55 ? ROUNDED : HELD));
    expect(bendAt(over, 54)).toBeCloseTo(20, 6);
    expect(bendAt(over, 56)).toBe(20);
    const begun = run53((time) => (time >= 53.5 ? ROUNDED : HELD));
    expect(bendAt(begun, 56)).toBe(34);
  });
});

describe('nothing is subtracted from the flexion', () => {
  const bend = (at: (time: number) => Wish, time = 38) => bendAt(pulled(at), time);

  it('of a trunk that leans with a straight back, or whose outline is only noisy', () => {
    expect(bend((time) => (time >= 36 ? { ...ROUNDED, arch: 2 } : HELD))).toBe(34);
    expect(bend((time) => (time >= 36 ? { ...ROUNDED, arch: -1 } : HELD))).toBe(34);
    // A mean over three seconds with noise of 2.5°.
    const tips = (time: number) => (time >= 36 ? { flexion: 34, trunkLean: 34 } : {});
    const wavering = (time: number) => ({ ...HELD, ...tips(time), arch: 2 + 2.5 * Math.sin(2 * time) });
    for (const time of [37, 38, 39, 40]) expect(bend(wavering, time)).toBe(34);
  });

  it('if the outline jumps while the trunk stays', () => {
    expect(bend((time) => (time >= 36 ? { ...HELD, arch: -20 } : HELD))).toBe(20);
  });

  it('on the way into the stretch, in which the shirt slides, nor in the push', () => {
    expect(bend((time) => (time >= 10 ? ROUNDED : HELD), 18)).toBe(34);
    expect(bend((time) => (time >= 28 ? ROUNDED : HELD), 30)).toBe(34);
  });

  it('while the back is hidden, and nothing more once it becomes hidden', () => {
    expect(
      bend((time) => ({
        referencePoseAt: 1,
        flexion: time >= 36 ? 34 : 20,
        trunkLean: time >= 36 ? 34 : 20,
      })),
    ).toBe(34);
    const hidden: Wish = { ...ROUNDED, unseen: { 'back-arch': 'back-hidden' } };
    expect(bend((time) => (time < 36 ? HELD : time < 37 ? ROUNDED : hidden))).toBeCloseTo(20, 6);
  });

  it('in a drill that reads flexion against the pelvis', () => {
    const run = pulled((time) => (time >= 36 ? ROUNDED : HELD), {
      ...standingHamstring,
      measure: hipMovementSequence.measure,
    });
    expect(bendAt(run, 38)).toBe(34);
  });
});

describe('the baseline of trunk and back', () => {
  it('stays at the straight back, however often it rounds in pull and sink', () => {
    const again = (time: number) => (time >= 43 && time < 48) || time >= 49;
    const run = running(planFor(standingHamstring));
    run.readFor(1 + 1 / 12, 52, (time) => (again(time) ? ROUNDED : HELD));
    expect(bendAt(run, 47)).toBeCloseTo(20, 6);
    expect(bendAt(run, 48.5)).toBe(20);
    expect(bendAt(run, 51)).toBeCloseTo(20, 6);
  });

  it('is kept while the back is hidden, and dropped in a rest whether it is seen or not', () => {
    const run = running(planFor(standingHamstring, { preset: { ...shortPreset, rounds: 2 } }));
    const hidden: Wish = { ...HELD, unseen: { 'back-arch': 'back-hidden' } };
    run.readFor(1 + 1 / 12, 66, (time) =>
      time < 50 ? HELD : time < 52 ? ROUNDED : { ...hidden, trunkLean: 34, flexion: 34 },
    );
    expect(bendAt(run, 52.5)).toBeCloseTo(20, 6);
    expect(sdAt(run, 52.5)).toBeGreaterThan(Math.hypot(3, 0.3 * 14) - 1e-6);
    expect(bendAt(run, 55.5)).toBe(34);
    expect(bendAt(run, 65)).toBe(34);
  });

  /** Held until a pause, in which the person stands up, then as given. */
  function paused(from: number, to: number, until: number, after: Wish): SetRun {
    const run = running(planFor(standingHamstring));
    run.readFor(1 + 1 / 12, from, () => HELD);
    run.send({ kind: 'pause', time: from });
    run.readFor(from + 1 / 12, to, () => ({ ...HELD, trunkLean: 0, flexion: 0, arch: 6 }));
    run.send({ kind: 'resume', time: to });
    run.readFor(to + 1 / 12, until, () => after);
    return run;
  }

  it('is not taken from a person who stood up in a pause or is seen late: nothing is subtracted then', () => {
    expect(bendAt(paused(33.1, 43, 50, HELD), 49)).toBe(20);
    const late = pulled((time) => (time < 35 ? { ...HELD, invalid: 'poor-fit' } : ROUNDED));
    expect(bendAt(late, 38)).toBe(34);
  });

  it('is kept through a pause in the pull', () => {
    expect(bendAt(paused(36, 39, 43, ROUNDED), 42)).toBeCloseTo(20, 6);
  });

  it('is dropped with a new reference pose', () => {
    const run = running(planFor(standingHamstring));
    run.readFor(1 + 1 / 12, 37, (time) => (time >= 36 ? ROUNDED : HELD));
    run.readFor(37, 38, () => ({ ...ROUNDED, cameraMoved: true }));
    run.readFor(38, 39, () => ({ ...ROUNDED, referencePoseAt: 'holding' }));
    run.readFor(39, 41, () => ({ ...ROUNDED, referencePoseAt: 39 }));
    expect(run.record().neutrals).toHaveLength(2);
    expect(bendAt(run, 40.5)).toBe(34);
  });
});
