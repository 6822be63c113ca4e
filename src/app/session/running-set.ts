import { ArmSwitch } from './arm-switch.ts';
import { ifPossible } from './guard.ts';
import type { PhoneLine, UsedPhone } from './phone-line.ts';
import { SessionClock } from './session-clock.ts';
import type { Blindness, SourceRequest } from './session-contract.ts';
import type { GuardedParts } from './session-parts.ts';
import { SetFeed } from './set-feed.ts';
import { isoAtPlace, measurementPlanFor, recordEngine } from './set-plans.ts';
import { SetRun } from './set-run.ts';
import { type SessionNotices, SetTroubles } from './set-troubles.ts';
import { SetWriter } from './set-writer.ts';
import type { FrameSource } from '../sources/frame-source.ts';
import type { SessionClient } from '../worker-client/pose-client.ts';
import type { CoachEffect, Gauge, SetPlan, StopKind } from '../../coach/coach-contract.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import { type RecordHead, SetRecorder } from '../../coach/record/set-recorder.ts';
import { coachWords } from '../../i18n/en/coach.ts';
import { sinceLast, spokenSinceLast } from '../../training/review/since-last.ts';
import { spokenResult } from '../../training/review/spoken-result.ts';
import type { Metres, Milliseconds, Seconds } from '../../instrument/geometry/units.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import type { SetStore } from '../../storage/storage-contract.ts';

export interface SleepWatchOptions {
  readonly pageNow: () => Milliseconds;
  readonly wallNow: () => Milliseconds;
  readonly isHidden: () => boolean;
}

/** A gap between two looks that no busy page leaves. */
const LEAST: Milliseconds = 4000;
/** A wall clock that runs ahead by more than this was set, because no set is slept through for so long. */
const CLOCK_SET: Milliseconds = 24 * 3600 * 1000;
/** Longer than between two looks of a page that has its turns. A computer that goes to sleep and wakes takes longer. */
const ON_TIME: Milliseconds = 250;
/** A screen that goes dark or a lid that is closed hides the page, and the computer sleeps soon after that. */
const SOON: Milliseconds = 60_000;

/**
 * Whether the wall clock was set: it runs ahead, but the page had its turns all the time and was in front. No clock of a page tells a
 * short nap from it for certain, so that in doubt the computer slept.
 * @param hidden how long ago the page was hidden last
 */
const wasClockSet = (ahead: Milliseconds, page: Milliseconds, hidden: Milliseconds): boolean =>
  ahead >= CLOCK_SET || (page <= ON_TIME && hidden > SOON);

/**
 * Notices that the page stood still: the computer slept, or the browser stopped the page. Some computers stop the page's clock
 * while they sleep, so the wall clock is compared with it.
 */
export class SleepWatch {
  readonly #options: SleepWatchOptions;
  #page: Milliseconds;
  #wall: Milliseconds;
  /** On the page's clock. */
  #hiddenAt: Milliseconds = -Infinity;

  constructor(options: SleepWatchOptions) {
    this.#options = options;
    this.#page = options.pageNow();
    this.#wall = options.wallNow();
  }

  /**
   * Call several times a second.
   * @param heard how long since the last call the tones laid ahead have sounded: so long the set went on without the page
   * @returns how long everything stood still since then; null: it did not
   */
  look(heard: Milliseconds = 0): Milliseconds | null {
    const { pageNow, wallNow, isHidden } = this.#options;
    const page = pageNow() - this.#page;
    const ahead = wallNow() - this.#wall - page;
    this.#page += page;
    this.#wall += ahead + page;
    if (isHidden()) this.#hiddenAt = this.#page;
    const asleep = ahead >= LEAST && !wasClockSet(ahead, page, this.#page - this.#hiddenAt) ? ahead : 0;
    const silent = page - heard;
    const stopped = silent >= LEAST ? silent : 0;
    return asleep + stopped > 0 ? asleep + stopped : null;
  }
}

export interface RunningSetOptions {
  readonly plan: SetPlan;
  readonly request: SourceRequest;
  /** A source that was just opened, or a running camera. The set closes it. */
  readonly source: FrameSource;
  readonly client: SessionClient;
  readonly subjectHeight: Metres;
  readonly sets: Pick<SetStore, 'beginSet' | 'appendChunk' | 'finishSet'> & Partial<Pick<SetStore, 'list'>>;
  readonly parts: GuardedParts;
  readonly notices: SessionNotices;
  /**
   * How far the worker's clock is ahead, when the reference pose is set already. Null: the worker begins with the set.
   */
  readonly ahead: Seconds | null;
  /** A phone on the pelvis. Absent or null: none is used. */
  readonly phone?: PhoneLine | null;
  /** The notice about a phone that is used in this set, which is null while its samples come. Null: none is used. */
  readonly phoneSilence: UsedPhone['silence'] | null;
  readonly onStep: () => void;
  /** The person was told what the camera cannot see. */
  readonly onBlindTold: () => void;
  readonly onReading: (reading: Reading, gauge: Gauge) => void;
  /** Called last, when the set has been stored or could not be. @param recordId null: nothing was kept */
  readonly onEnded: (recordId: string | null) => void;
}

/**
 * One set. `SessionController` starts it, `SetFeed` feeds it with readings, `SetRun` runs the coach through it and says when it
 * is over, and `SetWriter` stores it. Trouble with a frame, the camera or the disk does not end it.
 */
export class RunningSet {
  readonly #options: RunningSetOptions;
  readonly #clock: SessionClock;
  readonly #recorder: SetRecorder;
  readonly #writer: SetWriter;
  readonly #run: SetRun;
  readonly #troubles: SetTroubles;
  readonly arm: ArmSwitch;
  readonly #id: string;
  readonly #startedAt: string;
  readonly #sleep: SleepWatch;
  readonly #feed: SetFeed;
  #measured = 0;
  #stopped: StopKind | null = null;
  /** Settles after `onEnded`. */
  readonly ended: Promise<void>;
  #settle: () => void = () => undefined;

  constructor(options: RunningSetOptions) {
    const { plan, parts, client, sets, notices } = options;
    this.#options = options;
    this.ended = new Promise((resolve) => (this.#settle = resolve));
    this.#id = parts.newId();
    this.#startedAt = isoAtPlace(parts.date());
    this.#clock = new SessionClock(parts.pageNow);
    this.#sleep = new SleepWatch({ ...parts, wallNow: () => parts.date().getTime() });
    this.#troubles = new SetTroubles({ notices, announcer: parts.announcer, pageNow: parts.pageNow });
    this.#recorder = new SetRecorder(plan);
    this.#writer = new SetWriter({
      sets,
      recorder: this.#recorder,
      head: () => this.#head(),
      pageNow: parts.pageNow,
      onTrouble: (error) => this.#troubles.storage(error),
    });
    this.#run = this.#newRun();
    this.arm = new ArmSwitch({
      sign: options.request.kind === 'camera' ? (plan.drill.armSignal ?? 'up') : 'none',
      announcer: parts.announcer,
      isPaused: () => this.#run.gauge.paused,
      isAsked: () => this.#run.gauge.asksBack === true,
      answer: () => this.#run.backMoved(),
      pause: () => this.pause(),
      resume: () => this.resume(),
      stop: () => this.stop('pain'),
    });
    this.#feed = new SetFeed({
      request: options.request,
      source: options.source,
      client,
      parts,
      clock: this.#clock,
      ahead: options.ahead ?? 0,
      troubles: this.#troubles,
      onTimes: (source, worker) => options.phone?.observe(source, worker),
      gauge: () => this.#run.gauge,
      onReading: (reading) => this.#observe(reading),
      onCameraBack: () => this.#beginAnew(),
      onSourceEnded: () => this.#run.press('source-ended'),
    });
    // A check against your own instrument is stored by its screen.
    if (options.plan.check === undefined) this.#writer.begin();
  }

  get gauge(): Gauge {
    return this.#run.gauge;
  }

  get counts(): SetFeed['counts'] {
    return this.#feed.counts;
  }

  get blind(): Blindness | null {
    return this.#troubles.blind;
  }

  pause(): void {
    this.#run.press('pause');
    if (this.#feed.isLive) return;
    this.#feed.source.pause();
    this.#clock.freeze();
  }

  resume(): void {
    this.#clock.thaw();
    this.#feed.source.resume();
    this.#run.press('resume');
  }

  skip(): void {
    this.#run.press('skip');
  }

  count(): void {
    this.#run.press('count');
  }

  stop(why: StopKind): void {
    this.#stopped ??= why;
    this.#run.stop(why);
  }

  /** Ends the set after an exception. Never rejects. @returns the id of what is kept of it; null: nothing */
  async breakOff(): Promise<string | null> {
    ifPossible(() => this.#run.close());
    ifPossible(() => this.#feed.close());
    const kept = await this.#writer.breakOff(this.#stopped ?? 'interrupted');
    this.#settle();
    return kept;
  }

  workerRestarted(referencePoseLost: boolean): void {
    this.#troubles.workerRestarted();
    if (referencePoseLost) this.#run.referencePoseLost();
    this.#options.onStep();
  }

  workerGaveUp(): void {
    this.#troubles.workerGaveUp();
  }

  /** Writes what is new, since the page may be closed. */
  flush(): void {
    if (this.#run.gauge.finished === null) this.#writer.flush();
  }

  #newRun(): SetRun {
    const { plan, parts, client, subjectHeight, onStep, notices, phoneSilence } = this.#options;
    return new SetRun({
      plan,
      client,
      clock: this.#clock,
      timers: parts.ticks,
      slept: (heard) => this.#slept(heard),
      ...(this.#isLive && { canTell: () => this.#canTell() }),
      onWaited: () => this.#troubles.waited(),
      recorder: this.#recorder,
      announcer: {
        carryOut: (effect) => this.#carryOut(effect),
        lay: (tones) => parts.announcer.lay(tones),
        get heard() {
          return parts.announcer.heard;
        },
      },
      measurementPlan: (side) => measurementPlanFor(plan.drill, side, subjectHeight),
      onStep: () => {
        this.#writer.tick();
        this.#troubles.soundHeldBack(parts.announcer.isHeldBack);
        if (phoneSilence) notices.set('phone', phoneSilence(parts.pageNow()));
        onStep();
      },
      onFinished: () => parts.guard.watch(this.#end()),
    });
  }

  /** Time goes on for the person, whatever the page does. A video stands still with the page. */
  get #isLive(): boolean {
    const { kind } = this.#options.request;
    return kind === 'camera' || kind === 'none';
  }

  /** Nothing of a video that stood still was missed. */
  #slept(heard: Seconds): Seconds | null {
    const gap = this.#sleep.look(this.#isLive ? 1000 * heard : 0);
    if (gap === null) return null;
    if (this.#isLive) return gap / 1000;
    this.#clock.rejoin();
    return null;
  }

  /** The screen tells it where no sound is wanted, and a sound that was taken away is waited for. */
  #canTell(): boolean {
    const { announcer, isHidden } = this.#options.parts;
    return announcer.reach === 'heard' || (announcer.reach === 'silent' && !isHidden());
  }

  #observe(reading: Reading): void {
    const { onReading } = this.#options;
    this.#measured++;
    this.#run.observe(reading);
    this.arm.observe(reading);
    onReading(reading, this.#run.gauge);
  }

  /** The camera may stand elsewhere now, so the measurement begins anew and the coach asks for a new reference pose. */
  #beginAnew(): void {
    const { client, plan, subjectHeight } = this.#options;
    client.begin(measurementPlanFor(plan.drill, this.#run.side, subjectHeight)).catch(() => undefined);
    this.#run.referencePoseLost();
  }

  async #end(): Promise<void> {
    // The record is made after the finishing step, which is still running.
    await Promise.resolve();
    this.#feed.close();
    const record = await this.#writer.finish();
    if (record !== null) await this.#tellResult(record).catch(() => undefined);
    this.#options.onEnded(record?.id ?? null);
    this.#settle();
  }

  #carryOut(effect: CoachEffect): void {
    const { parts, onBlindTold } = this.#options;
    if (effect.kind === 'blind-told') onBlindTold();
    if (!this.#troubles.isAlreadySpoken(effect)) parts.announcer.carryOut(effect);
  }

  /** Says the result after the words that ended the set, so that nobody has to get up to learn it. */
  async #tellResult(record: SetRecord): Promise<void> {
    const { plan, parts, sets } = this.#options;
    const words = coachWords();
    const result = spokenResult(record, words, plan.drill);
    if (result === null) return;
    // Repetitions are counted, and a change in degrees would seem to be about their number.
    const isCompared =
      record.source.kind === 'camera' && plan.drill.hipTest === undefined && record.summary.repsAll === 0;
    const all = isCompared ? await Promise.resolve(sets.list?.()).catch(() => []) : [];
    const since = spokenSinceLast(sinceLast(record.id, all ?? []), words.result.since, record.side === 'both');
    // One phrase: the voice keeps only the newest of those that wait.
    const text = since === null ? result : `${result} ${since}`;
    parts.announcer.carryOut({ kind: 'say', text, urgent: false });
  }

  #head(): RecordHead {
    const { request, client } = this.#options;
    const { width, height } = this.#feed.source;
    const [seconds, frames, { kind }] = [this.#clock.now(), this.#measured, request];
    // A rate over less than a second is not meaningful.
    const fps = seconds > 1 && kind !== 'none' ? Math.round((10 * frames) / seconds) / 10 : null;
    return {
      id: this.#id,
      startedAt: this.#startedAt,
      source: { kind, fps, frames, width, height },
      engine: recordEngine(client.engine),
    };
  }
}
