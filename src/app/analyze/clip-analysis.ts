import type { Reading } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';
import type { Metres, Seconds } from '../../instrument/geometry/units.ts';
import { startCoach, stepCoach } from '../../coach/coach.ts';
import type { CoachInput, CoachStep, SetPlan, TimelinePhase } from '../../coach/coach-contract.ts';
import type { CoachState } from '../../coach/coach-state.ts';
import { SetRecorder } from '../../coach/record/set-recorder.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import { spokenReason } from '../../coach/speech/spoken-reason.ts';
import { AppError } from '../app-error.ts';
import type { Clip, ClipFrame } from '../sources/clip-reader.ts';
import { endOfHold, holdOn, lacksTime } from './hold-on.ts';
import { measurementPlanFor } from '../session/measurement-plan-for.ts';
import type { PoseClient } from '../worker-client/pose-client.ts';
import { recordEngine } from '../session/record-engine.ts';
import { readingEarlier } from '../sources/shifted-source.ts';

export interface ClipAnalysisOptions {
  readonly clip: Clip;
  readonly client: Pick<PoseClient, 'begin' | 'beginReferencePose' | 'analyse' | 'engine' | 'restarts'>;
  readonly plan: SetPlan;
  /** The phases the clip was performed to; null: the plan's preset, from the first still neutral. */
  readonly phases: readonly TimelinePhase[] | null;
  readonly subjectHeight: Metres;
  readonly id: string;
  readonly onProgress: (done: number, total: number) => void;
}

export interface ClipAnalysis {
  readonly record: SetRecord;
  /** Why nothing was measured although a person was seen, in plain words; null when the start was held before the work. */
  readonly unmeasured: string | null;
}

/**
 * Measures a clip by its frames' own timestamps, at the rate the drill is run at live, and lets the coach run on them: the
 * same worker, coach and recorder as in a live set, without waiting for anybody. Throws `video-without-person`; an empty
 * record is no error.
 */
export async function analyseClip(options: ClipAnalysisOptions): Promise<ClipAnalysis> {
  const { clip, client, plan } = options;
  const before = client.restarts;
  const begin = () => client.begin(measurementPlanFor(plan.drill, plan.sides[0] ?? 'left', options.subjectHeight));
  await begin();
  const stride = strideOf(clip.fps, plan.drill.instrument.frameRate);
  await letModelSettle(everyNth(clip.frames(), stride), client);
  await begin();
  const set = new CoachedClip(options);
  await set.start();
  const total = Math.ceil(Math.round((clip.fps ?? 0) * (clip.duration ?? 0)) / stride);
  let frames = 0;
  const again = () => everyNth(clip.frames(), stride);
  const end = endOfHold(options.phases);
  let waited: Seconds | null = end === null ? 0 : null;
  for await (const { frame, time } of everyNth(oneAhead(clip.frames()), stride)) {
    if (waited === null && end !== null && time >= end)
      waited = set.lacksTime ? await holdOn({ frames: again, client, end }) : 0;
    const ahead = waited ?? 0;
    await set.observe(readingEarlier(await client.analyse(frame, time + ahead), ahead));
    frames++;
    options.onProgress(frames, total);
    if (set.over) break;
  }
  // A worker that was restarted has forgotten the neutral: half a measurement must not look like a whole one.
  if (client.restarts !== before) throw new AppError('worker-crashed', 'the measurement broke off and was restarted');
  return set.finish({ frames, stride, waited: waited ?? 0 });
}

/**
 * The pose model follows the person from frame to frame and needs a while until it has them whole. Before a camera it has seen
 * them all the while that the laptop was being placed; a clip's first moments are shown to it twice.
 */
const SETTLING: Seconds = 2;

async function letModelSettle(frames: AsyncGenerator<ClipFrame>, client: ClipAnalysisOptions['client']): Promise<void> {
  for await (const { frame, time } of frames) {
    if (time > SETTLING) {
      frame.close();
      return;
    }
    await client.analyse(frame, time);
  }
}

/**
 * Of how many frames one is measured: where a clip has twice the pictures that the drill asks for or more, the others are
 * passed over as they are before a camera. A rate that is not known is not thinned.
 * @param fps mean rate of the clip
 * @param asked pictures a second that the drill asks for
 */
export const strideOf = (fps: number | null, asked: number): number =>
  fps === null ? 1 : Math.max(1, Math.floor((1 + RATE_ROUNDING) * (fps / asked)));

/** Containers state 14.98 for 15. */
const RATE_ROUNDING = 0.02;

async function* everyNth(
  frames: AsyncGenerator<ClipFrame>,
  stride: number,
): AsyncGenerator<ClipFrame, void, undefined> {
  let index = 0;
  for await (const one of frames) {
    if (index++ % stride === 0) yield one;
    else one.frame.close();
  }
}

/** While one frame is measured the next one is decoded. */
async function* oneAhead(frames: AsyncGenerator<ClipFrame, void, undefined>): AsyncGenerator<ClipFrame> {
  let next = frames.next();
  try {
    for (;;) {
      const { value, done } = await next;
      if (done || !value) return;
      next = frames.next();
      yield value;
    }
  } finally {
    const unused = await next.catch(() => null);
    if (unused?.value) unused.value.frame.close();
    await frames.return();
  }
}

interface Measured {
  readonly frames: number;
  readonly stride: number;
  /** For how long the start had to be shown again. */
  readonly waited: Seconds;
}

/** The coach and the recorder on one clip. */
class CoachedClip {
  readonly #options: ClipAnalysisOptions;
  readonly #recorder: SetRecorder;
  readonly #problems = new Map<Reason | 'moving', { count: number; words: string }>();
  #state: CoachState | null = null;
  #personSeen = false;
  #referencePoseSet = false;
  #lacksTime = false;
  #last: Seconds = 0;

  constructor(options: ClipAnalysisOptions) {
    this.#options = options;
    this.#recorder = new SetRecorder(options.plan);
  }

  /** The last reading had everything for a neutral but time. */
  get lacksTime(): boolean {
    return this.#lacksTime;
  }

  get over(): boolean {
    return this.#state !== null && this.#state.ended !== null;
  }

  /** A clip's time begins at 0; the neutral is asked for before the first frame, as in a live set. */
  async start(): Promise<void> {
    const { plan, phases } = this.#options;
    await this.#take(null, startCoach({ ...plan, startBeforeWork: phases !== null }, 0, phases ?? undefined));
  }

  async observe(reading: Reading): Promise<void> {
    this.#last = reading.time;
    this.#personSeen ||= reading.person.seen;
    this.#referencePoseSet ||= reading.referencePose.kind === 'set';
    this.#lacksTime = lacksTime(reading.referencePose);
    this.#noteProblem(reading);
    await this.#step({ kind: 'reading', reading });
  }

  async finish({ frames, stride, waited }: Measured): Promise<ClipAnalysis> {
    const { clip, client, id } = this.#options;
    if (!this.#personSeen) {
      throw new AppError('video-without-person', this.#commonest('no-person') ?? 'nobody was found in any frame');
    }
    await this.#step({ kind: 'source-ended', time: this.#last });
    const { width, height, fps } = clip;
    const record = this.#recorder.finish({
      id,
      startedAt: null,
      source: {
        kind: 'clip',
        fps: fps === null ? null : Math.round(1000 * fps) / 1000,
        frames,
        ...(stride > 1 ? { every: stride } : {}),
        ...(waited > 0 ? { shownAgain: Math.round(100 * waited) / 100 } : {}),
        width,
        height,
      },
      engine: recordEngine(client.engine),
    });
    return {
      record,
      unmeasured: record.neutrals.some(({ refuted }) => !refuted)
        ? null
        : (this.#commonest() ?? 'the start position was never held still'),
    };
  }

  async #step(input: CoachInput): Promise<void> {
    if (this.#state) await this.#take(input, stepCoach(this.#state, input));
  }

  async #take(input: CoachInput | null, step: CoachStep<CoachState>): Promise<void> {
    const { client, plan, subjectHeight } = this.#options;
    this.#state = step.state;
    this.#recorder.observe(input, step);
    for (const effect of step.effects) {
      if (effect.kind === 'begin-neutral') await client.beginReferencePose();
      if (effect.kind === 'begin-side') {
        await client.begin(measurementPlanFor(plan.drill, effect.side, subjectHeight));
      }
    }
  }

  /** Why there is no neutral yet. */
  #noteProblem(reading: Reading): void {
    if (this.#referencePoseSet) return;
    const problem = problemOf(reading);
    if (problem === null) return;
    const words =
      problem === 'moving' ? 'The person never held still in the start position.' : spokenReason(problem, reading);
    const count = (this.#problems.get(problem)?.count ?? 0) + 1;
    this.#problems.set(problem, { count, words });
  }

  #commonest(besides?: Reason): string | null {
    const problems = [...this.#problems].filter(([problem]) => problem !== besides);
    const [first] = problems.sort(([, a], [, b]) => b.count - a.count);
    return first?.[1].words ?? null;
  }
}

function problemOf({ person, referencePose, light, framing }: Reading): Reason | 'moving' | null {
  if (!person.seen) return person.reason;
  const held = referencePose.kind === 'holding' ? referencePose.problem : null;
  return held ?? light.problem ?? framing.problem;
}
