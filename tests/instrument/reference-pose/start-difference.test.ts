import { describe, expect, it } from 'vitest';
import type { StartDifference } from '../../../src/instrument/output/reading.ts';
import { coarseCost, findPostureCoarsely } from '../../../src/instrument/reference-pose/reference-pose-search.ts';
import { StartDifferenceSearch } from '../../../src/instrument/reference-pose/held-pose-checks.ts';
import { hipsUp, type Leaving, landmarksAfter, legStraight, startedPerson } from '../../../lab/made/left-positions.ts';

/** More frames than there are postures to try. */
const FRAMES = 40;

/** What is plainly different after a rendered person has left the start; also whether it still passes for the start. */
function told(name: string, leaving: Leaving): { posture: string; found: StartDifference | null } {
  const person = startedPerson(name);
  const { plan } = person;
  const still = { ...person.still, points: Float64Array.from(landmarksAfter(person, leaving)) };
  const { posture, fit } = findPostureCoarsely(plan, still);
  const search = new StartDifferenceSearch(plan, (other, seen) => coarseCost({ ...plan, posture: other }, seen));
  search.look(still, fit.cost);
  for (let frame = 0; frame < FRAMES; frame += 1) search.step();
  return { posture, found: search.found };
}

const bothStraight: Leaving = (joints) => {
  legStraight('left')(joints);
  legStraight('right')(joints);
};

const ON_THE_BACK = ['supine-sleeper-clean-far', 'supine-sleeper-twist-chase-far'] as const;

describe('what is plainly different from the start on the back', () => {
  it.each(ON_THE_BACK)('is the hips where they are held high: %s', (name) => {
    expect(told(name, hipsUp(0.3))).toEqual({ posture: 'wrong', found: { kind: 'hips-up' } });
  });

  it.each(ON_THE_BACK)('is the legs where both lie stretched out: %s', (name) => {
    expect(told(name, bothStraight)).toMatchObject({ posture: 'wrong', found: { kind: 'legs-not-planted' } });
  });

  it.each(ON_THE_BACK)('is never the other leg where one lies stretched out: %s', (name) => {
    for (const side of ['left', 'right'] as const) {
      const { found } = told(name, legStraight(side));
      expect(found?.kind ?? 'legs-not-planted').toBe('legs-not-planted');
      expect([side, undefined]).toContain(found?.leg);
    }
  });

  it('is nothing in the start itself', () => {
    for (const name of ON_THE_BACK) expect(told(name, () => undefined)).toEqual({ posture: 'ok', found: null });
  });

  it('is not looked for in drills with another start', () => {
    for (const name of ['ninety-ninety-pails-rails-lean-front', 'hip-movement-sequence-clean-25'])
      expect(told(name, hipsUp(0.3)).found).toBeNull();
  });
});

describe('the search for it', () => {
  it('tries two postures a frame, and forgets what it found when the person is lost', () => {
    const person = startedPerson('supine-sleeper-clean-far');
    let tried = 0;
    const search = new StartDifferenceSearch(person.plan, () => (tried++ === 0 ? 10 : 90));
    search.step();
    expect(tried).toBe(0);
    search.look(person.still, 90);
    for (let frame = 1; frame <= 5; frame += 1) {
      search.step();
      expect(tried).toBe(2 * frame);
    }
    expect(search.found).toBeNull();
    for (let frame = 0; frame < FRAMES; frame += 1) search.step();
    // The first posture alone fits well.
    expect(search.found).toEqual({ kind: 'hips-up' });
    search.clear();
    expect(search.found).toBeNull();
  });

  it.each([
    ['the start fits nearly as well', 12],
    ['nothing fits', 60],
  ])('finds nothing plain where %s', (_, cost) => {
    const { plan, still } = startedPerson('supine-sleeper-clean-far');
    let tried = 0;
    const search = new StartDifferenceSearch(plan, () => (tried++ === 0 ? Math.max(10, cost - 2) : 90));
    search.look(still, cost === 12 ? 14 : 90);
    for (let frame = 0; frame < FRAMES; frame += 1) search.step();
    expect(search.found).toBeNull();
  });
});
