import type { Reading } from '../body/reading.ts';
import type { Metres, Milliseconds, Seconds } from '../body/units.ts';
import type { Gauge, SetPlan, StopKind } from '../coach/coach-contract.ts';
import { type RecordHead, SetRecorder } from '../coach/set-recorder.ts';
import type { EndReason } from '../coach/set-record.ts';
import type { SetStore } from '../storage/storage-contract.ts';
import type { AppError } from './app-error.ts';
import { awaitCamera } from './camera-return.ts';
import type { FrameSource, SourceEvent } from './frame-source.ts';
import { measurementPlanFor } from './measurement-plan-for.ts';
import { recordEngine } from './record-engine.ts';
import { SessionClock } from './session-clock.ts';
import type { SourceRequest } from './session-contract.ts';
import type { SessionNotices } from './session-notices.ts';
import type { SessionClient, SessionParts } from './session-parts.ts';
import { NOTICE, SPOKEN } from './session-words.ts';
import { SetRun } from './set-run.ts';
import { SetWriter } from './set-writer.ts';
import { SourceLink } from './source-link.ts';

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

/** How long a notice stands whose cause is over. */
const PASSING_NOTICE: Milliseconds = 12_000;

/** A video may begin with an empty room; after this long the person at the screen is told. */
const PATIENCE_WITH_NOBODY: Seconds = 8;

/** One set with its source, its clock and its record. Nothing that goes wrong with a frame, the camera or the disk ends it. */
export class RunningSet {
  readonly #options: RunningSetOptions;
  readonly #clock: SessionClock;
  readonly #recorder: SetRecorder;
  readonly #writer: SetWriter;
  readonly #run: SetRun;
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
    const { plan, parts, client, subjectHeight, sets, source } = options;
    this.#options = options;
    this.ended = new Promise((resolve) => (this.#settle = resolve));
    this.#id = parts.newId();
    this.#startedAt = parts.date().toISOString();
    this.#clock = new SessionClock(parts.pageNow);
    this.#recorder = new SetRecorder(plan);
    this.#writer = new SetWriter({
      sets,
      recorder: this.#recorder,
      head: () => this.#head(),
      pageNow: parts.pageNow,
      onTrouble: (error) => this.#storageTrouble(error),
    });
    this.#run = new SetRun({
      plan,
      client,
      clock: this.#clock,
      timers: parts.timers,
      recorder: this.#recorder,
      announcer: parts.announcer,
      measurementPlan: (side) => measurementPlanFor(plan.drill, side, subjectHeight),
      onStep: () => {
        this.#writer.tick();
        options.onStep();
      },
      onFinished: (why) => void this.#end(why),
      onTrouble: () => this.workerGaveUp(),
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

  workerRestarted(neutralLost: boolean): void {
    const { notices, parts, onStep } = this.#options;
    notices.set('worker', NOTICE.workerRestarted, parts.pageNow() + PASSING_NOTICE);
    if (neutralLost) this.#run.neutralLost();
    onStep();
  }

  workerGaveUp(): void {
    this.#options.notices.set('worker', NOTICE.workerGaveUp);
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
      onReading: (reading) => this.#observe(reading),
      onEvent: (event) => this.#onSourceEvent(event),
      onHidden: (hidden) => hidden && this.#say(SPOKEN.hidden, true),
      // The client counts what fails and restarts the worker; one lost frame is nothing.
      onError: () => undefined,
    });
  }

  #observe(reading: Reading): void {
    const { notices, request, onReading } = this.#options;
    this.#measured++;
    if (reading.person.seen && !this.#personSeen) {
      this.#personSeen = true;
      notices.set('person', null);
      this.#writer.begin();
    }
    if (!this.#personSeen && request.kind === 'file' && reading.time > PATIENCE_WITH_NOBODY) {
      notices.set('person', NOTICE.nobody);
    }
    this.#run.observe(reading);
    onReading(reading, this.#run.gauge);
  }

  #onSourceEvent(event: SourceEvent): void {
    const { notices, request } = this.#options;
    if (event.kind === 'muted') notices.set('camera', event.muted ? NOTICE.cameraSilent : null);
    else if (event.kind === 'lost' && request.kind === 'camera') this.#cameraLost();
    else {
      if (event.kind === 'lost') notices.set('camera', NOTICE.fileBrokeOff);
      this.#run.sourceEnded();
    }
  }

  #cameraLost(): void {
    const { parts, notices, request } = this.#options;
    this.#link.close();
    notices.set('camera', NOTICE.cameraLost);
    parts.announcer.carryOut({ kind: 'beep', tone: 'cue' });
    this.#say(SPOKEN.cameraLost, true);
    this.#stopWaiting = awaitCamera({
      open: () => parts.openSource(request),
      timers: parts.timers,
      onDeviceChange: parts.onDeviceChange,
      allowed: parts.cameraAllowed,
      onReturn: (source) => this.#cameraBack(source),
    });
  }

  /** It may stand elsewhere now: what the instrument knew of the person is void, and the coach asks for a new neutral. */
  #cameraBack(source: FrameSource): void {
    const { client, plan, subjectHeight, notices } = this.#options;
    this.#stopWaiting = null;
    notices.set('camera', null);
    this.#say(SPOKEN.cameraBack, false);
    client.begin(measurementPlanFor(plan.drill, this.#run.side, subjectHeight)).catch(() => undefined);
    this.#run.neutralLost();
    this.#link = this.#linkTo(source);
  }

  #say(text: string, urgent: boolean): void {
    this.#options.parts.announcer.carryOut({ kind: 'say', text, urgent });
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

  #storageTrouble(error: AppError): void {
    const full = error.name === 'storage-full';
    this.#options.notices.set('storage', full ? NOTICE.storageFull : NOTICE.storageTrouble);
  }

  #head(): RecordHead {
    const { request, client } = this.#options;
    const seconds = this.#clock.now();
    const { width, height } = this.#link.source;
    return {
      id: this.#id,
      startedAt: this.#startedAt,
      source: {
        kind: request.kind,
        fps: seconds > 1 ? Math.round((10 * this.#measured) / seconds) / 10 : null,
        frames: this.#measured,
        width,
        height,
      },
      engine: recordEngine(client.engine),
    };
  }
}
