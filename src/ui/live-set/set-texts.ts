import type { Seconds } from '../../instrument/geometry/units.ts';
import type { Gauge, SetPlan, TimelinePhase } from '../../coach/coach-contract.ts';
import { setWords } from '../../i18n/en/set.ts';
import { figure } from '../../i18n/speaking.ts';
import { formatCountdown } from '../elements/format.ts';
import { shortTitle } from '../elements/phase-title.ts';
import { sideName } from '../shell/words.ts';

/** The clock of the set screen: time left, repetitions done, or nothing while the app waits for something. */
export function clockText(gauge: Gauge): string {
  if (gauge.phase?.kind === 'reps' && gauge.repsGoal > 0) return `${gauge.repsDone}/${gauge.repsGoal}`;
  return gauge.left === null ? '' : formatCountdown(gauge.left);
}

/** "Left leg, round 1 of 2". */
export function whereText(phase: TimelinePhase, plan: SetPlan): string {
  const { leg, round } = setWords();
  const side = phase.side === 'both' ? sideName('both') : leg(phase.side);
  if (phase.kind === 'ready' || phase.kind === 'neutral' || phase.kind === 'turn') return side;
  return `${side}, ${round(phase.round, plan.preset.rounds)}`;
}

export function nextText(next: TimelinePhase | null): string {
  const words = setWords();
  if (!next) return words.last;
  return words.next(shortTitle(next.title), next.length === null ? null : formatCountdown(next.length));
}

/** Font size of a phase's name in hundredths of the screen's width: a long one takes no more room than one of ten letters. */
export const titleSize = (title: string): number => Math.min(8, 80 / Math.max(1, title.length));

/** What a screen reader hears as a phase begins; the same words until the phase changes. */
export function phaseAnnouncement(gauge: Gauge | null, plan: SetPlan | null): string {
  const phase = gauge?.phase;
  if (!phase || !plan) return '';
  const length = phase.length === null ? '' : `, ${setWords().seconds(Math.round(phase.length))}`;
  return `${phase.title}${length}. ${whereText(phase, plan)}.`;
}

/** Font size of a phrase in hundredths of the screen's width: as large as two lines allow, never under 90 px at 1280. */
export function cueSize(text: string): number {
  const widest = 7.8;
  const least = 7.1;
  const across = 87;
  const perCharacter = 0.54;
  const fits = (across * 2) / Math.max(1, text.length * perCharacter);
  return Math.max(least, Math.min(widest, fits * 0.94));
}

/** Characters a line of 34 hundredths of the screen's width holds at size 1, by their mean width. */
const ACROSS = 34;

/** Font size of what to do about a reason, in hundredths of the screen's width. */
const TODO_SIZE = 2.7;

/** Font sizes of the number and its band, in hundredths of the screen's width: the band at least 90 px at 1280, on one line. */
export function numberSizes(digits: string, band: number): { readonly value: number; readonly band: number } {
  const least = 7.1;
  const besideBand = ACROSS - 1.4 - least * (0.92 + 0.56 * String(band).length);
  return { value: Math.min(14.4, besideBand / (0.22 + 0.53 * digits.length)), band: least };
}

/**
 * Font size of a reason in the place of the number, in hundredths of the screen's width: 90 px at 1280 where there is room.
 * @param todo what stands below it in `TODO_SIZE`
 * @param room what both may take, in hundredths of the screen's width
 */
export function reasonSize(text: string, todo: string, room: number): number {
  const below = Math.ceil((1.08 * todo.length * 0.5 * TODO_SIZE) / ACROSS) * 1.12 * TODO_SIZE + 0.6;
  const words = text.split(/\s+/);
  const linesAt = (size: number): number => {
    const fit = ACROSS / (0.52 * size);
    let left = 0;
    return words.reduce((lines, word) => {
      const fits = word.length <= left;
      left = (fits ? left : fit) - word.length - 1;
      return fits ? lines : lines + 1;
    }, 0);
  };
  const longest = Math.max(...words.map((word) => word.length));
  for (let size = 7.1; size > 4.2; size -= 0.1)
    if (longest * 0.58 * size <= ACROSS && linesAt(size) * 1.05 * size <= room - below) return size;
  return 4.2;
}

/** Seconds of a hold, "1.4 s". */
export const holdText = (hold: Seconds): string => `${figure(hold, 1)} s`;

/** @param hundredths of the screen's width */
export const sized = (hundredths: number): string => `font-size: calc(${hundredths.toFixed(2)} * var(--u))`;
