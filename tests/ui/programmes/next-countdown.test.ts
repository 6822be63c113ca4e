import { beforeEach, describe, expect, it } from 'vitest';
import type { Transition } from '../../../src/training/planning/transition.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { addToSitting, markFinished, partsOfSitting, takeFinished } from '../../../src/ui/programmes/sitting.ts';
import {
  countdownAnnouncements,
  countdownLength,
  dueAnnouncement,
  secondsLeft,
  startCountdown,
  toggleCountdown,
} from '../../../src/ui/programmes/next-countdown.ts';
import { partsHere, partsOf } from '../../../src/training/planning/parts.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { transitionTo } from '../../../src/ui/programmes/programme-plan.ts';
import { transitionText } from '../../../src/ui/programmes/programme-words.ts';
import { programmeById } from '../../training/planning/english-programmes.ts';

const rest: Transition = {
  fetch: [],
  laptop: null,
  camera: false,
  rest: 45,
  length: 45,
};
const spoken = (transition: Transition) => countdownAnnouncements('90/90 stretch', transition);

describe('the time between two parts', () => {
  it('lasts as long as the transition, but at least 15 s, to hear the result and what comes next', () => {
    expect(countdownLength(rest)).toBe(45);
    expect(countdownLength({ ...rest, length: 60 })).toBe(60);
    expect(countdownLength({ ...rest, rest: 0, length: 0 })).toBe(15);
  });

  it('runs by the clock, stops while it is paused, and continues from there', () => {
    const running = startCountdown(45, 1000);
    expect(secondsLeft(running, 11_000)).toBe(35);
    const held = toggleCountdown(running, 11_000);
    expect(secondsLeft(held, 500_000)).toBe(35);
    expect(secondsLeft(toggleCountdown(held, 500_000), 505_000)).toBe(30);
  });
});

describe('what is said between two parts', () => {
  it('leaves the first six seconds to the result of the set', () => {
    for (const length of [0, 15, 45, 80]) {
      const transition = { ...rest, length };
      expect(spoken(transition)[0]?.left).toBe(countdownLength(transition) - 6);
      expect(
        dueAnnouncement(spoken(transition), countdownLength(transition) + 1, countdownLength(transition) - 5),
      ).toBeNull();
    }
  });

  it('comes after a long result, and no rest is too short to hear both', () => {
    const none = { ...rest, rest: 0, length: 0 };
    expect(countdownLength(none, 11.4)).toBe(21);
    expect(countdownAnnouncements('90/90 stretch', none, 11.4)[0]?.left).toBe(9);
    expect(countdownLength(rest, 11.4)).toBe(45);
  });

  it('names the next drill, the time and the equipment first, and the remaining time later', () => {
    const fetching = { ...rest, fetch: ['yoga block', 'light band'] };
    expect(spoken(fetching)).toEqual([
      { left: 39, text: 'Next: 90/90 stretch, in 40 seconds. Have ready: yoga block and light band.' },
      { left: 10, text: 'Ten seconds. Then 90/90 stretch.' },
    ]);
  });

  it('says "1 minute" for about 60 s, and says nothing more before its first sentence is over', () => {
    const texts = spoken({ ...rest, length: 66 }).map(({ text }) => text);
    expect(texts).toEqual(['Next: 90/90 stretch, in 1 minute.', 'Thirty seconds.', 'Ten seconds. Then 90/90 stretch.']);
    expect(spoken({ ...rest, length: 10 }).map(({ text }) => text)).toEqual(['Next: 90/90 stretch, in 10 seconds.']);
  });

  it('speaks each sentence once when it is due, and only the last of several', () => {
    const long = spoken({ ...rest, length: 60 });
    expect(dueAnnouncement(long, 55, 54)).toMatch(/^Next/);
    expect(dueAnnouncement(long, 54, 31)).toBeNull();
    expect(dueAnnouncement(long, 30.1, 29.9)).toBe('Thirty seconds.');
    expect(dueAnnouncement(long, 29.9, 29.7)).toBeNull();
    expect(dueAnnouncement(long, 40, 5)).toMatch(/^Ten seconds/);
  });

  it('says whether the laptop moves', () => {
    const filmed = { ...rest, camera: true };
    expect(spoken(filmed)[0]?.text).toMatch(/The laptop stays\.$/);
    expect(spoken({ ...filmed, laptop: supineSleeper.placement })[0]?.text).toMatch(/Move the laptop\.$/);
  });
});

it('a set that has just finished starts a countdown only once', () => {
  markFinished('one');
  expect(takeFinished('another')).toBe(false);
  expect(takeFinished('one')).toBe(true);
  expect(takeFinished('one')).toBe(false);
});

const HOUR = 3600 * 1000;
const strength = partsOf(programmeById('hip-ir-strength'), DRILLS, {});

const told = (parts: typeof strength, at: number, done: readonly number[]): readonly string[] => {
  const transition = transitionTo(parts, at, done);
  if (!transition) throw new Error(`part ${at} is a drill of the app`);
  return transitionText(transition, false);
};

describe('the parts of a sitting', () => {
  beforeEach(() => addToSitting(null, 0));

  it('are those of one programme, done one after the other', () => {
    expect(partsOfSitting('one', 0)).toEqual([]);
    addToSitting({ programme: 'one', at: 0 }, 0);
    addToSitting({ programme: 'one', at: 1 }, HOUR);
    expect(partsOfSitting('one', 2 * HOUR)).toEqual([0, 1]);
    expect(partsOfSitting('another', 2 * HOUR)).toEqual([]);
  });

  it('begin anew after a long break, and after a set for which the laptop may have been moved', () => {
    addToSitting({ programme: 'one', at: 0 }, 0);
    expect(partsOfSitting('one', 24 * HOUR)).toEqual([]);
    addToSitting({ programme: 'one', at: 1 }, 24 * HOUR);
    expect(partsOfSitting('one', 24 * HOUR)).toEqual([1]);
    addToSitting(null, 24 * HOUR);
    expect(partsOfSitting('one', 24 * HOUR)).toEqual([]);
  });
});

describe('what is to do before a part', () => {
  it('is all of it for the first part of a sitting, wherever the programme is carried on', () => {
    expect(told(strength, 2, [])).toEqual([
      'Have ready: mat.',
      expect.stringMatching(/^The laptop goes straight in front of you: facing you, 1\.8 to 2\.3 m away\.$/),
    ]);
  });

  it('is to leave the laptop where the part just done had it, and else to move it', () => {
    expect(told(strength, 3, [2])).toEqual([expect.stringMatching(/^Rest/), 'The laptop stays.']);
    expect(told(strength, 3, [1])).toEqual([
      expect.stringMatching(/^Rest/),
      expect.stringMatching(/^The laptop goes /),
    ]);
  });

  it('places the laptop for the first drill with a camera, though a timer came before it', () => {
    const primer = partsOf(programmeById('squat-run-primer'), DRILLS, {});
    const [timer, watched] = partsHere(primer);
    expect(timer?.drill.camera).toBe('none');
    expect(transitionTo(primer, watched?.at ?? 0, [timer?.at ?? 0])?.laptop).toBe(watched?.drill.placement);
  });
});
