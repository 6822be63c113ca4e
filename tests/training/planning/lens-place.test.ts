import fc from 'fast-check';
import { expect, test } from 'vitest';
import { azimuthFor, tablePlace, viewFrom } from '../../../src/training/planning/lens-place.ts';
import { DRILLS } from '../../../src/drills/index.ts';

const FILMED = DRILLS.filter(({ camera }) => camera !== 'none');

const drillById = (wanted: string) => {
  const found = FILMED.find(({ id }) => id === wanted);
  if (!found) throw new Error(`no ${wanted}`);
  return found;
};

test('every drill with a camera says from where it was measured, and its own place is among them', () => {
  for (const { id, lensRange, measure } of FILMED) {
    if (!lensRange) throw new Error(`${id} has no range`);
    const { lensHeight, distance } = measure.view;
    expect(lensHeight, id).toBeGreaterThanOrEqual(lensRange.height[0]);
    expect(lensHeight, id).toBeLessThanOrEqual(lensRange.height[1]);
    expect(distance, id).toBeGreaterThanOrEqual(lensRange.distance[0]);
    expect(distance, id).toBeLessThanOrEqual(lensRange.distance[1]);
  }
});

test('an ordinary table will do for these drills, at these distances', () => {
  const table = Object.fromEntries(FILMED.map((drill) => [drill.id, tablePlace(drill)]));
  const text = (place: ReturnType<typeof tablePlace>) =>
    place && `${place.distances.join(' to ')} m, ${place.view}, ${place.tilt}° forward`;
  expect(Object.fromEntries(Object.entries(table).map(([id, place]) => [id, text(place)]))).toEqual({
    'supine-sleeper': '1.7 to 2.1 m, good, 20° forward',
    'supine-ir-pulses-feet-lifted': '1.8 to 2.1 m, good, 25° forward',
    'ninety-ninety-pails-rails': '1.8 to 2.3 m, good, 15° forward',
    'ninety-ninety-stretch': '1.8 to 2.3 m, good, 15° forward',
    'ninety-ninety-contract-relax': '1.8 to 2.3 m, good, 15° forward',
    'ninety-ninety-lift-off': '1.8 to 2.3 m, good, 15° forward',
    'ninety-ninety-lift-off-hinge': '1.8 to 2.3 m, good, 15° forward',
    // Hips on all fours are half a metre up, so a table looks down on them too flatly for a good view.
    'quadruped-band-ir': '2.3 to 2.8 m, fair, 15° forward',
    'standing-hamstring': '2.9 to 3 m, good, 0° forward',
    'hip-movement-sequence': '2.9 to 3 m, good, 0° forward',
    // Read 5 to 7° wrong, or with legs taken for each other, from 0.9 m (placement study).
    'knee-to-knee-wall': null,
    'knee-to-knee-floor': null,
    'supine-ir-pulses-feet-flat': null,
    // Filmed low from the side, to see the line of the back.
    'supine-sleeper-side': null,
    'quadruped-band-ir-side': null,
  });
});

test('a table is used only where the body fits into the picture of every usual camera', () => {
  const hamstring = drillById('standing-hamstring');
  expect(viewFrom(hamstring, 90, { height: 0.95, distance: 2.7 })).toBeNull();
  expect(viewFrom(hamstring, 90, { height: 0.95, distance: 2.9 })).not.toBeNull();
});

test('no place outside the measured heights and distances is ever offered', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...FILMED),
      fc.double({ min: 0.3, max: 2, noNaN: true }),
      fc.double({ min: 1, max: 4, noNaN: true }),
      fc.integer({ min: 0, max: 359 }),
      (drill, height, distance, azimuth) => {
        const seen = viewFrom(drill, azimuth, { height, distance });
        if (seen === null || !drill.lensRange) return;
        expect(height).toBeGreaterThan(drill.lensRange.height[0] - 1e-6);
        expect(height).toBeLessThan(drill.lensRange.height[1] + 1e-6);
        expect(seen.lookingDown).toBeGreaterThanOrEqual(drill.measure.view.lookingDown - 8);
        expect(seen.tilts[0]).toBeLessThanOrEqual(seen.tilts[1]);
      },
    ),
  );
});

test('for the right leg the person is turned as in a mirror, unless the drill shows both legs from one place', () => {
  expect(azimuthFor(drillById('supine-sleeper'), 255, 'left')).toBe(255);
  expect(azimuthFor(drillById('supine-sleeper'), 255, 'right')).toBe(105);
  expect(azimuthFor(drillById('ninety-ninety-stretch'), 0, 'right')).toBe(0);
});
