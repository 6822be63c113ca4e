import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RepDefinition, RuleId } from '../../../src/coach/drill-definition.ts';
import { band, count, once, through, type Corners } from './count-reps.ts';

describe('a repetition', () => {
  it('goes to one end, to the other and back, and keeps the times of the turns', () => {
    const { reps } = count([[0, 0], ...once(1), [9, 0]]);
    expect(reps).toHaveLength(1);
    const rep = reps[0];
    expect(rep?.good).toBe(true);
    expect(rep?.amplitude).toBeGreaterThan(43);
    expect(rep?.amplitude).toBeLessThanOrEqual(45);
    // Half the tolerance of the accuracy run (0.5 s).
    expect(Math.abs((rep?.turn ?? 0) - 5.2)).toBeLessThan(0.25);
    expect(Math.abs((rep?.start ?? 0) - 1)).toBeLessThan(0.25);
    expect(Math.abs((rep?.end ?? 0) - 7.4)).toBeLessThan(0.5);
    expect(Math.abs((rep?.holdExternal ?? 0) - 1.2)).toBeLessThan(0.4);
    expect(Math.abs((rep?.holdInternal ?? 0) - 2.4)).toBeLessThan(0.4);
  });

  it('signals once when each end has been held long enough', () => {
    const { held } = count([[0, 0], ...once(1), [9, 0]]);
    expect(held.map(([, end]) => end)).toEqual(['first', 'second']);
    expect(held[0]?.[0]).toBeGreaterThan(2.4);
    expect(held[1]?.[0]).toBeGreaterThan(5.7);
  });

  it('is not counted for trembling of any amplitude', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 50, maxLength: 50 }), (noise) => {
        const { reps } = count([[0, 0], ...once(1), [9, 0]], { noise: (index) => noise[index % 50] ?? 0 });
        expect(reps).toHaveLength(1);
        expect(count(through([0, 20], [20, 20]), { noise: (index) => noise[index % 50] ?? 0 }).reps).toEqual([]);
      }),
    );
  });

  it('is not counted for getting into position, before the leg was near the reference pose', () => {
    const settling = through([0, 2, 4, 6, 9, 11, 12], [40, 13, 13, 40, 40, 13, 13]);
    expect(count(settling).reps).toEqual([]);
    // The same swing from the reference pose counts.
    expect(count(settling.map(([time, angle]) => [time, angle - 13] as const)).reps).toHaveLength(1);
  });

  it('that is too small does not count and says so', () => {
    const small = through([0, 1, 2.5, 3.5, 6, 7, 8], [0, -5, -5, 10, 10, 0, 0]);
    expect(count(small).reps.map(({ good, why }) => [good, why])).toEqual([[false, 'Swing a little further.']]);
  });

  it('without a hold does not count and names the end', () => {
    const hasty = through([0, 1, 2.4, 3, 3.2, 4, 5], [0, -14, -14, 31, 31, 0, 0]);
    expect(count(hasty).reps[0]?.why).toBe('Hold longer with the foot out.');
    const short = through([0, 1, 2, 5, 6, 7], [0, 0, 31, 31, 0, 0]);
    expect(count(short).reps[0]?.why).toBe('Hold longer with the foot pulled in.');
  });

  it('with a red flag does not count; one after the flag does', () => {
    expect(count([[0, 0], ...once(1), [9, 0]], { redAt: 4 }).reps[0]).toMatchObject({
      good: false,
      why: 'Keep your pelvis still.',
    });
    expect(count([[0, 0], ...once(3), [11, 0]], { redAt: 1 }).reps[0]?.good).toBe(true);
  });

  it('that was hidden for over a second does not count', () => {
    const unseen = (time: number) => time > 4.2 && time < 5.6;
    expect(count([[0, 0], ...once(1), [9, 0]], { unseen }).reps[0]?.why).toBe('I couldn’t see all of it.');
  });

  it('whose held end was hidden was not seen, also when single frames of it were', () => {
    // 2.4 s are held, 4.2 to 6.6 s; a frame in nine is seen of them.
    const unseen = (time: number) => time > 4.4 && time < 6.4 && Math.round(time * 15) % 9 !== 0;
    expect(count([[0, 0], ...once(1), [9, 0]], { unseen }).reps[0]?.why).toBe('I couldn’t see all of it.');
  });

  it('that is held too briefly is told so, although a part of its way was hidden', () => {
    const early = through([0, 1, 2.4, 4, 4.3, 6, 8], [0, -20, -20, 25, 25, 0, 0]);
    const unseen = (time: number) => time > 2.8 && time < 3.4;
    expect(count(early, { unseen }).reps[0]?.why).toBe('Hold longer with the foot out.');
  });

  it('that was thrown or gripped does not count where the drill has words for it', () => {
    const words = {
      flagged: 'F',
      thrown: 'Thrown.',
      gripped: 'Gripped.',
      small: 'S',
      shortExternal: 'E',
      shortInternal: 'I',
    };
    for (const [rule, why] of Object.entries({ 'too-fast': 'Thrown.', grip: 'Gripped.' }) as [RuleId, string][]) {
      const corners: Corners = [[0, 0], ...once(1), [9, 0]];
      expect(count(corners, { redAt: 4, rule, definition: { ...band, words } }).reps[0]?.why).toBe(why);
      // The general words have one for a thrown foot, and none for a grip.
      expect(count(corners, { redAt: 4, rule }).reps[0]?.good).toBe(rule === 'grip');
    }
  });

  it('that was hidden is explained by its flag, which may have caused it', () => {
    const unseen = (time: number) => time > 4.2 && time < 5.6;
    const [rep] = count([[0, 0], ...once(1), [9, 0]], { unseen, redAt: 4 }).reps;
    expect(rep?.why).toBe('Keep your pelvis still.');
  });

  it('is judged from where the leg is seen again near the reference pose', () => {
    const unseen = (time: number) => time > 1 && time < 3.5;
    expect(count([[0, 0], ...once(5), [13, 0]], { unseen }).reps.map(({ why }) => why)).toEqual([null]);
  });

  it('to one side only is held at that end, and uses the words of the drill', () => {
    const words = {
      flagged: 'Leaned.',
      small: 'Higher.',
      shortExternal: 'On the floor.',
      shortInternal: 'Too early.',
    };
    const lift: RepDefinition = {
      towards: 'internal',
      minimumAmplitude: 12,
      holdInternal: 2,
      holdExternal: 0,
      words,
    };
    const up = (at: number, high: number, hold: number) =>
      through([at, at + 1, at + 1 + hold, at + 2 + hold], [0, high, high, 0]);
    const lifts = [...up(1, 16, 2.4), ...up(7, 9, 2.4), ...up(13, 16, 0.4), [17, 0] as const];
    const { reps, held } = count([[0, 0], ...lifts], { definition: lift });
    expect(reps.map(({ why }) => why)).toEqual([null, 'Higher.', 'Too early.']);
    expect(reps.map(({ holdExternal }) => holdExternal)).toEqual([0, 0, 0]);
    expect(held.map(([, end]) => end)).toEqual(['second', 'second']);
    expect(count([[0, 0], ...lifts], { definition: lift, redAt: 2 }).reps[0]?.why).toBe('Leaned.');
  });

  it('does not count rest with small movements as a hold, however long', () => {
    const lift = { towards: 'internal', minimumAmplitude: 10, holdInternal: 2, holdExternal: 0 } as const;
    const resting: Corners = [0, -2.5, 2, 2, 2].map((angle, i) => [3 * i, angle] as const);
    expect(count(resting, { definition: lift }).held).toEqual([]);
    const dip: Corners = [0, -7, 1, 1, 1].map((angle, i) => [3 * i, angle] as const);
    expect(count(dip, { definition: lift }).held).toEqual([]);
    const { reps, held } = count([...resting, [13, 16], [15.5, 16], [16.5, 1], [18, 1]], {
      definition: lift,
    });
    expect(held.map(([time, end]) => [Math.floor(time), end])).toEqual([[14, 'second']]);
    expect(reps.map(({ good }) => good)).toEqual([true]);
  });

  it('is ignored if it takes less than 0.4 of the required hold, because it is then an error of the reading', () => {
    const slip = through([0, 2, 2.2, 2.5, 2.7, 4], [0, 0, 31, 31, 0, 0]);
    expect(count(slip).reps).toEqual([]);
  });

  it('has its turning point between start and end, however long the leg waited near its far end before', () => {
    const waited = through([0, 8, 9, 11, 12, 16, 17, 18], [0, 0, -20, -20, 4, 4, -6, -6]);
    const [rep] = count(waited).reps;
    expect(rep?.start).toBeGreaterThan(7.9);
    // The leg stays at its far end from 12 s to 16 s; the low-pass may shift this by a few frames.
    expect(Math.abs((rep?.turn ?? 0) - 14)).toBeLessThan(0.3);
    expect(rep?.end).toBeGreaterThan(16);
  });

  it('has its turning point before its end, also when the leg stays near its far end', () => {
    const rested = through([0, 1, 2.5, 4, 4.2, 4.6, 13, 14, 15], [0, -20, -20, 6, 6, 2.4, 2.4, -8, -8]);
    const [rep] = count(rested).reps;
    expect(rep?.turn).toBeGreaterThan(3);
    expect(rep?.turn).toBeLessThanOrEqual(rep?.end ?? 0);
    expect(rep?.end).toBeLessThan(5.5);
  });

  it('starts, turns and ends in this order for any movement', () => {
    const corner = fc.tuple(
      fc.double({ min: 0.1, max: 6, noNaN: true }),
      fc.oneof(fc.double({ min: -40, max: 40, noNaN: true }), fc.constantFrom(-20, -6, 0, 2.4, 4, 6)),
    );
    fc.assert(
      fc.property(fc.array(corner, { minLength: 4, maxLength: 14 }), (steps) => {
        let time = 1;
        const corners = steps.map(([after, angle]) => [(time += after), angle] as const);
        for (const { start, turn, end } of count([[0, 0], [1, 0], ...corners]).reps) {
          expect(start).toBeLessThanOrEqual(turn);
          expect(turn).toBeLessThanOrEqual(end);
        }
      }),
    );
  });

  it('is found each time in a series', () => {
    const four: Corners = [[0, 0], ...once(1), ...once(8), ...once(15), ...once(22), [30, 0]];
    const { counter } = count(four);
    expect([counter.good, counter.all]).toEqual([4, 4]);
  });

  it('may go outwards first in a drill towards external rotation', () => {
    const outward: RepDefinition = { ...band, towards: 'external' };
    const mirrored: Corners = once(1).map(([time, angle]) => [time, -angle] as const);
    const { reps } = count([[0, 0], ...mirrored, [9, 0]], {
      definition: { ...outward, holdInternal: 1, holdExternal: 2 },
    });
    expect(reps.map(({ good }) => good)).toEqual([true]);
    expect(reps[0]?.holdExternal).toBeGreaterThan(2);
  });
});

describe('a small lift', () => {
  const lift: RepDefinition = {
    towards: 'internal',
    minimumAmplitude: 3,
    fidget: 2,
    either: 'hip-abduction',
    holdInternal: 2,
    holdExternal: 0,
  };
  /** Up to an angle for some seconds, from rest at another one. */
  const up = (at: number, high: number, hold: number, rest = 0) =>
    through([at, at + 0.7, at + 0.7 + hold, at + 1.4 + hold], [rest, high, high, rest]);
  /** Like an error of the reading: a slow wave with a fast one upon it, 0.9° in standard deviation. */
  const error = (index: number) => 0.9 * Math.sin(index / 40) + 0.9 * Math.sin(index / 3.1);

  it('counts if it is held, with the time that it was up and not the time at rest', () => {
    const { reps, held } = count([[0, 0], ...up(5, 4, 2.4), [12, 0]], { definition: lift });
    expect(reps.map(({ good }) => good)).toEqual([true]);
    expect(Math.abs((reps[0]?.holdInternal ?? 0) - 2.4)).toBeLessThan(0.8);
    expect(reps[0]?.start).toBeGreaterThan(4.5);
    expect(held.map(([, end]) => end)).toEqual(['second']);
  });

  it('that comes down early does not count, however long the leg rested before', () => {
    const { reps, held } = count([[0, 0], ...up(8, 4, 0.3), [12, 0]], { definition: lift });
    expect(reps.map(({ good, why }) => [good, why === null])).toEqual([[false, false]]);
    expect(held).toEqual([]);
  });

  it('is not seen in the error of the reading of a leg that rests', () => {
    const resting = through([0, 60], [0, 0]);
    const { reps } = count(resting, { definition: lift, noise: error });
    expect(reps.filter(({ good }) => good)).toEqual([]);
    for (const amplitude of reps.map((rep) => rep.amplitude)) expect(amplitude).toBeLessThan(4.5);
  });

  it('by abduction counts as one by rotation does, and as one if both rise', () => {
    const abducted = (time: number) => ({ either: time > 6 && time < 9 ? 5 : 0 });
    const still = through([0, 12], [0, 0]);
    const alone = count(still, { definition: lift, others: abducted });
    expect(alone.reps.map(({ good, amplitude }) => [good, amplitude && Math.round(amplitude)])).toEqual([[true, 5]]);
    const both = count([[0, 0], ...up(5, 16, 3), [12, 0]], { definition: lift, others: abducted });
    expect(both.reps.map(({ good, amplitude }) => [good, amplitude && Math.round(amplitude)])).toEqual([[true, 16]]);
    // A drill that counts the rotation only, and a hidden channel.
    const { either: _, ...rotationOnly } = lift;
    expect(count(still, { definition: rotationOnly, others: () => ({ either: null }) }).reps).toEqual([]);
  });
});

describe('a fold that has to come first', () => {
  const hinge: RepDefinition = {
    towards: 'internal',
    minimumAmplitude: 4,
    holdInternal: 2,
    holdExternal: 0,
    fold: 0.06,
    words: {
      flagged: 'Leaned.',
      small: 'Higher.',
      unfolded: 'Fold first.',
      shortExternal: 'Down.',
      shortInternal: 'Early.',
    },
  };
  const up = (hold: number) => through([0, 5, 6, 6 + hold, 7 + hold, 9 + hold], [0, 0, 14, 14, 0, 0]);
  /** The trunk looks 1.37 shoulder widths long upright, and 1.18 folded by 24°. */
  const folded = (from: number, to: number) => (time: number) => (time >= from && time <= to ? 1.18 : 1.37);
  const whys = (trunk: (time: number) => number | null, corners = up(2.6), definition = hinge) =>
    count(corners, { definition, others: (time) => ({ trunk: trunk(time) }) }).reps.map(({ why }) => why);

  it('is missed if the trunk was upright while the leg went up', () => {
    expect(whys(folded(3, 10))).toEqual([null]);
    expect(whys(() => 1.37)).toEqual(['Fold first.']);
    expect(whys(folded(1, 3))).toEqual(['Fold first.']);
    // Single frames that read otherwise, and noise of 1 %.
    expect(whys((time) => folded(3, 10)(time) * (1 + 0.01 * Math.sin(20 * time)))).toEqual([null]);
    expect(whys((time) => (Math.abs(time - 6) < 0.1 ? 1 : 1.37))).toEqual(['Fold first.']);
  });

  it('is not asked for where the trunk is not seen, nor in a drill without one', () => {
    expect(whys(() => null)).toEqual([null]);
    const { fold: _, ...flat } = hinge;
    expect(whys(() => 1.37, up(2.6), flat)).toEqual([null]);
  });

  it('is named before a lift that came down early', () => {
    expect(whys(() => 1.37, up(0.3))).toEqual(['Fold first.']);
    expect(whys(folded(3, 10), up(0.3))).toEqual(['Early.']);
  });
});
