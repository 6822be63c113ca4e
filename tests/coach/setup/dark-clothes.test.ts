import { describe, expect, it } from 'vitest';
import type { LightCheck } from '../../../src/instrument/output/reading.ts';
import { type GateState, gateView, openGate, stepGate } from '../../../src/coach/setup/setup-gate.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { coach as german } from '../../../src/i18n/de/coach.ts';
import { coach as english } from '../../../src/i18n/en/coach.ts';
import { makeReading } from '../../../lab/made/make-reading.ts';
import { planFor, SetRun } from '../../../lab/made/run-set.ts';

const FPS = 10;
const HELPS = /more light, or wear clothes/;
const DARK: Partial<LightCheck> = { mean: 85, darkClothes: true };

interface Trial {
  readonly seconds: number;
  readonly light: Partial<LightCheck>;
  readonly words?: typeof english.gate;
  /** Whether the start is seen at this time. Absent: never. */
  right?(time: number): boolean;
}

/** A person whose start is not recognised. */
function refused({ seconds, light, words = english.gate, right }: Trial) {
  const plan = { drill: supineSleeper, side: 'left', handsFree: true, words } as const;
  let state: GateState = openGate;
  const said: { readonly time: number; readonly text: string }[] = [];
  const seen: { readonly time: number; readonly text: string }[] = [];
  for (let frame = 1; frame <= seconds * FPS; frame += 1) {
    const time = frame / FPS;
    const reading = makeReading({ time, referencePoseAt: null });
    const posture = right?.(time) ? 'ok' : 'wrong';
    const framing = { ...reading.framing, posture } as const;
    const step = stepGate(state, { ...reading, framing, light: { ...reading.light, ...light } }, plan);
    state = step.state;
    if (step.say) said.push({ time, text: step.say.text });
    const { what, todo } = gateView(state, plan).advice;
    seen.push({ time, text: `${what} ${todo}` });
  }
  return { said, seen };
}

const first = (texts: readonly { readonly time: number; readonly text: string }[], like = HELPS) =>
  texts.find(({ text }) => like.test(text))?.time;

describe('a start that is refused for 15 seconds', () => {
  it.each([
    ['dark clothes', DARK],
    ['a dim room', { mean: 55, remark: 'dim' } as const],
  ])('names light and clothes with %s, on the screen and by voice, after where to lie', (_, light) => {
    const { said, seen } = refused({ seconds: 45, light });
    expect(first(seen)).toBeGreaterThan(14);
    expect(first(seen)).toBeLessThan(17);
    // In the first pause: the sentence on where to lie is heard to its end.
    expect(first(said)).toBeLessThan(27);
    expect(seen.at(-1)?.text).toContain(supineSleeper.steps[0]);
    expect(said.filter(({ text }) => HELPS.test(text)).length).toBeGreaterThanOrEqual(2);
  });

  it('counts the seconds together when the model is right in between for a moment', () => {
    const { seen } = refused({ seconds: 30, light: DARK, right: (time) => time % 2 < 0.3 });
    expect(first(seen)).toBeLessThan(22);
  });

  it('names neither in good light and bright clothes', () => {
    const { said, seen } = refused({ seconds: 45, light: { mean: 120, darkClothes: false } });
    expect(first(seen)).toBeUndefined();
    expect(first(said)).toBeUndefined();
  });

  it('begins again after a start that was right', () => {
    const { seen } = refused({ seconds: 25, light: DARK, right: (time) => time > 10 && time < 12 });
    expect(first(seen)).toBeUndefined();
  });

  it('names them in German', () => {
    const { seen } = refused({ seconds: 20, light: DARK, words: german.gate });
    expect(first(seen, /mehr Licht.*Kleidung/)).toBeLessThan(17);
  });
});

it.each([true, false])(
  'a start that is refused within a set names light and clothes after 15 s, if these are dark: %s',
  (darkClothes) => {
    const run = new SetRun(planFor());
    run.readFor(0, 30, () => ({ referencePoseAt: 'holding', referencePoseProblem: 'wrong-posture', darkClothes }));
    const told = run.all('say').filter(({ text }) => HELPS.test(text));
    expect(told.length > 0).toBe(darkClothes);
    if (darkClothes) expect(told[0]?.at).toBeLessThan(20);
  },
);
