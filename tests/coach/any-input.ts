import fc from 'fast-check';
import type { Reason } from '../../src/instrument/output/reason.ts';
import type { Seconds } from '../../src/instrument/geometry/units.ts';
import type { CoachInput, SetPlan } from '../../src/coach/coach-contract.ts';
import type { DrillDefinition } from '../../src/coach/drill-definition.ts';
import { DRILLS } from '../../src/drills/index.ts';
import { makeReading } from '../../lab/made/make-reading.ts';
import { planFor, shortPreset } from '../../lab/made/run-set.ts';

const REASONS: readonly Reason[] = ['out-of-frame', 'poor-fit', 'too-dark', 'foot-slid', 'no-person'];
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 });
/** JSON has no minus zero. */
const size = (most: number) =>
  fc.double({ min: -most, max: most, noNaN: true }).map((value) => (value === 0 ? 0 : value));

const wish = fc
  .record({
    internalRotation: fc.option(size(70)),
    twist: fc.option(size(25)),
    lift: fc.option(size(0.1)),
    obliquity: fc.option(size(25)),
    trunkLean: fc.option(size(30)),
    hipsShift: fc.option(size(0.1)),
    abduction: maybe(size(30)),
    flexion: maybe(size(60)),
    sd: maybe(fc.double({ min: 0, max: 20, noNaN: true })),
    invalid: maybe(fc.constantFrom(...REASONS)),
    nobody: maybe(fc.constantFrom<Reason>('no-person', 'lens-covered')),
    cameraMoved: maybe(fc.boolean()),
    startDoubted: maybe(fc.boolean()),
  })
  .map((fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)));

/** One part of a set: a run of readings, a gap, a key or a jump of the clock. */
const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('readings' as const),
      for: fc.double({ min: 0.1, max: 12, noNaN: true }),
      rate: fc.constantFrom(4, 9, 12),
      wish,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('neutral' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('sleep' as const), lasted: fc.double({ min: 4, max: 90, noNaN: true }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('ticks' as const), for: fc.constantFrom(1, 5, 20) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('jump' as const), by: fc.constantFrom(-30, -1, -0.05, 3, 90) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('key' as const),
      key: fc.constantFrom('pause', 'resume', 'skip', 'back-moved', 'unheard', 'heard'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('end' as const),
      why: fc.constantFrom('stopped', 'pinch', 'numb', 'source-ended'),
    }),
  },
);

type Piece = typeof piece extends fc.Arbitrary<infer One> ? One : never;

const TICK: Seconds = 0.1;

/** The inputs of the parts on one clock. Ticks come between readings as in the page. */
function inputsOf(pieces: readonly Piece[]): readonly CoachInput[] {
  const inputs: CoachInput[] = [];
  let now: Seconds = 0;
  let referencePoseAt: Seconds | null = null;
  for (const one of pieces) {
    if (one.kind === 'jump') now = Math.max(0, now + one.by);
    else if (one.kind === 'sleep') inputs.push({ ...one, kind: 'slept', time: (now += one.lasted) });
    else if (one.kind === 'neutral') {
      now += 0.5;
      referencePoseAt = now;
    } else if (one.kind === 'key')
      inputs.push(
        one.key === 'unheard' ? { kind: one.key, time: now, since: now - 0.1 } : { kind: one.key, time: now },
      );
    else if (one.kind === 'end')
      inputs.push(
        one.why === 'source-ended' ? { kind: one.why, time: now } : { kind: 'stop', time: now, why: one.why },
      );
    else {
      const step = one.kind === 'ticks' ? TICK : 1 / one.rate;
      const until = now + one.for;
      for (; now < until; now += step) {
        if (one.kind === 'readings')
          inputs.push({ kind: 'reading', reading: makeReading({ ...one.wish, referencePoseAt, time: now }) });
        inputs.push({ kind: 'tick', time: now + (one.kind === 'ticks' ? 0 : TICK) });
      }
    }
  }
  return inputs;
}

const plan = (drill: DrillDefinition): fc.Arbitrary<SetPlan> =>
  fc
    .record({
      sides: drill.bilateral
        ? fc.constant(['both'] as const)
        : fc.constantFrom(['left'] as const, ['left', 'right'] as const),
      countIn: fc.constantFrom(0, 8),
      rounds: fc.constantFrom(1, 2),
    })
    .map(({ sides, countIn, rounds }) => planFor(drill, { sides, countIn, preset: { ...shortPreset, rounds } }));

/** A plan with any inputs. */
export const anySet: fc.Arbitrary<{ readonly plan: SetPlan; readonly inputs: readonly CoachInput[] }> = fc
  .constantFrom(...DRILLS)
  .chain((drill) =>
    fc.record({
      plan: plan(drill),
      inputs: fc
        .array(piece, { minLength: 1, maxLength: 14 })
        .map((pieces) => inputsOf([{ kind: 'neutral' }, ...pieces])),
    }),
  );
