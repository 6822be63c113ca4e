import { describe, expect, it } from 'vitest';
import { type GateState, gateView, openGate, stepGate } from '../../../src/coach/setup/setup-gate.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { coach } from '../../../src/i18n/en/coach.ts';
import { phoneCoach } from '../../../src/i18n/en/hip/phone-coach.ts';
import type { PhoneReading } from '../../../src/instrument/output/reading.ts';
import { makeReading } from '../../../lab/made/make-reading.ts';

const PLAN = {
  drill: supineSleeper,
  side: 'left',
  handsFree: true,
  words: { ...coach.gate, phone: phoneCoach },
} as const;

const phone = (state: PhoneReading['state'], problem: PhoneReading['problem'] = null): PhoneReading => ({
  state,
  problem,
  pelvis: null,
});

/** What happens in some seconds of the same reading. */
function shown(seconds: number, given: PhoneReading | undefined, from: GateState = openGate, start = 0) {
  let state = from;
  const said: string[] = [];
  let asked = false;
  for (let frame = 1; frame <= seconds * 10; frame++) {
    const reading = makeReading({
      time: start + frame / 10,
      referencePoseAt: null,
      ...(given ? { phone: given } : {}),
    });
    const step = stepGate(state, reading, PLAN);
    state = step.state;
    if (step.say) said.push(step.say.text);
    asked ||= step.ask;
  }
  return { state, said, asked, view: gateView(state, PLAN) };
}

describe('the set-up with a phone', () => {
  it('has no check of one that is not used', () => {
    const { view, asked } = shown(3, undefined);
    expect(view.checks.map(({ id }) => id)).not.toContain('phone');
    expect(asked).toBe(true);
  });

  it('asks for stillness and the guided move before the hold, and says it', () => {
    const still = shown(2, phone('asks-still'));
    expect(still.view).toMatchObject({ check: 'phone', advice: phoneCoach.still.lying, hold: null });
    const { view, said, asked } = shown(18, phone('asks-move'));
    expect(view.advice).toEqual(phoneCoach.move);
    expect(said.join(' ')).toContain('Tuck your pelvis, then let go.');
    expect(asked).toBe(false);
  });

  it.each(['table', 'hand', 'crooked', 'again'] as const)('names what keeps it from being ready: %s', (problem) => {
    expect(shown(2, phone('asks-move', problem)).view.advice).toEqual(phoneCoach.problem[problem]);
  });

  it('names the table of one that measures nothing because it lies there', () => {
    expect(shown(2, phone('silent', 'table')).view.advice).toEqual(phoneCoach.problem.table);
  });

  it.each(['slid', 'silent'] as const)('says what to do with one that is %s', (state) => {
    expect(shown(2, phone(state)).view.advice).toEqual(phoneCoach[state]);
  });

  it('begins the hold when it is ready', () => {
    expect(shown(2, phone('ready'), shown(5, phone('asks-move')).state, 5).asked).toBe(true);
  });

  it('waits no longer than three quarters of a minute, and then says that it goes on without', () => {
    const { state, asked } = shown(44, phone('asks-still'));
    expect(asked).toBe(false);
    const after = shown(4, phone('asks-still'), state, 44);
    expect(after.asked).toBe(true);
    expect(after.view.checks.find(({ id }) => id === 'phone')).toMatchObject({
      state: 'fair',
      advice: phoneCoach.unused,
    });
  });
});
