import { expect, test } from 'vitest';
import { DRILLS } from '../../../src/drills/index.ts';
import { shortTitle } from '../../../src/ui/elements/phase-title.ts';
import {
  clockSize,
  clockText,
  cueSize,
  lineText,
  nextLines,
  nextSize,
  numberSizes,
  phaseAnnouncement,
  reasonSize,
  whereText,
} from '../../../src/ui/live-set/set-texts.ts';
import { phaseName } from '../../../src/ui/shell/words.ts';
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

test('no cue of any drill is smaller than 90 px on a screen of 1280 × 720, nor longer than three lines', () => {
  // Sizes are in hundredths of the width. 90 px are 20 minutes of arc at 2.5 m on a 14-inch laptop.
  const width = 12.8;
  for (const { cue } of DRILLS.flatMap(({ rules }) => rules)) {
    const size = cueSize(cue) * width;
    expect(size, cue).toBeGreaterThanOrEqual(90);
    // A character is 0.54 em wide and a line 87 hundredths of the width. The third line may be partly empty.
    expect((cue.length * 0.54 * cueSize(cue)) / 87, cue).toBeLessThan(2.85);
  }
});

test('the screen names a phase as its drill does', () => {
  for (const { phases } of DRILLS)
    for (const { kind, title } of phases) {
      const shown = nextLines(phaseOf(kind, { title, length: null }));
      expect(title.startsWith(shown.title)).toBe(true);
    }
  expect(nextLines(phaseOf('pails', { title: 'Press', length: 15 })).title).toBe('Press');
});

test('what comes next has at least 35 px, and 40 px where its name has at most twelve letters', () => {
  const own = (['ready', 'neutral', 'turn', 'rest'] as const).map(phaseName);
  const titles = DRILLS.flatMap(({ phases }) => phases.map(({ title }) => shortTitle(title)));
  for (const title of [...own, ...titles]) {
    const size = nextSize(title);
    expect(size * 12.8, title).toBeGreaterThanOrEqual(title.length > 12 ? 35 : 40);
    // A letter is 0.54 em wide; two lines of 22 hundredths of the width.
    expect(title.length * 0.54 * size, title).toBeLessThanOrEqual(44);
  }
});

test('clock and repetitions have at least 90 px', () => {
  for (const text of ['0:43', '12:00', '3/10', '12/20'])
    expect(clockSize(text) * 12.8, text).toBeGreaterThanOrEqual(90);
});

/** Hundredths of the screen's width to px on a screen 1280 px wide. */
const at1280 = (hundredths: number): number => 12.8 * hundredths;

test('number and error band fit on one line of the plate, the band with at least 90 px', () => {
  for (const digits of ['3', '23', '−4', '−12', '108'])
    for (const band of [4, 15]) {
      const sizes = numberSizes(digits, band);
      expect(at1280(sizes.band)).toBeGreaterThanOrEqual(90);
      expect(at1280(sizes.value)).toBeGreaterThanOrEqual(at1280(sizes.band));
      const across = sizes.value * (0.22 + 0.53 * digits.length) + sizes.band * (0.92 + 0.56 * `${band}`.length);
      expect(across).toBeLessThanOrEqual(34);
    }
  expect(at1280(numberSizes('23', 4).value)).toBeGreaterThanOrEqual(112);
  // Without the error in figures, even a negative number has the room.
  expect(at1280(numberSizes('−12', null).value)).toBeGreaterThanOrEqual(112);
});

test('a coarse number gives its sign more room than a digit, and stays legible', () => {
  // Without the room for its sign, "≈−10°" covered the repetitions beside it.
  expect(numberSizes('≈−10', null).value * 2.84).toBeLessThanOrEqual(34);
  expect(at1280(numberSizes('≈−10', null).value)).toBeGreaterThanOrEqual(112);
  expect(numberSizes('≈20', null).value).toBe(numberSizes('20', null).value);
});

test('a short reason in place of the number has 90 px, and no word of a long one is wider than the plate', () => {
  expect(at1280(reasonSize('Your knee is too straight', 'Bend it.', 30))).toBeGreaterThanOrEqual(90);
  const long = reasonSize('Dein Oberschenkel zeigt auf die Kamera', '', 30);
  expect(long * 0.58 * 'Oberschenkel'.length).toBeLessThanOrEqual(34);
  expect(at1280(long)).toBeGreaterThanOrEqual(60);
  expect(reasonSize('Dein Oberschenkel zeigt auf die Kamera', '', 14)).toBeLessThan(long);
});
