import type { Seconds } from '../../instrument/geometry/units.ts';
import type { Gauge, SetPlan, TimelinePhase } from '../../coach/coach-contract.ts';
import { setWords } from '../../i18n/en/set.ts';
import { figure } from '../../i18n/speaking.ts';
import { formatCountdown } from '../elements/format.ts';
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
export function whereText(phase: TimelinePhase, plan: SetPlan): string {
  const { leg, round } = setWords();
  const side = phase.side === 'both' ? sideName('both') : leg(phase.side);
  if (phase.kind === 'ready' || phase.kind === 'neutral' || phase.kind === 'control' || phase.kind === 'turn')
    return side;
  return `${side}, ${round(phase.round, plan.preset.rounds)}`;
}

/** What comes next, with its length: "Next: PAILs, 0:15". */
export function nextText(next: TimelinePhase | null): string {
  const words = setWords();
  if (!next) return words.last;
  return words.next(shortTitle(next.title), next.length === null ? null : formatCountdown(next.length));
}

/** Font size of a phase's name, in `--u`. A name of more than ten letters takes the width of ten. */
export const titleSize = (title: string): number => Math.min(8, 80 / Math.max(1, title.length));

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

/** Width of the number's plate, in `--u`. */
const PLATE_WIDTH = 34;

/** Font size of what to do about a reason, in `--u`. */
const TODO_SIZE = 2.7;

/** Font sizes of the number and its error band, in `--u`. Both fit on one line; the band has 90 px on a screen 1280 px wide. */
export function numberSizes(digits: string, band: number): { readonly value: number; readonly band: number } {
  const least = 7.1;
  const besideBand = PLATE_WIDTH - 1.4 - least * (0.92 + 0.56 * String(band).length);
  return { value: Math.min(14.4, besideBand / (0.22 + 0.53 * digits.length)), band: least };
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
  const longest = Math.max(...words.map((word) => word.length));
  for (let size = 7.1; size > 4.2; size -= 0.1)
    if (longest * 0.58 * size <= PLATE_WIDTH && linesAt(size) * 1.05 * size <= room - below) return size;
  return 4.2;
}

/** Seconds of a hold, "1.4 s". */
export const holdText = (hold: Seconds): string => `${figure(hold, 1)} s`;

/** @param size in `--u` */
export const sized = (size: number): string => `font-size: calc(${size.toFixed(2)} * var(--u))`;
