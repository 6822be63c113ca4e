import type { Reading } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';
import type { Metres, Seconds } from '../../instrument/geometry/units.ts';
import { startCoach, stepCoach } from '../../coach/coach.ts';
import type { CoachInput, CoachStep, SetPlan, TimelinePhase } from '../../coach/coach-contract.ts';
import type { CoachState } from '../../coach/coach-state.ts';
import { spokenReason } from '../../coach/speech/coach-words.ts';
import { SetRecorder } from '../../coach/record/set-recorder.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import { AppError } from '../app-error.ts';
import type { Clip, ClipFrame } from '../sources/clip-reader.ts';
import { endOfHold, needsMoreTime, repeatHold } from './repeat-hold.ts';
import { measurementPlanFor } from '../session/set-plans.ts';
import type { PoseClient } from '../worker-client/pose-client.ts';
import { recordEngine } from '../session/record-head.ts';
import { readingEarlier } from '../sources/source-link.ts';

export interface ClipAnalysisOptions {
  readonly clip: Clip;
  readonly client: Pick<PoseClient, 'begin' | 'beginReferencePose' | 'analyse' | 'engine' | 'restarts'>;
  readonly plan: SetPlan;
  /** The phases that the clip was performed to. Null: the plan's preset, from the first held reference pose. */
  readonly phases: readonly TimelinePhase[] | null;
  readonly subjectHeight: Metres;
  readonly id: string;
  readonly onProgress: (done: number, total: number) => void;
}

export interface ClipAnalysis {
  readonly record: SetRecord;
  /** Why nothing was measured although a person was seen, in plain words. Null: a reference pose was held. */
  readonly unmeasured: string | null;
}

/**
 * Measures a recorded clip with the same worker, coach and recorder as a live set, as fast as the frames can be
 * measured. Time is the frames' own timestamps; the frame rate is thinned to that of a live set. Throws
 * `video-without-person`. A record without readings is no error.
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
  /** How long the hold was repeated; null while the hold is not over. */
  let repeated: Seconds | null = end === null ? 0 : null;
  for await (const { frame, time } of everyNth(decodedAhead(clip.frames()), stride)) {
    if (repeated === null && end !== null && time >= end)
      repeated = set.needsMoreTime ? await repeatHold({ frames: again, client, end }) : 0;
    const ahead = repeated ?? 0;
    await set.observe(readingEarlier(await client.analyse(frame, time + ahead), ahead));
    frames++;
    options.onProgress(frames, total);
    if (set.over) break;
  }
  // A restarted worker has lost the reference pose, so the record would be incomplete.
  if (client.restarts !== before) throw new AppError('worker-crashed', 'the measurement broke off and was restarted');
  return set.finish({ frames, stride, repeated: repeated ?? 0 });
}

/**
 * The pose model tracks the person from frame to frame and needs some time to find the whole body. In a live set the
 * laptop is placed during that time. For a clip the model gets the first moments twice.
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
 * Every how many frames one is measured. A clip with at least twice the rate of the drill is thinned, as frames are
 * dropped before a camera. A clip of unknown rate is not thinned.
 * @param fps mean frames per second of the clip
 * @param asked frames per second that the drill asks for
 */
export const strideOf = (fps: number | null, asked: number): number =>
  fps === null ? 1 : Math.max(1, Math.floor((1 + RATE_ROUNDING) * (fps / asked)));

/** Share; containers state 14.98 frames per second for 15. */
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

/** Decodes the next frame while one is being measured. */
async function* decodedAhead(frames: AsyncGenerator<ClipFrame, void, undefined>): AsyncGenerator<ClipFrame> {
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
  /** How long the hold of the start was repeated in all. */
  readonly repeated: Seconds;
}

/** The coach and the recorder on one clip. */
class CoachedClip {
  readonly #options: ClipAnalysisOptions;
  readonly #recorder: SetRecorder;
  readonly #problems = new Map<Reason | 'moving', { count: number; words: string }>();
  #state: CoachState | null = null;
  #personSeen = false;
  #referencePoseSet = false;
  #needsMoreTime = false;
  #last: Seconds = 0;

  constructor(options: ClipAnalysisOptions) {
    this.#options = options;
    this.#recorder = new SetRecorder(options.plan);
  }

  /** The last reading had everything for a reference pose except enough time. */
  get needsMoreTime(): boolean {
    return this.#needsMoreTime;
  }

  get over(): boolean {
    return this.#state !== null && this.#state.ended !== null;
  }

  /** The clip's time begins at 0. The reference pose is requested before the first frame, as in a live set. */
  async start(): Promise<void> {
    const { plan, phases } = this.#options;
    await this.#take(null, startCoach({ ...plan, startBeforeWork: phases !== null }, 0, phases ?? undefined));
  }

  async observe(reading: Reading): Promise<void> {
    this.#last = reading.time;
    this.#personSeen ||= reading.person.seen;
    this.#referencePoseSet ||= reading.referencePose.kind === 'set';
    this.#needsMoreTime = needsMoreTime(reading.referencePose);
    this.#noteProblem(reading);
    await this.#step({ kind: 'reading', reading });
  }

  async finish({ frames, stride, repeated }: Measured): Promise<ClipAnalysis> {
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
        ...(repeated > 0 ? { shownAgain: Math.round(100 * repeated) / 100 } : {}),
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

  /** Counts the reasons why there is no reference pose yet. */
  #noteProblem(reading: Reading): void {
    if (this.#referencePoseSet) return;
    const problem = problemOf(reading);
    if (problem === null) return;
    const words =
      problem === 'moving'
        ? 'The person never held still in the start position.'
        : spokenReason(problem, reading, this.#options.plan.words);
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
