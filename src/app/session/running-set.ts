import type { Reading } from '../../instrument/output/reading.ts';
import type { Metres, Seconds, Share } from '../../instrument/geometry/units.ts';
import type { CoachEffect, Gauge, SetPlan, StopKind } from '../../coach/coach-contract.ts';
import { type RecordHead, SetRecorder } from '../../coach/record/set-recorder.ts';
import type { EndReason, SetRecord } from '../../coach/record/set-record.ts';
import { spokenResult } from '../../coach/review/spoken-result.ts';
import type { SetStore } from '../../storage/storage-contract.ts';
import { awaitCamera } from '../sources/camera-return.ts';
import type { FrameSource, SourceEvent } from '../sources/frame-source.ts';
import { FrameInterval } from './frame-interval.ts';
import { measurementPlanFor } from './set-plans.ts';
import { recordHead } from './record-head.ts';
import { SessionClock } from './session-clock.ts';
import type { Blindness, SourceRequest } from './session-contract.ts';
import { type SessionNotices, SetTroubles } from './set-troubles.ts';
import type { SessionClient } from '../worker-client/pose-client.ts';
import type { SessionParts } from './session-parts.ts';
import { SetRun } from './set-run.ts';
import { SleepWatch } from './sleep-watch.ts';
import { SetWriter } from './set-writer.ts';
import { SourceLink } from '../sources/source-link.ts';
import { armDown, armProgress, stepArm } from '../../coach/setup/arm-signal.ts';
import type { Announcer } from '../sound/announcer.ts';
import { noticeWords } from '../../i18n/en/notices.ts';

export interface RunningSetOptions {
  readonly plan: SetPlan;
  readonly request: SourceRequest;
  /** A source that was just opened, or a running camera. The set closes it. */
  readonly source: FrameSource;
  readonly client: SessionClient;
  readonly subjectHeight: Metres;
  readonly sets: Pick<SetStore, 'beginSet' | 'appendChunk' | 'finishSet'>;
  readonly parts: SessionParts;
  readonly notices: SessionNotices;
  /**
   * How far the worker's clock is ahead, when the reference pose is set already. Null: the worker begins with the set.
   */
  readonly ahead: Seconds | null;
  readonly onStep: () => void;
  /** The person was told what the camera cannot see. Absent: nobody keeps it. */
  readonly onBlindTold?: () => void;
  readonly onReading: (reading: Reading, gauge: Gauge) => void;
  /** Called last, when the set has been stored or could not be. */
  readonly onEnded: (end: SetEnd) => void;
}

export interface SetEnd {
  readonly why: EndReason;
  /** Null: nothing was kept. */
  readonly recordId: string | null;
  readonly personSeen: boolean;
}

/** A video may begin with an empty room. After this time a notice says that no person has been seen. */
const NOBODY_NOTICE_AFTER: Seconds = 8;

/** One set with its source, clock and record. Trouble with a frame, the camera or the disk does not end it. */
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
  #link: SourceLink;
  #measured = 0;
  #personSeen = false;
  readonly #interval = new FrameInterval();
  #stopWaiting: (() => void) | null = null;
  /** Settles after `onEnded`. */
  readonly ended: Promise<void>;
  #settle: () => void = () => undefined;

  constructor(options: RunningSetOptions) {
    const { plan, parts, client, subjectHeight, sets, source, notices } = options;
    this.#options = options;
    this.ended = new Promise((resolve) => (this.#settle = resolve));
    this.#id = parts.newId();
    this.#startedAt = parts.date().toISOString();
    this.#clock = new SessionClock(parts.pageNow);
    this.#sleep = new SleepWatch({ ...parts, wallNow: () => parts.date().getTime() });
    this.#troubles = new SetTroubles({ notices, announcer: parts.announcer, pageNow: parts.pageNow });
    this.#recorder = new SetRecorder(plan);
    this.#writer = new SetWriter({
      sets,
      recorder: this.#recorder,
      head: () => this.#head(),
      pageNow: parts.pageNow,
      giveWay: parts.giveWay,
      onTrouble: (error) => this.#troubles.storage(error),
    });
    this.#run = new SetRun({
      plan,
      client,
      clock: this.#clock,
      timers: parts.timers,
      slept: () => this.#slept(),
      recorder: this.#recorder,
      announcer: { carryOut: (effect) => this.#carryOut(effect) },
      measurementPlan: (side) => measurementPlanFor(plan.drill, side, subjectHeight),
      onStep: () => {
        this.#writer.tick();
        options.onStep();
      },
      onFinished: (why) => void this.#end(why),
      // The client restarts a crashed worker or reports that it gave up, so a failed request needs no handling here.
      onTrouble: () => undefined,
    });
    this.arm = new ArmSwitch({
      works: options.request.kind === 'camera' && plan.drill.armSignal !== false,
      announcer: parts.announcer,
      isPaused: () => this.#run.gauge.paused,
      isAsked: () => this.#run.gauge.asksBack === true,
      answer: () => this.#run.backMoved(),
      pause: () => this.pause(),
      resume: () => this.resume(),
      stop: () => this.stop('pain'),
    });
    this.#link = this.#linkTo(source);
    // A video without a person leaves no set to keep, so its record begins with the first person seen.
    if (options.request.kind !== 'file') this.#keep();
  }

  get gauge(): Gauge {
    return this.#run.gauge;
  }

  get counts(): SourceLink['counts'] {
    return this.#link.counts;
  }

  get blind(): Blindness | null {
    return this.#troubles.blind;
  }

  pause(): void {
    this.#run.pause();
    if (this.#options.request.kind === 'camera') return;
    this.#link.source.pause();
    this.#clock.freeze();
  }

  resume(): void {
    this.#clock.thaw();
    this.#link.source.resume();
    this.#run.resume();
  }

  skip(): void {
    this.#run.skip();
  }

  count(): void {
    this.#run.count();
  }

  stop(why: StopKind): void {
    this.#run.stop(why);
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

  /** A video stands still with the page, so nothing of it was missed. */
  #slept(): Seconds | null {
    const gap = this.#sleep.look();
    if (gap === null) return null;
    const { kind } = this.#options.request;
    if (kind === 'camera' || kind === 'none') return gap / 1000;
    this.#clock.rejoin();
    return null;
  }

  /** Begins to store the set. A check against your own instrument is stored by its screen. */
  #keep(): void {
    if (this.#options.plan.check === undefined) this.#writer.begin();
  }

  #linkTo(source: FrameSource): SourceLink {
    const { client, parts, request } = this.#options;
    return new SourceLink({
      source,
      client,
      makePump: parts.makePump,
      clock: this.#clock,
      ahead: this.#options.ahead ?? 0,
      onReading: (reading) => this.#observe(reading),
      onEvent: (event) => this.#onSourceEvent(event),
      onHidden: (hidden) => hidden && source.kind !== 'none' && this.#troubles.tabHidden(),
      // The client counts failed frames and restarts the worker; one lost frame does not matter.
      onError: () => undefined,
      // A recording is measured as it is.
      ...(request.kind === 'camera' && { interval: () => this.#interval.at(this.#run.gauge) }),
    });
  }

  #observe(reading: Reading): void {
    const { request, onReading } = this.#options;
    this.#measured++;
    if (reading.person.seen && !this.#personSeen) {
      this.#personSeen = true;
      this.#troubles.nobody(false);
      this.#keep();
    }
    if (!this.#personSeen && request.kind === 'file' && reading.time > NOBODY_NOTICE_AFTER) {
      this.#troubles.nobody(true);
    }
    this.#run.observe(reading);
    this.#interval.observe(reading, this.#run.gauge);
    this.arm.observe(reading);
    onReading(reading, this.#run.gauge);
  }

  #onSourceEvent(event: SourceEvent): void {
    if (event.kind === 'muted') this.#troubles.cameraMuted(event.muted);
    else if (event.kind === 'lost' && this.#options.request.kind === 'camera') this.#cameraLost();
    else {
      if (event.kind === 'lost') this.#troubles.fileBrokeOff();
      this.#run.sourceEnded();
    }
  }

  #cameraLost(): void {
    const { parts } = this.#options;
    this.#link.close();
    this.#troubles.cameraLost();
    const { deviceId, label } = this.#link.source;
    this.#stopWaiting = awaitCamera({
      lost: { deviceId, label },
      list: parts.listCameras,
      open: (id) => parts.openSource({ kind: 'camera', deviceId: id, exact: true }),
      timers: parts.timers,
      onDeviceChange: parts.onDeviceChange,
      allowed: parts.cameraAllowed,
      onReturn: (source) => this.#cameraBack(source),
      onOnlyOthers: () => this.#troubles.onlyOtherCameras(),
    });
  }

  /** The camera may stand elsewhere now, so the measurement begins anew and the coach asks for a new reference pose. */
  #cameraBack(source: FrameSource): void {
    const { client, plan, subjectHeight } = this.#options;
    this.#stopWaiting = null;
    this.#troubles.cameraBack();
    client.begin(measurementPlanFor(plan.drill, this.#run.side, subjectHeight)).catch(() => undefined);
    this.#run.referencePoseLost();
    this.#link = this.#linkTo(source);
  }

  async #end(why: EndReason): Promise<void> {
    this.#stopWaiting?.();
    // The record is made after the finishing step, which is still running.
    await Promise.resolve();
    this.#link.close();
    const record = await this.#writer.finish();
    if (record !== null) this.#tellResult(record);
    await this.#options.parts.giveWay?.();
    this.#options.onEnded({ why, recordId: record?.id ?? null, personSeen: this.#personSeen });
    this.#settle();
  }

  #carryOut(effect: CoachEffect): void {
    const { plan, parts, onBlindTold } = this.#options;
    const { blind } = plan.drill.placement;
    if (effect.kind === 'say' && blind !== null && effect.text.includes(blind)) onBlindTold?.();
    if (!this.#troubles.isAlreadySpoken(effect)) parts.announcer.carryOut(effect);
  }

  /** Says the result after the words that ended the set, so that nobody has to get up to learn it. */
  #tellResult(record: SetRecord): void {
    const { plan, parts } = this.#options;
    const text = spokenResult(record, plan.words, plan.drill);
    if (text !== null) parts.announcer.carryOut({ kind: 'say', text, urgent: false });
  }

  #head(): RecordHead {
    const { request, client } = this.#options;
    return recordHead({
      id: this.#id,
      startedAt: this.#startedAt,
      kind: request.kind,
      seconds: this.#clock.now(),
      measured: this.#measured,
      size: this.#link.source,
      engine: client.engine,
    });
  }
}

export interface ArmSwitchOptions {
  /** False: the drill needs the arms, or the source is not a camera. */
  readonly works: boolean;
  readonly announcer: Pick<Announcer, 'carryOut'>;
  readonly isPaused: () => boolean;
  /** The voice has just asked about the lower back: then a raised arm is the answer and pauses nothing. */
  readonly isAsked: () => boolean;
  readonly answer: () => void;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Ends the set because of pain. */
  readonly stop: () => void;
}

/** A tick sounds at these shares of the signal's time, so that the person hears that the arm is seen. */
const TICKS: readonly Share[] = [0.35, 0.7];

/**
 * A raised arm pauses the set or resumes it, and two end it because of pain: a person on the floor cannot reach a key.
 */
export class ArmSwitch {
  readonly #options: ArmSwitchOptions;
  #signal = armDown;
  #bothArms = armDown;

  constructor(options: ArmSwitchOptions) {
    this.#options = options;
  }

  /** Both arms are up. */
  get isBoth(): boolean {
    return armProgress(this.#bothArms) !== null;
  }

  /** Share of the signal's time for which an arm, or both, has been up; null: no arm is up. */
  get progress(): Share | null {
    return armProgress(this.#bothArms) ?? armProgress(this.#signal);
  }

  observe({ time, raisedArms = 0 }: Reading): void {
    const { works, announcer, isPaused, isAsked, answer, pause, resume, stop } = this.#options;
    if (!works) return;
    const before = this.progress ?? 0;
    const both = stepArm(this.#bothArms, time, raisedArms === 2);
    this.#bothArms = both.signal;
    if (both.given) return stop();
    // Two arms that come up together are not the signal of one.
    const { signal, given } = stepArm(this.#signal, time, raisedArms > 0 && this.#bothArms.since === null);
    this.#signal = signal;
    const now = this.progress ?? 0;
    if (TICKS.some((share) => before < share && now >= share)) announcer.carryOut({ kind: 'beep', tone: 'tick' });
    if (!given) return;
    if (isPaused()) return resume();
    if (isAsked()) return answer();
    pause();
    announcer.carryOut({ kind: 'say', text: noticeWords().spoken.armAgain, urgent: false });
  }
}
