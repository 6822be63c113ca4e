import { describe, expect, it } from 'vitest';
import type { SetPlan } from '../../../src/coach/coach-contract.ts';
import { isWorking } from '../../../src/coach/drill-definition.ts';
import { asSelfCheck } from '../../../src/training/self-check/self-check-record.ts';
import { countdownOf } from '../../../src/coach/speech/announce.ts';
import { spokenLength } from '../../../src/coach/speech/cue-pacing.ts';
import { buildTimeline, withoutCamera } from '../../../src/coach/timeline/timeline.ts';
import { HIP_TESTS, WATCHED_DRILLS } from '../../../src/drills/index.ts';
import { quadrupedBandIr } from '../../../src/drills/quadruped-band-ir/quadruped-band-ir.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { german } from '../../../src/i18n/de/german.ts';
import { drillIn } from '../../../src/i18n/drill-in.ts';
import { coach as english } from '../../../src/i18n/en/coach.ts';
import { planFor, SetRun } from '../../../lab/made/run-set.ts';

type Change = Partial<Omit<SetPlan, 'drill'>>;
type Watched = (typeof WATCHED_DRILLS)[number];

const LANGUAGES = { en: english, de: german.words.coach } as const;
type Language = keyof typeof LANGUAGES;
/** Both kinds of count-in: after a start that was held, and as long as the settings say (5 s at least). */
const STARTS = { held: { referenceHeld: true }, key: { countIn: 5 } } as const;

const plan = (drill: Watched, language: Language, change: Change): SetPlan =>
  planFor(language === 'de' ? drillIn(drill, german.drills) : drill, {
    sides: drill.bilateral ? ['both'] : ['left', 'right'],
    preset: drill.presets.build,
    words: LANGUAGES[language],
    firstTime: true,
    ...change,
  });

const waysOf = ({ words }: SetPlan): readonly string[] => Object.values(words.phases.stop);

/** What is said before the first work phase. */
function saidBefore(set: SetPlan): readonly string[] {
  const run = new SetRun(set);
  for (let time = 0.1; time < 20 && !isWorking(run.all('phase').at(-1)?.phase.kind ?? 'ready'); time += 0.1) {
    run.read({ time, referencePoseAt: 0 });
    run.tick(time);
  }
  const work = run.effects.findIndex((effect) => effect.kind === 'phase' && isWorking(effect.phase.kind));
  return run.effects.slice(0, work).flatMap((effect) => (effect.kind === 'say' ? [effect.text] : []));
}

const CASES = [...WATCHED_DRILLS, ...HIP_TESTS].flatMap((drill) =>
  (['en', 'de'] as const).flatMap((language) =>
    (['held', 'key'] as const).map((start) => [drill.id, language, start, drill] as const),
  ),
);

describe('the way to stop from the mat', () => {
  it.each(CASES)(
    'is said in the first set of %s (%s, %s) before its first work, in full, and not in later sets',
    (...of) => {
      const [, language, start, drill] = of;
      const set = plan(drill, language, STARTS[start]);
      const { stop } = set.words.phases;
      const ownWays: Readonly<Record<string, string>> = {
        'quadruped-band-ir': stop.wide,
        'quadruped-band-ir-side': stop.ahead,
      };
      const way = ownWays[drill.id] ?? stop.up;
      expect(saidBefore(set).join(' ')).toContain(way);
      const later = saidBefore({ ...set, firstTime: false }).join(' ');
      for (const one of waysOf(set)) expect(later).not.toContain(one);
    },
  );

  it.each(['en', 'de'] as const)('has at most eight words (%s)', (language) => {
    for (const way of Object.values(LANGUAGES[language].phases.stop))
      expect(way.split(/\s+/).length, way).toBeLessThanOrEqual(8);
  });

  it.each(CASES)('has time before the tones: %s (%s, %s), with a slow voice too', (...of) => {
    const [, language, start, drill] = of;
    for (const voiceRate of [0.7, 1, 1.3]) {
      const set = plan(drill, language, { ...STARTS[start], voiceRate });
      const [ready] = buildTimeline(set);
      const said = saidBefore(set)[0] ?? '';
      expect(waysOf(set).some((way) => said.includes(way))).toBe(true);
      expect(spokenLength(said, voiceRate)).toBeLessThanOrEqual(ready === undefined ? 0 : (countdownOf(ready)[0] ?? 0));
    }
  });

  it('leaves the first number within twelve seconds of the held start', () => {
    for (const [, language, start, drill] of CASES)
      if (start === 'held')
        expect(buildTimeline(plan(drill, language, STARTS.held))[0]?.length, drill.id).toBeLessThanOrEqual(9);
  });

  it('is said once, before the first side', () => {
    const phases = buildTimeline(plan(supineSleeper, 'en', STARTS.held));
    const told = phases.filter(({ instruction }) => instruction.includes(english.phases.stop.up));
    expect(told.map(({ side }) => side)).toEqual(['left']);
  });

  it('is not said where no camera looks, in a check against an instrument, or before a clip', () => {
    const set = plan(quadrupedBandIr, 'en', STARTS.key);
    const check = asSelfCheck(set, { title: 'Check', instruction: 'Hold still.', over: 'Done.' });
    for (const other of [{ ...set, drill: withoutCamera(set.drill) }, check, { ...set, countIn: 0 }])
      for (const { instruction } of buildTimeline(other))
        for (const way of waysOf(set)) expect(instruction).not.toContain(way);
  });
});
