import type { Timers } from '../../../src/app/session/session-clock.ts';
import type { EngineInfo, LoadOptions } from '../../../workers/pose.api.ts';
import { AppError } from '../../../src/app/app-error.ts';
import type { CameraChoice } from '../../../src/app/sources/camera-source.ts';
import type { FramePumpOptions } from '../../../src/app/worker-client/frame-pump.ts';
import type { PoseClientOptions } from '../../../src/app/worker-client/pose-client.ts';
import type { Session, SessionSnapshot, SourceRequest } from '../../../src/app/session/session-contract.ts';
import { createSession } from '../../../src/app/session/session-controller.ts';
import type { SessionDeps, SessionParts } from '../../../src/app/session/session-parts.ts';
import type { Seconds } from '../../../src/instrument/geometry/units.ts';
import type { PhoneSample } from '../../../src/instrument/phone/phone-buffer.ts';
import type { MeasurementPlan } from '../../../src/instrument/input/measurement-plan.ts';
import type { CoachEffect } from '../../../src/coach/coach-contract.ts';
import type { FrameRecord, SetRecord } from '../../../src/coach/record/set-record.ts';
import { DEFAULT_SETTINGS } from '../../../src/storage/validate-settings.ts';
import type { SetHeader, SetOverview, SetProgress } from '../../../src/storage/storage-contract.ts';
import { makeReading, type ReadingWish } from '../../../lab/made/make-reading.ts';
import { planFor } from '../../../lab/made/run-set.ts';
import { HAND_CAMERA, HandSource } from './hand-source.ts';

export const CAMERA: SourceRequest = { kind: 'camera', deviceId: null };

/** A page clock and timers that the test advances. */
class HandTime {
  now = 1000;
  #timers = new Map<number, { readonly run: () => void; readonly at: number }>();
  #next = 1;

  set(run: () => void, after: number): number {
    this.#timers.set(this.#next, { run, at: this.now + after });
    return this.#next++;
  }

  clear(timer: number): void {
    this.#timers.delete(timer);
  }

  /** Runs all due timers in order, and lets promises settle in between. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds;
    for (;;) {
      const due = [...this.#timers].filter(([, { at }]) => at <= end).sort((a, b) => a[1].at - b[1].at)[0];
      if (!due) break;
      this.#timers.delete(due[0]);
      this.now = Math.max(this.now, due[1].at);
      due[1].run();
      await settled();
    }
    this.now = end;
    await settled();
  }
}

/** Microtasks to wait for; more than any chain of promises in the session has. */
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

const ENGINE: EngineInfo = {
  model: 'full',
  backend: 'wasm',
  why: 'a test',
  version: '0',
  threads: 1,
  isolated: true,
  trials: [],
};

/** The same object, in which every function asks first whether it is broken. `name` is its path, such as `announcer.unlock`. */
function breakable<T extends object>(whole: T, broken: (name: string) => void, at = ''): T {
  const get = (target: T, key: string | symbol): unknown => {
    const value: unknown = Reflect.get(target, key, target);
    const name = `${at}${String(key)}`;
    if (typeof value === 'function')
      return (...given: unknown[]): unknown => {
        broken(name);
        const result: unknown = Reflect.apply(value, target, given);
        return name === 'makeClient' || name === 'makePump'
          ? breakable(result as object, broken, name === 'makeClient' ? 'client.' : 'pump.')
          : result;
      };
    return typeof value === 'object' && value !== null && at === '' && key !== 'video'
      ? breakable(value, broken, `${name}.`)
      : value;
  };
  return new Proxy(whole, { get });
}

/** A session on fake parts that records everything it does. */
export class SessionBench {
  readonly time = new HandTime();
  readonly log: string[] = [];
  readonly heard: CoachEffect[] = [];
  readonly sources: HandSource[] = [];
  readonly requests: SourceRequest[] = [];
  /** What was loaded, and what was loaded ahead. */
  readonly loads: LoadOptions[] = [];
  readonly prepared: LoadOptions[] = [];
  /** What the worker got of a phone. */
  readonly phoned: (readonly PhoneSample[] | null)[] = [];
  /** The plans that the worker got. */
  readonly begun: MeasurementPlan[] = [];
  /** The cameras that the browser lists. */
  cameras: readonly CameraChoice[] = [HAND_CAMERA];
  readonly stored = {
    begun: [] as SetHeader[],
    chunks: [] as { readonly frames: readonly FrameRecord[]; readonly rest: SetProgress }[],
    finished: [] as SetRecord[],
  };
  /** The sets of earlier days, as far as a session asks for them. */
  earlier: readonly SetOverview[] = [];
  readonly session: Session;
  /** Awaited when source and model open; a test replaces them for a failure or a delay. */
  openSource: (request: SourceRequest) => Promise<HandSource> = async ({ kind }) => new HandSource(kind);
  load: () => Promise<EngineInfo> = async () => ENGINE;
  /** How far the wall clock is ahead of the page's clock, milliseconds. */
  wallAhead = 0;
  hidden = false;
  /** Whether a tone or a word can be heard, and whether the tones that were laid sound. */
  reach: SessionParts['announcer']['reach'] = 'heard';
  tonesSound = false;
  laid: { readonly tone: string; readonly at: number }[] = [];
  storageTrouble: AppError | null = null;
  /** The worker's answer to a request for a reference pose. */
  referencePoseTrouble: AppError | null = null;
  client: Omit<PoseClientOptions, 'createWorker'> = {};
  #pump: FramePumpOptions | null = null;
  #pageHide: () => void = () => undefined;
  #deviceChange = new Set<() => void>();

  /** The function of the parts that throws from now on, such as `announcer.carryOut`; null: none. */
  breaks: string | null = null;
  /** Whether it was called since. */
  broke = false;

  /** @param own parts of the test's own */
  constructor(own: Partial<SessionParts> = {}) {
    const broken = (name: string): void => {
      if (name !== this.breaks) return;
      this.broke = true;
      throw new Error(`${name} broke`);
    };
    const deps: SessionDeps = {
      sets: {
        beginSet: (header) => this.#store(() => this.stored.begun.push(header)),
        appendChunk: (_id, frames, rest) => this.#store(() => this.stored.chunks.push({ frames, rest })),
        finishSet: (record) => this.#store(() => this.stored.finished.push(record)),
        list: async () => (this.storageTrouble ? Promise.reject(this.storageTrouble) : this.earlier),
      },
      settings: {
        current: { ...DEFAULT_SETTINGS, muted: false },
        change: async () => undefined,
      },
    };
    this.session = createSession(breakable(deps, broken), breakable({ ...this.#parts(), ...own }, broken));
  }

  get source(): HandSource {
    const source = this.sources.at(-1);
    if (!source) throw new Error('no source was opened');
    return source;
  }

  /** Delivers a reading of the newest frame; false when the session takes none any more. */
  read(wish: ReadingWish): boolean {
    if (!this.#pump) return false;
    this.source.show(wish.time);
    // The frame itself may have ended the session.
    this.#pump?.onReading(makeReading(wish));
    return true;
  }

  hideTab(): void {
    this.#pump?.onHidden(true);
  }

  pageHide(): void {
    this.#pageHide();
  }

  plugIn(): void {
    for (const listener of this.#deviceChange) listener();
  }

  /** The worker's time, which began before the session. */
  frameTime: Seconds = 70;

  /** Repeats a reading for some seconds, ten times a second. */
  async show(seconds: Seconds, wish: Omit<ReadingWish, 'time'> = {}): Promise<void> {
    for (let frame = 0; frame < seconds * 10; frame++) {
      this.frameTime += 0.1;
      await this.time.pass(100);
      this.read({ referencePoseAt: null, ...wish, time: this.frameTime });
    }
  }

  get stage(): SessionSnapshot['stage'] {
    return this.session.snapshot.stage;
  }

  /** Opens a source and starts the set. */
  async started(request: SourceRequest = CAMERA, plan = planFor()): Promise<void> {
    await this.session.open(plan, request);
    await this.start();
  }

  async start(): Promise<void> {
    this.session.start();
    await settled();
  }

  async stop(why: Parameters<Session['stop']>[0] = 'stopped'): Promise<void> {
    this.session.stop(why);
    await settled();
  }

  /** Delivers ten readings a second and advances the page's clock. */
  async watch(from: number, to: number, wish: Omit<ReadingWish, 'time'>): Promise<void> {
    for (let time = from; time < to - 1e-9; time += 0.1) {
      this.read({ ...wish, time });
      await this.time.pass(100);
    }
  }

  said(): string[] {
    return this.heard.flatMap((effect) => (effect.kind === 'say' ? [effect.text] : []));
  }

  async #store(work: () => unknown): Promise<void> {
    if (this.storageTrouble) throw this.storageTrouble;
    work();
  }

  #parts(): SessionParts {
    const { log, time } = this;
    const reach = () => this.reach;
    const sounds = () => this.tonesSound;
    const timers: Timers = { set: (run, after) => time.set(run, after), clear: (timer) => time.clear(timer) };
    let laidAt = 0;
    return {
      video: {} as HTMLVideoElement,
      announcer: {
        state: { voice: 'ready', beeps: 'running', dumb: null },
        unlock: () => log.push('unlock'),
        carryOut: (effect) => this.heard.push(effect),
        get reach() {
          return reach();
        },
        get isHeldBack() {
          return reach() === 'lost';
        },
        lay: (tones) => {
          laidAt = time.now;
          this.laid = tones.map(({ tone, after }) => ({ tone, at: laidAt + 1000 * after }));
        },
        get heard() {
          return sounds() ? (time.now - laidAt) / 1000 : 0;
        },
        setMuted: (muted) => log.push(muted ? 'muted' : 'loud'),
        close: () => undefined,
      },
      wakeLock: { state: 'on', hold: async () => void log.push('awake'), release: () => log.push('asleep') },
      timers,
      ticks: timers,
      cannotMeasure: () => null,
      pageNow: () => time.now,
      date: () => new Date(Date.parse('2026-05-01T10:00:00Z') + time.now - 1000 + this.wallAhead),
      isHidden: () => this.hidden,
      newId: () => 'a-set',
      makeClient: (options) => {
        this.client = options;
        return {
          engine: ENGINE,
          ready: true,
          restarts: 0,
          load: (wish) => {
            this.loads.push(wish);
            return this.load();
          },
          begin: async (plan) => {
            log.push(`begin ${plan.side}`);
            this.begun.push(plan);
          },
          beginReferencePose: async () => {
            log.push('neutral');
            if (this.referencePoseTrouble) throw this.referencePoseTrouble;
          },
          phone: (samples) => void this.phoned.push(samples),
          analyse: () => Promise.reject(new AppError('unexpected', 'the pump is not real')),
          close: () => log.push('client closed'),
        };
      },
      prepareClient: (wish) => this.prepared.push(wish),
      makePump: (options) => {
        const pump = { counts: { measured: 0, dropped: 0, perSecond: 0 } };
        return {
          ...pump,
          start: () => {
            this.#pump = options;
            options.source.onFrame(() => undefined);
          },
          stop: () => {
            if (this.#pump === options) this.#pump = null;
          },
        };
      },
      openSource: async (request) => {
        this.requests.push(request);
        const source = await this.openSource(request);
        this.sources.push(source);
        return source;
      },
      cameraAllowed: async () => true,
      listCameras: async () => this.cameras,
      onDeviceChange: (listener) => {
        this.#deviceChange.add(listener);
        return () => this.#deviceChange.delete(listener);
      },
      onPageHide: (listener) => {
        this.#pageHide = listener;
        return () => undefined;
      },
    };
  }
}
