import { isWorking, type RuleId } from '../../src/coach/drill-definition.ts';
import type { Seconds } from '../../src/instrument/geometry/units.ts';
import type { CoachScript, ScriptPhase } from './coach-script.ts';
import type { Sounded } from './simulated-sound.ts';

/** `all`: everything. `heard`: what is said and sounded, and the names of the phases. */
export type Detail = 'all' | 'heard';

interface Line {
  readonly at: Seconds;
  readonly text: string;
}

/** Tones of one kind that follow each other within this time are one line. */
const SAME_RUN: Seconds = 1.5;
/** A phrase that waited longer is marked. */
const LATE: Seconds = 0.95;

/** The script as text: one line for each event, then the tally. */
export function printScript(script: CoachScript, detail: Detail): string {
  const lines = [...shownLines(script, detail), ...soundedLines(script.sounded), ...saidLines(script)];
  // The sort is stable: at the same time first what is shown, then tones, then words.
  const ordered = lines.sort((a, b) => a.at - b.at).map(({ at, text }) => `${clock(at).padEnd(7)} ${text}`);
  return [...ordered, '', ...tally(script), ''].join('\n');
}

/** Minutes, seconds and tenths. */
function clock(time: Seconds): string {
  const tenths = Math.round(10 * time);
  const [minutes, rest] = [Math.floor(tenths / 600), tenths % 600];
  return `${minutes}:${(rest / 10).toFixed(1).padStart(4, '0')}`;
}

/** Without details a phase is only named: up to the first full stop. */
const shownLines = ({ shown }: CoachScript, detail: Detail): Line[] =>
  shown.flatMap(({ at, text, isPhase }) => {
    if (detail === 'all') return [{ at, text: `shows  ${text}` }];
    return isPhase ? [{ at, text: `       ${text.split('.', 1).join('')}` }] : [];
  });

function soundedLines(sounded: readonly Sounded[]): Line[] {
  const runs: { readonly tone: Sounded['tone']; readonly times: Seconds[] }[] = [];
  for (const { at, tone } of sounded) {
    const run = runs.findLast((one) => one.tone === tone);
    const last = run?.times.at(-1);
    if (run && last !== undefined && at - last <= SAME_RUN) run.times.push(at);
    else runs.push({ tone, times: [at] });
  }
  return runs.map(({ tone, times }) => {
    const [from, to] = [times[0] ?? 0, times.at(-1) ?? 0];
    const more = times.length > 1 ? ` × ${times.length} until ${clock(to)}` : '';
    return { at: from, text: `sounds ${tone}${more}` };
  });
}

const saidLines = ({ phrases }: CoachScript): Line[] =>
  phrases.map(({ text, asked, from, to, cutOff, rule }) => {
    const what = `"${text}"${rule === null ? '' : ` (cue ${rule})`}`;
    if (from === null) return { at: asked, text: `drops  ${what}` };
    const late = from - asked > LATE ? `, ${(from - asked).toFixed(1)} s late` : '';
    const cut = cutOff && to !== null ? `, cut off after ${(to - from).toFixed(1)} s` : '';
    return { at: from, text: `says   ${what}${late}${cut}` };
  });

/** A silence of the voice. */
interface Silence {
  readonly from: Seconds;
  readonly length: Seconds;
  readonly where: ScriptPhase | null;
}

/** The longest silence of the voice within one working phase. */
export function longestSilence({ phases, phrases }: CoachScript): Silence {
  let longest: Silence = { from: 0, length: 0, where: null };
  for (const where of phases.filter(({ phase }) => isWorking(phase.kind))) {
    let from = where.from;
    const heard = phrases.filter((one) => one.from !== null && (one.to ?? 0) > where.from && one.from < where.to);
    const starts = heard.map((one) => ({ from: one.from ?? 0, to: one.to ?? 0 })).sort((a, b) => a.from - b.from);
    for (const next of [...starts, { from: where.to, to: where.to }]) {
      if (next.from - from > longest.length) longest = { from, length: next.from - from, where };
      from = Math.max(from, next.to);
    }
  }
  return longest;
}

/** How often each cue was heard, in the order in which they were first asked for. */
export function cueCounts({ phrases }: CoachScript): ReadonlyMap<RuleId, number> {
  const counts = new Map<RuleId, number>();
  for (const { rule, from } of phrases)
    if (rule !== null && from !== null) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

function tally(script: CoachScript): string[] {
  const heard = script.phrases.filter(({ from }) => from !== null);
  const words = heard.flatMap(({ text }) => text.split(/\s+/)).filter((word) => word !== '').length;
  const cut = heard.filter(({ cutOff }) => cutOff).length;
  const { length, from, where } = longestSilence(script);
  const cues = [...cueCounts(script)].map(([rule, count]) => `${rule} ${count}`).join(', ');
  const { good, all } = script.reps;
  return [
    `length           ${clock(script.length)}`,
    `spoken           ${heard.length} phrases, ${words} words; ${cut} cut off, ${script.phrases.length - heard.length} dropped`,
    `longest silence  ${length.toFixed(1)} s from ${clock(from)}${where === null ? '' : ` (${where.phase.title})`}`,
    `cues             ${cues === '' ? 'none' : cues}`,
    ...(all > 0 ? [`repetitions      ${good} of ${all} good`] : []),
  ];
}
