import { describe, expect, it } from 'vitest';
import { type ControlSample, hasMoved, pelvisResponse } from '../../../src/coach/setup/pelvis-control.ts';
import { controlPlace, type KeptControl, keptFor, withControl } from '../../../src/coach/setup/kept-control.ts';

const LENGTH = 10;
/** A roll of so many degrees to each side, left first, half a second late. */
const roll = (size: number) => (time: number) =>
  time < 0.5 ? 0 : size * Math.sin((2 * Math.PI * (time - 0.5)) / LENGTH);

function samples(of: (time: number) => Omit<ControlSample, 'time'>, until = LENGTH): ControlSample[] {
  return Array.from({ length: Math.round(12 * until) + 1 }, (_, i) => ({ time: i / 12, ...of(i / 12) }));
}

describe('the positive control of the pelvis', () => {
  it('finds a good response where the pelvis channel follows the roll', () => {
    const found = pelvisResponse(
      samples((t) => ({ twist: roll(8)(t), rotation: -0.1 * roll(8)(t), hipLine: null })),
      LENGTH,
      'left',
    );
    expect(found?.response).toBe('good');
    expect(found?.gain).toBeGreaterThan(0.85);
    expect(found?.noise).toBeLessThan(0.5);
  });

  it('finds none where the channel stays at zero while the leg rolls along', () => {
    const blind = (side: 'left' | 'right') =>
      pelvisResponse(
        samples((t) => ({ twist: 0.1, rotation: (side === 'left' ? -0.7 : 0.7) * roll(8)(t), hipLine: null })),
        LENGTH,
        side,
      )?.response;
    expect([blind('left'), blind('right')]).toEqual(['none', 'none']);
  });

  it('finds none where the channel is lost during most of the movement', () => {
    const lost = samples((t) => ({
      twist: Math.abs(roll(8)(t)) > 3 ? null : 0,
      rotation: -5 * roll(1)(t),
      hipLine: 0,
    }));
    expect(pelvisResponse(lost, LENGTH, 'left')?.response).toBe('none');
  });

  it('finds a weak response where the leg takes half of the turn, and says the share', () => {
    const found = pelvisResponse(
      samples((t) => ({ twist: roll(5)(t), rotation: -0.7 * roll(5)(t), hipLine: null })),
      LENGTH,
      'left',
    );
    expect(found).toMatchObject({ response: 'weak' });
    expect(found?.gain).toBeCloseTo(0.5, 1);
  });

  it('does not take the other direction for an answer', () => {
    const wrong = samples((t) => ({ twist: roll(-8)(t), rotation: 0, hipLine: null }));
    expect(pelvisResponse(wrong, LENGTH, 'left')?.response).toBe('none');
  });

  it('was not done if nothing moved, or if it was broken off', () => {
    const still = samples((t) => ({ twist: 0.2 * Math.sin(9 * t), rotation: 0.5 * Math.sin(7 * t), hipLine: 0.3 }));
    expect(hasMoved(still, LENGTH)).toBe(false);
    expect(pelvisResponse(still, LENGTH, 'left')).toBeNull();
    const begun = samples((t) => ({ twist: 0, rotation: 25 * Math.min(1, Math.max(0, t - 4) / 3), hipLine: 1 }));
    expect(pelvisResponse(begun, LENGTH, 'left')).toBeNull();
    const half = samples((t) => ({ twist: roll(8)(t), rotation: 0, hipLine: null }), 6);
    expect(pelvisResponse(half, LENGTH, 'left')).toBeNull();
  });
});

describe('a kept control', () => {
  const quality = { azimuth: 358, lookingDown: 30, lensHeight: 1.4, distance: 2.1, noise: {}, view: 'good' } as const;
  const of = { drill: 'supine-sleeper', side: 'left', day: '2026-11-25' } as const;
  const place = controlPlace(of, quality, 120);
  const kept: KeptControl = { ...place, result: { side: 'left', response: 'good', gain: 0.9, noise: 0.3 } };

  it('holds for the same place on the same day, across the turn of the compass', () => {
    expect(keptFor([kept], controlPlace(of, { ...quality, azimuth: 4, distance: 2.2 }, 128))).toBe(kept);
  });

  it.each([
    ['another day', controlPlace({ ...of, day: '2026-11-26' }, quality, 120)],
    ['the other side', controlPlace({ ...of, side: 'right' }, quality, 120)],
    ['another drill', controlPlace({ ...of, drill: 'quadruped-band-ir' }, quality, 120)],
    ['another direction', controlPlace(of, { ...quality, azimuth: 330 }, 120)],
    ['another distance', controlPlace(of, { ...quality, distance: 2.6 }, 120)],
    ['another light or other clothes', controlPlace(of, quality, 90)],
  ])('is asked again for %s', (_, other) => {
    expect(keptFor([kept], other)).toBeNull();
  });

  it('replaces one of the same place and drops those of other days', () => {
    const newer = { ...kept, result: { ...kept.result, response: 'weak' as const } };
    const yesterday = { ...kept, day: '2026-11-24' };
    expect(withControl([yesterday, kept], newer)).toEqual([newer]);
  });
});
