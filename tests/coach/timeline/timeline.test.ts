import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DrillDefinition, PhaseKind } from '../../../src/coach/drill-definition.ts';
import { buildTimeline } from '../../../src/coach/timeline/timeline.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { ninetyNinetyLiftOff } from '../../../src/drills/ninety-ninety/ninety-ninety-lift-off.ts';
import { clampPreset, GOAL_PRESETS } from '../../../src/drills/presets.ts';
import { quadrupedBandIr } from '../../../src/drills/quadruped-band-ir/quadruped-band-ir.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { planFor, shortPreset } from '../run-set.ts';

const number = fc.double({ min: -10, max: 400, noNaN: true });
const presets = fc
  .record({
    passive: number,
    pailsRamp: number,
    pailsHold: number,
    rails: number,
    sink: number,
    rest: number,
    rounds: number,
    reps: number,
    effort: fc.tuple(number, number),
  })
  .map(clampPreset);

describe('a timeline', () => {
  it('has a count-in, the reference pose, then the phases of the drill in order', () => {
    const kinds = buildTimeline(planFor(supineSleeper, { countIn: 10 })).map(({ kind }) => kind);
    expect(kinds).toEqual(['ready', 'neutral', 'passive', 'pails', 'rails', 'sink']);
  });

  it('begins with the reference pose when a clip is analysed', () => {
    expect(buildTimeline(planFor(supineSleeper, { countIn: 0 }))[0]?.kind).toBe('neutral');
  });

  it('has rests between rounds, not after the last one', () => {
    const kinds = buildTimeline(planFor(supineSleeper, { preset: { ...shortPreset, rounds: 2 } })).map(
      ({ kind }) => kind,
    );
    expect(kinds.filter((kind) => kind === 'rest')).toHaveLength(1);
    expect(kinds.at(-1)).toBe('sink');
  });

  it('changes sides with a change phase, a new count-in and a new reference pose', () => {
    const phases = buildTimeline(planFor(supineSleeper, { sides: ['left', 'right'], countIn: 10 }));
    const turn = phases.findIndex(({ kind }) => kind === 'turn');
    expect(phases.slice(turn, turn + 3).map(({ kind, side }) => [kind, side])).toEqual([
      ['turn', 'right'],
      ['ready', 'right'],
      ['neutral', 'right'],
    ]);
    expect(phases[turn]?.length).toBeNull();
  });

  it('asks to move the laptop only if the other side needs it', () => {
    const turnOf = (drill: DrillDefinition) =>
      buildTimeline(planFor(drill, { sides: ['left', 'right'] })).find(({ kind }) => kind === 'turn')?.instruction;
    expect(turnOf(supineSleeper)).toMatch(/from your other side/);
    expect(turnOf(quadrupedBandIr)).toMatch(/from your other side/);
    expect(turnOf(ninetyNinetyLiftOff)).toMatch(/stays where it is/);
  });

  it('uses the times of the preset for the goal build', () => {
    const phases = buildTimeline(planFor(supineSleeper, { preset: GOAL_PRESETS.build }));
    const lengths = Object.fromEntries(phases.map(({ kind, length }) => [kind, length]));
    expect(lengths).toMatchObject({ passive: 120, pails: 25, rails: 15, sink: 20 });
    expect(phases.filter(({ kind }) => kind === 'pails').map(({ ramp }) => ramp)).toEqual([15, 15]);
  });

  it('adds up to the times of any preset, with ramps as part of their phases', () => {
    fc.assert(
      fc.property(presets, fc.constantFrom(...DRILLS), (preset, drill) => {
        const phases = buildTimeline(planFor(drill, { preset, countIn: 12 }));
        const sum = phases.reduce((total, { length }) => total + (length ?? 0), 0);
        const { passive, pailsRamp, pailsHold, rails, sink } = preset;
        const lengths: Partial<Record<PhaseKind, number>> = {
          passive,
          hold: passive,
          guided: passive,
          pails: pailsRamp + pailsHold,
          rails,
          sink,
        };
        const round = drill.phases.reduce(
          (total, { kind, timed }) => total + (timed ? passive : (lengths[kind] ?? 0)),
          0,
        );
        expect(sum).toBeCloseTo(12 + preset.rounds * round + (preset.rounds - 1) * preset.rest, 6);
        for (const phase of phases) expect(phase.ramp).toBeLessThanOrEqual(phase.length ?? 0);
      }),
    );
  });
});
