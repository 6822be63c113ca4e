import { expect, test } from 'vitest';
import { DRILLS } from '../../../src/drills/index.ts';
import { effortRamp } from '../../../src/ui/live-set/effort-ramp.ts';
import { shortTitle } from '../../../src/ui/elements/phase-title.ts';
import {
  clockText,
  cueSize,
  nextText,
  numberSizes,
  phaseAnnouncement,
  reasonSize,
  titleSize,
  whereText,
} from '../../../src/ui/live-set/set-texts.ts';
import { phaseName } from '../../../src/ui/shell/words.ts';
import { gaugeOf, phaseOf, sleeperPlan } from '../../browser/lib/fake-readings.ts';

test('the clock shows time left, or repetitions where they are counted, or nothing while the app waits', () => {
  expect(clockText(gaugeOf({ left: 42.3 }))).toBe('0:43');
  expect(clockText(gaugeOf({ phase: phaseOf('reps'), left: null, repsDone: 3, repsGoal: 10 }))).toBe('3/10');
  expect(clockText(gaugeOf({ phase: phaseOf('neutral'), left: null }))).toBe('');
});

test('what comes next is told with its length', () => {
  expect(nextText(phaseOf('pails', { length: 15 }))).toBe('Next: PAILs, 0:15');
  expect(nextText(phaseOf('neutral', { length: null }))).toBe('Next: Hold still');
  expect(nextText(null)).toBe('Then you are done');
});

test('side and round are told, the round only where there is one', () => {
  expect(whereText(phaseOf('passive', { side: 'right', round: 2 }), sleeperPlan)).toBe('Right leg, round 2 of 2');
  expect(whereText(phaseOf('neutral'), sleeperPlan)).toBe('Left leg');
});

test('a screen reader hears a phase once: its words do not change with the clock', () => {
  const early = phaseAnnouncement(gaugeOf({ left: 59, progress: 0 }), sleeperPlan);
  expect(early).toBe('Passive, 60 seconds. Left leg, round 1 of 2.');
  expect(phaseAnnouncement(gaugeOf({ left: 3, progress: 0.95 }), sleeperPlan)).toBe(early);
});

test('no cue of any drill is smaller than 90 px on a screen of 1280 × 720, nor longer than three lines', () => {
  // Hundredths of 1280 px. 90 px: 20 minutes of arc at 2.5 m on a 14-inch laptop, see the evidence on text sizes.
  const width = 12.8;
  for (const { cue } of DRILLS.flatMap(({ rules }) => rules)) {
    const size = cueSize(cue) * width;
    expect(size, cue).toBeGreaterThanOrEqual(90);
    // 0.54 em a character and 87 hundredths of the width; a third line may be partly empty.
    expect((cue.length * 0.54 * cueSize(cue)) / 87, cue).toBeLessThan(2.85);
  }
});

test('a phase has the name that its drill gives it, on the screen as in the voice', () => {
  for (const { phases } of DRILLS)
    for (const { kind, title } of phases) {
      const shown = nextText(phaseOf(kind, { title, length: null }));
      expect(title.startsWith(shown.replace('Next: ', ''))).toBe(true);
    }
  expect(nextText(phaseOf('pails', { title: 'Press', length: 15 }))).toBe('Next: Press, 0:15');
});

test('no phase’s name takes more than half the width beside the clock, nor is smaller than 60 px', () => {
  const own = (['ready', 'neutral', 'turn', 'rest'] as const).map(phaseName);
  const titles = DRILLS.flatMap(({ phases }) => phases.map(({ title }) => shortTitle(title)));
  for (const title of [...own, ...titles]) {
    // Letters of 0.55 em; hundredths of 1280 px.
    expect(title.length * 0.55 * titleSize(title), title).toBeLessThanOrEqual(50);
    expect(titleSize(title) * 12.8, title).toBeGreaterThanOrEqual(60);
  }
});

test('the effort rises over the ramp and is then held', () => {
  const phase = phaseOf('pails', { length: 25, ramp: 15, effort: [0.5, 0.6] });
  const ramp = effortRamp(phase, 0.4, 0.37);
  expect(ramp?.path.startsWith('M0 100L60.0 ')).toBe(true);
  expect(ramp?.now.x).toBe(40);
  expect(ramp?.band.top).toBeLessThan(ramp?.band.bottom ?? 0);
});

test('a phase without effort has no ramp', () => {
  expect(effortRamp(phaseOf('passive'), 0.4, null)).toBeNull();
});

/** Hundredths of the screen's width into px at 1280. */
const at1280 = (hundredths: number): number => 12.8 * hundredths;

test('number and band stand on one line of the plate, the band never under 90 px, whatever they are', () => {
  for (const digits of ['3', '23', '−4', '−12', '108'])
    for (const band of [4, 15]) {
      const sizes = numberSizes(digits, band);
      expect(at1280(sizes.band)).toBeGreaterThanOrEqual(90);
      expect(at1280(sizes.value)).toBeGreaterThanOrEqual(at1280(sizes.band) * 1.3);
      const across = sizes.value * (0.22 + 0.53 * digits.length) + sizes.band * (0.92 + 0.56 * `${band}`.length);
      expect(across).toBeLessThanOrEqual(34);
    }
  expect(at1280(numberSizes('23', 4).value)).toBeGreaterThanOrEqual(160);
});

test('a reason in the place of the number has 90 px where its words are short, and no word is wider than the plate', () => {
  expect(at1280(reasonSize('Your knee is too straight', 'Bend it.', 30))).toBeGreaterThanOrEqual(90);
  const long = reasonSize('Dein Oberschenkel zeigt auf die Kamera', '', 30);
  expect(long * 0.58 * 'Oberschenkel'.length).toBeLessThanOrEqual(34);
  expect(at1280(long)).toBeGreaterThanOrEqual(60);
  expect(reasonSize('Dein Oberschenkel zeigt auf die Kamera', '', 14)).toBeLessThan(long);
});
