import { describe, expect, it } from 'vitest';
import type { RuleId } from '../../../src/coach/drill-definition.ts';
import { followTimeline, readGivenTimeline } from '../../../lab/made/given-timeline.ts';
import type { SetRecord } from '../../../src/coach/record/set-record.ts';
import { drillById } from '../../../src/drills/index.ts';
import { planFor, SetRun } from '../../../lab/made/run-set.ts';
import { loadTruth, type TruthClip, truthReadings } from './truth-clips.ts';

/** A cue later than this after the true onset corrects the wrong movement. The accuracy run has the same limit. */
const LATEST = 1.5;

function runClip(clip: TruthClip): SetRecord {
  const drill = drillById(clip.drill);
  if (drill === null) throw new Error(`no drill ${clip.drill}`);
  const plan = planFor(drill);
  const given = readGivenTimeline(clip, drill);
  if (!given.ok) throw new Error(given.problem);
  const run = new SetRun(plan, 0, followTimeline(plan, given.phases));
  for (const reading of truthReadings(clip)) run.send({ kind: 'reading', reading });
  run.send({ kind: 'source-ended', time: clip.frames.length / clip.fps });
  return run.record();
}

function withClip(name: string, check: (clip: TruthClip, record: SetRecord) => void): void {
  const clip = loadTruth(name);
  if (clip === null) {
    console.log(`${name}: no truth file here, nothing checked`);
    return;
  }
  check(clip, runClip(clip));
}

const CLEAN = [
  'supine-sleeper-clean-far',
  'supine-sleeper-clean',
  'quadruped-band-ir-clean-high',
  'ninety-ninety-pails-rails-clean',
];
/**
 * Clips with compensations, and the rules that tell each. A turn of the pelvis after the knee is told as a knee that chases the floor; a
 * list is not seen as such, but the hips leave their place.
 */
const COMPENSATED: readonly (readonly [clip: string, told: Readonly<Record<string, readonly RuleId[]>>])[] = [
  ['supine-sleeper-twist-chase-far', { 'pelvis-twist': ['hips-shift'], 'knee-chase': ['knee-chase'] }],
  ['supine-sleeper-lift-far', { 'pelvis-lift': ['hips-shift', 'pelvis-lift'] }],
  ['quadruped-band-ir-list-high', { 'pelvis-list': ['hips-shift'] }],
  ['ninety-ninety-pails-rails-lean-front', { 'trunk-lean': ['trunk-lean'] }],
];

describe('the coach fed with true angles', () => {
  it.each(CLEAN)('opens no flag on %s', (name) => {
    withClip(name, (_, record) => expect(record.flags).toEqual([]));
  });

  it.each(COMPENSATED)('flags every true compensation of %s in time, and nothing else', (name, told) => {
    withClip(name, (clip, record) => {
      expect(clip.events.map(({ rule }) => rule).sort()).toEqual(Object.keys(told).sort());
      expect(record.flags.map(({ rule }) => rule).sort()).toEqual(Object.values(told).flat().sort());
      for (const event of clip.events)
        for (const rule of told[event.rule] ?? []) {
          const flag = record.flags.find((one) => one.rule === rule);
          expect((flag?.start ?? 99) - event.start).toBeLessThanOrEqual(LATEST);
          // The onset may precede the threshold of the truth, by half a second at most.
          expect(Math.abs((flag?.onset ?? 99) - event.start)).toBeLessThanOrEqual(0.5);
          expect(Math.abs((flag?.end ?? 99) - event.end)).toBeLessThanOrEqual(0.5);
        }
    });
  });

  it.each(COMPENSATED)('counts nothing of %s as clean during the true compensation', (name) => {
    withClip(name, (clip, record) => {
      const zero = clip.frames.slice(0, 36).reduce((sum, frame) => sum + frame.hip.left.internalRotation, 0) / 36;
      const armed = record.summary.phases.map(({ start, end }) => ({ start, end }));
      const honest = clip.frames.flatMap((frame, index) => {
        const time = index / clip.fps;
        const within = armed.some(({ start, end }) => time >= start && time < end);
        const cheating = clip.events.some(({ start, end }) => time >= start && time <= end);
        return within && !cheating ? [frame.hip.left.internalRotation - zero] : [];
      });
      const claimed = record.summary.sets[0]?.clean ?? Number.NaN;
      // Half-second medians are slightly below the largest single frame; the truth has a noise of ±0.5°.
      expect(claimed).toBeLessThanOrEqual(Math.max(...honest) + 0.2);
      expect(claimed).toBeGreaterThanOrEqual(Math.max(...honest) - 1.5);
    });
  });

  it.each(['quadruped-band-ir-clean-high', 'quadruped-band-ir-list-high'])(
    'finds the four repetitions of %s with their turning points and amplitudes',
    (name) => {
      withClip(name, (clip, record) => {
        expect(record.reps).toHaveLength(clip.reps.length);
        for (const [index, rep] of clip.reps.entries()) {
          const found = record.reps[index];
          expect(Math.abs((found?.turn ?? 99) - rep.turn)).toBeLessThanOrEqual(0.5);
          expect(Math.abs((found?.amplitude ?? 99) - rep.amplitude)).toBeLessThanOrEqual(3);
          expect(Math.abs((found?.start ?? 99) - rep.start)).toBeLessThanOrEqual(0.5);
          expect(Math.abs((found?.end ?? 99) - rep.end)).toBeLessThanOrEqual(0.5);
        }
      });
    },
  );

  it('counts all repetitions of the clean clip, and not one with a red flag', () => {
    withClip('quadruped-band-ir-clean-high', (_, record) => {
      expect(record.reps.map(({ good, why }) => [good, why])).toEqual(Array.from({ length: 4 }, () => [true, null]));
    });
    withClip('quadruped-band-ir-list-high', (_, record) => {
      expect(record.reps.map(({ good }) => good)).toEqual([true, true, false, true]);
      expect(record.reps[2]?.why).toMatch(/pelvis/);
    });
  });
});
