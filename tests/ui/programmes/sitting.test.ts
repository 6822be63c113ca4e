import { beforeEach, describe, expect, it } from 'vitest';
import { partsHere, partsOf } from '../../../src/training/planning/parts.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { transitionTo } from '../../../src/ui/programmes/programme-plan.ts';
import { transitionText } from '../../../src/ui/programmes/programme-words.ts';
import { addToSitting, partsOfSitting } from '../../../src/ui/programmes/sitting.ts';
import { programmeById } from '../../training/planning/english-programmes.ts';

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
