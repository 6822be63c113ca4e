import { expect, it } from 'vitest';
import { cleanReps } from '../../src/training/review/what-was-good.ts';
import { isBorrowing } from '../../src/coach/rules/range-rules.ts';
import { sentencesOf } from '../../src/coach/speech/announce.ts';
import { WATCHED_DRILLS } from '../../src/drills/index.ts';
import { coach as words } from '../../src/i18n/en/coach.ts';
import { writeCoachScript } from '../../lab/coach-script/coach-script.ts';
import { usualOptions } from '../../lab/coach-script/main.ts';

/** Repetitions in which a part helps along all the time: counted, never clean. */
const CHEATS = WATCHED_DRILLS.filter(({ reps }) => (reps?.guide ?? []).length > 0).flatMap(({ id, rules }) =>
  rules.flatMap((rule) =>
    isBorrowing(rule.id) && rule.channel !== 'pelvis-tilt' ? [{ drill: id, fault: rule.id }] : [],
  ),
);

const APPROVALS = [words.goOnAlone, words.halfway];

it.each(CHEATS)(
  '$drill, $fault all the time: the voice approves of what the result calls clean',
  ({ drill, fault }) => {
    const options = usualOptions({ drill, fault, first: true });
    const { phrases, record } = writeCoachScript(options);
    const approved = phrases.filter(({ text }) =>
      APPROVALS.some((approve) => record.reps.some((_, at) => text.startsWith(approve(at + 1)))),
    );
    expect(record.summary.repsAll).toBeGreaterThan(0);
    expect(cleanReps(record)).toBe(0);
    expect(approved.map(({ text }) => text)).toEqual([]);
    // Where a clean one is told to go on, this one hears what to do.
    const todo = sentencesOf(options.fault?.cue ?? '')[0] ?? '';
    expect(phrases.map(({ text }) => text)).toContain(
      `${words.counted(options.plan.drill.reps?.guide?.length ?? 0)}. ${todo}`,
    );
  },
);
