import type { Reading } from '../../instrument/output/reading.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import type { CoachEffect, Gauge, SetPlan, StopKind } from '../../coach/coach-contract.ts';
import { AppError } from '../app-error.ts';
import { isAppErrorCode } from '../app-error.ts';
import { asAppError } from '../app-error.ts';
import type { FrameSource } from '../sources/frame-source.ts';
import { measurementPlanFor, planForSource, withBlindSpotsTold } from './set-plans.ts';
import { NO_CLIENT, noSource } from '../sources/no-camera.ts';
import { Placement } from './placement.ts';
import { RunningSet, type SetEnd } from './running-set.ts';
import type { Session, SessionSnapshot, SourceRequest } from './session-contract.ts';
import { NetworkNotices, SessionNotices } from './set-troubles.ts';
import { browserParts, type SessionDeps, type SessionParts } from './session-parts.ts';
import { IDLE_SNAPSHOT, SnapshotBoard } from './snapshot-board.ts';
import type { EngineInfo, LoadOptions, LoadProgress } from '../../../workers/pose.api.ts';
import { type PoseClient, type SessionClient, wantedEngine } from '../worker-client/pose-client.ts';

/**
 * Creates the session of the page, which owns its `<video>` element. A source of kind `demo` always runs `demoPlan()`,
 * because the clip determines drill, side and phases.
 */
export const createSession = (
  deps: SessionDeps,
  parts: SessionParts = browserParts({ sound: () => deps.settings.current }),
): Session => new SessionController(deps, parts);

/** Goes through the stages of a session and publishes its snapshot. `RunningSet` runs the set itself. */
class SessionController implements Session {
  readonly video: HTMLVideoElement;
  readonly #deps: SessionDeps;
  readonly #parts: SessionParts;
  readonly #board: SnapshotBoard;
  readonly #notices = new SessionNotices();
  readonly #readingListeners = new Set<(reading: Reading, gauge: Gauge | null) => void>();
  #session: OpenSession | null = null;

  constructor(deps: SessionDeps, parts: SessionParts) {
    this.#deps = deps;
    this.#parts = parts;
    this.video = parts.video;
    const { muted } = deps.settings.current;
    this.#board = new SnapshotBoard({ ...IDLE_SNAPSHOT, muted }, parts.timers, parts.pageNow);
    parts.announcer.setMuted(muted);
    parts.onPageHide(() => this.#session?.set?.flush());
  }

  get snapshot(): SessionSnapshot {
    return this.#board.snapshot;
  }

  subscribe(listener: () => void): () => void {
    return this.#board.subscribe(listener);
  }

  onReading(listener: (reading: Reading, gauge: Gauge | null) => void): () => void {
    this.#readingListeners.add(listener);
    return () => this.#readingListeners.delete(listener);
  }

  prepare(drill: DrillDefinition): void {
    // While a session runs, the worker is in use.
    if (this.#session === null) this.#parts.prepareClient?.(loadOptions(drill, this.#deps.settings.current.model));
  }

  async open(plan: SetPlan, request: SourceRequest): Promise<void> {
    this.#parts.announcer.unlock();
    await this.close();
    const client = request.kind === 'none' ? NO_CLIENT : this.#newClient();
    const networks = new NetworkNotices({ ...this.#parts, notices: this.#notices });
    const session = newOpenSession(this.#planFor(plan, request.kind), request, client, networks);
    this.#session = session;
    this.#board.change({ stage: 'starting', source: request.kind, plan: session.plan });
    if (request.kind === 'none') return this.#enterSet(() => this.#run(session, noSource(this.video)));
    try {
      const { engine, source } = await openTogether({
        client,
        options: loadOptions(session.plan.drill, this.#deps.settings.current.model),
        openSource: () => this.#parts.openSource(request),
        onProgress: (load) => this.#goesOn(session) && this.#board.touch(() => ({ load })),
      });
      if (!this.#goesOn(session)) return source.close();
      session.placement = this.#place(session, source);
      this.#board.change({ stage: 'placing', engine });
    } catch (error) {
      this.#fail(session, asAppError(error));
    }
  }

  start(): void {
    if (this.#session) this.#start(this.#session, false);
  }

  readonly pause = (): void => this.#press((set) => set.pause());
  readonly resume = (): void => this.#press((set) => set.resume());
  readonly skip = (): void => this.#press((set) => set.skip());
  readonly count = (): void => this.#press((set) => set.count());

  stop(why: StopKind): void {
    this.#press((set) => set.stop(why));
  }

  setMuted(muted: boolean): void {
    this.#parts.announcer.setMuted(muted);
    this.#board.change({ muted });
    // Stored for the next time, if possible.
    this.#deps.settings.change({ muted }).catch(() => undefined);
  }

  announce(effect: Extract<CoachEffect, { kind: 'say' | 'beep' }>): void {
    this.#parts.announcer.carryOut(effect);
  }

  async close(): Promise<void> {
    const session = this.#session;
    this.#session = null;
    this.#notices.clear();
    if (this.snapshot.stage !== 'idle') this.#board.change(IDLE_SNAPSHOT);
    if (!session) return;
    session.set?.stop('stopped');
    this.#letGo(session);
    await session.set?.ended;
  }

  #press(act: (set: RunningSet) => void): void {
    const session = this.#session;
    if (!session?.set) return;
    act(session.set);
    this.#board.change(this.#current(session));
  }

  /** @param referenceHeld the reference pose is set already */
  #start(session: OpenSession, referenceHeld: boolean): void {
    if (this.snapshot.stage !== 'placing' || this.#session !== session) return;
    this.#enterSet(() => {
      this.#begin(session, referenceHeld).catch((error: unknown) => this.#fail(session, asAppError(error)));
    });
  }

  #planFor(plan: SetPlan, kind: SourceRequest['kind']): SetPlan {
    return withBlindSpotsTold(planForSource(plan, kind), this.#deps.settings.current);
  }

  /** Notes that the person was told what the camera cannot see in this drill. */
  #keepBlindSpotsTold({ plan, request }: OpenSession): void {
    const { id } = plan.drill;
    const { blindSpotsTold } = this.#deps.settings.current;
    if (request.kind !== 'camera' || blindSpotsTold.includes(id)) return;
    this.#deps.settings.change({ blindSpotsTold: [...blindSpotsTold, id] }).catch(() => undefined);
  }

  #newClient(): SessionClient {
    const current = () => (this.#session?.client === client ? this.#session : null);
    const client = this.#parts.makeClient({
      onRestart: ({ referencePoseLost: neutralLost }) => current()?.set?.workerRestarted(neutralLost),
      onGiveUp: (error) => {
        const session = current();
        if (session?.set) session.set.workerGaveUp();
        else if (session) this.#fail(session, error);
      },
      onEngineChange: (engine) => {
        if (current()) this.#board.change({ engine });
      },
    });
    return client;
  }

  #place(session: OpenSession, source: FrameSource): Placement {
    return new Placement({
      source,
      request: session.request,
      client: session.client,
      plan: session.plan,
      measurementPlan: this.#firstPlan(session),
      parts: this.#parts,
      notices: this.#notices,
      onReading: (reading) => this.#onReading(session, reading, null),
      onReferenceHeld: () => this.#start(session, true),
      onFailed: (error) => this.#fail(session, error),
    });
  }

  async #begin(session: OpenSession, referenceHeld: boolean): Promise<void> {
    const { placement } = session;
    const source = await placement?.handOver();
    session.placement = null;
    if (!placement || !source) return;
    if (!this.#goesOn(session)) return source.close();
    this.#run(session, source, referenceHeld ? placement.workerNow : null);
  }

  #enterSet(begin: () => void): void {
    this.#board.change({ stage: 'running' });
    void this.#parts.wakeLock.hold();
    begin();
  }

  #run(session: OpenSession, source: FrameSource, ahead: Seconds | null = null): void {
    // The set's time begins at 0 and the worker's time must not go back, so the worker begins anew unless the reference
    // pose is set.
    if (ahead === null) session.client.begin(this.#firstPlan(session)).catch(() => undefined);
    session.set = new RunningSet({
      plan: { ...session.plan, referenceHeld: ahead !== null },
      ahead,
      request: session.request,
      source,
      client: session.client,
      subjectHeight: this.#deps.settings.current.subjectHeight,
      sets: this.#deps.sets,
      parts: this.#parts,
      notices: this.#notices,
      onStep: () => this.#touch(),
      onBlindTold: () => this.#keepBlindSpotsTold(session),
      onReading: (reading, gauge) => this.#onReading(session, reading, gauge),
      onEnded: (end) => this.#onEnded(session, end),
    });
    this.#board.change(this.#current(session));
  }

  #onReading(session: OpenSession, reading: Reading, gauge: Gauge | null): void {
    if (this.#session !== session) return;
    session.reading = reading;
    session.networks.tell(reading.networksOut ?? []);
    for (const listener of this.#readingListeners) listener(reading, gauge);
    this.#touch();
  }

  #onEnded(session: OpenSession, { why, recordId, personSeen }: SetEnd): void {
    this.#parts.wakeLock.release();
    if (this.#session !== session) return;
    if (why === 'source-ended' && session.request.kind === 'file' && !personSeen)
      this.#fail(session, new AppError('video-without-person', 'nobody was seen to the end of the video'));
    else this.#board.change({ ...this.#current(session), stage: 'finished', recordId });
  }

  #goesOn(session: OpenSession): boolean {
    return this.#session === session && this.snapshot.stage !== 'failed';
  }

  #fail(session: OpenSession, error: AppError): void {
    if (!this.#goesOn(session)) return;
    this.#letGo(session);
    this.#board.change({
      ...this.#current(session),
      stage: 'failed',
      error: isAppErrorCode(error.name) ? error.name : 'unexpected',
    });
  }

  #letGo(session: OpenSession): void {
    this.#parts.wakeLock.release();
    session.placement?.close();
    session.placement = null;
    session.client.close();
  }

  #touch(): void {
    const session = this.#session;
    if (session) this.#board.touch(() => this.#current(session));
  }

  #current(session: OpenSession): Partial<SessionSnapshot> {
    return currentView(session, this.#notices, this.#parts);
  }

  #firstPlan({ plan: { drill, sides } }: OpenSession) {
    return measurementPlanFor(drill, sides[0] ?? 'left', this.#deps.settings.current.subjectHeight);
  }
}

/** What is open between `open` and `close`. Events of an earlier one are ignored. */
export interface OpenSession {
  readonly plan: SetPlan;
  readonly request: SourceRequest;
  readonly client: SessionClient;
  readonly networks: NetworkNotices;
  placement: Placement | null;
  set: RunningSet | null;
  reading: Reading | null;
}

const newOpenSession = (
  plan: SetPlan,
  request: SourceRequest,
  client: SessionClient,
  networks: NetworkNotices,
): OpenSession => ({
  plan,
  request,
  client,
  networks,
  placement: null,
  set: null,
  reading: null,
});

/** The parts of the snapshot that change without an action of the person. */
function currentView(
  session: OpenSession,
  notices: SessionNotices,
  { announcer, wakeLock, pageNow }: Pick<SessionParts, 'announcer' | 'wakeLock' | 'pageNow'>,
): Partial<SessionSnapshot> {
  const counts = (session.set ?? session.placement)?.counts;
  return {
    gauge: session.set?.gauge ?? null,
    reading: session.reading,
    gate: session.placement?.gate ?? null,
    notice: notices.current(pageNow()),
    blind: session.set?.blind ?? null,
    arm: session.set?.arm.progress ?? null,
    bothArms: session.set?.arm.isBoth ?? false,
    workerRestarts: session.client.restarts,
    sound: { ...announcer.state, wakeLock: wakeLock.state },
    ...(counts ? { frames: counts } : {}),
  };
}

const loadOptions = ({ instrument, measure }: DrillDefinition, model: LoadOptions['model']): LoadOptions => ({
  model,
  backend: 'auto',
  targetRate: instrument.frameRate,
  engine: wantedEngine(globalThis.location?.search ?? ''),
  networks: measure,
});

interface OpenTogetherOptions {
  readonly client: Pick<PoseClient, 'load'>;
  readonly options: LoadOptions;
  readonly openSource: () => Promise<FrameSource>;
  readonly onProgress: (progress: LoadProgress) => void;
}

/** Loads the model and opens the source at the same time. When one fails, the other is closed. */
async function openTogether({
  client,
  options,
  openSource,
  onProgress,
}: OpenTogetherOptions): Promise<{ readonly engine: EngineInfo; readonly source: FrameSource }> {
  const opening = openSource();
  try {
    const loading = client.load(options, onProgress);
    const [engine, source] = await Promise.all([loading, opening]);
    return { engine, source };
  } catch (error) {
    opening.then(
      (source) => source.close(),
      () => undefined,
    );
    throw error;
  }
}
