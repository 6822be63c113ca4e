import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Goal, Preset } from '../../src/coach/drill-definition.ts';
import { clampPreset, EFFORT_LIMIT, GOAL_PRESETS, PRESET_LIMITS, type PresetNumber } from '../../src/drills/presets.ts';

const GOALS: readonly Goal[] = ['prep', 'build', 'strength'];
const KEYS = Object.keys(PRESET_LIMITS) as PresetNumber[];
const anything = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY));

describe('presets', () => {
  it('have the published numbers', () => {
    const table = GOALS.map((goal) => {
      const { passive, pailsRamp, pailsHold, rails, sink, rounds, effort } = GOAL_PRESETS[goal];
      return [passive, pailsRamp, pailsHold, rails, sink, rounds, ...effort];
    });
    expect(table).toEqual([
      [120, 10, 5, 10, 20, 1, 0.2, 0.3],
      [120, 15, 10, 15, 20, 2, 0.5, 0.6],
      [120, 20, 15, 20, 30, 3, 0.7, 0.8],
    ]);
  });

  it('never allow an effort over 80 % nor a ramp under 5 s', () => {
    const wild: Preset = { ...GOAL_PRESETS.build, pailsRamp: 1, effort: [0.9, 1] };
    expect(clampPreset(wild)).toMatchObject({ pailsRamp: 5, effort: [0.8, 0.8] });
  });

  it('are inside their limits for any input', () => {
    const typed = fc.record({
      passive: anything,
      pailsRamp: anything,
      pailsHold: anything,
      rails: anything,
      sink: anything,
      rest: anything,
      rounds: anything,
      reps: anything,
      effort: fc.tuple(anything, anything),
    });
    fc.assert(
      fc.property(typed, (preset) => {
        const safe = clampPreset(preset);
        for (const key of KEYS) {
          expect(safe[key]).toBeGreaterThanOrEqual(PRESET_LIMITS[key].min);
          expect(safe[key]).toBeLessThanOrEqual(PRESET_LIMITS[key].max);
          if (PRESET_LIMITS[key].whole) expect(Number.isInteger(safe[key])).toBe(true);
        }
        const [low, high] = safe.effort;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeGreaterThanOrEqual(low);
        expect(high).toBeLessThanOrEqual(EFFORT_LIMIT.max);
        expect(clampPreset(safe)).toEqual(safe);
      }),
    );
  });
});
