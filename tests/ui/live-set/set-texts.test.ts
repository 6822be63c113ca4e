import { expect, test } from 'vitest';
import { DRILLS_AND_TESTS } from '../../../src/drills/index.ts';
import { shortTitle } from '../../../src/ui/elements/phase-title.ts';
import { clockText, nextLines, phaseAnnouncement, whereText } from '../../../src/ui/live-set/set-texts.ts';
import { hipTestSeated } from '../../../src/drills/hip-test/hip-test-seated.ts';
import { gaugeOf, phaseOf, sleeperPlan } from '../../browser/lib/fake-readings.ts';
import { effortRamp, pelvisContributionWords, rotationBar } from '../../../src/ui/live-set/gauge-drawings.ts';
import { MatPresence } from '../../../src/ui/live-set/session-controllers.ts';
import { zoneShape } from '../../../src/ui/live-set/start-zone.ts';

test('the clock shows the time left, the repetitions done, or nothing while the set waits for the person', () => {
  expect(clockText(gaugeOf({ left: 42.3 }))).toBe('0:43');
  expect(clockText(gaugeOf({ phase: phaseOf('reps'), left: null, repsDone: 3, repsGoal: 10 }))).toBe('3/10');
  expect(clockText(gaugeOf({ phase: phaseOf('neutral'), left: null }))).toBe('');
});

test('the next phase is named with its length', () => {
  const title = shortTitle(phaseOf('pails').title);
  expect(nextLines(phaseOf('pails', { length: 15 }))).toEqual({ label: 'Next (0:15)', title });
  expect(nextLines(phaseOf('neutral', { length: null }))).toEqual({ label: 'Next', title: 'Hold still' });
  expect(nextLines(null)).toEqual({ label: '', title: 'Then you are done' });
});

test('the side is named, and the round where a phase belongs to one', () => {
  expect(whereText(phaseOf('passive', { side: 'right', round: 2 }), sleeperPlan)).toBe('Right leg, round 2 of 2');
  expect(whereText(phaseOf('neutral'), sleeperPlan)).toBe('Left leg');
});

test('in a hip test the number of the try is told in place of the round', () => {
  const [practice, , second] = hipTestSeated.phases;
  const plan = { ...sleeperPlan, drill: hipTestSeated };
  expect(whereText(phaseOf('passive', { step: second.step }), plan)).toBe('Left leg, try 2 of 3');
  expect(practice).not.toHaveProperty('step');
  expect(whereText(phaseOf('passive'), plan)).toBe('Left leg, does not count');
});

test('the words that announce a phase do not change with the clock, so that a screen reader reads them once', () => {
  const early = phaseAnnouncement(gaugeOf({ left: 59, progress: 0 }), sleeperPlan);
  expect(early).toBe('Let it fall in, 60 seconds. Left leg, round 1 of 2.');
  expect(phaseAnnouncement(gaugeOf({ left: 3, progress: 0.95 }), sleeperPlan)).toBe(early);
});

const bar = (part: Partial<Parameters<typeof rotationBar>[0]>) =>
  rotationBar({ own: 0, sd: null, pelvisContribution: null, best: null, target: null, ...part });

test('the effort line rises over the ramp and then stays level', () => {
  const phase = phaseOf('pails', { length: 25, ramp: 15, effort: [0.5, 0.6] });
  const ramp = effortRamp(phase, 0.4, 0.37);
  expect(ramp?.path.startsWith('M0 100L60.0 ')).toBe(true);
  expect(ramp?.now.x).toBe(40);
  expect(ramp?.band.top).toBeLessThan(ramp?.band.bottom ?? 0);
});

test('a phase without effort has no effort line', () => {
  expect(effortRamp(phaseOf('passive'), 0.4, null)).toBeNull();
});

test('the rotation bar puts the pelvic contribution after the hip’s own rotation, on a scale of fifty degrees', () => {
  expect(bar({ own: 20, pelvisContribution: 5, best: 25 })).toMatchObject({
    own: 40,
    pelvisContribution: 10,
    best: 50,
  });
});

test('a pelvic contribution that is small, negative or not measured is not shown', () => {
  for (const pelvisContribution of [1.9, -8, null])
    expect([
      bar({ own: 20, pelvisContribution }).pelvisContribution,
      pelvisContributionWords(pelvisContribution),
    ]).toEqual([0, '']);
  expect(pelvisContributionWords(6)).toBe('; 6° from the pelvis');
});

test('the rotation bar is cut off at its end, and a negative rotation fills nothing', () => {
  expect(bar({ own: 60, pelvisContribution: 10, best: 70 })).toMatchObject({
    own: 100,
    pelvisContribution: 0,
    best: 100,
  });
  expect(bar({ own: -12, pelvisContribution: 4 })).toMatchObject({ own: 0, pelvisContribution: 8, best: null });
});

test('the error is drawn as the 90 % band around the hip’s own rotation, and cut off at the ends of the bar', () => {
  expect(bar({ own: 20, sd: 2 / 1.645 }).error).toEqual({ from: expect.closeTo(36), to: expect.closeTo(44) });
  expect(bar({ own: 1, sd: 5 }).error?.from).toBe(0);
  expect(bar({ own: -30, sd: 2 }).error).toBeNull();
  expect(bar({ own: 20 }).error).toBeNull();
});

test('what to aim at has a mark, unless it is nothing', () => {
  expect([27, 0, null].map((target) => bar({ target }).target)).toEqual([54, null, null]);
});

test('a person who is seen and touches nothing is at the mat', () => {
  const presence = new MatPresence();
  expect(presence.isAtMat(10_000)).toBe(false);
  presence.seen(10_000);
  expect(presence.isAtMat(10_000)).toBe(true);
});

test('a person who has just used a key is at the laptop, although the camera sees them', () => {
  const presence = new MatPresence();
  presence.touched(10_000);
  presence.seen(11_000);
  expect(presence.isAtMat(11_000)).toBe(false);
  presence.seen(15_000);
  expect(presence.isAtMat(15_000)).toBe(true);
});

test('a person who is not seen for a moment is still at the mat, but not after 5 s or a reset', () => {
  const presence = new MatPresence();
  presence.seen(10_000);
  expect(presence.isAtMat(13_000)).toBe(true);
  expect(presence.isAtMat(16_000)).toBe(false);
  presence.seen(20_000);
  presence.reset();
  expect(presence.isAtMat(20_001)).toBe(false);
});

test('tells for how long nobody has been seen', () => {
  const presence = new MatPresence();
  expect(presence.unseenFor(10_000)).toBe(Number.POSITIVE_INFINITY);
  presence.seen(10_000);
  expect(presence.unseenFor(11_500)).toBe(1.5);
});

const FRAME = { width: 1280, height: 720 };
const WATCHED = DRILLS_AND_TESTS.filter((drill) => drill.camera !== 'none');

test.each(WATCHED.map((drill) => [drill.id, drill] as const))(
  'the start zone of %s lies inside the picture and holds the whole start posture, on either side',
  (_, drill) => {
    for (const side of ['left', 'right'] as const) {
      const { left, right, top, bottom, lines } = zoneShape(drill, side, FRAME);
      expect(left).toBeGreaterThan(0);
      expect(top).toBeGreaterThan(0);
      expect(right).toBeLessThan(FRAME.width);
      expect(bottom).toBeLessThan(FRAME.height);
      expect(right - left).toBeGreaterThan(0.15 * FRAME.width);
      for (const [x, y] of lines.flat()) {
        expect(x).toBeGreaterThanOrEqual(left);
        expect(x).toBeLessThanOrEqual(right);
        expect(y).toBeGreaterThanOrEqual(top);
        expect(y).toBeLessThanOrEqual(bottom);
      }
    }
  },
);

test('the start zones of the two legs are mirror images', () => {
  for (const drill of WATCHED.filter(({ bilateral }) => !bilateral)) {
    const [one, other] = (['left', 'right'] as const).map((side) => zoneShape(drill, side, FRAME));
    expect((one?.left ?? 0) + (other?.right ?? 0)).toBeCloseTo(FRAME.width, 0);
    expect(one?.bottom).toBeCloseTo(other?.bottom ?? 0, 0);
  }
});
