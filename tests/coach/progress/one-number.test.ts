import { describe, expect, it } from 'vitest';
import type { DrillDefinition, Preset, RuleDefinition } from '../../../src/coach/drill-definition.ts';
import { gauge } from '../../../src/coach/coach.ts';
import { bestOf, rangeEstimate } from '../../../src/coach/progress/real-change.ts';
import { bestSoFar } from '../../../src/coach/progress/range-so-far.ts';
import { isWithinError, toldDegrees } from '../../../src/coach/progress/clean-range.ts';
import { nextTime } from '../../../src/training/review/next-time.ts';
import { spokenResult } from '../../../src/training/review/spoken-result.ts';
import { isPelvisRule, isSideCheck } from '../../../src/coach/rules/range-rules.ts';
import { WATCHED_DRILLS } from '../../../src/drills/index.ts';
import { coach as words } from '../../../src/i18n/en/coach.ts';
import { lessons } from '../../../src/i18n/en/lessons.ts';
import type { Degrees, Estimate, Seconds } from '../../../src/instrument/geometry/units.ts';
import { type CoachScript, writeCoachScript } from '../../../lab/coach-script/coach-script.ts';
import { usualOptions } from '../../../lab/coach-script/main.ts';
import { running } from '../../../lab/made/run-set.ts';

/** Quick and slow, so that the largest median is nowhere in particular. */
const shake = (time: Seconds): number =>
  1.7 * Math.sin(7.3 * time) + 2.3 * Math.sin(0.61 * time) + Math.sin(19.7 * time);
/** The fault comes and goes. */
const faultAt = (time: Seconds): boolean => time % 37 > 22 && time % 37 < 31;

const SHORT: Preset = {
  passive: 20,
  pailsRamp: 4,
  pailsHold: 6,
  rails: 10,
  sink: 8,
  rest: 6,
  rounds: 2,
  reps: 3,
  effort: [0.5, 0.6],
};

function performed(drill: string, fault: RuleDefinition | null): CoachScript {
  const options = usualOptions({ drill, sides: 'both' });
  return writeCoachScript({
    ...options,
    plan: { ...options.plan, preset: SHORT },
    fault,
    faultSize: 'red',
    faultAt,
    shake,
  });
}

const drills = WATCHED_DRILLS.filter(({ measure }) => !isSideCheck(measure));

/** What helps along in a drill, the pelvis first. */
const faultOf = ({ rules }: DrillDefinition): RuleDefinition | null =>
  rules.find((rule) => isPelvisRule(rule.id) && rule.severity !== 'amber') ?? rules[0] ?? null;

describe('one number has one meaning', () => {
  it.each(drills.map((drill) => [drill.id, drill] as const))(
    'in %s: the best of the screen, of the summary, of the spoken result and of the advice',
    (id, drill) => {
      const fault = faultOf(drill);
      const { record, state } = performed(id, fault);
      const [left, right] = (['left', 'right'] as const).map((side) => {
        const ofSummary = rangeEstimate(bestOf(record.summary.sets.filter((range) => range.side === side)));
        if (ofSummary === null) throw new Error('both hips were worked');
        const live = bestSoFar(state, side);
        expect(live?.value, side).toBeCloseTo(ofSummary.value, 9);
        expect(live?.sd, side).toBeCloseTo(ofSummary.sd, 9);
        return ofSummary;
      }) as [Estimate<Degrees>, Estimate<Degrees>];
      // A range within its own error is no number: not on the screen, and not to stop at.
      const isNumber = [left, right].every((best) => !isWithinError(best));
      if (isNumber)
        expect(gauge(state).best).toBeCloseTo(drill.bilateral ? (left.value + right.value) / 2 : right.value, 9);
      if (record.summary.repsAll === 0) {
        const sentence = spokenResult(record, words, drill) ?? '';
        for (const best of [left, right]) expect(sentence).toContain(String(toldDegrees(best)));
      }
      const { why, text } = nextTime(record, drill, lessons);
      if (why === 'fault' && fault !== null && isPelvisRule(fault.id))
        expect(text).toBe(
          isNumber
            ? lessons.next.stopAt(Math.min(toldDegrees(left), toldDegrees(right)))
            : lessons.next.onlyAsDeep(fault.cue.split(/(?<=\.)\s/)[0] ?? fault.cue),
        );
    },
  );

  it('a fault of the pelvis gives the advice its number', () => {
    expect(drills.filter((drill) => isPelvisRule(faultOf(drill)?.id ?? 'too-fast')).length).toBeGreaterThan(5);
  });
});

it('a sudden gain stays suspect over a new start after the camera has moved, on the screen as in the summary', () => {
  const run = running();
  const at = (time: Seconds): Degrees =>
    time < 8 ? Math.min(30, 10 * (time - 1)) : Math.min(42, 30 + 14 * (time - 8));
  run.readFor(1 + 1 / 12, 9.5, (time) => ({ internalRotation: at(time), referencePoseAt: 1 }));
  run.readFor(9.5, 10, () => ({ internalRotation: 42, referencePoseAt: 1, cameraMoved: true }));
  run.readFor(10, 12, () => ({ referencePoseAt: 'holding' }));
  run.readFor(12, 19, () => ({ internalRotation: 42, referencePoseAt: 12 }));
  const live = bestSoFar(run.state, 'left');
  run.send({ kind: 'stop', time: 19, why: 'stopped' });
  const ofSummary = rangeEstimate(bestOf(run.record().summary.sets));
  expect(ofSummary?.value).toBeLessThan(32);
  expect(live?.value).toBeCloseTo(ofSummary?.value ?? 0, 9);
});
