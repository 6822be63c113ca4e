import type { Seconds } from '../body/units.ts';
import type { Gauge, SetPlan, TimelinePhase } from '../coach/coach-contract.ts';
import { setWords } from '../language/en/set.ts';
import { figure } from '../language/speaking.ts';
import { formatCountdown } from './format.ts';
import { shortTitle } from './phase-title.ts';
import { sideName } from './words.ts';

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

/** Seconds of a hold, "1.4 s". */
export const holdText = (hold: Seconds): string => `${figure(hold, 1)} s`;
