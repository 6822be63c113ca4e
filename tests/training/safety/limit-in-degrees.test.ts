import { describe, expect, test } from 'vitest';
import { prescribedLimits } from '../../../src/training/prescription/prescription.ts';
import { NOBODY_YET } from '../../../src/training/safety/person.ts';
import { WATCHED_DRILLS, DRILLS } from '../../../src/drills/index.ts';
import { limitedPlan } from '../../../src/ui/safety/limited-plan.ts';
import { type CoachScript, writeCoachScript } from '../../../lab/coach-script/coach-script.ts';
import { scriptOptions } from '../../../lab/coach-script/main.ts';
import { readArguments } from '../../../lab/coach-script/run-coach.ts';
import { makeItem, takenPrescription } from '../prescription/make-prescription.ts';

const NOW = Date.parse(takenPrescription.takenAt);

/** A short set of a made-up person who goes to 24° in a stretch, to 28° in a pull, held to a limit. */
function script(drill: string, limit: number, ...more: readonly string[]): CoachScript {
  const wish = readArguments([drill, ...more]);
  const options = wish === 'help' ? 'help' : scriptOptions(wish);
  if (typeof options === 'string') throw new Error(options);
  const preset = {
    ...options.plan.preset,
    passive: 25,
    rails: 12,
    rounds: 1,
    reps: Math.min(6, options.plan.preset.reps),
  };
  const prescription = { ...takenPrescription, items: [makeItem({ drill, side: 'both', limit })] };
  const person = { ...NOBODY_YET, prescribed: prescribedLimits(prescription, DRILLS, NOW) };
  const plan = limitedPlan({ ...options.plan, preset }, person, NOW);
  if (plan === null) throw new Error('nothing is left');
  return writeCoachScript({ ...options, plan: { ...plan, words: options.plan.words } });
}

const heard = ({ phrases }: CoachScript) => phrases.filter(({ from }) => from !== null);
const DEEPER = /deeper|further|all the way|a bit more/i;

describe('a limit in degrees', () => {
  test('is said when the hip passes it, and not before', () => {
    const texts = heard(script('supine-sleeper', 25)).map(({ text }) => text);
    expect(texts.filter((text) => text === 'Stop here: your limit is 25 degrees.').length).toBeGreaterThan(0);
    const within = heard(script('supine-sleeper', 30)).map(({ text }) => text);
    expect(within.filter((text) => text.startsWith('Stop here'))).toEqual([]);
  });

  test('is a flag of its own, red and named', () => {
    const past = script('supine-sleeper', 25).flags.filter(({ rule }) => rule === 'past-limit');
    expect(past.length).toBeGreaterThan(0);
    expect(past.every(({ spoken, severity, peak }) => spoken && severity === 'red' && peak > 25)).toBe(true);
  });

  test('begins each phase of the work', () => {
    const texts = heard(script('supine-sleeper', 30)).map(({ text }) => text);
    expect(texts.filter((text) => text.includes('Up to 30 degrees, no more.')).length).toBeGreaterThan(1);
  });

  test.each(WATCHED_DRILLS.filter(({ measure }) => measure.range === undefined).map(({ id }) => id))(
    '%s: nobody is asked to go further than it',
    (drill) => {
      const said = heard(script(drill, 10)).map(({ text }) => text);
      expect(said.filter((text) => DEEPER.test(text))).toEqual([]);
      expect(said.join(' ')).toContain('Up to 10 degrees, no more.');
    },
  );

  test.each(['--goal=prep', '--goal=strength'])('holds as it stands with %s', (goal) => {
    const rules = heard(script('supine-sleeper', 20, goal)).map(({ text }) => text);
    expect(rules).toContain('Stop here: your limit is 20 degrees.');
  });
});
