import type { Reading } from '../../instrument/output/reading.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import type { CoachEffect, Gauge, SetPlan, StopKind } from '../../coach/coach-contract.ts';
import { AppError, errorCode } from '../app-error.ts';
import type { FrameSource } from '../sources/frame-source.ts';
import { noticeWords } from '../../i18n/en/notices.ts';
import { measurementPlanFor, planForSource, withBlindSpotsTold } from './set-plans.ts';
import { NO_CLIENT, noSource } from '../sources/no-camera.ts';
import { Guard, ifPossible } from './guard.ts';
import type { PhoneFeed, UsedPhone } from './phone-line.ts';
import { Placement } from './placement.ts';
import { RunningSet } from './running-set.ts';
import type { Session, SessionSnapshot, SourceRequest } from './session-contract.ts';
import {
  currentView,
  isFirstTime,
  loadOptions,
  newOpenSession,
  connectPhone,
  planWithPhone,
  type OpenSession,
  openTogether,
} from './open-session.ts';
import { NetworkNotices, PASSING_NOTICE, SessionNotices } from './set-troubles.ts';
import { browserParts, guardedParts, type SessionDeps, type SessionParts } from './session-parts.ts';
import { IDLE_SNAPSHOT, SnapshotBoard } from './snapshot-board.ts';
import type { SessionClient } from '../worker-client/pose-client.ts';
import type { LoadProgress } from '../../../workers/pose.api.ts';

/**
 * Creates the session of the page, which owns its `<video>` element. A source of kind `demo` always runs `demoPlan()`,
 * because the clip determines drill, side and phases.
 */
export const createSession = (
  deps: SessionDeps,
  parts: SessionParts = browserParts(() => deps.settings.current),
): Session => new SessionController(deps, parts);

/**
 * Goes through the stages of a session and publishes its snapshot. `RunningSet` runs the set itself. Whatever calls into a
 * session goes through its guard, so that an exception ends in the stage `failed`, with what was done kept.
 */
class SessionController implements Session {
  readonly video: HTMLVideoElement;
  readonly #deps: SessionDeps;
  readonly #parts: SessionParts;
  readonly #board: SnapshotBoard;
  readonly #notices = new SessionNotices();
  readonly #readingListeners = new Set<(reading: Reading, gauge: Gauge | null) => void>();
  #session: OpenSession | null = null;
  /** Stays from set to set. */
  #phone: UsedPhone | null = null;
  /** Counts the wishes of `usePhone`: the last one counts, however long its code takes. */
  #phoneWishes = 0;

  constructor(deps: SessionDeps, parts: SessionParts) {
    this.#deps = deps;
    this.#parts = parts;
    this.video = parts.video;
    const { muted } = deps.settings.current;
    const { timers } = parts;
    const guarded = { ...timers, set: (run: () => void, after: number) => timers.set(() => this.#guarded(run), after) };
    this.#board = new SnapshotBoard({ ...IDLE_SNAPSHOT, muted }, guarded, parts.pageNow);
    parts.announcer.setMuted(muted);
    parts.onPageHide(() => this.#guarded(() => this.#session?.set?.flush()));
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

  async usePhone(feed: PhoneFeed | null): Promise<void> {
    this.#phoneWishes += 1;
    const wish = this.#phoneWishes;
    const phone = feed && (await import('./phone-line.ts').catch(() => null))?.usedPhone(feed);
    if (wish !== this.#phoneWishes) return;
    // Without its code the set goes on without a phone.
    this.#phone = phone ?? null;
    this.#guarded(() => this.#session && connectPhone(this.#session, this.#phone, this.#parts.pageNow));
  }

  prepare(drill: DrillDefinition): void {
    // While a session runs, the worker is in use.
    if (this.#session === null) this.#parts.prepareClient(loadOptions(drill, this.#deps.settings.current));
  }

  unlockSound(): void {
    this.#guarded(() => this.#parts.announcer.unlock());
  }

  async open(plan: SetPlan, request: SourceRequest): Promise<void> {
    try {
      this.#parts.announcer.unlock();
      await this.close();
      this.#session = this.#newSession(plan, request);
    } catch (error) {
      const failed = { stage: 'failed', source: request.kind, plan, error: errorCode(error) } as const;
      return ifPossible(() => this.#board.change(failed));
    }
    const session = this.#session;
    try {
      await this.#openSource(session);
    } catch (error) {
      session.parts.guard.break(error);
    }
  }

  #newSession(plan: SetPlan, request: SourceRequest): OpenSession {
    const planned = this.#planFor(plan, request.kind);
    const session: OpenSession = newOpenSession({
      plan: planned,
      request: request.kind === 'demo' ? { kind: 'demo', drill: planned.drill.id } : request,
      client: request.kind === 'none' ? NO_CLIENT : this.#newClient(),
      parts: guardedParts(this.#parts, new Guard((error) => this.#broke(session, error))),
      networks: new NetworkNotices({ ...this.#parts, notices: this.#notices }),
      firstTime: isFirstTime(this.#deps.sets, plan, request),
    });
    connectPhone(session, this.#phone, this.#parts.pageNow);
    return session;
  }

  async #openSource(session: OpenSession): Promise<void> {
    const { request, client, plan, firstTime } = session;
    this.#board.change({ stage: 'starting', source: request.kind, plan });
    if (request.kind === 'none') {
      const first = await firstTime;
      if (this.#goesOn(session)) this.#enterSet(() => this.#run(session, noSource(this.video), first));
      return;
    }
    const off = this.#parts.cannotMeasure();
    // Before megabytes are fetched.
    if (off !== null) throw new AppError(off, 'this browser has no workers or gives no frames');
    const onProgress = (load: LoadProgress) => this.#goesOn(session) && this.#board.touch(() => ({ load }));
    const [engine, source] = await openTogether(
      () => client.load(loadOptions(plan.drill, this.#deps.settings.current), onProgress),
      () => this.#parts.openSource(request),
    );
    if (!this.#goesOn(session)) return source.close();
    session.source = source;
    session.placement = this.#place(session, source);
    this.#board.change({ stage: 'placing', engine });
  }

  start(): void {
    this.#guarded(() => this.#session && this.#start(this.#session, false));
  }

  readonly pause = (): void => this.#press((set) => set.pause());
  readonly resume = (): void => this.#press((set) => set.resume());
  readonly skip = (): void => this.#press((set) => set.skip());
  readonly count = (): void => this.#press((set) => set.count());

  stop(why: StopKind): void {
    this.#press((set) => set.stop(why));
  }

  setMuted(muted: boolean): void {
    this.#guarded(() => {
      this.#parts.announcer.setMuted(muted);
      this.#board.change({ muted });
      // Stored for the next time, if possible.
      this.#deps.settings.change({ muted }).catch(() => undefined);
    });
  }

  announce(effect: Extract<CoachEffect, { kind: 'say' | 'beep' }>): void {
    this.#guarded(() => this.#parts.announcer.carryOut(effect));
  }

  fail(error: unknown): void {
    this.#session?.parts.guard.break(error);
  }

  async close(): Promise<void> {
    const session = this.#session;
    this.#session = null;
    this.#notices.clear();
    if (this.snapshot.stage !== 'idle') ifPossible(() => this.#board.change(IDLE_SNAPSHOT));
    if (!session) return;
    session.parts.guard.run(() => session.set?.stop('stopped'));
    this.#letGo(session);
    await session.set?.ended;
  }

  #press(act: (set: RunningSet) => void): void {
    this.#guarded(() => {
      const session = this.#session;
      if (!session?.set) return;
      act(session.set);
      this.#board.change(this.#current(session));
    });
  }

  /** Runs what calls into the session, if one is open, by its guard. */
  #guarded(act: () => unknown): void {
    if (this.#session) this.#session.parts.guard.run(act);
    else act();
  }

  /** @param referenceHeld the reference pose is set already */
  #start(session: OpenSession, referenceHeld: boolean): void {
    if (this.snapshot.stage !== 'placing' || this.#session !== session) return;
    this.#enterSet(() => session.parts.guard.watch(this.#begin(session, referenceHeld)));
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
      onRestart: ({ referencePoseLost: neutralLost }) =>
        this.#guarded(() => current()?.set?.workerRestarted(neutralLost)),
      onGiveUp: (error) =>
        this.#guarded(() => {
          const session = current();
          if (session?.set) session.set.workerGaveUp();
          else session?.parts.guard.break(error);
        }),
      onEngineChange: (engine) => this.#guarded(() => current() && this.#board.change({ engine })),
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
      parts: session.parts,
      notices: this.#notices,
      onTimes: (own, worker) => session.phone?.observe(own, worker),
      onReading: (reading) => this.#onReading(session, reading, null),
      onReferenceHeld: () => this.#start(session, true),
      onFailed: (error) => session.parts.guard.break(error),
    });
  }

  async #begin(session: OpenSession, referenceHeld: boolean): Promise<void> {
    const { placement } = session;
    const source = await placement?.handOver();
    const firstTime = await session.firstTime;
    session.placement = null;
    if (!placement || !source) return;
    if (!this.#goesOn(session)) return source.close();
    const ahead = referenceHeld ? placement.workerNow : null;
    this.#run(session, source, firstTime, ahead);
  }

  #enterSet(begin: () => void): void {
    this.#board.change({ stage: 'running' });
    // A set goes on with a dark screen.
    this.#parts.wakeLock.hold().catch(() => undefined);
    begin();
  }

  #run(session: OpenSession, source: FrameSource, firstTime: boolean, ahead: Seconds | null = null): void {
    // The set's time begins at 0 and the worker's time must not go back, so the worker begins anew unless the reference
    // pose is set.
    const phone = this.#phone;
    const isAwaited = session.phone !== null;
    session.plan = planWithPhone(session, phone);
    const isUsed = session.phone !== null;
    if (phone && isAwaited && !isUsed) this.#sayUnused(phone);
    if (ahead === null) {
      session.phone?.restart();
      session.client.begin(this.#firstPlan(session)).catch(() => undefined);
    }
    session.set = new RunningSet({
      plan: { ...session.plan, referenceHeld: ahead !== null, firstTime },
      ahead,
      phone: session.phone,
      phoneSilence: isUsed && phone ? (pageNow) => phone.silence(pageNow) : null,
      request: session.request,
      source,
      client: session.client,
      subjectHeight: this.#deps.settings.current.subjectHeight,
      sets: this.#deps.sets,
      parts: session.parts,
      notices: this.#notices,
      onStep: () => this.#touch(),
      onBlindTold: () => this.#keepBlindSpotsTold(session),
      onReading: (reading, gauge) => this.#onReading(session, reading, gauge),
      onEnded: (end) => this.#onEnded(session, end),
    });
    this.#board.change(this.#current(session));
  }

  /** A set begins without the phone that the person laid on. */
  #sayUnused(phone: UsedPhone): void {
    const { announcer, pageNow } = this.#parts;
    const text = phone.unused(pageNow());
    this.#notices.set('phone', text, pageNow() + PASSING_NOTICE, true);
    announcer.carryOut({ kind: 'say', text, urgent: false });
  }

  #onReading(session: OpenSession, reading: Reading, gauge: Gauge | null): void {
    if (this.#session !== session) return;
    session.reading = reading;
    session.networks.tell(reading.networksOut ?? []);
    for (const listener of this.#readingListeners) listener(reading, gauge);
    this.#touch();
  }

  #onEnded(session: OpenSession, recordId: string | null): void {
    this.#parts.wakeLock.release();
    if (!this.#goesOn(session)) return;
    this.#board.change({ ...this.#current(session), stage: 'finished', recordId });
  }

  #goesOn(session: OpenSession): boolean {
    return this.#session === session && this.snapshot.stage !== 'failed';
  }

  /** Called once, by the session's guard. The card comes at once; what was done is kept meanwhile. */
  #broke(session: OpenSession, error: AppError): void {
    const keeping = session.set?.breakOff();
    this.#letGo(session);
    if (this.#session !== session) return;
    // In the demo nobody lies on the floor.
    const { kind } = session.request;
    if (session.set && (kind === 'camera' || kind === 'none')) ifPossible(() => this.#sayBroke());
    ifPossible(() => this.#board.change(this.#current(session)));
    ifPossible(() => this.#board.change({ stage: 'failed', error: errorCode(error) }));
    void keeping?.then((recordId) => {
      if (this.#session === session) ifPossible(() => this.#board.change({ recordId }));
    });
  }

  #sayBroke(): void {
    this.#parts.announcer.carryOut({ kind: 'say', text: noticeWords().spoken.broke, urgent: true });
  }

  #letGo(session: OpenSession): void {
    const { placement, source, client, phone } = session;
    session.placement = null;
    for (const act of [
      () => phone?.close(),
      () => this.#parts.wakeLock.release(),
      () => placement?.close(),
      () => source?.close(),
      () => client.close(),
    ])
      ifPossible(act);
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
