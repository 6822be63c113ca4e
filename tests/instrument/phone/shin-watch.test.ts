import { describe, expect, it } from 'vitest';
import { fromRotationVector, type Mat3 } from '../../../src/instrument/geometry/rotation.ts';
import type { PhoneSample } from '../../../src/instrument/phone/phone-buffer.ts';
import { isOtherWay, type ShinTurn, ShinWatch } from '../../../src/instrument/phone/shin-watch.ts';
import { type Chance, chanceOf } from '../../../lab/subjects/chance.ts';
import { startOf, wear } from '../../../lab/subjects/phone/made-phone.ts';

const SEEDS = Array.from({ length: 40 }, (_, i) => `shin ${i}`);
/** The start is held until here, then the leg turns, and is held from here on. */
const ZERO_AT = 5;
const THERE_AT = 8;

/** Anywhere on the shin, any way round. */
function anyMounting(chance: Chance): Mat3 {
  const [x, y, z] = [chance.normal(), chance.normal(), chance.normal()];
  const size = Math.hypot(x, y, z);
  const angle = chance.between(-180, 180);
  return fromRotationVector((x / size) * angle, (y / size) * angle, (z / size) * angle);
}

interface Leg {
  readonly turn: (time: number) => number;
  /** How much steeper than level the thigh's axis is. */
  readonly steep?: number;
}

/** A leg whose thigh's axis points anywhere round the room; the shin hangs or stands anyhow at the start. */
function samplesOf(seed: string, { turn, steep = 0 }: Leg, until = 12): PhoneSample[] {
  const chance = chanceOf(seed);
  const start = startOf(steep === 0 ? chance.between(-90, 90) : 0, steep, chance.between(0, 360));
  const worn = {
    start,
    mounting: anyMounting(chance),
    rate: chance.between(30, 60),
    noise: 0.15,
    drift: chance.between(-2, 2) / 60,
    breath: 0,
  };
  return wear(worn, 0, until, (time) => ({ twist: 0, obliquity: 0, tilt: turn(time) }), chance);
}

/** Still until the zero, then to an angle, and still again. */
const goTo =
  (angle: number) =>
  (time: number): number =>
    angle * Math.min(1, Math.max(0, (time - ZERO_AT) / (THERE_AT - ZERO_AT)));

function watching(samples: readonly PhoneSample[], until: number): ShinWatch {
  const watch = new ShinWatch();
  for (const sample of samples.filter(({ time }) => time <= ZERO_AT)) watch.take([sample]);
  watch.zero(ZERO_AT);
  for (const sample of samples.filter(({ time }) => time > ZERO_AT && time <= until)) watch.take([sample]);
  return watch;
}

function turnOf(samples: readonly PhoneSample[], at = 11): ShinTurn {
  const turn = watching(samples, at).at(at);
  if (typeof turn === 'string') throw new Error(turn);
  return turn;
}

describe('a phone on the shin', () => {
  it.each(SEEDS)('shows the turn of the shin within 1°, however it lies on it (%s)', (seed) => {
    const angle = chanceOf(seed).part('angle').between(0, 60);
    for (const sign of [1, -1]) {
      const { value, sd, askew } = turnOf(samplesOf(seed, { turn: goTo(sign * angle) }));
      expect(Math.abs(value - angle)).toBeLessThan(1);
      expect(sd).toBeLessThan(1.2);
      expect(askew).toBe(false);
    }
  });

  it.each(SEEDS.slice(0, 10))('tells one way from the other, but not which is inwards (%s)', (seed) => {
    const one = turnOf(samplesOf(seed, { turn: goTo(20) }));
    expect(isOtherWay(turnOf(samplesOf(seed, { turn: goTo(35) })), one)).toBe(false);
    expect(isOtherWay(turnOf(samplesOf(seed, { turn: goTo(-20) })), one)).toBe(true);
  });

  it.each(SEEDS.slice(0, 20))(
    'says so, and is less sure, where the thigh is not level and it shows too little (%s)',
    (seed) => {
      const steep = turnOf(samplesOf(seed, { turn: goTo(45), steep: 28 }));
      expect(steep.value).toBeCloseTo(39.5, 0);
      expect(steep.askew).toBe(true);
      expect(steep.sd).toBeGreaterThan(2);
      // At 8° it shows 0.4° too little, which is not worth a word.
      const nearlyLevel = turnOf(samplesOf(seed, { turn: goTo(45), steep: 8 }));
      expect(Math.abs(nearlyLevel.value - 45)).toBeLessThan(1);
      expect(nearlyLevel.askew).toBe(false);
    },
  );

  it('gives no angle while the leg moves, and one as soon as it has been still for half a second', () => {
    const samples = samplesOf('moves', { turn: goTo(40) });
    expect(watching(samples, 6.5).at(6.5)).toBe('moving');
    expect(watching(samples, THERE_AT + 0.1).at(THERE_AT + 0.1)).toBe('moving');
    const soon = watching(samples, THERE_AT + 0.7).at(THERE_AT + 0.7);
    expect(typeof soon === 'object' && Math.abs(soon.value - 40) < 1).toBe(true);
  });

  it('gives no angle without a zero, nor once nothing comes', () => {
    const moving = samplesOf('no zero', { turn: (time) => 20 * Math.sin(3 * time) });
    expect(watching(moving, 6).hasZero).toBe(false);
    expect(watching(moving, 6).at(6)).toBe('no-zero');
    expect(watching(samplesOf('lost', { turn: goTo(30) }), 9).at(9.5)).toBe('silent');
    expect(new ShinWatch().at(3)).toBe('silent');
  });

  it('takes its zero from the hold, although it hears of it when the leg has begun to move', () => {
    const samples = samplesOf('late', { turn: goTo(30) });
    const watch = new ShinWatch();
    for (const sample of samples.filter(({ time }) => time <= 6)) watch.take([sample]);
    expect(watch.zero(6)).toBe(true);
    for (const sample of samples.filter(({ time }) => time > 6)) watch.take([sample]);
    const turn = watch.at(11.5);
    expect(typeof turn === 'object' && Math.abs(turn.value - 30) < 1).toBe(true);
  });

  it('is not thrown off by samples that are none', () => {
    const samples = samplesOf('odd', { turn: goTo(30) });
    const watch = watching(samples, 11);
    watch.take([
      { time: Number.NaN, orientation: [1, 0, 0, 0] },
      { time: 11.01, orientation: [Number.NaN, 0, 0, 0] },
    ]);
    watch.take([]);
    const turn = watch.at(11.02);
    expect(typeof turn === 'object' && Math.abs(turn.value - 30) < 1).toBe(true);
  });
});
