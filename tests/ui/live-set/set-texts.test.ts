import { expect, test } from 'vitest';
import { DRILLS } from '../../../src/drills/index.ts';
import { shortTitle } from '../../../src/ui/elements/phase-title.ts';
import {
  clockText,
  lineText,
  longestWord,
  longFrom,
  nextLines,
  phaseAnnouncement,
  whereText,
} from '../../../src/ui/live-set/set-texts.ts';
import { hipTestSeated } from '../../../src/drills/hip-test/hip-test-seated.ts';
import { gaugeOf, phaseOf, sleeperPlan } from '../../browser/lib/fake-readings.ts';

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

test('below a cue stand the phase that goes on and its leg', () => {
  expect(lineText(gaugeOf({ phase: phaseOf('rails', { title: 'RAILs: pull', side: 'right' }) }), sleeperPlan)).toBe(
    'RAILs · Right leg, round 1 of 2',
  );
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

test('the screen names a phase as its drill does', () => {
  for (const { phases } of DRILLS)
    for (const { kind, title } of phases) {
      const shown = nextLines(phaseOf(kind, { title, length: null }));
      expect(title.startsWith(shown.title)).toBe(true);
    }
  expect(nextLines(phaseOf('pails', { title: 'Press', length: 15 })).title).toBe('Press');
});

test('a text is long by its letters', () => {
  expect([5, 6, 9].map((letters) => longFrom(letters, 5, 8))).toEqual([null, 'long', 'longer']);
  expect(longestWord('Fuß hinüberbewegen')).toBe(14);
});
