import { analyseClip } from '../../../src/app/analyze/clip-analysis.ts';
import { type AppErrorCode, asAppError, errorCode } from '../../../src/app/app-error.ts';
import { newId } from '../../../src/app/new-id.ts';
import { openClip } from '../../../src/app/sources/clip-reader.ts';
import { clipClient } from '../../../src/app/worker-client/pose-client.ts';
import type { SetPlan, TimelinePhase } from '../../../src/coach/coach-contract.ts';
import { type DrillDefinition, GOALS } from '../../../src/coach/drill-definition.ts';
import { followTimeline, readGivenTimeline } from '../../made/given-timeline.ts';
import { findDrill, WATCHED_DRILLS } from '../../../src/drills/index.ts';
import { coachWords } from '../../../src/i18n/en/coach.ts';
import type { Metres, Seconds, WorkingSide } from '../../../src/instrument/geometry/units.ts';
import type { ModelSize } from '../../../workers/pose.api.ts';

/**
 * A request of `clip-analyzer.ts` to this page. Plain data, since it crosses from Node to the page.
 */
export interface AnalyzeRequest {
  /** Address of the clip on the page's own origin, on a server that answers range requests. */
  readonly clip: string;
  readonly drill: string;
  /** Variant of a drill that has several. Absent: the first one. */
  readonly variant?: string | null;
  /** Null: left. */
  readonly side: WorkingSide | null;
  readonly goal: string;
  readonly subjectHeight: Metres;
  /** A parsed timeline file, not yet validated. Null: the drill's preset runs from the first held reference pose. */
  readonly timeline: unknown;
  readonly model: ModelSize | 'auto';
}

export type AnalyzeTrouble = AppErrorCode | 'unknown-drill' | 'bad-goal' | 'bad-timeline';

export type AnalyzeResult =
  | {
      readonly ok: true;
      /** The record as JSON text, because a string crosses to Node much faster than an object. */
      readonly record: string;
      /** Why nothing was measured although a person was seen, in plain words. Null: a reference pose was held. */
      readonly unmeasured: string | null;
      /** Wall-clock time for all frames, without loading the model. */
      readonly seconds: Seconds;
    }
  | { readonly ok: false; readonly trouble: AnalyzeTrouble; readonly detail: string };

export interface AnalyzeProgress {
  readonly stage: 'loading' | 'frames';
  readonly done: number;
  /** 0: not known. */
  readonly total: number;
}

declare global {
  interface Window {
    /** Takes one request at a time. */
    truehipAnalyze?: (request: AnalyzeRequest) => Promise<AnalyzeResult>;
    /** Set by a tool that wants progress reports. */
    truehipProgress?: (progress: AnalyzeProgress) => unknown;
  }
}

/** A request that cannot be carried out, besides errors of clip and model. */
class Refusal extends Error {
  readonly trouble: AnalyzeTrouble;
  constructor(trouble: AnalyzeTrouble, detail: string) {
    super(detail);
    this.trouble = trouble;
  }
}

function drillOf({ drill: id, variant = null }: AnalyzeRequest): DrillDefinition {
  const drill = findDrill(id, variant);
  if (drill && drill.camera !== 'none') return drill;
  const known = WATCHED_DRILLS.map((candidate) => candidate.id).join(', ');
  throw new Refusal('unknown-drill', `there is no drill "${id}" that looks at a video; there are ${known}`);
}

function planOf(request: AnalyzeRequest): { plan: SetPlan; phases: readonly TimelinePhase[] | null } {
  const drill = drillOf(request);
  const goal = GOALS.find((candidate) => candidate === request.goal);
  if (!goal) throw new Refusal('bad-goal', `the goal "${request.goal}" is none of ${GOALS.join(', ')}`);
  const sides = [drill.bilateral ? 'both' : (request.side ?? 'left')] as const;
  const plan: SetPlan = { drill, sides, goal, preset: drill.presets[goal], countIn: 0, words: coachWords() };
  if (request.timeline === null) return { plan, phases: null };
  const given = readGivenTimeline(request.timeline, drill);
  if (!given.ok) throw new Refusal('bad-timeline', given.problem);
  return { plan, phases: followTimeline(plan, given.phases) };
}

async function run(request: AnalyzeRequest): Promise<AnalyzeResult> {
  const { plan, phases } = planOf(request);
  const clip = await openClip(request.clip);
  try {
    const model = request.model === 'auto' ? plan.drill.instrument.model : request.model;
    const client = await clipClient(model, ({ loaded, total }) =>
      window.truehipProgress?.({ stage: 'loading', done: loaded, total }),
    );
    const started = performance.now();
    const { record, unmeasured } = await analyseClip({
      clip,
      client,
      plan,
      phases,
      subjectHeight: request.subjectHeight,
      id: newId(),
      onProgress: (done, total) => window.truehipProgress?.({ stage: 'frames', done, total }),
    });
    return {
      ok: true,
      record: JSON.stringify(record),
      unmeasured,
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    clip.close();
  }
}

function refused(error: unknown): AnalyzeResult {
  if (error instanceof Refusal) return { ok: false, trouble: error.trouble, detail: error.message };
  return { ok: false, trouble: errorCode(error), detail: asAppError(error).message };
}

window.truehipAnalyze = (request) => run(request).catch(refused);
