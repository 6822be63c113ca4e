import type { Reading } from '../../instrument/output/reading.ts';
import type { Metres, Seconds } from '../../instrument/geometry/units.ts';
import type { Gauge, SetPlan, StopKind } from '../../coach/coach-contract.ts';
import { type RecordHead, SetRecorder } from '../../coach/record/set-recorder.ts';
import type { EndReason } from '../../coach/record/set-record.ts';
import type { SetStore } from '../../storage/storage-contract.ts';
import { ArmSwitch } from './arm-switch.ts';
import { awaitCamera } from '../sources/camera-return.ts';
import type { FrameSource, SourceEvent } from '../sources/frame-source.ts';
import { measurementPlanFor } from './measurement-plan-for.ts';
import { recordHead } from './record-head.ts';
import { SessionClock } from './session-clock.ts';
import type { Blindness, SourceRequest } from './session-contract.ts';
import type { SessionNotices } from './session-notices.ts';
import type { SessionClient, SessionParts } from './session-parts.ts';
import { SetRun } from './set-run.ts';
import { SetTroubles } from './set-troubles.ts';
import { SetWriter } from './set-writer.ts';
import { SourceLink } from '../sources/source-link.ts';

export interface RunningSetOptions {
  readonly plan: SetPlan;
  readonly request: SourceRequest;
  /** Just opened, or a camera that runs. Closed by the set. */
  readonly source: FrameSource;
  readonly client: SessionClient;
  readonly subjectHeight: Metres;
  readonly sets: Pick<SetStore, 'beginSet' | 'appendChunk' | 'finishSet'>;
  readonly parts: SessionParts;
  readonly notices: SessionNotices;
  /** The worker holds the start already and its time is so far ahead of the set's; null: it begins with the set. */
  readonly ahead: Seconds | null;
  readonly onStep: () => void;
  readonly onReading: (reading: Reading, gauge: Gauge) => void;
  /** The last thing that happens; the set is stored, or cannot be. */
  readonly onEnded: (end: SetEnd) => void;
}

export interface SetEnd {
  readonly why: EndReason;
  /** Null: nothing was worth keeping. */
  readonly recordId: string | null;
  readonly personSeen: boolean;
}

/** A video may begin with an empty room; after this long the person at the screen is told. */
const PATIENCE_WITH_NOBODY: Seconds = 8;

/** One set with its source, its clock and its record. Nothing that goes wrong with a frame, the camera or the disk ends it. */
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
  #link: SourceLink;
  #measured = 0;
  #personSeen = false;
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
    this.#troubles = new SetTroubles({ notices, announcer: parts.announcer, pageNow: parts.pageNow });
    this.#recorder = new SetRecorder(plan);
    this.#writer = new SetWriter({
      sets,
      recorder: this.#recorder,
      head: () => this.#head(),
      pageNow: parts.pageNow,
      onTrouble: (error) => this.#troubles.storage(error),
    });
    this.#run = new SetRun({
      plan,
      client,
      clock: this.#clock,
      timers: parts.timers,
      recorder: this.#recorder,
      announcer: { carryOut: (effect) => this.#troubles.isTold(effect) || parts.announcer.carryOut(effect) },
      measurementPlan: (side) => measurementPlanFor(plan.drill, side, subjectHeight),
      onStep: () => {
        this.#writer.tick();
        options.onStep();
      },
      onFinished: (why) => void this.#end(why),
      // The client starts a dead worker again or says that it gives up; one request that fails is not the end.
      onTrouble: () => undefined,
    });
    this.arm = new ArmSwitch({
      works: options.request.kind === 'camera' && plan.drill.armSignal !== false,
      announcer: parts.announcer,
      isPaused: () => this.#run.gauge.paused,
      pause: () => this.pause(),
      resume: () => this.resume(),
    });
    this.#link = this.#linkTo(source);
    // A video may turn out to show nobody: then there is no set to keep.
    if (options.request.kind !== 'file') this.#writer.begin();
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

  /** The page may be about to go. */
  flush(): void {
    if (this.#run.gauge.finished === null) this.#writer.flush();
  }

  #linkTo(source: FrameSource): SourceLink {
    const { client, parts } = this.#options;
    return new SourceLink({
      source,
      client,
      makePump: parts.makePump,
      clock: this.#clock,
      ahead: this.#options.ahead ?? 0,
      onReading: (reading) => this.#observe(reading),
      onEvent: (event) => this.#onSourceEvent(event),
      onHidden: (hidden) => hidden && source.kind !== 'none' && this.#troubles.tabHidden(),
      // The client counts what fails and restarts the worker; one lost frame is nothing.
      onError: () => undefined,
    });
  }

  #observe(reading: Reading): void {
    const { request, onReading } = this.#options;
    this.#measured++;
    if (reading.person.seen && !this.#personSeen) {
      this.#personSeen = true;
      this.#troubles.nobody(false);
      this.#writer.begin();
    }
    if (!this.#personSeen && request.kind === 'file' && reading.time > PATIENCE_WITH_NOBODY) {
      this.#troubles.nobody(true);
    }
    this.#run.observe(reading);
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

  /** It may stand elsewhere now: what the instrument knew of the person is void, and the coach asks for a new neutral. */
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
    // The finishing step is still under way: the record is made after it.
    await Promise.resolve();
    this.#link.close();
    const record = await this.#writer.finish();
    this.#options.onEnded({ why, recordId: record?.id ?? null, personSeen: this.#personSeen });
    this.#settle();
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
