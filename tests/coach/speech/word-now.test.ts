import { describe, expect, it } from 'vitest';
import { buildTimeline, withoutCamera } from '../../../src/coach/timeline/timeline.ts';
import type { SetPlan, TimelinePhase } from '../../../src/coach/coach-contract.ts';
import { gauge } from '../../../src/coach/coach.ts';
import { freshState } from '../../../src/coach/coach-state.ts';
import type { DrillDefinition } from '../../../src/coach/drill-definition.ts';
import { wordNow, wordOfPart } from '../../../src/coach/speech/phase-voice.ts';
import type { RepPart } from '../../../src/coach/progress/rep-counter.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { hipTestSeated } from '../../../src/drills/hip-test/hip-test-seated.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { german } from '../../../src/i18n/de/german.ts';
import { drillIn } from '../../../src/i18n/drill-in.ts';
import { coach as english } from '../../../src/i18n/en/coach.ts';

const PARTS: readonly RepPart[] = ['first', 'first-hold', 'second', 'second-hold', 'back'];
const JARGON = /passiv|PAIL|RAIL|^sink$|side check|kontrolle|practice|probe|:|\.$/i;
/** Letters that fit on one line beside nothing else, at the smallest size. */
const ONE_LINE = 22;

const planOf = (drill: DrillDefinition, words: SetPlan['words']): SetPlan => ({
  drill,
  sides: drill.bilateral ? ['both'] : ['left', 'right'],
  goal: 'build',
  preset: drill.presets.build,
  countIn: 15,
  words,
});

/** Every word of a phase, from its beginning to its end. */
function wordsOf(plan: SetPlan, phases: readonly TimelinePhase[], phase: TimelinePhase): readonly string[] {
  const index = phases.indexOf(phase);
  const state = freshState(plan, phases, 0);
  const at = (now: number) =>
    wordNow({ ...state, now, timeline: { ...state.timeline, clock: { ...state.timeline.clock, index } } });
  const steps = Array.from({ length: 40 }, (_, nth) => at(((phase.length ?? 1) * nth) / 40));
  const reps = phase.kind === 'reps' && plan.drill.camera !== 'none' ? plan.drill.reps : null;
  return [...new Set([...steps, ...PARTS.flatMap((part) => wordOfPart(reps, part, plan.words) ?? [])])];
}

const LANGUAGES = [
  ['English', (drill: DrillDefinition) => drill, english],
  ['German', (drill: DrillDefinition) => drillIn(drill, german.drills), german.words.coach],
] as const;

describe.each(LANGUAGES)('what to do now, in %s', (_language, inWords, words) => {
  const drills = [...DRILLS, hipTestSeated].flatMap((drill) => {
    const own = inWords(drill);
    return drill.hipTest ? [own] : [own, withoutCamera(own)];
  });

  it.each(drills.map((drill) => [`${drill.id}${drill.camera === 'none' ? ', no camera' : ''}`, drill] as const))(
    '%s: at every moment of every phase one thing to do, in at most five words and without jargon',
    (_id, drill) => {
      const plan = planOf(drill, words);
      const phases = buildTimeline(plan);
      expect(phases.length).toBeGreaterThan(1);
      for (const phase of phases)
        for (const word of wordsOf(plan, phases, phase)) {
          const label = `${phase.kind}: ${word}`;
          expect(word, label).not.toBe('');
          expect(word.split(/\s+/).length, label).toBeLessThanOrEqual(5);
          expect(word, label).not.toMatch(JARGON);
          // A number stands below it only with a camera.
          if (drill.camera !== 'none') expect(word.length, label).toBeLessThanOrEqual(ONE_LINE);
        }
    },
  );

  it('a push says to push, then to hold; the pull, to keep going, then to ease off', () => {
    const drill = inWords(supineSleeper);
    const plan = planOf(drill, words);
    const phases = buildTimeline(plan);
    const push = phases.find(({ kind }) => kind === 'pails');
    const pull = phases.find(({ kind }) => kind === 'rails');
    if (!push || !pull) throw new Error('the sleeper pushes and pulls');
    expect(wordsOf(plan, phases, push)).toEqual([push.word, words.now.hold]);
    expect(wordsOf(plan, phases, pull)).toEqual([pull.word, words.now.keep, words.now.ease]);
  });

  it('asks back to the start, and for no effort, while a start is awaited in the middle of the work', () => {
    const plan = planOf(inWords(supineSleeper), words);
    const phases = buildTimeline(plan);
    const index = phases.findIndex(({ kind }) => kind === 'pails');
    const fresh = freshState(plan, phases, 0);
    const { timeline, setup } = fresh;
    const referencePose = { ...setup.referencePose, askedAt: 0 };
    const asked = {
      ...fresh,
      timeline: { ...timeline, clock: { ...timeline.clock, index } },
      setup: { ...setup, referencePose },
    };
    expect(gauge(asked)).toMatchObject({ word: words.now.start, effort: null });
    const taken = {
      at: 1,
      quality: { azimuth: 0, lookingDown: 20, lensHeight: 1, distance: 2, noise: {}, view: 'good' },
    } as const;
    const held = { ...asked, setup: { ...setup, referencePose: { ...referencePose, askedAt: null, set: taken } } };
    expect(gauge(held)).toMatchObject({ word: phases[index]?.word, effort: expect.any(Number) });
  });
});
