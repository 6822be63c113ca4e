import { beforeEach, describe, expect, it } from 'vitest';
import { partsHere, partsOf } from '../../../src/training/planning/parts.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { transitionTo } from '../../../src/ui/programmes/programme-plan.ts';
import { placeFor, transitionText } from '../../../src/ui/programmes/programme-words.ts';
import { addToSitting, partsOfSitting, takenPlace, takePlace } from '../../../src/ui/programmes/sitting.ts';
import { programmeById } from '../../training/planning/english-programmes.ts';

const HOUR = 3600 * 1000;
const strength = partsOf(programmeById('hip-ir-strength'), DRILLS, {});
const breakout = partsOf(programmeById('hip-ir-breakout'), DRILLS, {});

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
      expect.stringMatching(/^Put the laptop on a table, .* It stays there for 2 sets\.$/),
      expect.stringMatching(/^Sit facing the laptop\. Keep your hips [\d.]+ m from it\.$/),
    ]);
  });

  it('is as planned where the part before was just done', () => {
    const parts = partsHere(breakout);
    const done = parts.map(({ at }) => at);
    for (const [index, { at }] of parts.entries()) {
      const planned = transitionTo(breakout, at, done.slice(0, index));
      expect(planned?.laptop === null, parts[index]?.drill.id).toBe(index > 0);
    }
    expect(told(breakout, done[1] ?? 0, done.slice(0, 1))).toEqual([
      'Rest about 15 s.',
      'The laptop stays.',
      'Sit facing the laptop.',
    ]);
  });

  it('is to step back and fold the screen where the parts that would have asked for it were left out', () => {
    const last = partsHere(breakout).at(-1)?.at ?? 0;
    const [, laptop, stand] = told(breakout, last, [0]);
    expect(laptop).toBe('The laptop stays. Set the screen upright.');
    expect(stand).toMatch(/Keep your hips 3 m from it\.$/);
  });

  it('places the laptop for the first drill with a camera, though a timer came before it', () => {
    const primer = partsOf(programmeById('squat-run-primer'), DRILLS, {});
    const [timer, watched] = partsHere(primer);
    expect(timer?.drill.camera).toBe('none');
    const transition = transitionTo(primer, watched?.at ?? 0, [timer?.at ?? 0]);
    expect(transition?.laptop?.on).toBe('chest');
  });
});

describe('the place that the screen before a set shows', () => {
  it('is the one of the programme for laptop and person, though the laptop only stays', () => {
    expect(placeFor(breakout, 1)).toEqual({
      laptop: expect.stringMatching(/^Put the laptop on a table with a few books under it, /) as string,
      stand: 'Sit facing the laptop. Keep your hips 2.3 m from it.',
    });
  });

  it('is the place of the drill without a camera, and for a set that is no part', () => {
    const primer = partsOf(programmeById('squat-run-primer'), DRILLS, {});
    expect(placeFor(primer, partsHere(primer)[0]?.at ?? 0)).toBeNull();
    const place = { laptop: 'There.', stand: 'Sit.' };
    takePlace(place);
    expect(takenPlace()).toEqual(place);
    takePlace(null);
    expect(takenPlace()).toBeNull();
  });
});
