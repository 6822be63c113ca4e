import { describe, expect, it } from 'vitest';
import type { LightCheck, PhoneReading, Reading, ReferencePoseState } from '../../../src/instrument/output/reading.ts';
import { type GatePlan, type GateState, gateView, openGate, stepGate } from '../../../src/coach/setup/setup-gate.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { coach as german } from '../../../src/i18n/de/coach.ts';
import { coach as english } from '../../../src/i18n/en/coach.ts';
import { phoneCoach } from '../../../src/i18n/en/hip/phone-coach.ts';
import { makeReading } from '../../../lab/made/make-reading.ts';
import { planFor, SetRun } from '../../../lab/made/run-set.ts';

const PLAN: GatePlan = { drill: supineSleeper, side: 'left', handsFree: true, words: english.gate };

interface Told {
  readonly time: number;
  readonly text: string;
}

/** What happens in a set-up that shows the same or changing readings, ten a second. */
function shown(
  seconds: number,
  like: (time: number) => Partial<Reading>,
  { plan = PLAN, fps = 10, from = openGate, start = 0 }: Partial<Shown> = {},
) {
  let state = from;
  const said: Told[] = [];
  const seen: Told[] = [];
  let asked = false;
  for (let frame = 1; frame <= seconds * fps; frame += 1) {
    const time = start + frame / fps;
    const step = stepGate(state, { ...makeReading({ time, referencePoseAt: null }), ...like(time) }, plan);
    state = step.state;
    if (step.say) said.push({ time, text: step.say.text });
    const { what, todo } = gateView(state, plan).advice;
    seen.push({ time, text: `${what} ${todo}` });
    asked ||= step.ask;
  }
  return { state, said, seen, asked, view: gateView(state, plan) };
}
interface Shown {
  readonly plan: GatePlan;
  readonly fps: number;
  readonly from: GateState;
  readonly start: number;
}

const first = (texts: readonly Told[], like: RegExp) => texts.find(({ text }) => like.test(text))?.time;

describe('a start that is refused for 15 seconds', () => {
  const HELPS = /more light, or wear clothes/;
  const DARK: Partial<LightCheck> = { mean: 85, darkClothes: true };
  /** A person whose start is not recognised. @param right whether it is at this time */
  const refused = (
    seconds: number,
    light: Partial<LightCheck>,
    right = (_time: number) => false,
    words = english.gate,
  ) =>
    shown(
      seconds,
      (time) => {
        const ordinary = makeReading({ time, referencePoseAt: null });
        const framing = { ...ordinary.framing, posture: right(time) ? 'ok' : 'wrong' } as const;
        return { framing, light: { ...ordinary.light, ...light } };
      },
      { plan: { ...PLAN, words } },
    );

  it.each([
    ['dark clothes', DARK],
    ['a dim room', { mean: 55, remark: 'dim' } as const],
  ])('names light and clothes with %s, on the screen and by voice, after where to lie', (_, light) => {
    const { said, seen } = refused(45, light);
    expect(first(seen, HELPS)).toBeGreaterThan(14);
    expect(first(seen, HELPS)).toBeLessThan(17);
    // In the first pause: the sentence on where to lie is heard to its end.
    expect(first(said, HELPS)).toBeLessThan(27);
    expect(seen.at(-1)?.text).toContain(supineSleeper.steps[0]);
    expect(said.filter(({ text }) => HELPS.test(text)).length).toBeGreaterThanOrEqual(2);
  });

  it('counts the seconds together when the model is right in between for a moment', () => {
    const { seen } = refused(30, DARK, (time) => time % 2 < 0.3);
    expect(first(seen, HELPS)).toBeLessThan(22);
  });

  it('names neither in good light and bright clothes', () => {
    const { said, seen } = refused(45, { mean: 120, darkClothes: false });
    expect(first(seen, HELPS)).toBeUndefined();
    expect(first(said, HELPS)).toBeUndefined();
  });

  it('begins again after a start that was right', () => {
    const { seen } = refused(25, DARK, (time) => time > 10 && time < 12);
    expect(first(seen, HELPS)).toBeUndefined();
  });

  it('names them in German', () => {
    const { seen } = refused(20, DARK, () => false, german.gate);
    expect(first(seen, /mehr Licht.*Kleidung/)).toBeLessThan(17);
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
});

const holding = (progress: number, problem: 'moving' | null): ReferencePoseState => ({
  kind: 'holding',
  progress,
  problem,
});

/** Twice a second the landmarks jump and the hold restarts. */
const jumping = (time: number): ReferencePoseState => holding((time % 0.5) / 2.6, time % 0.5 < 0.15 ? 'moving' : null);

/** All checks pass from the first moment; the hold depends on the time since. */
const held = (seconds: number, like: (time: number) => ReferencePoseState, fps = 10) =>
  shown(seconds, (time) => ({ referencePose: like(time) }), { fps });

describe('a person who holds still but is measured as moving', () => {
  const HELPS = /can’t see your legs well enough/;

  it('is told after twelve seconds what helps, on the screen and by voice, with pauses', () => {
    const { said, view } = held(40, jumping);
    expect(view.advice.todo).toMatch(HELPS);
    const told = said.filter(({ text }) => HELPS.test(text)).map(({ time }) => time);
    expect(told.length).toBeGreaterThanOrEqual(2);
    expect(told[0]).toBeGreaterThan(12);
    expect(told[0]).toBeLessThan(16);
    expect((told[1] ?? 0) - (told[0] ?? 0)).toBeGreaterThanOrEqual(12);
    expect(said.filter(({ time, text }) => text === 'Hold still.' && time > (told[0] ?? 0))).toEqual([]);
  });

  it('is not told so sooner, nor while the hold goes on', () => {
    expect(held(11, jumping).seen.some(({ text }) => HELPS.test(text))).toBe(false);
    const steady = held(30, (time) => holding(Math.min(0.9, time / 40), null));
    expect(steady.seen.some(({ text }) => HELPS.test(text))).toBe(false);
  });

  it('can still start once a hold is complete', () => {
    const { state } = held(30, (time) =>
      time < 25 ? jumping(time) : makeReading({ time, referencePoseAt: 25 }).referencePose,
    );
    expect(state.referenceHeld).toBe(true);
  });
});

describe('a computer that measures one picture a second', () => {
  const SLOW = /computer is too slow/;
  const stuck = () => holding(0, null);

  it('is named as the reason why the hold does not begin, on the screen and by voice, with what to do', () => {
    const { said, view } = held(40, stuck, 1);
    expect(view.advice.todo).toMatch(/Close other programs.*“Fast”/);
    const told = said.filter(({ text }) => SLOW.test(text));
    expect(told.length).toBeGreaterThanOrEqual(2);
    expect(said.filter(({ text, time }) => text === 'Hold still.' && time > (told[0]?.time ?? 0))).toEqual([]);
  });

  it('is not blamed while pictures come often enough for a hold', () => {
    for (const fps of [2, 4, 12]) expect(held(20, stuck, fps).seen.some(({ text }) => /“Fast”/.test(text))).toBe(false);
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

describe('the set-up with a phone', () => {
  const plan: GatePlan = { ...PLAN, words: { ...english.gate, phone: phoneCoach } };
  const phone = (state: PhoneReading['state'], problem: PhoneReading['problem'] = null): PhoneReading => ({
    state,
    problem,
    pelvis: null,
  });
  const withPhone = (seconds: number, given?: PhoneReading, from = openGate, start = 0) =>
    shown(seconds, () => (given ? { phone: given } : {}), { plan, from, start });

  it('has no check of one that is not used', () => {
    const { view, asked } = withPhone(3);
    expect(view.checks.map(({ id }) => id)).not.toContain('phone');
    expect(asked).toBe(true);
  });

  it('asks for stillness and the guided move before the hold, and says it', () => {
    const still = withPhone(2, phone('asks-still'));
    expect(still.view).toMatchObject({ check: 'phone', advice: phoneCoach.still.lying, hold: null });
    const { view, said, asked } = withPhone(18, phone('asks-move'));
    expect(view.advice).toEqual(phoneCoach.move);
    expect(said.map(({ text }) => text).join(' ')).toContain('Tuck your pelvis, then let go.');
    expect(asked).toBe(false);
  });

  it.each(['table', 'hand', 'crooked', 'again'] as const)('names what keeps it from being ready: %s', (problem) => {
    expect(withPhone(2, phone('asks-move', problem)).view.advice).toEqual(phoneCoach.problem[problem]);
  });

  it('names the table of one that measures nothing because it lies there', () => {
    expect(withPhone(2, phone('silent', 'table')).view.advice).toEqual(phoneCoach.problem.table);
  });

  it.each(['slid', 'silent'] as const)('says what to do with one that is %s', (state) => {
    expect(withPhone(2, phone(state)).view.advice).toEqual(phoneCoach[state]);
  });

  it('begins the hold when it is ready', () => {
    expect(withPhone(2, phone('ready'), withPhone(5, phone('asks-move')).state, 5).asked).toBe(true);
  });

  it('waits no longer than three quarters of a minute, and then says that it goes on without', () => {
    const { state, asked } = withPhone(44, phone('asks-still'));
    expect(asked).toBe(false);
    const after = withPhone(4, phone('asks-still'), state, 44);
    expect(after.asked).toBe(true);
    expect(after.view.checks.find(({ id }) => id === 'phone')).toMatchObject({
      state: 'fair',
      advice: phoneCoach.unused,
    });
  });
});
