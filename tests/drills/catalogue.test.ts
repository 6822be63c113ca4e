import { describe, expect, it } from 'vitest';
import type { DrillDefinition, PhaseKind } from '../../src/coach/drill-definition.ts';
import { buildTimeline } from '../../src/coach/timeline/timeline.ts';
import { isSideCheck } from '../../src/coach/rules/range-rules.ts';
import { DWELL } from '../../src/coach/rules/rule-state.ts';
import { KEEP_BREATHING } from '../../src/drills/shared-words.ts';
import { DRILLS, drillById, findDrill, HIP_TESTS, WATCHED_DRILLS } from '../../src/drills/index.ts';
import { canBeChecked } from '../../src/training/self-check/self-check-plan.ts';
import { exercises } from '../../src/ui/home-and-drill/plan-choice.ts';
import { clampPreset } from '../../src/drills/presets.ts';
import { planFor } from '../../lab/made/run-set.ts';
import { recommendedPlace } from '../../lab/subjects/motion/recommended-place.ts';
import { supineSleeperHold } from './supine-sleeper-hold.ts';

const OWN_PHASES: readonly PhaseKind[] = ['ready', 'neutral', 'turn', 'rest'];
const METRES: readonly string[] = ['pelvis-lift', 'foot-slide', 'foot-shift'];
/** Metres, read from the pixels themselves to 2 mm. */
const TRACKED: readonly string[] = ['hips-shift', 'other-knee-shift'];

const demonstrationsOf = ({ demonstration }: DrillDefinition) => [demonstration.right, demonstration.cheat];

/** Every text of a drill that is shown or spoken. */
const textsOf = (drill: DrillDefinition): readonly string[] => [
  drill.title,
  drill.summary,
  ...drill.steps,
  drill.caution,
  ...demonstrationsOf(drill).flatMap(({ caption, description }) => [caption, description]),
  drill.placement.title,
  drill.placement.where,
  drill.placement.lens,
  drill.placement.tilt,
  drill.placement.avoid,
  ...(drill.placement.blind === null ? [] : [drill.placement.blind]),
  ...drill.phases.flatMap(({ title, instruction }) => [title, instruction]),
  ...drill.rules.flatMap(({ cue, explanation }) => [cue, explanation]),
];

const anglesOf = (ranges: DrillDefinition['measure']['view']['good']) => ranges.flatMap(([from, to]) => [from, to]);
const holds = (ranges: DrillDefinition['measure']['view']['good'], angle: number) =>
  ranges.some(([from, to]) => angle >= from && angle <= to);

describe('the catalogue', () => {
  it('has each drill once and finds it by its id', () => {
    expect(new Set(DRILLS.map(({ id }) => id)).size).toBe(DRILLS.length);
    for (const drill of DRILLS) expect(drillById(drill.id)).toBe(drill);
    expect(drillById('no-such-drill')).toBeNull();
  });

  it('finds a variant by the drill and the variant, and without a variant the first one', () => {
    expect(findDrill('knee-to-knee', 'floor')?.id).toBe('knee-to-knee-floor');
    expect(findDrill('knee-to-knee', null)?.id).toBe('knee-to-knee-wall');
    expect(findDrill('knee-to-knee-floor', null)?.id).toBe('knee-to-knee-floor');
    expect(findDrill('knee-to-knee', 'ceiling')).toBeNull();
    expect(findDrill('supine-sleeper', 'default')?.id).toBe('supine-sleeper');
  });

  it('finds a side check by the drill and "side", and never in place of the drill', () => {
    expect(findDrill('quadruped-band-ir', 'side')?.id).toBe('quadruped-band-ir-side');
    expect(findDrill('quadruped-band-ir', null)?.id).toBe('quadruped-band-ir');
    expect(findDrill('quadruped-band-ir', 'default')?.id).toBe('quadruped-band-ir');
    expect(findDrill('hip-movement-sequence', 'side')?.id).toBe('hip-movement-sequence');
  });

  it('measures the trunk alone in the side checks, and nowhere else', () => {
    const alone = DRILLS.filter(({ measure }) => measure.trunkOnly).map(({ id }) => id);
    expect(alone).toEqual(DRILLS.filter(({ measure }) => isSideCheck(measure)).map(({ id }) => id));
    expect(alone).toHaveLength(2);
  });

  it('survives cloning as plain data', () => {
    for (const drill of DRILLS) expect(structuredClone(drill)).toEqual(drill);
  });
});

// With the example of `docs/adding-a-drill.md`.
const drills: readonly DrillDefinition[] = [...DRILLS, ...HIP_TESTS, supineSleeperHold];

describe.each(drills.map((drill) => [drill.id, drill] as const))('%s', (_, drill) => {
  it('has every text, trimmed and as sentences', () => {
    for (const text of textsOf(drill)) {
      expect(text.trim()).toBe(text);
      expect(text.length).toBeGreaterThan(3);
      expect(text).toMatch(/^[A-Z0-9]/);
    }
    expect(drill.steps.length).toBeGreaterThanOrEqual(3);
    for (const text of [...drill.steps, drill.caution, ...drill.phases.map(({ instruction }) => instruction)]) {
      expect(text).toMatch(/[.!?]$/);
    }
  });

  it('has cues short enough to be heard', () => {
    for (const { cue } of drill.rules) expect(cue.length).toBeLessThanOrEqual(70);
    for (const { instruction } of drill.phases) expect(instruction.length, instruction).toBeLessThanOrEqual(80);
    // Spoken once a drill, before the first set.
    expect(drill.placement.blind?.length ?? 0).toBeLessThanOrEqual(105);
  });

  it('says what to do in the title of a push or pull, with the word of the method beside it', () => {
    for (const { kind, title, method, instruction } of drill.phases) {
      expect(title).not.toMatch(/PAILs|RAILs|Passive|Sink/);
      expect(instruction.startsWith(title)).toBe(false);
      if (kind === 'pails') expect(method).toBe('PAILs');
      if (kind === 'rails') expect(method).toBe('RAILs');
    }
  });

  it('with pushes tells to keep breathing, warns of high blood pressure, and eases off slowly after them', () => {
    const kinds = drill.phases.map(({ kind }) => kind);
    const pushes = kinds.includes('pails');
    if (pushes) expect(drill.caution).toContain(KEEP_BREATHING);
    const after = drill.phases.find(({ kind }) => kind === 'sink');
    expect(after !== undefined).toBe(pushes);
    // The coach has called the release already.
    if (after) expect(after.instruction).not.toMatch(/ease off|effort/i);
  });

  it('holds every push and pull for at least 5 s after its ramp, whatever the goal', () => {
    for (const preset of Object.values(drill.presets))
      for (const { kind, length, ramp } of buildTimeline(planFor(drill, { preset })))
        if (kind === 'pails' || kind === 'rails') expect((length ?? 0) - ramp).toBeGreaterThanOrEqual(5);
  });

  it('has a short caption and a description for each loop', () => {
    for (const { caption, description } of demonstrationsOf(drill)) {
      // Two lines of the narrowest column, after "The usual cheat:".
      expect(caption.length).toBeLessThanOrEqual(90);
      expect(description.match(/[.](?= |$)/g)?.length).toBeLessThanOrEqual(2);
      expect(description.length).toBeGreaterThan(caption.length);
      for (const text of [caption, description]) expect(text).toMatch(/[.]$/);
    }
    const texts = demonstrationsOf(drill).flatMap(({ caption, description }) => [caption, description]);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('coaches and never diagnoses', () => {
    for (const text of textsOf(drill)) expect(text).not.toMatch(/diagnos|patholog|disease|impingement|lesion/i);
  });

  it('has sensible thresholds: `enter` below `red`, and not below what a camera can measure', () => {
    for (const rule of drill.rules) {
      expect(rule.enter).toBeGreaterThan(0);
      expect(rule.red).toBeGreaterThan(rule.enter);
      expect(rule.falseMotion).toBeGreaterThanOrEqual(0);
      // A side check already reads a median over 0.3 s.
      expect(rule.dwell ?? DWELL).toBeGreaterThanOrEqual(drill.sideCheckOf ? 0.15 : 0.2);
      // The smallest defensible change of an angle is 5° (inclinometer MDC), of a height by landmarks 2 cm.
      const least = TRACKED.includes(rule.channel) ? 0.01 : METRES.includes(rule.channel) ? 0.02 : 5;
      expect(rule.enter).toBeGreaterThanOrEqual(least);
      if (METRES.includes(rule.channel)) expect(rule.red).toBeLessThan(0.2);
    }
  });

  it('applies every rule only in its own phases, with a sensible factor', () => {
    const kinds = drill.phases.map(({ kind }) => kind);
    for (const rule of drill.rules) {
      const phases = Object.entries(rule.phaseFactors);
      expect(phases.length).toBeGreaterThan(0);
      for (const [kind, tolerance] of phases) {
        expect(kinds).toContain(kind);
        expect(tolerance).toBeGreaterThanOrEqual(0.8);
        expect(tolerance).toBeLessThanOrEqual(2);
      }
    }
  });

  it('has each rule once, and counts from the start of a push only in phases with a push or pull', () => {
    expect(new Set(drill.rules.map(({ id }) => id)).size).toBe(drill.rules.length);
    for (const rule of drill.rules) {
      if (rule.reference !== 'push-start') continue;
      for (const kind of Object.keys(rule.phaseFactors)) expect(['pails', 'rails']).toContain(kind);
    }
  });

  it('leaves count-in, reference pose, rests and changes of side to the app', () => {
    for (const { kind } of drill.phases) expect(OWN_PHASES).not.toContain(kind);
    expect(drill.reps !== null).toBe(drill.phases.some(({ kind }) => kind === 'reps'));
  });

  it('has presets inside the limits', () => {
    for (const preset of Object.values(drill.presets)) expect(clampPreset(preset)).toEqual(preset);
  });

  it('asks for repetitions that are possible', () => {
    if (drill.reps === null) return;
    // Degrees: the smallest swing above noise, which is least for a held lift, and the largest that everyone can do.
    expect(drill.reps.minimumAmplitude).toBeGreaterThanOrEqual(drill.reps.holdInternal > 0 ? 3 : 7);
    expect(drill.reps.fidget ?? 2).toBeGreaterThanOrEqual(2);
    expect(drill.reps.minimumAmplitude).toBeLessThanOrEqual(40);
    expect(drill.reps.holdInternal).toBeGreaterThanOrEqual(0);
    expect(drill.reps.holdExternal).toBeGreaterThanOrEqual(0);
    const { perMinute } = drill.reps;
    if (perMinute !== undefined) expect(perMinute).toBeGreaterThanOrEqual(40);
    if (perMinute !== undefined) expect(perMinute).toBeLessThanOrEqual(60);
  });

  it('has an id of drill and variant, if it is a variant', () => {
    if (drill.variant) expect(drill.id).toBe(`${drill.variant.of}-${drill.variant.id}`);
  });

  it('has the same start and priors for both legs, if both work', () => {
    if (!drill.bilateral) return;
    expect(drill.measure.posture.other).toEqual(drill.measure.posture.working);
    expect(drill.turnsForOtherSide).toBe(false);
    for (const rule of drill.rules)
      if (rule.channel === 'pelvis-twist' || rule.channel === 'pelvis-obliquity') expect(rule.direction).toBe('either');
  });

  it('says how the body lies or stands and whether a table will do, if it is filmed', () => {
    if (drill.camera === 'none') return;
    expect(drill.pose).toBeDefined();
    expect(drill.table).toBeDefined();
  });

  it('recommends a good place, and every good place is at least fair', () => {
    const { view } = drill.measure;
    expect(holds(view.good, view.recommended)).toBe(true);
    for (const angle of anglesOf(view.good)) expect(holds(view.fair, angle)).toBe(true);
    expect(view.lensHeight).toBeGreaterThan(0.3);
    expect(view.distance).toBeGreaterThanOrEqual(1.7);
  });

  it('has no rule that its place never shows, and says that its blind spots are not watched', () => {
    for (const { channel } of drill.rules) expect(drill.measure.neverSeen).not.toContain(channel);
    const { blindSpots = [] } = drill;
    if (blindSpots.length > 0) expect(drill.placement.blind).not.toBeNull();
    const rules = drill.rules.map(({ id }) => id);
    for (const { id, before } of blindSpots) {
      expect(rules).not.toContain(id);
      if (before !== undefined) expect(rules).toContain(before);
    }
  });
});

it.each(WATCHED_DRILLS.map((drill) => [drill.id, drill] as const))(
  '%s has the place of the camera that the lab found best',
  (id, { measure: { view }, variant, sideCheckOf }) => {
    const place = recommendedPlace(variant?.of ?? sideCheckOf ?? id, sideCheckOf ? 'side' : (variant?.id ?? 'default'));
    expect(holds(view.good, place.azimuth)).toBe(true);
    expect(Math.abs(place.height - view.lensHeight)).toBeLessThan(0.3);
    expect(Math.abs(place.distance - view.distance)).toBeLessThan(0.3);
  },
);

describe.each(HIP_TESTS.map((drill) => [drill.id, drill] as const))('%s', (_, drill) => {
  it('is found by its id, and no drill of the catalogue', () => {
    expect(drillById(drill.id)).toBe(drill);
    expect(findDrill('hip-test', drill.hipTest ?? null)).toBe(drill);
    expect(DRILLS).not.toContain(drill);
    expect(exercises([...DRILLS, drill])).toEqual(exercises(DRILLS));
    // Only where the thigh lies level does a phone on the shin read the same angle.
    expect(canBeChecked(drill)).toBe(drill.id === 'hip-test-seated');
  });

  it('tries each way three times, drawn and by its own strength, and gives no cue during it', () => {
    const ways = ['internal-passive', 'internal-active', 'external-passive', 'external-active'];
    const steps = buildTimeline(planFor(drill)).flatMap(({ step }) => step ?? []);
    expect(steps).toEqual(ways.flatMap((way) => [1, 2, 3].map((number) => `${way}-${number}`)));
    expect(drill.rules).toEqual([]);
  });
});

const SIDE_CHECKS = DRILLS.flatMap((check) =>
  check.sideCheckOf === undefined ? [] : [[check.id, check, drillById(check.sideCheckOf)] as const],
);

describe.each(SIDE_CHECKS)('%s', (_, check, drill) => {
  it('measures only the back, and has a rule for it', () => {
    expect(check.id).toBe(`${drill?.id}-side`);
    expect(check.measure.range).toBe('back-arch');
    expect(check.measure.neverSeen).toContain('hip-internal-rotation');
    expect(check.measure.neverSeen).not.toContain('back-arch');
    for (const { channel } of check.rules) expect(channel).toBe('back-arch');
  });

  it('watches what its drill says is not watched', () => {
    expect(drill?.measure.outline).toBeUndefined();
    expect(drill?.placement.blind).toMatch(/back/);
  });
});
