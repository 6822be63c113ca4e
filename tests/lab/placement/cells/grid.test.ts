import { describe, expect, it } from 'vitest';
import { DRILLS } from '../../../../src/drills/index.ts';
import { azimuthsOf, gridOf, STUDY_BODIES, STUDY_HEIGHTS } from './grid.ts';

const everything = {
  bodies: STUDY_BODIES,
  firstLooksRound: true,
  azimuths: null,
  heights: null,
  distances: null,
};
const sleeper = DRILLS.filter(({ id }) => id === 'supine-sleeper');

describe('the grid of the placement study', () => {
  it('covers the full circle for every drill in steps of at most 30°', () => {
    for (const drill of DRILLS) {
      const azimuths = azimuthsOf(drill);
      const steps = azimuths.map((angle, i) => (azimuths[i + 1] ?? 360) - angle);
      expect(Math.max(...steps)).toBeLessThanOrEqual(30);
      expect(azimuths[0]).toBe(0);
    }
  });

  it('contains the recommended azimuth of each drill to half a fine step', () => {
    for (const drill of DRILLS) {
      const off = azimuthsOf(drill).map((angle) => Math.abs(angle - drill.measure.view.recommended));
      expect(Math.min(...off)).toBeLessThanOrEqual(7.5);
    }
  });

  it('covers every drill with at least four bodies of both sexes and three heights', () => {
    const places = gridOf(DRILLS, everything);
    for (const { id } of DRILLS) {
      const own = places.filter(({ drill }) => drill === id);
      expect(new Set(own.map(({ body }) => body)).size).toBeGreaterThanOrEqual(4);
      expect(new Set(own.map(({ height }) => height))).toEqual(new Set(STUDY_HEIGHTS));
    }
    expect(STUDY_BODIES.some((body) => body.startsWith('female'))).toBe(true);
    expect(STUDY_BODIES.some((body) => body.startsWith('male'))).toBe(true);
  });

  it('covers the circle with the first body only, and the good views with all bodies', () => {
    const [first, ...others] = STUDY_BODIES;
    const seenBy = (who: string) =>
      new Set(gridOf(sleeper, everything).flatMap(({ body, azimuth }) => (body === who ? [azimuth] : [])));
    expect(seenBy(first)).toEqual(new Set(sleeper.flatMap(azimuthsOf)));
    for (const body of others) expect(seenBy(body)).toEqual(new Set([240, 255, 270, 285]));
  });

  it('contains no place twice', () => {
    const names = gridOf(DRILLS, everything).map((place) => Object.values(place).join('/'));
    expect(new Set(names).size).toBe(names.length);
  });

  it('contains other distances only near the expected best views', () => {
    const places = gridOf(sleeper, { ...everything, bodies: ['male-average'] });
    const distancesAt = (angle: number) =>
      new Set(places.filter(({ azimuth }) => azimuth === angle).map(({ distance }) => distance));
    expect(distancesAt(255)).toEqual(new Set([2.1, 1.7, 2.8]));
    expect(distancesAt(0)).toEqual(new Set([2.1]));
  });

  it('is sorted by body, so that the stage is built once for each', () => {
    const bodies = gridOf(sleeper, everything).map(({ body }) => body);
    const changes = bodies.filter((body, i) => body !== bodies[i - 1]);
    expect(changes).toEqual([...STUDY_BODIES]);
  });

  it('accepts the azimuths of the command line and wraps them into 0…360°', () => {
    const wish = {
      bodies: ['female-small'],
      firstLooksRound: false,
      azimuths: [-30, 400],
      heights: [1],
      distances: [2, 3],
    };
    const places = gridOf(sleeper, wish);
    expect(new Set(places.map(({ azimuth }) => azimuth))).toEqual(new Set([330, 40]));
    expect(places).toHaveLength(4);
  });
});
