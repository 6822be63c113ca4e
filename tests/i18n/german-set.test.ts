import { describe, expect, it } from 'vitest';
import type { SetPlan } from '../../src/coach/coach-contract.ts';
import { lessonLines } from '../../src/training/review/lessons.ts';
import { nextTime } from '../../src/training/review/next-time.ts';
import { DRILLS } from '../../src/drills/index.ts';
import { supineSleeper } from '../../src/drills/supine-sleeper/supine-sleeper.ts';
import { german } from '../../src/i18n/de/german.ts';
import { drillIn } from '../../src/i18n/drill-in.ts';
import { validateRecord } from '../../src/storage/validate-record.ts';
import { planFor, SetRun } from '../../lab/made/run-set.ts';
import { englishIn } from './texts-of.ts';

const sleeper = drillIn(supineSleeper, german.drills);

const plan: SetPlan = {
  ...planFor(sleeper, { sides: ['left', 'right'], countIn: 15 }),
  words: german.words.coach,
  language: 'de',
};

/** A set of both sides in which the hips move twice, a time without a person, a pause and a stop for a pinch. */
function wholeSet(): SetRun {
  const run = new SetRun(plan);
  const referencePoseAt = 17;
  run.readFor(0, 17, () => ({ referencePoseAt: null }));
  run.readFor(17, 20, () => ({ referencePoseAt }));
  run.readFor(20, 60, (time) => ({ referencePoseAt, internalRotation: 20, hipsShift: time % 15 > 7 ? 0.03 : 0 }));
  run.send({ kind: 'pause', time: 60 });
  run.send({ kind: 'resume', time: 62 });
  run.readFor(62, 72, () => ({ referencePoseAt, nobody: 'no-person' }));
  run.readFor(72, 80, () => ({ referencePoseAt, internalRotation: 22 }));
  run.send({ kind: 'stop', time: 81, why: 'pinch' });
  return run;
}

describe('a set in German', () => {
  const run = wholeSet();
  const record = run.record();

  it('is spoken in German from the count-in to the end', () => {
    expect(run.said.length).toBeGreaterThan(8);
    for (const text of run.said) expect(englishIn(text), text).toBeNull();
    expect(run.said[0]).toMatch(/^Jetzt das linke Bein\./);
    expect(run.said.at(-1)).toBe(german.words.coach.endings.pinch);
  });

  it('is recorded with rule, spoken words and language, and can be loaded', () => {
    expect(record.language).toBe('de');
    expect(record.flags.find(({ rule }) => rule === 'hips-shift')?.cue).toMatch(/^Gürtelschnalle/);
    const checked = validateRecord(JSON.parse(JSON.stringify(record)));
    expect(checked.ok && checked.value.language).toBe('de');
  });

  it('has German lessons', () => {
    const { lessons } = german.words;
    const lines = [...lessonLines(record, sleeper, lessons), nextTime(record, sleeper, lessons).text];
    for (const text of lines) expect(englishIn(text), text).toBeNull();
  });
});

describe('a set in English', () => {
  it('has no language in its record, as in earlier versions', () => {
    const run = new SetRun(planFor(supineSleeper));
    expect(Object.hasOwn(run.record(), 'language')).toBe(false);
    expect(run.said[0]).toMatch(/^Now the left leg\. Hold still\./);
  });

  it('accepts a record with an unknown language', () => {
    const record = { ...new SetRun(planFor(supineSleeper)).record(), language: 'eo' };
    expect(validateRecord(JSON.parse(JSON.stringify(record))).ok).toBe(true);
  });
});

describe('the first instruction', () => {
  it.each(DRILLS.map((drill) => [drill.id, drill] as const))(
    '%s is in German, with what the camera does not see',
    (_, drill) => {
      const local = drillIn(drill, german.drills);
      const run = new SetRun({
        ...planFor(local, { sides: [drill.bilateral ? 'both' : 'right'], countIn: 30 }),
        words: german.words.coach,
      });
      expect(run.said[0]).toMatch(/^(?:Jetzt das rechte Bein|Beide Beine)\./);
      expect(englishIn(run.said[0] ?? ''), run.said[0]).toBeNull();
    },
  );
});
