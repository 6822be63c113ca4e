import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  angleOf,
  headingOf,
  PhoneBuffer,
  type PhoneSample,
  type Quaternion,
  upIn,
} from '../../../src/instrument/phone/phone-buffer.ts';
import { newPhoneWatch } from '../../../src/instrument/phone/phone-watch.ts';
import { allFinite } from '../../../src/instrument/output/reading.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';

const about = (axis: 1 | 2 | 3, degrees: number): Quaternion => {
  const half = (degrees * Math.PI) / 360;
  const q = [Math.cos(half), 0, 0, 0];
  q[axis] = Math.sin(half);
  return q as unknown as Quaternion;
};
const at = (time: number, degrees = 0): PhoneSample => ({ time, orientation: about(1, degrees) });

describe('the samples of a phone', () => {
  it('are refused where they cannot be samples: no number, no unit, backwards, twice, far ahead', () => {
    const buffer = new PhoneBuffer();
    const good = [at(1), at(1.1), at(1.2)];
    const bad: PhoneSample[] = [
      { time: NaN, orientation: [1, 0, 0, 0] },
      { time: Infinity, orientation: [1, 0, 0, 0] },
      { time: 1.15, orientation: [2, 0, 0, 0] },
      { time: 1.16, orientation: [NaN, 0, 0, 0] },
      { time: 1.17, orientation: [0, 0, 0, 0] },
      { time: 1.18, orientation: [] as unknown as Quaternion },
      at(0.5),
      at(1.1),
      at(99),
    ];
    buffer.add([good[0], ...bad.slice(0, 6), good[1], ...bad.slice(6), good[2]] as PhoneSample[], 1.2);
    expect(buffer.take(2).map(({ time }) => time)).toEqual([1, 1.1, 1.2]);
    expect(buffer.take(2)).toEqual([]);
  });

  it('are joined by a straight way between two of them, and not across a gap', () => {
    const buffer = new PhoneBuffer();
    buffer.add([at(1, 0), at(1.1, 10), at(2, 40)], 2);
    expect(angleOf(about(1, 0), buffer.at(1.05) as Quaternion)).toBeCloseTo(5, 2);
    expect(buffer.at(1.5)).toBeNull();
    expect(buffer.at(0.8)).toBeNull();
    expect(buffer.at(2.2)).not.toBeNull();
    expect(buffer.at(2.3)).toBeNull();
  });

  it('take no more room in a flood', () => {
    const buffer = new PhoneBuffer();
    for (let i = 0; i < 50; i++)
      buffer.add(
        Array.from({ length: 1000 }, (_, j) => at(i / 10 + j / 1e4)),
        i / 10,
      );
    expect(buffer.since(-Infinity).length).toBeLessThanOrEqual(1500);
  });

  it('never make a reading that is not finite, whatever they are', () => {
    const number = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, 0, 1));
    const anything = fc.record({
      time: fc.oneof(fc.double({ min: 0, max: 10, noNaN: true }), number),
      orientation: fc.oneof(
        fc.tuple(number, number, number, number),
        fc.double({ min: -180, max: 180, noNaN: true }).map((degrees) => about(2, degrees)),
      ),
    });
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 60 }), (samples) => {
        const watch = newPhoneWatch();
        watch.begin({ posture: supineSleeper.measure.posture, side: 'left' });
        watch.take(samples);
        for (let time = 0; time < 10; time += 0.5) expect(allFinite(watch.step(time, true, true))).toBe(true);
        watch.zero(10, [1, 0, 0, 0, 0, 1, 0, -1, 0]);
        expect(allFinite(watch.step(10.1, true, false))).toBe(true);
      }),
    );
  });
});

describe('an orientation', () => {
  it('shows where up is, and the turn about the vertical whatever the tilt', () => {
    expect(upIn(about(3, 70))).toEqual([0, 0, 1]);
    fc.assert(
      fc.property(fc.double({ min: -170, max: 170, noNaN: true }), (degrees) => {
        expect(headingOf(about(3, 20), about(3, 20 + degrees))).toBeCloseTo(degrees, 6);
      }),
    );
  });
});
