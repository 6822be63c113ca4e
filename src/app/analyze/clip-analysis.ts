import { AppError } from '../app-error.ts';
import { measurementPlanFor, recordEngine } from '../session/set-plans.ts';
import type { Clip, ClipFrame } from '../sources/clip-reader.ts';
import { readingEarlier } from '../sources/source-link.ts';
import type { PoseClient } from '../worker-client/pose-client.ts';
import type { CoachInput, CoachStep, SetPlan, TimelinePhase } from '../../coach/coach-contract.ts';
import type { CoachState } from '../../coach/coach-state.ts';
import { startCoach, stepCoach } from '../../coach/coach.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import { SetRecorder } from '../../coach/record/set-recorder.ts';
import { firstBad, gateChecks } from '../../coach/setup/gate-checks.ts';
import { startProblem } from '../../coach/setup/gate-words.ts';
import { spokenReason } from '../../coach/speech/coach-words.ts';
import { videoWords } from '../../i18n/en/transfer.ts';
import type { Metres, Seconds, Share } from '../../instrument/geometry/units.ts';
import type { Reading, ReferencePoseState } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';

// Before a camera the person holds the start until the reference pose is captured. A clip with given phases does not
// wait. If its hold is too short for the instrument (the first second of a clip is often coarse), the end of the hold
// is repeated a few times.

const REPEATED_SPAN: Seconds = 1.4;
const MAX_REPEATS = 5;
/** For a start that looks stretched: the instrument accepts it after 15 s (`held-pose-checks.ts`). */
const MAX_REPEATS_STRETCHED = 13;

/** End of the hold that the phases begin with. Null: they do not begin with one. */
function endOfHold(phases: readonly TimelinePhase[] | null): Seconds | null {
  const first = phases?.[0];
  return first?.kind === 'neutral' ? first.length : null;
}

/** Only time is missing. A wrong posture or a hidden joint would be the same in a repetition. */
const needsMoreTime = (referencePose: ReferencePoseState): boolean =>
  looksStretched(referencePose) ||
  (referencePose.kind === 'holding' && (referencePose.problem === null || referencePose.problem === 'moving'));

const looksStretched = (referencePose: ReferencePoseState): boolean =>
  referencePose.kind === 'holding' && referencePose.problem === 'already-stretched';

export interface RepeatHoldInput {
  /** The clip's frames from its beginning, thinned as they are measured. */
  readonly frames: () => AsyncGenerator<ClipFrame, void, undefined>;
  readonly client: Pick<PoseClient, 'analyse'>;
  /** End of the hold in the clip. */
  readonly end: Seconds;
}

/**
 * Repeats the end of the hold until the reference pose is set.
 * @returns the repeated time, by which the instrument's clock is ahead of the clip's from now on
 */
async function repeatHold(hold: RepeatHoldInput): Promise<Seconds> {
  let repeated: Seconds = 0;
  let most = MAX_REPEATS;
  for (let times = 0; times < most; times++) {
    const { referencePose, length } = await repeatOnce(hold, repeated);
    repeated += length;
    if (referencePose === null || referencePose.kind === 'set') break;
    if (looksStretched(referencePose)) most = MAX_REPEATS_STRETCHED;
  }
  return repeated;
}

async function repeatOnce(
  { frames, client, end }: RepeatHoldInput,
  repeated: Seconds,
): Promise<{ readonly referencePose: ReferencePoseState | null; readonly length: Seconds }> {
  let begin: Seconds | null = null;
  let referencePose: ReferencePoseState | null = null;
  for await (const { frame, time } of frames()) {
    const before = time < end - REPEATED_SPAN;
    const over = time >= end || referencePose?.kind === 'set';
    if (before || over) frame.close();
    if (over) break;
    if (before) continue;
    begin ??= time;
    ({ referencePose } = await client.analyse(frame, repeated + time - begin + end));
  }
  return { referencePose, length: begin === null ? 0 : end - begin };
}

export interface ClipAnalysisOptions {
  readonly clip: Clip;
  readonly client: Pick<PoseClient, 'begin' | 'beginReferencePose' | 'analyse' | 'engine' | 'restarts'>;
  readonly plan: SetPlan;
  /** The phases that the clip was performed to. Null: the plan's preset, from the first held reference pose. */
  readonly phases: readonly TimelinePhase[] | null;
  readonly subjectHeight: Metres;
  readonly id: string;
  readonly onProgress: (done: number, total: number) => void;
  /** Breaks off: the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
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
  const { clip, client, plan, signal } = options;
  signal?.throwIfAborted();
  const before = client.restarts;
  const measured = measurementPlanFor(plan.drill, plan.sides[0] ?? 'left', options.subjectHeight);
  const begin = () => client.begin({ ...measured, startsAfresh: true });
  await begin();
  const asked = plan.drill.instrument.frameRate;
  await letModelSettle(thinned(clip.frames(), asked), client);
  await begin();
  const set = new CoachedClip(options);
  await set.start();
  const total = Math.ceil(Math.round((clip.fps ?? 0) * (clip.duration ?? 0)) / strideOf(clip.fps, asked));
  const seen = { frames: 0, last: 0 };
  let frames = 0;
  const again = () => thinned(clip.frames(), asked);
  const end = endOfHold(options.phases);
  /** How long the hold was repeated; null while the hold is not over. */
  let repeated: Seconds | null = end === null ? 0 : null;
  for await (const { frame, time } of thinned(decodedAhead(clip.frames()), asked, seen)) {
    if (repeated === null && end !== null && time >= end)
      repeated = set.needsMoreTime ? await repeatHold({ frames: again, client, end }) : 0;
    const ahead = repeated ?? 0;
    await set.observe(readingEarlier(await client.analyse(frame, time + ahead), ahead));
    signal?.throwIfAborted();
    frames++;
    options.onProgress(frames, total);
    if (set.over) break;
  }
  // A restarted worker has lost the reference pose, so the record would be incomplete.
  if (client.restarts !== before) throw new AppError('worker-crashed', 'the measurement broke off and was restarted');
  return set.finish(frames, seen, repeated ?? 0);
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
 * Returns n: every n-th frame is measured. A clip with at least twice the rate of the drill is thinned,
 * as frames are dropped before a camera. A clip of unknown rate is not thinned.
 * @param fps mean frames per second of the clip
 * @param asked frames per second that the drill asks for
 */
export const strideOf = (fps: number | null, asked: number): number =>
  fps === null ? 1 : Math.max(1, Math.floor((1 + RATE_ROUNDING) * (fps / asked)));

/** Share; containers state 14.98 frames per second for 15. */
const RATE_ROUNDING = 0.02;

/** What has been decoded so far: number of frames, and the time of the last one. */
interface SeenFrames {
  frames: number;
  last: Seconds;
}

/**
 * Leaves out as many frames as still leave the asked rate, by their own times: the rate of a phone's clip may change
 * within it. At a steady rate every `strideOf`-th frame stays.
 */
async function* thinned(
  frames: AsyncGenerator<ClipFrame>,
  asked: number,
  seen: SeenFrames = { frames: 0, last: 0 },
): AsyncGenerator<ClipFrame, void, undefined> {
  const longest = (1 + RATE_ROUNDING) / asked;
  let kept: Seconds | null = null;
  let before: Seconds | null = null;
  for await (const one of frames) {
    const gap = before === null ? Number.POSITIVE_INFINITY : one.time - before;
    // The next frame, if it comes as soon as this one did, would be too late.
    const isDue = kept === null || one.time + gap - kept > longest;
    before = one.time;
    seen.frames++;
    seen.last = one.time;
    if (isDue) {
      kept = one.time;
      yield one;
    } else one.frame.close();
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

/** Share by which the stated rate may differ from that of the frames; containers state that of the first seconds. */
const SAME_RATE = 0.1;

function meanRate(stated: number | null, { frames, last }: SeenFrames): number | null {
  if (stated === null || frames < 2 || last <= 0) return stated;
  const mean = (frames - 1) / last;
  return Math.abs(mean / stated - 1) > SAME_RATE ? mean : stated;
}

/** In an empty room the pose model finds a person in up to this share of the frames. */
const FLEETING: Share = 0.1;

class CoachedClip {
  readonly #options: ClipAnalysisOptions;
  readonly #recorder: SetRecorder;
  /** What the person would be told, and how often. */
  readonly #problems = new Map<string, { count: number; problem: Reason | 'moving' }>();
  #state: CoachState | null = null;
  #personFrames = 0;
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
    return this.#state !== null && this.#state.timeline.ended !== null;
  }

  /** The clip's time begins at 0. The reference pose is requested before the first frame, as in a live set. */
  async start(): Promise<void> {
    const { plan, phases } = this.#options;
    await this.#take(null, startCoach({ ...plan, startBeforeWork: phases !== null }, 0, phases ?? undefined));
  }

  async observe(reading: Reading): Promise<void> {
    this.#last = reading.time;
    if (reading.person.seen) this.#personFrames++;
    this.#referencePoseSet ||= reading.referencePose.kind === 'set';
    this.#needsMoreTime = needsMoreTime(reading.referencePose);
    this.#noteProblem(reading);
    await this.#step({ kind: 'reading', reading });
  }

  /** @param frames that were measured @param repeated how long the hold of the start was repeated in all */
  async finish(frames: number, seen: SeenFrames, repeated: Seconds): Promise<ClipAnalysis> {
    const { clip, client, id } = this.#options;
    const fleeting = FLEETING * frames;
    if (!this.#referencePoseSet && this.#personFrames <= fleeting) {
      const reason = this.#commonest(['no-person', 'implausible-body'], fleeting);
      throw new AppError('video-without-person', reason ?? 'nobody was found');
    }
    await this.#step({ kind: 'source-ended', time: this.#last });
    const { width, height } = clip;
    const fps = meanRate(clip.fps, seen);
    const stride = Math.round(seen.frames / Math.max(1, frames));
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
        : (this.#commonest() ?? videoWords().neverStill),
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
    const problem = startProblem(reading);
    if (problem === null) return;
    const words = this.#wordsOf(problem, reading);
    this.#problems.set(words, { count: (this.#problems.get(words)?.count ?? 0) + 1, problem });
  }

  /** The words of the set-up, because they say what to change. */
  #wordsOf(problem: Reason | 'moving', reading: Reading): string {
    const { drill, sides, words } = this.#options.plan;
    if (problem === 'moving') return videoWords().neverStill;
    const advice = firstBad(gateChecks(reading, drill, sides[0] ?? 'left', words.gate))?.advice;
    return advice ? `${advice.what} ${advice.todo}` : spokenReason(problem, reading, words);
  }

  #commonest(besides: readonly (Reason | 'moving')[] = [], moreThan = 0): string | null {
    const problems = [...this.#problems].filter(
      ([, { problem, count }]) => !besides.includes(problem) && count > moreThan,
    );
    const [first] = problems.toSorted(([, a], [, b]) => b.count - a.count);
    return first?.[0] ?? null;
  }
}
