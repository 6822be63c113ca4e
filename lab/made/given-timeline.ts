import type { Seconds, WorkingSide } from '../../src/instrument/geometry/units.ts';
import type { SetPlan, TimelinePhase } from '../../src/coach/coach-contract.ts';
import type { DrillDefinition, PhaseKind } from '../../src/coach/drill-definition.ts';
import { drillPhase, referencePosePhase, restPhase } from '../../src/coach/timeline/timeline.ts';

/** A phase to which a recorded set was performed, in seconds of the recording. */
export interface GivenPhase {
  readonly kind: PhaseKind;
  readonly start: Seconds;
  readonly end: Seconds;
  readonly round: number | null;
}

export type GivenTimeline =
  | { readonly ok: true; readonly phases: readonly GivenPhase[] }
  | { readonly ok: false; readonly problem: string };

/** Phases between those of the drill. They begin no round. */
const BETWEEN: readonly PhaseKind[] = ['neutral', 'rest'];
/** Shorter gaps come from rounding in the file. */
const SMALLEST: Seconds = 1e-6;

/** Reads the `phases[]` of a timeline or truth file. `problem`: which phase is wrong and why, in one sentence. */
export function readGivenTimeline(file: unknown, drill: DrillDefinition): GivenTimeline {
  const listed = typeof file === 'object' && file !== null && 'phases' in file ? file.phases : undefined;
  if (!Array.isArray(listed)) return problem('The timeline has no list "phases".');
  if (listed.length === 0) return problem('The timeline has no phase in it.');
  const known = [...new Set([...BETWEEN, ...drill.phases.map((phase) => phase.kind)])];
  const phases: GivenPhase[] = [];
  for (const [index, entry] of listed.entries()) {
    const read = readPhase(entry, known, phases.at(-1)?.end ?? 0);
    if (typeof read === 'string') return problem(`Phase ${index + 1} of the timeline ${read}`);
    phases.push(read);
  }
  return { ok: true, phases };
}

const problem = (text: string): GivenTimeline => ({ ok: false, problem: text });

function readPhase(entry: unknown, known: readonly PhaseKind[], earliest: Seconds): GivenPhase | string {
  if (typeof entry !== 'object' || entry === null) return 'is not an object.';
  const { kind, start, end, round } = entry as Partial<Record<'kind' | 'start' | 'end' | 'round', unknown>>;
  const found = known.find((name) => name === kind);
  if (found === undefined) {
    return `is of the unknown kind ${JSON.stringify(kind)}; this drill has: ${known.join(', ')}.`;
  }
  if (!isTime(start) || !isTime(end)) return 'needs "start" and "end" in seconds from 0 on.';
  if (end <= start) return `ends at ${end} s, not after its start at ${start} s.`;
  if (start < earliest - SMALLEST) return `starts at ${start} s, before the one ahead of it ends (${earliest} s).`;
  if (round !== undefined && !isRound(round)) return 'has a "round" that is not a whole number from 1 on.';
  return { kind: found, start, end, round: round ?? null };
}

const isTime = (value: unknown): value is Seconds => typeof value === 'number' && Number.isFinite(value) && value >= 0;

const isRound = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 1;

/**
 * The given phases as a timeline that begins at second 0 of the recording. Gaps become rests. If the file has no
 * reference pose phase, the time before the first phase is used for it.
 */
export function followTimeline(plan: SetPlan, given: readonly GivenPhase[]): readonly TimelinePhase[] {
  const side = plan.sides[0] ?? 'left';
  const words = plan.words;
  const timeline: TimelinePhase[] = [];
  const done = new Set<PhaseKind>();
  let clock: Seconds = 0;
  let round = 1;
  const firstGap = given.some((phase) => phase.kind === 'neutral')
    ? (length: Seconds) => restPhase(1, side, length, words)
    : (length: Seconds) => referencePosePhase(side, length, words);
  if (!given.some((phase) => phase.kind === 'neutral') && (given[0]?.start ?? 0) <= SMALLEST) {
    timeline.push(referencePosePhase(side, 0, words));
  }
  for (const phase of given) {
    if (phase.start - clock > SMALLEST) {
      const gap = timeline.length === 0 ? firstGap : (length: Seconds) => restPhase(round, side, length, words);
      timeline.push(gap(phase.start - clock));
    }
    round = roundOf(phase, round, done);
    timeline.push(givenPhase(plan, phase, round, side));
    clock = phase.end;
  }
  return timeline;
}

/** A phase kind that occurs again begins the next round, unless the file gives the round. */
function roundOf(phase: GivenPhase, round: number, done: Set<PhaseKind>): number {
  if (BETWEEN.includes(phase.kind)) return phase.round ?? round;
  const next = phase.round ?? (done.has(phase.kind) ? round + 1 : round);
  if (next !== round) done.clear();
  done.add(phase.kind);
  return next;
}

function givenPhase(plan: SetPlan, phase: GivenPhase, round: number, side: WorkingSide): TimelinePhase {
  const length = phase.end - phase.start;
  const words = plan.words;
  if (phase.kind === 'neutral') return referencePosePhase(side, length, words);
  const template = plan.drill.phases.find(({ kind }) => kind === phase.kind);
  if (template === undefined) return restPhase(round, side, length, words);
  const usual = drillPhase(template, plan.preset, round, side);
  const ramp = usual.length !== null && usual.length > 0 ? (usual.ramp * length) / usual.length : usual.ramp;
  return { ...usual, length, ramp };
}
