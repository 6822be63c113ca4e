import type { Degrees, Seconds } from '../../instrument/geometry/units.ts';
import type { Gauge, SetPlan, TimelinePhase } from '../../coach/coach-contract.ts';
import { setWords } from '../../i18n/en/set.ts';
import { figure } from '../../i18n/speaking.ts';
import { formatCountdown, formatDegrees } from '../elements/format.ts';
import { shortTitle } from '../elements/phase-title.ts';
import { sideName } from '../shell/words.ts';

/*
 * Texts of the set screen. Their sizes are those of the styles, where `data-long` says that a text needs more room than most.
 */

/** For `data-long`: whether more letters than most texts have need room. Null: no. */
export const longFrom = (letters: number, long: number, longer = Number.POSITIVE_INFINITY): 'long' | 'longer' | null =>
  letters > longer ? 'longer' : letters > long ? 'long' : null;

/** Letters of the longest word, which is not broken. */
export const longestWord = (text: string): number => Math.max(0, ...text.split(/\s+/).map((word) => word.length));

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

/** What a screen reader says as a phase begins. The words stay the same until the phase changes. */
export function phaseAnnouncement(gauge: Gauge | null, plan: SetPlan | null): string {
  const phase = gauge?.phase;
  if (!phase || !plan) return '';
  const length = phase.length === null ? '' : `, ${setWords().seconds(Math.round(phase.length))}`;
  return `${phase.title}${length}. ${whereText(phase, plan)}.`;
}

/** How long an end is held, "3 s". */
export const holdText = (hold: Seconds): string => `${figure(hold, Number.isInteger(hold) ? 0 : 1)} s`;

/** What the mark on the bar stands for: "goal 45°", or "last time 38°". */
export const targetText = (target: Degrees, aimed: boolean): string =>
  aimed ? setWords().goalAt(formatDegrees(target)) : setWords().lastBest(formatDegrees(target));
