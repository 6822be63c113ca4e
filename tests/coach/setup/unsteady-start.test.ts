import { coach as english } from '../../../src/i18n/en/coach.ts';
import { describe, expect, it } from 'vitest';
import type { ReferencePoseState } from '../../../src/instrument/output/reading.ts';
import { type GateState, gateView, openGate, stepGate } from '../../../src/coach/setup/setup-gate.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { makeReading } from '../../../lab/made/make-reading.ts';

const PLAN = { drill: supineSleeper, side: 'left', handsFree: true, words: english.gate } as const;
const FPS = 10;
const HELPS = /can’t see your legs well enough/;

/** All checks pass from the first moment; the hold depends on the time since. */
function hold(seconds: number, like: (time: number) => ReferencePoseState, fps = FPS) {
  let state: GateState = openGate;
  const said: { readonly time: number; readonly text: string }[] = [];
  const seen: string[] = [];
  for (let frame = 1; frame <= seconds * fps; frame += 1) {
    const time = frame / fps;
    const step = stepGate(state, { ...makeReading({ time, referencePoseAt: null }), referencePose: like(time) }, PLAN);
    state = step.state;
    if (step.say) said.push({ time, text: step.say.text });
    seen.push(gateView(state, PLAN).advice.todo);
  }
  return { state, said, seen, last: seen.at(-1) ?? '' };
}

const holding = (progress: number, problem: 'moving' | null): ReferencePoseState => ({
  kind: 'holding',
  progress,
  problem,
});

/** Twice a second the landmarks jump and the hold restarts. */
const jumping = (time: number): ReferencePoseState => holding((time % 0.5) / 2.6, time % 0.5 < 0.15 ? 'moving' : null);

describe('a person who holds still but is measured as moving', () => {
  it('is told after twelve seconds what helps, on the screen and by voice, with pauses', () => {
    const { said, last } = hold(40, jumping);
    expect(last).toMatch(HELPS);
    const told = said.filter(({ text }) => HELPS.test(text)).map(({ time }) => time);
    expect(told.length).toBeGreaterThanOrEqual(2);
    expect(told[0]).toBeGreaterThan(12);
    expect(told[0]).toBeLessThan(16);
    expect((told[1] ?? 0) - (told[0] ?? 0)).toBeGreaterThanOrEqual(12);
    expect(said.filter(({ time, text }) => text === 'Hold still.' && time > (told[0] ?? 0))).toEqual([]);
  });

  it('is not told so sooner, nor while the hold goes on', () => {
    expect(hold(11, jumping).seen.some((todo) => HELPS.test(todo))).toBe(false);
    const steady = hold(30, (time) => holding(Math.min(0.9, time / 40), null));
    expect(steady.seen.some((todo) => HELPS.test(todo))).toBe(false);
  });

  it('can still start once a hold is complete', () => {
    const { state } = hold(30, (time) =>
      time < 25 ? jumping(time) : makeReading({ time, referencePoseAt: 25 }).referencePose,
    );
    expect(state.referenceHeld).toBe(true);
  });
});

describe('a computer that measures one picture a second', () => {
  const SLOW = /computer is too slow/;
  const stuck = () => holding(0, null);

  it('is named as the reason why the hold does not begin, on the screen and by voice, with what to do', () => {
    const { said, last } = hold(40, stuck, 1);
    expect(last).toMatch(/Close other programs.*“Fast”/);
    const told = said.filter(({ text }) => SLOW.test(text));
    expect(told.length).toBeGreaterThanOrEqual(2);
    expect(said.filter(({ text, time }) => text === 'Hold still.' && time > (told[0]?.time ?? 0))).toEqual([]);
  });

  it('is not blamed while pictures come often enough for a hold', () => {
    for (const fps of [2, 4, 12]) expect(hold(20, stuck, fps).seen.some((todo) => /“Fast”/.test(todo))).toBe(false);
  });

  it('is not blamed any more once pictures come faster, and the hold is completed', () => {
    let state: GateState = openGate;
    const times = [...Array.from({ length: 8 }, (_, i) => i), ...Array.from({ length: 60 }, (_, i) => 8 + i / 10)];
    for (const time of times) state = stepGate(state, makeReading({ time, referencePoseAt: 'holding' }), PLAN).state;
    expect(gateView(state, PLAN).advice).toEqual(english.gate.hold);
    state = stepGate(state, makeReading({ time: 14.1, referencePoseAt: 14 }), PLAN).state;
    expect(state.referenceHeld).toBe(true);
  });
});
