import type { Degrees, Seconds } from '../../instrument/geometry/units.ts';
import type { Gauge, SetPlan, TimelinePhase } from '../../coach/coach-contract.ts';
import { setWords } from '../../i18n/en/set.ts';
import { figure } from '../../i18n/speaking.ts';
import { formatCountdown, formatDegrees } from '../elements/format.ts';
import { shortTitle } from '../elements/phase-title.ts';
import { sideName } from '../shell/words.ts';

/*
 * Texts of the set screen and their font sizes. Sizes are in `--u`, a hundredth of the screen's width (see `unitStyles`).
 */

/** The clock of the set screen: time left, repetitions done, or nothing while the set waits for the person. */
export function clockText(gauge: Gauge): string {
  if (gauge.phase?.kind === 'reps' && gauge.repsGoal > 0) return `${gauge.repsDone}/${gauge.repsGoal}`;
  return gauge.left === null ? '' : formatCountdown(gauge.left);
}

/** "Left leg, round 1 of 2". */
export function whereText(phase: TimelinePhase, plan: Pick<SetPlan, 'drill' | 'preset'>): string {
  const { leg, round } = setWords();
  const side = phase.side === 'both' ? sideName('both') : leg(phase.side);
  if (phase.kind === 'ready' || phase.kind === 'neutral' || phase.kind === 'turn') return side;
  const { rounds } = plan.preset;
  const nth = tryOf(phase, plan) ?? (rounds > 1 ? round(phase.round, rounds) : null);
  return nth === null ? side : `${side}, ${nth}`;
}

/** "Try to lift · Left leg, round 1 of 2": what goes on while a cue lies over what to do. */
export const lineText = ({ phase, step }: Gauge, plan: Pick<SetPlan, 'drill' | 'preset'>): string =>
  phase === null ? '' : `${step?.title ?? shortTitle(phase.title)} · ${whereText(phase, plan)}`;

/** In a hip test the number of the try: "try 2 of 3". A phase that tests nothing is practice. Null: no test. */
function tryOf({ step }: TimelinePhase, { drill }: Pick<SetPlan, 'drill'>): string | null {
  if (step === undefined) return drill.hipTest === undefined ? null : setWords().practice;
  const way = step.slice(0, step.lastIndexOf('-'));
  const all = drill.phases.filter((phase) => phase.step?.startsWith(way));
  return setWords().tryOf(all.findIndex((phase) => phase.step === step) + 1, all.length);
}

/** What comes next: "Next (0:15)", and the name of the phase. */
export function nextLines(next: TimelinePhase | null): { readonly label: string; readonly title: string } {
  const words = setWords();
  if (!next) return { label: '', title: words.last };
  const length = next.length === null ? null : formatCountdown(next.length);
  return { label: words.next(length), title: shortTitle(next.title) };
}

/** Width of the clock and of what comes next, in `--u`. */
const CLOCK_WIDTH = 22;

/** Font size of the name of the next phase, in `--u`: 48 px on a screen 1280 px wide if it fits on one line, else on two. */
export const nextSize = (title: string): number => {
  const oneLine = CLOCK_WIDTH / (0.54 * Math.max(1, title.length));
  return Math.min(3.8, Math.max(2.8, oneLine));
};

/** Font size of the clock or of the repetitions, in `--u`. */
export const clockSize = (text: string): number => Math.min(7.1, CLOCK_WIDTH / (0.55 * Math.max(1, text.length)));

/** What a screen reader says as a phase begins. The words stay the same until the phase changes. */
export function phaseAnnouncement(gauge: Gauge | null, plan: SetPlan | null): string {
  const phase = gauge?.phase;
  if (!phase || !plan) return '';
  const length = phase.length === null ? '' : `, ${setWords().seconds(Math.round(phase.length))}`;
  return `${phase.title}${length}. ${whereText(phase, plan)}.`;
}

/** Font size of a phrase, in `--u`: as large as two lines allow, and at least 90 px on a screen 1280 px wide. */
export function cueSize(text: string): number {
  const largest = 7.8;
  const least = 7.1;
  const lineWidth = 87;
  const perCharacter = 0.54;
  const fits = (lineWidth * 2) / Math.max(1, text.length * perCharacter);
  return Math.max(least, Math.min(largest, fits * 0.94));
}

export const longestWord = (text: string): number => Math.max(1, ...text.split(/\s+/).map((word) => word.length));

/** Width of the number's plate, in `--u`. */
const PLATE_WIDTH = 34;

/** Smallest font size of a reason, in `--u`: 46 px on a screen 1280 px wide. */
const LEAST_REASON = 3.6;

/** Font size of what to do about a reason, in `--u`. */
const TODO_SIZE = 2.7;

/** By how much "≈" with the blank behind it is wider than a digit, in font sizes. */
const ABOUT_MORE = 0.5;

/**
 * Largest font size of the number, in `--u`, and while a phrase lies over the screen or the number does not count: what to do stays
 * the largest text.
 */
export const LARGEST_NUMBER = 8.8;
export const SMALL_NUMBER = 7.1;

/**
 * Font sizes of the number and its error, in `--u`. Both fit on one line; the error has 90 px on a screen 1280 px wide.
 * @param band whole degrees; null: the error is not written
 */
export function numberSizes(
  digits: string,
  band: number | null,
  most = LARGEST_NUMBER,
): { readonly value: number; readonly band: number } {
  const least = 7.05;
  const beside = band === null ? PLATE_WIDTH : PLATE_WIDTH - 1.4 - least * (0.92 + 0.56 * String(band).length);
  const wide = digits.startsWith('≈') ? ABOUT_MORE : 0;
  return { value: Math.min(most, beside / (0.22 + 0.53 * digits.length + wide)), band: least };
}

/**
 * Font size of a reason in place of the number, in `--u`: 90 px on a screen 1280 px wide where there is room, else smaller.
 * @param todo text below it, in `TODO_SIZE`
 * @param room height for both, in `--u`
 */
export function reasonSize(text: string, todo: string, room: number): number {
  const below = Math.ceil((1.08 * todo.length * 0.5 * TODO_SIZE) / PLATE_WIDTH) * 1.12 * TODO_SIZE + 0.6;
  const words = text.split(/\s+/);
  const linesAt = (size: number): number => {
    const fit = PLATE_WIDTH / (0.52 * size);
    let left = 0;
    return words.reduce((lines, word) => {
      const fits = word.length <= left;
      left = (fits ? left : fit) - word.length - 1;
      return fits ? lines : lines + 1;
    }, 0);
  };
  const longest = longestWord(text);
  for (let size = 7.05; size > LEAST_REASON; size -= 0.1)
    if (longest * 0.58 * size <= PLATE_WIDTH && linesAt(size) * 1.05 * size <= room - below) return size;
  return LEAST_REASON;
}

/** How long an end is held, "3 s". */
export const holdText = (hold: Seconds): string => `${figure(hold, Number.isInteger(hold) ? 0 : 1)} s`;

/** @param size in `--u` */
export const sized = (size: number): string => `font-size: calc(${size.toFixed(2)} * var(--u))`;

/** What the mark on the bar stands for: "goal 45°", or "last time 38°". */
export const targetText = (target: Degrees, aimed: boolean): string =>
  aimed ? setWords().goalAt(formatDegrees(target)) : setWords().lastBest(formatDegrees(target));
