import { describe, expect, it } from 'vitest';
import { DRILLS, WATCHED_DRILLS } from '../../src/drills/index.ts';
import { readArguments } from './run-coach.ts';
import { type CoachScript, writeCoachScript } from './coach-script.ts';
import { coachScript, type CoachScriptWish, scriptOptions } from './main.ts';
import { cueCounts, longestSilence } from './print-script.ts';
import { SimulatedSound } from './simulated-sound.ts';

const wishOf = (drill: string, ...more: string[]): CoachScriptWish => {
  const wish = readArguments([drill, ...more]);
  if (wish === 'help') throw new Error('a wish was expected');
  return wish;
};

const run = (drill: string, ...more: string[]): CoachScript => {
  const options = scriptOptions(wishOf(drill, ...more));
  if (typeof options === 'string') throw new Error(options);
  return writeCoachScript(options);
};

/** One short round, with a pull that is long enough to be held. */
const runShort = (drill: string, ...more: string[]): CoachScript => {
  const options = scriptOptions(wishOf(drill, ...more));
  if (typeof options === 'string') throw new Error(options);
  const preset = {
    ...options.plan.preset,
    passive: 25,
    rails: 10,
    reps: Math.min(8, options.plan.preset.reps),
    rounds: 1,
  };
  return writeCoachScript({ ...options, plan: { ...options.plan, preset } });
};

const problemOf = (drill: string, ...more: string[]): string => {
  const result = coachScript(wishOf(drill, ...more));
  return result.ok ? '' : result.problem;
};

const heard = ({ phrases }: CoachScript): readonly string[] =>
  phrases.filter(({ from }) => from !== null).map(({ text }) => text);

describe('script of a set', () => {
  it('is the same every time', () => {
    expect(coachScript(wishOf('supine-sleeper'))).toEqual(coachScript(wishOf('supine-sleeper')));
  });

  it.each(DRILLS.map(({ id }) => id))(
    '%s: people who do what they are asked hear no cue, and every repetition counts',
    (drill) => {
      const script = runShort(drill);
      expect([...cueCounts(script)]).toEqual([]);
      expect(script.ended).toBe('finished');
      expect(script.reps.good).toBe(script.reps.all);
      expect(script.reps.all > 0).toBe(script.phases.some(({ phase }) => phase.kind === 'reps'));
    },
  );

  it.each(WATCHED_DRILLS.flatMap(({ id, rules }) => rules.map((rule) => ({ id, rule: rule.id }))))(
    '$id: a constant fault of the rule $rule gets its cue and no other',
    ({ id, rule }) => {
      expect([...cueCounts(runShort(id, '--fault', rule)).keys()]).toEqual([rule]);
    },
  );

  it('has the same cues on the right side', () => {
    expect([...cueCounts(runShort('supine-sleeper', '--fault', 'hips-shift', '--sides', 'right')).keys()]).toEqual([
      'hips-shift',
    ]);
  });

  it('is in the language that was asked for', () => {
    expect(heard(run('supine-sleeper', '--language', 'de')).join(' ')).toContain('Jetzt das linke Bein.');
  });

  it('tells when nobody hears a phrase, and when one is broken off', () => {
    const sound = new SimulatedSound();
    const say = (text: string, urgent: boolean) => sound.carryOut({ kind: 'say', text, urgent });
    say('Let the knee fall in and rest there.', false);
    sound.advance(0.5);
    say('Both sit bones stay heavy.', false);
    say('Slow breath in.', false);
    sound.advance(1);
    sound.carryOut({ kind: 'cue', rule: 'pelvis-twist', text: 'Turn only the thigh.', severity: 'red' });
    sound.advance(10);
    const [broken, ...others] = sound.phrases;
    expect(broken).toMatchObject({ cutOff: true, from: 0, to: 1 });
    expect(others.map(({ from, cutOff }) => [from, cutOff])).toEqual([
      [null, false],
      [null, false],
      [1, false],
    ]);
  });

  it.each(WATCHED_DRILLS.flatMap(({ id, rules }) => rules.map((rule) => ({ id, rule: rule.id }))))(
    '$id: a constant fault of the rule $rule gets the same cue at most three times in three minutes',
    ({ id, rule }) => {
      const cues = run(id, '--fault', rule).phrases.filter((phrase) => phrase.rule !== null);
      for (const { text, asked } of cues) {
        const same = cues.filter((one) => one.text === text && one.asked >= asked && one.asked < asked + 180);
        expect(same.length, `from ${asked} s`).toBeLessThanOrEqual(3);
      }
    },
  );

  it.each(WATCHED_DRILLS.flatMap(({ id, rules }) => rules.map((rule) => ({ id, rule: rule.id }))))(
    '$id: every red flag of the rule $rule that lasts a second is spoken, or the record says why not',
    ({ id, rule }) => {
      const options = scriptOptions(wishOf(id, '--fault', rule));
      if (typeof options === 'string') throw new Error(options);
      const { flags } = writeCoachScript({ ...options, faultSize: 'red' });
      const own = flags.filter((flag) => flag.rule === rule && flag.end - flag.start >= 1);
      expect(flags.some((flag) => flag.rule === rule)).toBe(true);
      for (const flag of own) expect([flag.spoken, flag.unspoken !== undefined]).toContain(true);
      if (own.some(({ severity }) => severity === 'red')) expect(flags.some(({ spoken }) => spoken)).toBe(true);
    },
  );

  it('measures the longest silence inside one working phase', () => {
    const script = run('supine-sleeper');
    const { from, length, where } = longestSilence(script);
    expect(where?.phase.kind).toBe('passive');
    expect(from).toBeGreaterThanOrEqual(where?.from ?? Infinity);
    expect(from + length).toBeLessThanOrEqual(where?.to ?? 0);
  });

  it('begins with the count-in when Start was pressed', () => {
    expect(run('supine-sleeper', '--start', 'key').phases.map(({ phase }) => phase.kind)).toContain('neutral');
  });
});

describe('wish for a script', () => {
  it('says in one sentence what is wrong', () => {
    expect(problemOf('sleeper')).toMatch(/^"sleeper" is no drill; there are: supine-sleeper, /);
    expect(problemOf('supine-sleeper', '--goal', 'rest')).toBe('"rest" is no goal; there are: prep, build, strength');
    expect(problemOf('supine-sleeper', '--language', 'fr')).toBe('"fr" is no language; there are: en, de');
    expect(problemOf('supine-sleeper', '--sides', 'up')).toBe('"up" is no side; there are: left, right, both');
    expect(problemOf('supine-sleeper', '--start', 'now')).toBe('"now" is no start; there are: held, key');
  });

  it('names the rules of the drill when the fault is none of them', () => {
    expect(problemOf('supine-sleeper', '--fault', 'grip')).toMatch(/^"grip" is no rule of "supine-sleeper"; it has: /);
    expect(problemOf('soft-tissue-ball', '--fault', 'grip')).toBe(
      '"soft-tissue-ball" has no rule, so it watches no fault',
    );
  });

  it('finds a drill by the name that its variants share', () => {
    expect(problemOf('knee-to-knee')).toBe('');
  });

  it('refuses no drill, two drills and an unknown option', () => {
    expect(() => readArguments([])).toThrow('no drill was named');
    expect(() => readArguments(['supine-sleeper', 'knee-to-knee'])).toThrow('"knee-to-knee" is one drill too many');
    expect(() => readArguments(['supine-sleeper', '--speed', '2'])).toThrow(/--speed/);
    expect(readArguments(['--help'])).toBe('help');
  });
});
