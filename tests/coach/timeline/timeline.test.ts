import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DrillDefinition, PhaseKind } from '../../../src/coach/drill-definition.ts';
import { buildTimeline } from '../../../src/coach/timeline/timeline.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { ninetyNinetyLiftOff } from '../../../src/drills/ninety-ninety/ninety-ninety-lift-off.ts';
import { ninetyNinetyContractRelax } from '../../../src/drills/ninety-ninety/ninety-ninety-contract-relax.ts';
import { clampPreset, GOAL_PRESETS } from '../../../src/drills/presets.ts';
import { quadrupedBandIr } from '../../../src/drills/quadruped-band-ir/quadruped-band-ir.ts';
import { standingHamstring } from '../../../src/drills/standing/standing-hamstring.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { coach as english } from '../../../src/i18n/en/coach.ts';
import { planFor, shortPreset } from '../../../lab/made/run-set.ts';

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
    expect(turnOf(supineSleeper)).toMatch(/Put the laptop on your other side/);
    expect(turnOf(standingHamstring)).toMatch(/from the other side/);
    expect(turnOf(quadrupedBandIr)).toMatch(/The laptop goes behind you/);
    expect(turnOf(ninetyNinetyLiftOff)).toMatch(/Leave the laptop where it is/);
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
          rails: Math.max(rails, 10),
          sink,
        };
        const round = drill.phases.reduce(
          (total, { kind, timed }) => total + (timed ? passive : (lengths[kind] ?? 0)),
          0,
        );
        const fades = 3 * phases.filter(({ release }) => release !== undefined).length;
        const spared = phases.reduce(
          (total, { kind, round: nth, length }) =>
            total + (kind === 'passive' && nth > 1 ? passive - (length ?? 0) : 0),
          0,
        );
        const all = 12 + preset.rounds * round + (preset.rounds - 1) * preset.rest;
        expect(sum).toBeCloseTo(all + fades - spared, 6);
        for (const phase of phases) expect(phase.ramp).toBeLessThanOrEqual(phase.length ?? 0);
      }),
    );
  });

  it('holds every push and pull for at least five seconds and lets a pull go slowly, for any preset', () => {
    fc.assert(
      fc.property(presets, fc.constantFrom(...DRILLS), (preset, drill) => {
        for (const { kind, ramp, length, release = 0 } of buildTimeline(planFor(drill, { preset }))) {
          if (kind !== 'rails' && kind !== 'pails') continue;
          expect((length ?? 0) - ramp - release).toBeGreaterThanOrEqual(5 - 1e-9);
          if (kind === 'rails') expect(release).toBe(3);
        }
      }),
    );
  });

  it('lets go of a push only if no pull takes it over', () => {
    const released = (drill: DrillDefinition) =>
      buildTimeline(planFor(drill)).flatMap(({ kind, release }) => (release ? [kind] : []));
    expect(released(supineSleeper)).toEqual(['rails']);
    expect(released(ninetyNinetyContractRelax)).toEqual(['pails']);
  });

  it('keeps the range in later rounds: a shorter passive, and a rest in the stretch', () => {
    const phases = buildTimeline(planFor(supineSleeper, { preset: GOAL_PRESETS.strength }));
    expect(phases.flatMap(({ kind, length }) => (kind === 'passive' ? [length] : []))).toEqual([120, 60, 60]);
    expect(phases.find(({ kind }) => kind === 'rest')?.instruction).toMatch(/^Stay at this depth/);
    expect(phases.findLast(({ kind }) => kind === 'passive')?.instruction).toMatch(/^As far as before/);
  });

  it('says on each side where it should be felt; the first time also what push and pull are called, why they follow, and what limits a hip', () => {
    const { methods, purpose, limits } = english;
    const feel = supineSleeper.phases[0].feel;
    const calls = (goal: 'prep' | 'build', firstTime: boolean) =>
      buildTimeline(
        planFor(supineSleeper, { preset: GOAL_PRESETS[goal], sides: ['left', 'right'], firstTime }),
      ).flatMap(({ kind, side, round, calls: said }) =>
        kind === 'passive' ? [[side, round, ...(said ?? []).map(({ text }) => text)]] : [],
      );
    expect(calls('prep', false)).toEqual([
      ['left', 1, feel],
      ['right', 1, feel],
    ]);
    expect(calls('build', true)).toEqual([
      ['left', 1, feel, methods, purpose, limits],
      ['left', 2],
      ['right', 1, feel],
      ['right', 2],
    ]);
  });

  it('calls the change first, then says what to do with band, strap or box', () => {
    const turnOf = (drill: DrillDefinition) =>
      buildTimeline(planFor(drill, { sides: ['left', 'right'] })).find(({ kind }) => kind === 'turn')?.instruction;
    for (const { otherSide, ...drill } of DRILLS) {
      if (drill.bilateral) expect(otherSide).toBeUndefined();
      if (otherSide === undefined) continue;
      const change = drill.turnsForOtherSide ? 'Change sides.' : 'Change legs.';
      expect(turnOf({ ...drill, otherSide })?.startsWith(`${change} ${otherSide} `)).toBe(true);
    }
  });
});
