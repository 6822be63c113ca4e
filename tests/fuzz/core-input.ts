import fc from 'fast-check';
import { gauge } from '../../src/coach/coach.ts';
import { DRILLS } from '../../src/drills/index.ts';
import { validateRecord } from '../../src/storage/validate-record.ts';
import { makeReading } from '../../lab/made/make-reading.ts';
import { planFor, SetRun, shortPreset } from '../../lab/made/run-set.ts';
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

export const CORE_INPUT: readonly FuzzKind[] = [coach];
