import fc from 'fast-check';
import { expect, test } from 'vitest';
import { directionOf, type LaptopNeed, laptopPlan } from '../../../src/training/planning/laptop-plan.ts';
import { viewFrom } from '../../../src/training/planning/lens-place.ts';
import { DRILLS } from '../../../src/drills/index.ts';

const FILMED = DRILLS.filter(({ camera, sideCheckOf }) => camera !== 'none' && sideCheckOf === undefined);

const need = (wanted: string, ...sides: LaptopNeed['sides']): LaptopNeed => {
  const drill = DRILLS.find(({ id }) => id === wanted);
  if (!drill) throw new Error(`no ${wanted}`);
  return { drill, sides: sides.length > 0 ? sides : ['left', 'right'] };
};

const told = (needs: readonly LaptopNeed[]) =>
  laptopPlan(needs).map(
    ({ on, stands }) =>
      `${on}: ${stands.map((stand) => `${stand?.pose} ${stand?.distance} m ${stand?.facings.map(({ azimuth }) => directionOf(azimuth)).join('/')} ${stand?.view}`).join(', ')}`,
  );

test('in the sleeper the person lies the other way for the other leg, and the laptop stays', () => {
  const [group] = laptopPlan([need('supine-sleeper')]);
  expect(group?.stands[0]?.facings.map(({ side, azimuth }) => `${side}: ${directionOf(azimuth)}`)).toEqual([
    'left: right',
    'right: left',
  ]);
});

test('drills on the mat share one place and one distance; who stands steps back', () => {
  expect(told([need('quadruped-band-ir'), need('ninety-ninety-stretch'), need('hip-movement-sequence')])).toEqual([
    'raised-table: kneeling 2.3 m back-left/back-right good, sitting 2.3 m front/front good, standing 3 m front-left/front-right good',
  ]);
});

test('what a shared place costs is said: band rotation on an ordinary table is only fairly seen', () => {
  const band = need('quadruped-band-ir');
  const onTable = viewFrom(band.drill, 150, { height: 0.95, distance: 2.5 });
  expect(onTable?.view).toBe('fair');
  expect(viewFrom(band.drill, 150, { height: 1.1, distance: 2.3 })?.view).toBe('good');
});

test('a low place and a high one cannot be one place', () => {
  const groups = laptopPlan([need('hip-movement-sequence'), need('knee-to-knee-wall', 'both')]);
  expect(groups.map(({ on }) => on)).toEqual(['table', 'chest']);
});

test('the person keeps facing the same way if the next drill is seen as well from there', () => {
  const [group] = laptopPlan([need('knee-to-knee-wall', 'both'), need('supine-ir-pulses-feet-lifted', 'both')]);
  expect(group?.stands.map((stand) => stand?.facings[0]?.azimuth)).toEqual([152, 152]);
});

test('who would not be wholly in the picture with the screen as it is folded turns after all', () => {
  const sitting = (recommended: number): LaptopNeed => ({
    sides: ['left'],
    drill: {
      lensRange: { pose: 'sitting', height: [0.6, 0.6], distance: [2, 2], atTable: [2, 2] },
      measure: { view: { recommended, good: [[0, 360]], fair: [], lensHeight: 0.6, distance: 2, lookingDown: 0 } },
    },
  });
  const turned = sitting(135);
  const [group] = laptopPlan([sitting(180), turned]);
  const stand = group?.stands[1];
  const fromBefore = viewFrom(turned.drill, 180, { height: 0.6, distance: 2 });
  expect(fromBefore?.view).toBe(stand?.view);
  expect(stand?.tilt).toBeGreaterThan((fromBefore?.tilts[1] ?? 90) + 1);
  expect(stand?.facings[0]?.azimuth).toBe(135);
});

test('the screen is folded anew only where the body would not be in the picture', () => {
  const [group] = laptopPlan([
    need('ninety-ninety-stretch'),
    need('ninety-ninety-lift-off'),
    need('hip-movement-sequence'),
  ]);
  expect(group?.stands.map((stand) => stand?.isTiltNew)).toEqual([true, false, true]);
});

test('a drill of which no place is known stands alone', () => {
  const unknown: LaptopNeed = {
    drill: { ...need('supine-sleeper').drill, lensRange: undefined as never },
    sides: ['left'],
  };
  const groups = laptopPlan([need('supine-sleeper'), unknown, need('supine-sleeper')]);
  expect(groups.map(({ stands }) => stands.length)).toEqual([1, 1, 1]);
  expect(groups[1]?.stands).toEqual([null]);
});

test('in whatever order the drills come, each gets a place from which it was measured, and none is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...FILMED), { minLength: 1, maxLength: 8 }), (drills) => {
      const groups = laptopPlan(drills.map((drill) => ({ drill, sides: ['left'] })));
      const stands = groups.flatMap((group) => group.stands.map((stand) => ({ stand, height: group.height })));
      expect(stands).toHaveLength(drills.length);
      for (const [index, { stand, height }] of stands.entries()) {
        const drill = drills[index];
        const azimuth = stand?.facings[0]?.azimuth;
        if (!drill || !stand || azimuth === undefined) throw new Error('a drill has no place');
        expect(viewFrom(drill, azimuth, { height, distance: stand.distance })?.view).toBe(stand.view);
      }
    }),
  );
});

test('a longer order never needs fewer places than its beginning', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...FILMED), { minLength: 2, maxLength: 8 }), (drills) => {
      const needs = drills.map((drill): LaptopNeed => ({ drill, sides: ['left', 'right'] }));
      expect(laptopPlan(needs).length).toBeGreaterThanOrEqual(laptopPlan(needs.slice(0, -1)).length);
      expect(laptopPlan(needs).length).toBeLessThanOrEqual(laptopPlan(needs.slice(0, -1)).length + 1);
    }),
  );
});
