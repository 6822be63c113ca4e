import { describe, expect, it } from 'vitest';
import type { DrillDefinition, PhaseKind } from '../../src/coach/drill-definition.ts';
import { isSideCheck } from '../../src/coach/record/side-check.ts';
import { DWELL } from '../../src/coach/rules/rule-state.ts';
import { DRILLS, drillById, findDrill } from '../../src/drills/index.ts';
import { clampPreset } from '../../src/drills/presets.ts';
import { supineSleeperHold } from './supine-sleeper-hold.ts';

const OWN_PHASES: readonly PhaseKind[] = ['ready', 'neutral', 'turn', 'rest'];
const METRES: readonly string[] = ['pelvis-lift', 'foot-slide', 'foot-shift'];

const demonstrationsOf = ({ demonstration }: DrillDefinition) => [demonstration.right, demonstration.cheat];

/** Every text that a person reads or hears. */
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
  it('has each drill once, found by its id', () => {
    expect(new Set(DRILLS.map(({ id }) => id)).size).toBe(DRILLS.length);
    for (const drill of DRILLS) expect(drillById(drill.id)).toBe(drill);
    expect(drillById('no-such-drill')).toBeNull();
  });

  it('finds a way to do a drill by the drill and the way, and without one the usual way', () => {
    expect(findDrill('knee-to-knee', 'floor')?.id).toBe('knee-to-knee-floor');
    expect(findDrill('knee-to-knee', null)?.id).toBe('knee-to-knee-wall');
    expect(findDrill('knee-to-knee-floor', null)?.id).toBe('knee-to-knee-floor');
    expect(findDrill('knee-to-knee', 'ceiling')).toBeNull();
    expect(findDrill('supine-sleeper', 'default')?.id).toBe('supine-sleeper');
  });

  it('finds the side check of a drill by the drill and the way, and never instead of the drill', () => {
    expect(findDrill('quadruped-band-ir', 'side')?.id).toBe('quadruped-band-ir-side');
    expect(findDrill('quadruped-band-ir', null)?.id).toBe('quadruped-band-ir');
    expect(findDrill('quadruped-band-ir', 'default')?.id).toBe('quadruped-band-ir');
    expect(findDrill('hip-movement-sequence', 'side')?.id).toBe('hip-movement-sequence');
  });

  it('reads the trunk alone where nothing but the back is watched, and nowhere else', () => {
    const alone = DRILLS.filter(({ measure }) => measure.trunkAlone).map(({ id }) => id);
    expect(alone).toEqual(DRILLS.filter(({ measure }) => isSideCheck(measure)).map(({ id }) => id));
    expect(alone).toHaveLength(2);
  });

  it('survives the wire as plain data', () => {
    for (const drill of DRILLS) expect(structuredClone(drill)).toEqual(drill);
  });
});

// And the one that the README adds as an example.
const drills: readonly DrillDefinition[] = [...DRILLS, supineSleeperHold];

describe.each(drills.map((drill) => [drill.id, drill] as const))('%s', (_, drill) => {
  it('has every text, trimmed and in sentences', () => {
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

  it('speaks in cues short enough to be heard in one breath', () => {
    for (const { cue } of drill.rules) expect(cue.length).toBeLessThanOrEqual(70);
    for (const { instruction } of drill.phases) expect(instruction.length).toBeLessThanOrEqual(130);
  });

  it('captions its loops in a line or two and describes the movement to those who do not see it', () => {
    for (const { caption, description } of demonstrationsOf(drill)) {
      // Two lines of the narrowest column, behind "The usual cheat:".
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

  it('has thresholds that can be meant: enter under red, nothing under what a camera can know', () => {
    for (const rule of drill.rules) {
      expect(rule.enter).toBeGreaterThan(0);
      expect(rule.red).toBeGreaterThan(rule.enter);
      expect(rule.falseMotion).toBeGreaterThanOrEqual(0);
      // What is read in a side check is the median of .3 s already.
      expect(rule.dwell ?? DWELL).toBeGreaterThanOrEqual(drill.sideCheckOf ? 0.15 : 0.2);
      // The smallest defensible change of an angle is 5° (inclinometer MDC), of a height 2 cm.
      expect(rule.enter).toBeGreaterThanOrEqual(METRES.includes(rule.channel) ? 0.02 : 5);
      if (METRES.includes(rule.channel)) expect(rule.red).toBeLessThan(0.2);
    }
  });

  it('arms every rule only in phases that it has, with a sensible tolerance', () => {
    const kinds = drill.phases.map(({ kind }) => kind);
    for (const rule of drill.rules) {
      const armed = Object.entries(rule.armed);
      expect(armed.length).toBeGreaterThan(0);
      for (const [kind, tolerance] of armed) {
        expect(kinds).toContain(kind);
        expect(tolerance).toBeGreaterThanOrEqual(0.8);
        expect(tolerance).toBeLessThanOrEqual(2);
      }
    }
  });

  it('has each rule once, and counts from a push only what is pushed or pulled', () => {
    expect(new Set(drill.rules.map(({ id }) => id)).size).toBe(drill.rules.length);
    for (const rule of drill.rules) {
      if (rule.reference !== 'push-start') continue;
      for (const kind of Object.keys(rule.armed)) expect(['pails', 'rails']).toContain(kind);
    }
  });

  it('leaves count-in, neutral, rests and changes of side to the app', () => {
    for (const { kind } of drill.phases) expect(OWN_PHASES).not.toContain(kind);
    expect(drill.reps !== null).toBe(drill.phases.some(({ kind }) => kind === 'reps'));
  });

  it('has presets inside the limits', () => {
    for (const preset of Object.values(drill.presets)) expect(clampPreset(preset)).toEqual(preset);
  });

  it('asks for repetitions that a person can do', () => {
    if (drill.reps === null) return;
    // The smallest swing that is told from noise, and the largest that everybody has.
    expect(drill.reps.minimumAmplitude).toBeGreaterThanOrEqual(7);
    expect(drill.reps.minimumAmplitude).toBeLessThanOrEqual(40);
    expect(drill.reps.holdInternal).toBeGreaterThanOrEqual(0);
    expect(drill.reps.holdExternal).toBeGreaterThanOrEqual(0);
    const { perMinute } = drill.reps;
    if (perMinute !== undefined) expect(perMinute).toBeGreaterThanOrEqual(40);
    if (perMinute !== undefined) expect(perMinute).toBeLessThanOrEqual(60);
  });

  it('is named after its drill and its way, if it is one of several', () => {
    if (drill.variant) expect(drill.id).toBe(`${drill.variant.of}-${drill.variant.id}`);
  });

  it('has two legs alike, if both work at once', () => {
    if (!drill.bilateral) return;
    expect(drill.measure.posture.other).toEqual(drill.measure.posture.working);
    expect(drill.turnsForOtherSide).toBe(false);
    for (const rule of drill.rules)
      if (rule.channel === 'pelvis-twist' || rule.channel === 'pelvis-obliquity') expect(rule.direction).toBe('either');
  });

  it('recommends a place that it calls good, and calls every good place at least fair', () => {
    const { view } = drill.measure;
    expect(holds(view.good, view.recommended)).toBe(true);
    for (const angle of anglesOf(view.good)) expect(holds(view.fair, angle)).toBe(true);
    expect(view.lensHeight).toBeGreaterThan(0.3);
    expect(view.distance).toBeGreaterThanOrEqual(1.7);
  });

  it('says which of its rules the camera never sees from there', () => {
    const never = drill.rules.filter((rule) => drill.measure.neverSeen.includes(rule.channel));
    if (never.length > 0) expect(drill.placement.blind).not.toBeNull();
  });

  it('has prior widths and contacts that mean something', () => {
    const { motion } = drill.measure;
    const widths = [
      ...Object.values(motion.workingSd),
      ...Object.values(motion.otherSd),
      motion.pelvisSd,
      motion.rootSd,
      motion.thoraxSd,
    ];
    for (const width of widths) expect(width).toBeGreaterThan(0);
    for (const { sd } of motion.contacts) {
      expect(sd).toBeGreaterThan(0);
      expect(sd).toBeLessThanOrEqual(0.05);
    }
    expect(motion.internalRotationFloor).toBeLessThan(0);
  });
});

const SIDE_CHECKS = DRILLS.flatMap((check) =>
  check.sideCheckOf === undefined ? [] : [[check.id, check, drillById(check.sideCheckOf)] as const],
);

describe.each(SIDE_CHECKS)('%s', (_, check, drill) => {
  it('claims nothing but the back, and can see it', () => {
    expect(check.id).toBe(`${drill?.id}-side`);
    expect(check.measure.range).toBe('back-arch');
    expect(check.measure.neverSeen).toContain('hip-internal-rotation');
    expect(check.measure.neverSeen).not.toContain('back-arch');
    for (const { channel } of check.rules) expect(channel).toBe('back-arch');
  });

  it('looks where its drill does not, which says so itself: there the check is offered', () => {
    expect(drill?.measure.outline).toBeUndefined();
    expect(drill?.placement.blind).toMatch(/back/);
  });
});
