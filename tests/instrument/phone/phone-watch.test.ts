import { describe, expect, it } from 'vitest';
import { newPhoneWatch, type PhoneSight } from '../../../src/instrument/phone/phone-watch.ts';
import type { PhoneSample } from '../../../src/instrument/phone/phone-buffer.ts';
import type { PhoneReading } from '../../../src/instrument/output/reading.ts';
import { quadrupedBandIr } from '../../../src/drills/quadruped-band-ir/quadruped-band-ir.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { hipMovementSequence } from '../../../src/drills/standing/hip-movement-sequence.ts';
import { chanceOf } from '../../../lab/subjects/chance.ts';
import {
  bump,
  mountingOf,
  type PelvisNow,
  sliding,
  STILL,
  startOf,
  tuck,
  type Wear,
  wear,
} from '../../../lab/subjects/phone/made-phone.ts';

const POSES = [
  ['on the back', supineSleeper.measure.posture, -90],
  ['on hands and knees', quadrupedBandIr.measure.posture, 80],
  ['standing', hipMovementSequence.measure.posture, 0],
] as const;

/** Feeds samples as frames come, twelve a second. */
function follow(
  watch: PhoneSight,
  samples: readonly PhoneSample[],
  from: number,
  to: number,
  isAsked = true,
): readonly (PhoneReading & { readonly time: number })[] {
  const readings = [];
  for (let time = from; time < to; time += 1 / 12) {
    watch.take(samples.filter((one) => one.time > time - 1 / 12 && one.time <= time));
    readings.push({ ...watch.step(time, true, isAsked), time });
  }
  return readings;
}

const ZERO_AT = 12;

/** Lies still for 4 s, tucks, and holds the start until `ZERO_AT`; then moves as told. */
function mounted(seed: string, pitch: number, pelvis: (time: number) => PelvisNow, own: Partial<Wear> = {}) {
  const chance = chanceOf(seed);
  const start = startOf(pitch + chance.between(-6, 6), chance.between(-3, 3), chance.between(0, 360));
  const worn: Wear = {
    start,
    mounting: mountingOf(pitch, 25, chance),
    rate: chance.between(20, 60),
    noise: 0.15,
    drift: chance.between(-2, 2) / 60,
    breath: chance.between(0, 1),
    ...own,
  };
  const crooked = chance.between(-1, 1);
  const whole = (time: number) =>
    time < ZERO_AT ? tuck(time, 4, chance.part('tuck').between(6, 12), crooked) : pelvis(time);
  const samples = wear(worn, 0, 40, whole, chance);
  return { samples, start };
}

function measured(
  seed: string,
  posture: (typeof POSES)[number][1],
  pitch: number,
  pelvis: (time: number) => PelvisNow,
) {
  const { samples, start } = mounted(seed, pitch, pelvis);
  const watch = newPhoneWatch();
  watch.begin({ posture, side: 'left' });
  const before = follow(watch, samples, 0, ZERO_AT);
  watch.zero(ZERO_AT, start);
  return { before, after: follow(watch, samples, ZERO_AT, 36, false) };
}

const SLEEPER = { posture: supineSleeper.measure.posture, side: 'left' } as const;

/** Asks for everything until a start is held. */
function zeroed({ samples, start }: Pick<ReturnType<typeof mounted>, 'samples' | 'start'>): PhoneSight {
  const watch = newPhoneWatch();
  watch.begin(SLEEPER);
  follow(watch, samples, 0, ZERO_AT);
  watch.zero(ZERO_AT, start);
  return watch;
}

const SEEDS = Array.from({ length: 25 }, (_, i) => `mounting ${i}`);

describe.each(POSES)('a phone on a pelvis %s', (_, posture, pitch) => {
  it('asks for stillness, then for the move, and is then ready, however it was laid on', () => {
    for (const seed of SEEDS) {
      const { before } = measured(seed, posture, pitch, () => STILL);
      expect(before.map(({ state }) => state).filter((state, i, all) => state !== all[i - 1])).toEqual([
        'asks-still',
        'asks-move',
        'ready',
      ]);
      expect(before.at(-1)?.pelvis).toBeNull();
    }
  });

  it('tells twist, obliquity and tilt with the right signs and within its own bounds', () => {
    for (const kind of ['twist', 'tilt', 'obliquity'] as const) {
      let [outside, all, squares] = [0, 0, 0];
      for (const seed of SEEDS) {
        const size = seed.length % 2 ? 12 : -12;
        const pelvis = (time: number): PelvisNow => ({ ...STILL, [kind]: size * bump(time, 20, 26) });
        const { after } = measured(seed, posture, pitch, pelvis);
        for (const { time, pelvis: found } of after.slice(2)) {
          const truth = pelvis(time);
          for (const part of ['twist', 'tilt', 'obliquity'] as const) {
            const estimate = found?.[part];
            if (!estimate) throw new Error(`no ${part} at ${time}`);
            all++;
            const error = estimate.value - truth[part];
            squares += error ** 2;
            if (Math.abs(error) > 2 * estimate.sd) outside++;
          }
        }
      }
      expect(Math.sqrt(squares / all)).toBeLessThan(1.2);
      expect(outside / all).toBeLessThan(0.05);
    }
  });
});

describe('a phone', () => {
  it('that is not worn is never ready, and the table is named', () => {
    const watch = newPhoneWatch();
    watch.begin(SLEEPER);
    const samples = Array.from({ length: 600 }, (_, i) => ({ time: i / 30, orientation: [1, 0, 0, 0] as const }));
    const last = follow(watch, samples, 0, 20).at(-1);
    expect(last).toMatchObject({ problem: 'table', pelvis: null });
    expect(last?.state).not.toBe('ready');
  });

  it('does not take a move for the guided one that nobody has asked for', () => {
    const { samples } = mounted('unasked', -90, () => STILL);
    const watch = newPhoneWatch();
    watch.begin(SLEEPER);
    expect(follow(watch, samples, 0, 30, false).every(({ state }) => state === 'asks-still')).toBe(true);
  });

  it('that goes silent says so, and shows nothing meanwhile', () => {
    const worn = mounted('silent', -90, () => STILL);
    const watch = zeroed(worn);
    const kept = worn.samples.filter(({ time }) => time < 20 || time > 24);
    const after = follow(watch, kept, ZERO_AT, 36, false);
    const during = after.filter(({ time }) => time > 21.1 && time < 23.9);
    expect(during.every(({ state, pelvis }) => state === 'silent' && pelvis === null)).toBe(true);
    expect(after.at(-1)).toMatchObject({ state: 'ready' });
    expect(Math.abs(after.at(-1)?.pelvis?.twist?.value ?? NaN)).toBeLessThan(2);
  });

  it('that slides is told, gets a new zero, and blames nobody meanwhile', () => {
    const errors: number[] = [];
    for (const seed of SEEDS) {
      const chance = chanceOf(`${seed} slides`);
      const { mounting, until } = sliding(mountingOf(-90, 25, chance), 18, chance);
      const pelvis = (time: number): PelvisNow => ({ ...STILL, twist: 12 * bump(time, 30, 36) });
      const worn = mounted(seed, -90, pelvis, { mounting });
      const after = follow(zeroed(worn), worn.samples, ZERO_AT, 36, false);
      const between = after.filter(({ time }) => time > 18.5 && time < until);
      expect(
        between.every(
          ({ state, pelvis: found }) => state === 'slid' || (found !== null && Math.abs(found.twist?.value ?? 9) < 7),
        ),
      ).toBe(true);
      expect(after.find(({ time }) => time > until + 3)?.state).toBe('ready');
      const peak = after.find(({ time }) => time >= 33)?.pelvis?.twist;
      errors.push((peak?.value ?? NaN) - 12);
    }
    expect(Math.max(...errors.map(Math.abs))).toBeLessThan(3);
  });

  it('keeps how it lies for the next hold, and asks again for the other side', () => {
    const { samples, start } = mounted('again', -90, () => STILL);
    const watch = newPhoneWatch();
    const { posture } = supineSleeper.measure;
    watch.begin({ posture, side: 'left' });
    follow(watch, samples, 0, ZERO_AT);
    watch.begin({ posture, side: 'left' });
    const later = samples.flatMap(({ time, orientation }) => (time > 14 ? [{ time: time - 14, orientation }] : []));
    expect(follow(watch, later, 0, 4).at(-1)).toMatchObject({ state: 'ready', pelvis: null });
    watch.zero(4, start);
    expect(follow(watch, later, 4, 6).at(-1)?.pelvis).not.toBeNull();
    watch.begin({ posture, side: 'right' });
    expect(follow(watch, later, 0, 1).at(-1)?.state).toBe('asks-still');
  });

  it('gets a new zero after a slide even if a measurement has begun anew meanwhile', () => {
    const chance = chanceOf('slides and begins');
    const { mounting } = sliding(mountingOf(-90, 25, chance), 13, chance);
    const { samples } = mounted('slides and begins', -90, () => STILL, { mounting });
    const watch = newPhoneWatch();
    watch.begin(SLEEPER);
    expect(follow(watch, samples, 0, 13.5).at(-1)?.state).toBe('slid');
    watch.begin(SLEEPER);
    const later = samples.flatMap(({ time, orientation }) => (time > 13.5 ? [{ time: time - 13.5, orientation }] : []));
    expect(follow(watch, later, 0, 12).at(-1)?.state).toBe('ready');
  });

  it.each([
    ['was silent', (time: number) => time < 20 || time > 26, null],
    ['had slid', () => true, 22.3],
  ])('that %s when a start was held counts from its next still moment', (_, isThere, slips) => {
    const chance = chanceOf('a later start');
    const slide = slips === null ? {} : { mounting: sliding(mountingOf(-90, 25, chance), slips, chance).mounting };
    const pelvis = (time: number): PelvisNow => ({
      ...STILL,
      twist: time < 17 ? 15 * bump(time, 13, 21) : 15 + 12 * bump(time, 32, 36),
    });
    const { samples, start } = mounted('a later start', -90, pelvis, slide);
    const watch = newPhoneWatch();
    watch.begin(SLEEPER);
    const kept = samples.filter(({ time }) => isThere(time));
    follow(watch, kept, 0, ZERO_AT);
    // After a slide the zero before would be renewed anyway.
    if (slips === null) watch.zero(ZERO_AT, start);
    expect(follow(watch, kept, ZERO_AT, 23, false).at(-1)?.state).toMatch(/^(?:silent|slid)$/);
    watch.zero(23, start);
    const after = follow(watch, kept, 23, 38, false);
    // Not the angles from the start before.
    expect(after[0]?.pelvis ?? null).toBeNull();
    const twistAt = (time: number) => after.find((one) => one.time >= time)?.pelvis?.twist?.value ?? Number.NaN;
    expect(Math.abs(twistAt(31.5))).toBeLessThan(3);
    expect(Math.abs(twistAt(34) - 12)).toBeLessThan(3);
  });
});
