import fc from 'fast-check';
import { gauge } from '../../src/coach/coach.ts';
import { DRILLS } from '../../src/drills/index.ts';
import type { Landmarks } from '../../src/instrument/input/landmarks.ts';
import type { Reading } from '../../src/instrument/output/reading.ts';
import { validateRecord } from '../../src/storage/validate-record.ts';
import { makeReading } from '../../lab/made/make-reading.ts';
import { planFor, SetRun, shortPreset } from '../../lab/made/run-set.ts';
import { PipelineBench } from '../../lab/made/pipeline-bench.ts';
import { fault, type Fault, type FuzzKind, kindOf } from './fuzz-run.ts';
import { notFinite, senseless } from './stored-input.ts';

const odd = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: -90, max: 90, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1e30, 1e30, 0) },
);

const DAY = 86_400;

/** A run of readings at one rate: in order, frozen, jumping back, or jumping ahead. */
const stretch = fc.record({
  rate: fc.constantFrom(0.5, 1, 4, 12, 30, 60, 120),
  count: fc.integer({ min: 1, max: 25 }),
  jump: fc.constantFrom(0, 0, 0, -0.05, -5, -DAY, 3, 90, DAY),
  frozen: fc.boolean(),
  angle: odd,
  twist: odd,
  lift: odd,
  sd: odd,
  invalid: fc.constantFrom(undefined, undefined, 'poor-fit' as const, 'out-of-frame' as const),
  key: fc.constantFrom(null, null, null, 'pause' as const, 'resume' as const, 'skip' as const),
});

const set = fc.record({
  drill: fc.nat(DRILLS.length - 1),
  stretches: fc.array(stretch, { minLength: 1, maxLength: 8 }),
});

const coach = kindOf('coach', 3, set, ({ drill: which, stretches }): Fault | null => {
  const drill = DRILLS[which] ?? DRILLS[0];
  const run = new SetRun(planFor(drill, { preset: shortPreset, sides: drill?.bilateral ? ['both'] : ['left'] }));
  let now = 0;
  for (const { rate, count, jump, frozen, angle, twist, lift, sd, invalid, key } of stretches) {
    // The clock of a source never shows less than 0.
    now = Math.max(0, now + jump);
    if (key !== null) run.send({ kind: key, time: now });
    for (let at = 0; at < count; at += 1) {
      now += 1 / rate;
      const turned = frozen ? angle : angle + at;
      run.send({
        kind: 'reading',
        reading: makeReading({
          time: now,
          internalRotation: turned,
          twist,
          lift,
          sd,
          referencePoseAt: 0.5,
          ...(invalid ? { invalid } : {}),
        }),
      });
      run.send({ kind: 'tick', time: now });
      const { left, progress } = gauge(run.state);
      if (!((left ?? 0) >= 0) || !(progress >= 0 && progress <= 1))
        return fault('senseless', `${left} s left, progress ${progress}`);
    }
  }
  const record = run.record();
  for (const path of notFinite({ record, effects: run.effects }))
    return fault('senseless', `${path} of ${drill?.id} is not finite`);
  const stored = validateRecord(JSON.parse(JSON.stringify(record)));
  if (!stored.ok) return fault('senseless', `the coach wrote a record that is refused: ${stored.faults.join('; ')}`);
  const problem = senseless(stored.value);
  return problem === null ? null : fault('senseless', problem);
});

const place = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: -300, max: 1300, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, -1, 1e30, -1e30, Number.NaN, Number.POSITIVE_INFINITY) },
);

/** How the landmarks of a frame of the clip are spoilt. */
const look = fc.record({
  kind: fc.constantFrom('true', 'frozen', 'none', 'swapped', 'jumping', 'wild', 'not-finite'),
  joint: fc.nat(32),
  x: place,
  y: place,
  step: fc.constantFrom(1 / 120, 1 / 60, 1 / 30, 1 / 12, 1 / 12, 0.5, 2, 0, -3, DAY),
});
type Look = typeof look extends fc.Arbitrary<infer T> ? T : never;

const PAIRS: readonly (readonly [number, number])[] = [
  [11, 12],
  [23, 24],
  [25, 26],
  [27, 28],
  [31, 32],
];

const moved = (base: Landmarks, { kind, joint, x, y }: Look): Landmarks | null => {
  if (kind === 'none') return null;
  const points = base.points.slice();
  const visibility = base.visibility.slice();
  if (kind === 'swapped') {
    for (const [left, right] of PAIRS) {
      const [first, second] = [points.slice(2 * left, 2 * left + 2), points.slice(2 * right, 2 * right + 2)];
      points.set(second, 2 * left);
      points.set(first, 2 * right);
    }
  }
  if (kind === 'jumping') for (let at = 0; at < points.length; at += 2) points[at] = (points[at] ?? 0) + x / 4;
  if (kind === 'wild') points.set([x, y], 2 * joint);
  if (kind === 'not-finite') {
    points[2 * joint] = Number.NaN;
    visibility[joint] = Number.NaN;
  }
  return { ...base, points, visibility };
};

/** Degrees that no fitted angle may exceed. */
const FULL_TURN = 360;

const wrongReading = ({ body, skeleton, framing, light, referencePose }: Reading): string | null => {
  for (const path of notFinite({ framing, light, referencePose })) return `${path} is not finite`;
  if (!body?.valid) return null;
  for (const path of notFinite({ body, skeleton })) return `a valid body: ${path} is not finite`;
  for (const leg of [body.leg.left, body.leg.right]) {
    const angle = leg.internalRotation;
    if (angle && (Math.abs(angle.value) > FULL_TURN || !(angle.sd >= 0)))
      return `${angle.value}° ± ${angle.sd}° of a valid body`;
  }
  return null;
};

/** Frames after one reference pose in each batch, so that a case begins in whatever state the one before has left. */
const instrument: FuzzKind = {
  name: 'instrument',
  weight: 2,
  async *run(seed, count) {
    const bench = new PipelineBench();
    await bench.holdReferencePose();
    let frame = 0;
    const kind = kindOf(
      'instrument',
      1,
      fc.array(look, { minLength: 1, maxLength: 4 }),
      async (looks): Promise<Fault | null> => {
        for (const one of looks) {
          if (one.kind !== 'frozen') frame += 1;
          const shown = moved(bench.landmarks(90 + (frame % 60)), one);
          const reading = await bench.see(shown, bench.picture, bench.time + one.step);
          bench.readings.length = 0;
          const wrong = wrongReading(reading);
          if (wrong !== null) return fault('senseless', `${wrong} after "${one.kind}"`);
        }
        return null;
      },
    );
    yield* kind.run(seed, count);
  },
};

export const CORE_INPUT: readonly FuzzKind[] = [coach, instrument];
