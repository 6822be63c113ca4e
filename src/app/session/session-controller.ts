import type { Reading } from '../../instrument/output/reading.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { Gauge, SetPlan, StopKind } from '../../coach/coach-contract.ts';
import { AppError } from '../app-error.ts';
import { isAppErrorCode } from '../app-error-text.ts';
import { asAppError } from '../as-app-error.ts';
import type { FrameSource } from '../sources/frame-source.ts';
import { measurementPlanFor } from './measurement-plan-for.ts';
import { NO_CLIENT, noSource } from '../sources/no-camera.ts';
import { openTogether } from '../sources/open-together.ts';
import { Placement } from './placement.ts';
import { planForSource } from './plan-for-source.ts';
import { RunningSet, type SetEnd } from './running-set.ts';
import type { Session, SessionSnapshot, SourceRequest } from './session-contract.ts';
import { SessionNotices } from './session-notices.ts';
import { browserParts, type SessionClient, type SessionDeps, type SessionParts } from './session-parts.ts';
import { currentView, openVisit, type OpenSession } from './session-view.ts';
import { IDLE_SNAPSHOT, SnapshotBoard } from './snapshot-board.ts';

/**
 * The one object the screens drive (see `Session`). One per page; it owns its `<video>` element. A source of kind `demo`
 * always runs `demoPlan()`, whatever plan it is opened with: the clip dictates drill, side and phases.
 */
export const createSession = (
  deps: SessionDeps,
  parts: SessionParts = browserParts({ sound: () => deps.settings.current }),
): Session => new SessionController(deps, parts);

/** Stages of a session: what is open, what comes next, what is shown. The set itself is `RunningSet`'s. */
class SessionController implements Session {
  readonly video: HTMLVideoElement;
  readonly #deps: SessionDeps;
  readonly #parts: SessionParts;
  readonly #board: SnapshotBoard;
  readonly #notices = new SessionNotices();
  readonly #readingListeners = new Set<(reading: Reading, gauge: Gauge | null) => void>();
  #visit: OpenSession | null = null;

  constructor(deps: SessionDeps, parts: SessionParts) {
    this.#deps = deps;
    this.#parts = parts;
    this.video = parts.video;
    const { muted } = deps.settings.current;
    this.#board = new SnapshotBoard({ ...IDLE_SNAPSHOT, muted }, parts.timers, parts.pageNow);
    parts.announcer.setMuted(muted);
    parts.onPageHide(() => this.#visit?.set?.flush());
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

  async open(plan: SetPlan, request: SourceRequest): Promise<void> {
    this.#parts.announcer.unlock();
    await this.close();
    const client = request.kind === 'none' ? NO_CLIENT : this.#newClient();
    const visit = openVisit(planForSource(plan, request.kind), request, client);
    this.#visit = visit;
    this.#board.change({ stage: 'starting', source: request.kind, plan: visit.plan });
    if (request.kind === 'none') return this.#enterSet(() => this.#run(visit, noSource(this.video)));
    try {
      const { engine, source } = await openTogether({
        client,
        model: this.#deps.settings.current.model,
        targetRate: plan.drill.instrument.frameRate,
        openSource: () => this.#parts.openSource(request),
        onProgress: (load) => this.#goesOn(visit) && this.#board.touch(() => ({ load })),
      });
      if (!this.#goesOn(visit)) return source.close();
      visit.placement = this.#place(visit, source);
      this.#board.change({ stage: 'placing', engine });
    } catch (error) {
      this.#fail(visit, asAppError(error));
    }
  }

  start(): void {
    if (this.#visit) this.#start(this.#visit, false);
  }

  readonly pause = (): void => this.#press((set) => set.pause());
  readonly resume = (): void => this.#press((set) => set.resume());
  readonly skip = (): void => this.#press((set) => set.skip());

  stop(why: StopKind): void {
    this.#press((set) => set.stop(why));
  }

  setMuted(muted: boolean): void {
    this.#parts.announcer.setMuted(muted);
    this.#board.change({ muted });
    // Kept for the next visit where that is possible.
    this.#deps.settings.change({ muted }).catch(() => undefined);
  }

  async close(): Promise<void> {
    const visit = this.#visit;
    this.#visit = null;
    this.#notices.clear();
    if (this.snapshot.stage !== 'idle') this.#board.change(IDLE_SNAPSHOT);
    if (!visit) return;
    visit.set?.stop('stopped');
    this.#letGo(visit);
    await visit.set?.ended;
  }

  #press(act: (set: RunningSet) => void): void {
    const visit = this.#visit;
    if (!visit?.set) return;
    act(visit.set);
    this.#board.change(this.#current(visit));
  }

  /** @param armed the start has been held already */
  #start(visit: OpenSession, armed: boolean): void {
    if (this.snapshot.stage !== 'placing' || this.#visit !== visit) return;
    this.#enterSet(() => {
      this.#begin(visit, armed).catch((error: unknown) => this.#fail(visit, asAppError(error)));
    });
  }

  #newClient(): SessionClient {
    const current = () => (this.#visit?.client === client ? this.#visit : null);
    const client = this.#parts.makeClient({
      onRestart: ({ referencePoseLost: neutralLost }) => current()?.set?.workerRestarted(neutralLost),
      onGiveUp: (error) => {
        const visit = current();
        if (visit?.set) visit.set.workerGaveUp();
        else if (visit) this.#fail(visit, error);
      },
      onEngineChange: (engine) => {
        if (current()) this.#board.change({ engine });
      },
    });
    return client;
  }

  #place(visit: OpenSession, source: FrameSource): Placement {
    return new Placement({
      source,
      request: visit.request,
      client: visit.client,
      plan: visit.plan,
      measurementPlan: this.#firstPlan(visit),
      parts: this.#parts,
      notices: this.#notices,
      onReading: (reading) => this.#onReading(visit, reading, null),
      onArmed: () => this.#start(visit, true),
      onFailed: (error) => this.#fail(visit, error),
    });
  }

  async #begin(visit: OpenSession, armed: boolean): Promise<void> {
    const { placement } = visit;
    const source = await placement?.handOver();
    visit.placement = null;
    if (!placement || !source) return;
    if (!this.#goesOn(visit)) return source.close();
    this.#run(visit, source, armed ? placement.workerNow : null);
  }

  #enterSet(begin: () => void): void {
    this.#board.change({ stage: 'running' });
    void this.#parts.wakeLock.hold();
    begin();
  }

  #run(visit: OpenSession, source: FrameSource, ahead: Seconds | null = null): void {
    // The set's time begins at 0: the worker starts afresh, since its time must not go back, unless it holds the start already.
    if (ahead === null) visit.client.begin(this.#firstPlan(visit)).catch(() => undefined);
    visit.set = new RunningSet({
      plan: { ...visit.plan, armed: ahead !== null },
      ahead,
      request: visit.request,
      source,
      client: visit.client,
      subjectHeight: this.#deps.settings.current.subjectHeight,
      sets: this.#deps.sets,
      parts: this.#parts,
      notices: this.#notices,
      onStep: () => this.#touch(),
      onReading: (reading, gauge) => this.#onReading(visit, reading, gauge),
      onEnded: (end) => this.#onEnded(visit, end),
    });
    this.#board.change(this.#current(visit));
  }

  #onReading(visit: OpenSession, reading: Reading, gauge: Gauge | null): void {
    if (this.#visit !== visit) return;
    visit.reading = reading;
    for (const listener of this.#readingListeners) listener(reading, gauge);
    this.#touch();
  }

  #onEnded(visit: OpenSession, { why, recordId, personSeen }: SetEnd): void {
    this.#parts.wakeLock.release();
    if (this.#visit !== visit) return;
    if (why === 'source-ended' && visit.request.kind === 'file' && !personSeen)
      this.#fail(visit, new AppError('video-without-person', 'nobody was seen to the end of the video'));
    else this.#board.change({ ...this.#current(visit), stage: 'finished', recordId });
  }

  #goesOn(visit: OpenSession): boolean {
    return this.#visit === visit && this.snapshot.stage !== 'failed';
  }

  #fail(visit: OpenSession, error: AppError): void {
    if (!this.#goesOn(visit)) return;
    this.#letGo(visit);
    this.#board.change({
      ...this.#current(visit),
      stage: 'failed',
      error: isAppErrorCode(error.name) ? error.name : 'unexpected',
    });
  }

  #letGo(visit: OpenSession): void {
    this.#parts.wakeLock.release();
    visit.placement?.close();
    visit.placement = null;
    visit.client.close();
  }

  #touch(): void {
    const visit = this.#visit;
    if (visit) this.#board.touch(() => this.#current(visit));
  }

  #current(visit: OpenSession): Partial<SessionSnapshot> {
    return currentView(visit, this.#notices, this.#parts);
  }

  #firstPlan({ plan: { drill, sides } }: OpenSession) {
    return measurementPlanFor(drill, sides[0] ?? 'left', this.#deps.settings.current.subjectHeight);
  }
}
