import { coach as english } from '../../../src/i18n/en/coach.ts';
import { describe, expect, it } from 'vitest';
import {
  AFTER_TONE,
  announcement,
  changeBeep,
  effortAmount,
  effortAt,
  effortCalls,
  farewell,
  phaseMarks,
} from '../../../src/coach/speech/announce.ts';
import { toneLength, TONES } from '../../../src/app/sound/beeps.ts';
import type { TimelinePhase } from '../../../src/coach/coach-contract.ts';
import { spokenLength } from '../../../src/coach/speech/cue-pacing.ts';
import { buildTimeline } from '../../../src/coach/timeline/timeline.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { german } from '../../../src/i18n/de/german.ts';
import { drillIn } from '../../../src/i18n/drill-in.ts';
import { GOAL_PRESETS } from '../../../src/drills/presets.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { planFor } from '../../../lab/made/run-set.ts';

const timeline = buildTimeline(
  planFor(supineSleeper, { preset: GOAL_PRESETS.build, sides: ['left', 'right'], countIn: 20 }),
);
const phase = (kind: TimelinePhase['kind'], nth = 0): TimelinePhase => {
  const found = timeline.filter((candidate) => candidate.kind === kind)[nth];
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
};
const announcedFor = (which: TimelinePhase, before: TimelinePhase | null, rate = 1): number =>
  spokenLength(announcement(which, before, english, rate), rate);
const spoken = (which: TimelinePhase, next: TimelinePhase | null, before: TimelinePhase | null, rate = 1) =>
  phaseMarks(which, next, announcedFor(which, before, rate), english, rate).flatMap(({ at, effect }) =>
    effect.kind === 'say' ? [{ at, text: effect.text }] : [],
  );

describe('announcements', () => {
  it('say the side first, then the phase and what to do', () => {
    expect(announcement(phase('turn'), phase('sink', 1), english)).toMatch(
      /^Now the right leg\. Change sides\. Strap round the other knee\. Put the laptop on your other side/,
    );
  });

  it('do not repeat the side within a round', () => {
    expect(announcement(phase('pails'), phase('passive'), english)).toMatch(
      /^Push out\. Slowly, up to half of your strength\. Push the knee/,
    );
  });

  it('leave the title of a try of the hip test to the screen: the foot goes the other way', () => {
    const work: TimelinePhase = { ...phase('passive'), title: 'Turning in, with help' };
    const before = phase('rails');
    expect(announcement(work, before, english, 1)).toContain(work.title);
    expect(announcement({ ...work, step: 'internal-passive-1' }, before, english, 1)).not.toContain(work.title);
  });

  it('name the round when a new one begins', () => {
    expect(announcement(phase('passive', 1), phase('rest'), english)).toMatch(/Round 2/);
  });

  it('leave out the instruction in a phase that is too short for it', () => {
    const short = { ...phase('rails'), length: 5 };
    expect(announcement(short, phase('pails'), english)).toBe('Pull in.');
    expect(announcement({ ...short, length: 8 }, phase('pails'), english)).toBe(
      'Pull in. Slowly, just as hard. Strap loose.',
    );
  });

  it('say only the leg in a short count-in', () => {
    const ready = { ...phase('ready'), instruction: 'Stay in the start position.' };
    expect(announcement({ ...ready, length: 5 }, null, english)).toBe('Now the left leg.');
    expect(announcement(ready, null, english)).toBe('Now the left leg. Stay in the start position.');
  });

  it('say the short form instead of the instruction, and the first words of a repetition last', () => {
    const known = { ...phase('passive'), short: '10 times.', begin: 'Pull in.' };
    expect(announcement(known, phase('ready'), english)).toBe('Let it fall in. 10 times. Pull in.');
  });

  it('say the whole instruction of each push and pull, for every drill, goal and language', () => {
    for (const drill of DRILLS)
      for (const [words, own] of [
        [english, drill],
        [german.words.coach, drillIn(drill, german.drills)],
      ] as const)
        for (const preset of Object.values(own.presets)) {
          const phases = buildTimeline({ ...planFor(own, { preset, sides: ['left'] }), words });
          for (const [index, which] of phases.entries())
            if (which.effort !== null)
              expect(announcement(which, phases[index - 1] ?? null, words)).toContain(which.instruction);
        }
  });

  it('begin after the tone of the phase change', () => {
    for (const tone of ['start', 'end'] as const) expect(toneLength(tone)).toBeLessThan(AFTER_TONE);
    expect(TONES.start).toHaveLength(1);
  });

  it('mark start and end of work with different sounds, never two at once', () => {
    expect(changeBeep(phase('passive'), phase('neutral'))).toEqual({ kind: 'beep', tone: 'start' });
    expect(changeBeep(phase('rest'), phase('sink'))).toEqual({ kind: 'beep', tone: 'end' });
    expect(changeBeep(phase('neutral'), phase('ready'))).toBeNull();
  });
});

describe('inside a phase', () => {
  it('the time left is said at the full minute, and the next phase ten seconds before the end', () => {
    const calls = spoken(phase('passive'), phase('pails'), phase('neutral'));
    const onTime = /left\.$|^Ten more seconds/;
    expect(calls.filter(({ text }) => onTime.test(text))).toEqual([
      { at: 60, text: '1 minute left.' },
      { at: 110, text: 'Ten more seconds. Then push out.' },
    ]);
  });

  it('breathing cues come in between, only in phases in which the person stays in position', () => {
    const breaths = (kind: 'passive' | 'pails' | 'rails' | 'sink') =>
      spoken(phase(kind), null, phase('neutral')).filter(({ text }) => text.includes('Breathe in'));
    expect(breaths('passive').map(({ at }) => at)).toEqual([15, 75]);
    for (const kind of ['pails', 'rails', 'sink'] as const) expect(breaths(kind)).toEqual([]);
  });

  it('the last three seconds are beeped, unless the phase is too short', () => {
    const beeps = (length: number) =>
      phaseMarks({ ...phase('sink'), length }, null, 0, english).filter(({ effect }) => effect.kind === 'beep');
    expect(beeps(20).map(({ at }) => at)).toEqual([17, 18, 19]);
    expect(beeps(5)).toEqual([]);
  });

  it.each([0.8, 1, 1.3])('no two sentences overlap, also at a voice speed of %d', (rate) => {
    for (const [index, which] of timeline.entries()) {
      const before = timeline[index - 1] ?? null;
      const calls = spoken(which, timeline[index + 1] ?? null, before, rate);
      const announced = announcedFor(which, before, rate);
      let busy = announced;
      for (const { at, text } of calls) {
        expect(at).toBeGreaterThanOrEqual(busy);
        busy = at + spokenLength(text, rate);
      }
      if (which.length !== null) expect(busy).toBeLessThanOrEqual(Math.max(which.length, announced));
    }
  });
});

describe('effort', () => {
  const pails = phase('pails');

  it('rises evenly over the ramp to the middle of the range, then stays', () => {
    expect(effortAt(pails, 0)).toBe(0);
    expect(effortAt(pails, 7.5)).toBeCloseTo(0.275, 9);
    expect(effortAt(pails, 15)).toBeCloseTo(0.55, 9);
    expect(effortAt(pails, 24)).toBeCloseTo(0.55, 9);
  });

  it('is not requested in passive phases', () => {
    expect(effortAt(phase('passive'), 10)).toBeNull();
  });

  it('is named as an amount on the way and at its target, where the hold begins', () => {
    const hard = { ...pails, effort: [0.7, 0.8] as const };
    expect(effortCalls(hard, english.effort).map(({ text }) => text)).toEqual([
      'About a fifth now, keep building.',
      'About half now, keep building.',
      'Hold, and breathe.',
    ]);
    const long = { ...hard, length: (hard.length ?? 0) + 10 };
    expect(effortCalls(long, english.effort).at(-1)?.text).toBe('Keep breathing.');
    expect(effortCalls(pails, english.effort).find(({ text }) => text.includes('Hold'))?.at).toBe(15);
    expect(effortCalls(phase('sink'), english.effort)).toEqual([]);
  });

  it.each([
    [0.2, 'fifth'],
    [0.25, 'quarter'],
    [0.55, 'half'],
    [0.75, 'three-quarters'],
    [0.8, 'four-fifths'],
  ] as const)('of %d is called %s', (share, amount) => {
    expect(effortAmount(share)).toBe(amount);
  });

  it('fades at the end of a pull, and is called off', () => {
    const rails = phase('rails');
    const end = rails.length ?? 0;
    expect(rails.release).toBe(3);
    expect(effortAt(rails, end - 3)).toBeCloseTo(0.55, 9);
    expect(effortAt(rails, end - 1.5)).toBeCloseTo(0.275, 9);
    expect(effortAt(rails, end)).toBe(0);
    expect(spoken(rails, phase('sink'), phase('pails')).at(-1)).toEqual({ at: end - 3, text: 'Ease off slowly.' });
  });
});

describe('the end of a set', () => {
  it('gives advice after a symptom and names no diagnosis', () => {
    for (const why of ['pinch', 'pain', 'numb'] as const) {
      const words = farewell(why, english)
        .flatMap((effect) => (effect.kind === 'say' ? [effect.text] : []))
        .join(' ');
      expect(words).toMatch(/checked/);
      expect(words).not.toMatch(/impinge|labr|arthr|nerve|tear|injur/i);
    }
  });
});
