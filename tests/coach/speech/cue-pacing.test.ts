import { describe, expect, it } from 'vitest';
import {
  type CueMoment,
  type CuePacing,
  emptyQueue,
  enqueue,
  freshPacing,
  keepQuiet,
  type LiveFlag,
  paceCues,
  type QueuedSentence,
  spokenLength,
  withSilence,
} from '../../../src/coach/speech/cue-pacing.ts';
import { quadrupedBandIr } from '../../../src/drills/quadruped-band-ir/quadruped-band-ir.ts';
import { planFor, runUntil } from '../../../lab/made/run-set.ts';
import { turningSleeper } from '../../../lab/made/turning-sleeper.ts';

const rules = turningSleeper.rules;
/** A flag that has been open long enough to be spoken, unless its start is given. */
const flag = (index: number, severity: 'amber' | 'red' = 'amber', start = -2): LiveFlag => {
  const rule = rules[index];
  if (rule === undefined) throw new Error(`no rule ${index}`);
  return { rule, severity, start, eases: false };
};

const MOMENT: Omit<CueMoment, 'time'> = {
  mayTalk: true,
  left: null,
  isEnding: false,
  place: 'left 1',
  changeFor: () => 'Come back a little.',
  rate: undefined,
};

/** Paces the same flags at 15 frames a second and lists what was spoken when. */
function speak(
  flags: (time: number) => readonly LiveFlag[],
  until: number,
  start: CuePacing = freshPacing,
  moment: Partial<CueMoment> = {},
) {
  const spoken: { time: number; rule: string; text: string }[] = [];
  const shown: { time: number; rule: string | null }[] = [];
  let pacing = start;
  for (let index = 0; index / 15 <= until; index += 1) {
    const time = index / 15;
    const step = paceCues(pacing, flags(time), { ...MOMENT, ...moment, time });
    pacing = step.pacing;
    if (step.cue !== null) spoken.push({ time, rule: step.cue.rule, text: step.cue.text });
    shown.push({ time, rule: pacing.shown?.rule ?? null });
  }
  return { spoken, shown, pacing };
}

/** The same pacing as if it had been this long ago. */
const shifted = (pacing: CuePacing, by: number): CuePacing => ({
  ...pacing,
  quietUntil: pacing.quietUntil - by,
  spoken: pacing.spoken.map((cue) => ({ ...cue, at: cue.at - by })),
});

describe('cues', () => {
  it('of a limit that somebody has set wait for no sentence, those of a fault do', () => {
    const quiet = keepQuiet(freshPacing, 0, 'A sentence that is being said for a few seconds.');
    const fault = flag(0, 'red');
    const limit = { ...fault, rule: { ...fault.rule, limitOf: 'left' as const } };
    expect(speak(() => [limit], 0, quiet).spoken).toHaveLength(1);
    expect(speak(() => [fault], 0, quiet).spoken).toEqual([]);
    // And no more often.
    expect(speak(() => [limit], 20, quiet).spoken).toHaveLength(1);
  });

  it('are spoken at once if nothing else is said', () => {
    expect(speak(() => [flag(0)], 1).spoken).toMatchObject([{ time: 0, rule: 'pelvis-twist' }]);
  });

  it('are not repeated within half a minute, however long the flag lasts; what to change comes sooner', () => {
    const times = speak(() => [flag(0)], 45).spoken.map(({ time }) => time);
    expect(times).toHaveLength(3);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(30);
    expect((times[2] ?? 0) - (times[1] ?? 0)).toBeCloseTo(8, 0);
  });

  it('come one at a time, four seconds apart, in the order of the drill', () => {
    const { spoken } = speak(() => [flag(0), flag(1)], 7);
    expect(spoken.map(({ rule }) => rule)).toEqual(['pelvis-twist', 'pelvis-lift']);
    expect((spoken[1]?.time ?? 0) - (spoken[0]?.time ?? 0)).toBeGreaterThanOrEqual(4);
  });

  it('wait for the end of a sentence as long as the voice takes to say it', () => {
    const sentence = 'x'.repeat(70);
    const firstAt = (rate: number) =>
      speak(() => [flag(0)], 9, keepQuiet(freshPacing, 0, sentence, rate)).spoken[0]?.time ?? 0;
    expect(firstAt(0.8)).toBeGreaterThanOrEqual(0.6 + 70 / (14 * 0.8));
    expect(firstAt(1)).toBeCloseTo(5.6, 1);
    expect(firstAt(1.3)).toBeLessThan(firstAt(1) - 1);
  });

  it('that the hips move are given only while no rule says what the pelvis does', () => {
    const shift = rules.findIndex(({ id }) => id === 'hips-shift');
    const { spoken } = speak((time) => (time < 3 ? [flag(shift)] : [flag(0), flag(shift)]), 55);
    expect(spoken.map(({ rule }) => rule)).toEqual(['hips-shift', 'pelvis-twist', 'pelvis-twist', 'pelvis-twist']);
  });

  it('are four seconds apart also after a short sentence', () => {
    const lift = rules.findIndex(({ id }) => id === 'pelvis-lift');
    expect(spokenLength(rules[lift]?.cue ?? '')).toBeLessThan(4);
    const { spoken } = speak((time) => (time < 0.1 ? [flag(lift)] : [flag(0), flag(lift)]), 5);
    expect(spoken.map(({ rule }) => rule)).toEqual(['pelvis-lift', 'pelvis-twist']);
    expect(spoken[1]?.time).toBeGreaterThanOrEqual(4);
  });

  it('are left out while the fault is being corrected, and spoken when it returns', () => {
    const easing = { ...flag(0, 'red'), eases: true };
    expect(speak(() => [easing], 3).spoken).toEqual([]);
    expect(speak(() => [easing, flag(1)], 1).spoken.map(({ rule }) => rule)).toEqual(['pelvis-lift']);
    const back = speak((time) => [time < 1 ? easing : flag(0, 'red')], 3).spoken;
    expect(back.map(({ time }) => time)).toEqual([1]);
  });

  it('of red flags come before those of amber flags', () => {
    expect(speak(() => [flag(0), flag(1, 'red')], 1).spoken[0]?.rule).toBe('pelvis-lift');
  });

  it('are shown but not spoken during the countdown', () => {
    const { spoken, shown, pacing } = speak(() => [flag(0)], 2, freshPacing, { isEnding: true, left: 3 });
    expect(spoken).toEqual([]);
    expect(shown.at(-1)?.rule).toBe('pelvis-twist');
    expect(pacing.heldBack).toEqual({ 'pelvis-twist': 'phase-ending' });
  });

  it('of red flags are spoken in the countdown too, if the phase leaves time for them', () => {
    const red = (left: number) => speak(() => [flag(1, 'red')], 0, freshPacing, { isEnding: true, left }).spoken.length;
    expect(red(4.2)).toBe(1);
    expect(red(2.5)).toBe(0);
  });

  it('are given twice; then the coach asks for a change, once; then the fault is only shown', () => {
    const { spoken, pacing } = speak(() => [flag(0, 'red')], 170);
    expect(spoken.map(({ text }) => text)).toEqual([rules[0]?.cue, rules[0]?.cue, 'Come back a little.']);
    expect(pacing.heldBack).toEqual({ 'pelvis-twist': 'said-before' });
  });

  it('are given again on the other side, but never more than three times in three minutes', () => {
    const first = speak(() => [flag(0, 'red')], 60);
    expect(first.spoken).toHaveLength(3);
    const { spoken } = speak(() => [flag(0, 'red')], 60, shifted(first.pacing, 60), { place: 'right 1' });
    expect(spoken.filter(({ text }) => text === rules[0]?.cue)).toHaveLength(1);
    expect(spoken).toHaveLength(2);
  });

  it('are given no third time where nothing could be changed', () => {
    expect(speak(() => [flag(0)], 100, freshPacing, { changeFor: () => null }).spoken).toHaveLength(2);
  });

  it('that were not spoken leave the reason in the record of a flag that lasted', () => {
    const { pacing } = speak(() => [flag(0, 'red')], 5, freshPacing, { mayTalk: false });
    const record = {
      rule: 'pelvis-twist' as const,
      start: 1,
      end: 4,
      peak: 12,
      severity: 'red' as const,
      spoken: false,
      cue: '',
      phase: 'passive' as const,
      onset: 1,
    };
    expect(withSilence(record, pacing).unspoken).toBe('something-first');
    expect(withSilence({ ...record, spoken: true }, pacing)).not.toHaveProperty('unspoken');
    expect(withSilence({ ...record, end: 1.5 }, pacing)).not.toHaveProperty('unspoken');
  });

  it('stay on the screen long enough to be read from the floor', () => {
    const { shown } = speak((time) => (time < 0.5 ? [flag(0)] : []), 5);
    expect(shown.find(({ time }) => time > 2.2)?.rule).toBe('pelvis-twist');
    expect(shown.find(({ time }) => time > 2.6)?.rule).toBeNull();
  });

  it('on the screen are replaced only by a red one', () => {
    const { shown } = speak(
      (time) => (time < 1 ? [flag(0)] : [flag(0), flag(1, time < 2 ? 'amber' : 'red')]),
      3,
      freshPacing,
      { mayTalk: false },
    );
    expect(shown.find(({ time }) => time > 1.5)?.rule).toBe('pelvis-twist');
    expect(shown.find(({ time }) => time > 2.1)?.rule).toBe('pelvis-lift');
  });
});

describe('a fault that is over before the voice is free', () => {
  // The announcement of the repetitions is spoken from 1 s to 6 s.
  const namedAt = (isShifted: (time: number) => boolean) => {
    const run = runUntil(planFor(quadrupedBandIr), 12, (time) => ({
      referencePoseAt: 1,
      hipsShift: isShifted(time) ? 0.02 : 0,
    }));
    return run.all('cue').map(({ at }) => at);
  };

  it('is named as soon as it is', () => {
    const [at, ...more] = namedAt((time) => time > 2 && time < 4);
    expect(at).toBeGreaterThan(6);
    expect(at).toBeLessThan(6.5);
    expect(more).toEqual([]);
  });

  it('is named once, also if it comes back meanwhile', () => {
    expect(namedAt((time) => (time > 2 && time < 4) || (time > 5 && time < 9))).toHaveLength(1);
  });

  it('is not named if it lasted less than a second, or is long over', () => {
    expect(namedAt((time) => time > 3.2 && time < 4)).toEqual([]);
    expect(namedAt((time) => time > 1.1 && time < 2.2)).toEqual([]);
  });
});

describe('the queue', () => {
  it('says cues first, in the order of their faults, then what has waited longest', () => {
    const sentence = (key: string, isCue: boolean): QueuedSentence => ({
      key,
      text: key,
      until: 10,
      ...(isCue ? { cue: { rule: 'pelvis-twist', text: key, severity: 'amber' } as const } : {}),
    });
    const queue = [sentence('a', false), sentence('b', true), sentence('c', true), sentence('d', false)].reduce(
      enqueue,
      emptyQueue,
    );
    expect(queue.waiting.map(({ key }) => key)).toEqual(['b', 'c', 'a', 'd']);
  });
});
