import { describe, expect, it } from 'vitest';
import { partsHere, partsOf } from '../../../src/coach/planning/parts.ts';
import { programmeById } from '../../../src/coach/planning/the-programmes.ts';
import type { Transition } from '../../../src/coach/planning/transition.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { markFinished, takeFinished } from '../../../src/ui/programmes/just-finished.ts';
import {
  countdownCalls,
  countdownLength,
  dueCall,
  secondsLeft,
  startCountdown,
  toggled,
} from '../../../src/ui/programmes/next-countdown.ts';
import { transitionsFor } from '../../../src/ui/programmes/programme-plan.ts';

const rest: Transition = { fetch: [], laptop: null, camera: true, rest: 45, length: 45 };
const spoken = (transition: Transition) => countdownCalls('90/90 stretch', transition);

describe('the time between two parts', () => {
  it('is the rest of the programme, or longer where things are fetched, and never too short to get back to the mat', () => {
    expect(countdownLength(rest)).toBe(45);
    expect(countdownLength({ ...rest, length: 60 })).toBe(60);
    expect(countdownLength({ ...rest, rest: 0, length: 0 })).toBe(10);
  });

  it('runs by the clock, stands while it is held, and goes on from there', () => {
    const running = startCountdown(45, 1000);
    expect(secondsLeft(running, 11_000)).toBe(35);
    const held = toggled(running, 11_000);
    expect(secondsLeft(held, 500_000)).toBe(35);
    expect(secondsLeft(toggled(held, 500_000), 505_000)).toBe(30);
  });

  it('is over at nothing, however late anybody looks', () => {
    expect(secondsLeft(startCountdown(10, 0), 99_000)).toBe(0);
  });
});

describe('what is said between two parts', () => {
  it('names what comes, in how long, and what to fetch for it, then the time', () => {
    const fetching = { ...rest, fetch: ['yoga block', 'light band'] };
    expect(spoken(fetching)).toEqual([
      { left: 45, text: 'Next: 90/90 stretch, in 45 seconds. Get ready: yoga block and light band.' },
      { left: 30, text: 'Thirty seconds.' },
      { left: 10, text: 'Ten seconds. Then 90/90 stretch.' },
    ]);
  });

  it('says a minute as one, and nothing over its own opening', () => {
    const texts = spoken({ ...rest, length: 60 }).map(({ text }) => text);
    expect(texts[0]).toBe('Next: 90/90 stretch, in 1 minute.');
    expect(spoken({ ...rest, length: 10 })).toHaveLength(1);
  });

  it('says each once as its time comes, and of what came at once only the last', () => {
    expect(dueCall(spoken(rest), 46, 45)).toMatch(/^Next/);
    expect(dueCall(spoken(rest), 45, 31)).toBeNull();
    expect(dueCall(spoken(rest), 30.1, 29.9)).toBe('Thirty seconds.');
    expect(dueCall(spoken(rest), 29.9, 29.7)).toBeNull();
    expect(dueCall(spoken(rest), 40, 5)).toMatch(/^Ten seconds/);
  });

  it('tells in the strength programme that the laptop moves', () => {
    const programme = programmeById([], 'hip-ir-strength');
    const parts = programme ? partsOf(programme, DRILLS, {}) : [];
    const second = partsHere(parts)[1];
    const transition = second && transitionsFor(parts).get(second.at);
    if (!transition) throw new Error('it has a second part');
    expect(spoken(transition)[0]?.text).toContain('The laptop moves.');
  });
});

describe('a set that has just finished', () => {
  it('leads on once: whoever comes back to its summary is reading', () => {
    markFinished('one');
    expect(takeFinished('another')).toBe(false);
    expect(takeFinished('one')).toBe(true);
    expect(takeFinished('one')).toBe(false);
  });
});
