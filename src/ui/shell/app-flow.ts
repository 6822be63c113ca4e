import type { WayOn } from '../../app/app-error.ts';
import type { SessionSnapshot, SourceRequest } from '../../app/session/session-contract.ts';
import type { SetPlan } from '../../coach/coach-contract.ts';
import { localDay } from '../../app/local-time.ts';
import { isSymptom } from '../../training/planning/symptom-lock.ts';
import { withSet } from '../../training/planning/programme-run.ts';
import type { OwnInstrument } from '../../training/self-check/self-check-record.ts';
import type { Side } from '../../instrument/geometry/units.ts';
import { frameWords } from '../../i18n/en/frame.ts';
import { download } from '../history/download.ts';
import { markFinished, addToSitting } from '../programmes/sitting.ts';
import { isField, type KeyTarget, opensSettings } from './key-map.ts';
import { HashRouter, type Route } from './router.ts';
import { answersWith } from '../../training/safety/answers.ts';
import type { Served, Services } from './services.ts';
import { ask } from '../elements/th-confirm.ts';
import { listenWhileShown, whileShown } from '../elements/while-shown.ts';

/** A set that the person wants to open. It is made inside the click. */
export interface OpenRequest {
  readonly plan: SetPlan;
  readonly source: SourceRequest;
  /** The part of a programme that the set is; absent: none. */
  readonly part?: PartAddress | undefined;
  /** The set is a check against your own instrument; absent: an ordinary set. */
  readonly check?: CheckRequest | undefined;
  /** Called when it does not open after the safety questions. Absent: if they stand against it, the page of the drill opens. */
  readonly kept?: (() => void) | undefined;
}

export interface CheckRequest {
  readonly id: string;
  readonly side: Side;
  readonly instrument: OwnInstrument;
}

export interface PartAddress {
  readonly programme: string;
  /** Counts from 0. */
  readonly at: number;
}

export interface AppFlowOptions {
  /** Something was deleted; the function brings it back. */
  deleted(undo: () => Promise<unknown>): void;
  failed(error: unknown): void;
  /** The route has changed: the screen is to be rendered and its heading to get the focus. */
  arrived(route: Route): void;
}

/** The person does the set here and now: it is no demo. */
const isOwn = (source: SourceRequest['kind'] | null): boolean => source === 'camera' || source === 'none';

/** Connects the screens: routes, opening and leaving a set, and the actions that several screens offer. */
export class AppFlow {
  readonly #host: Served;
  readonly #options: AppFlowOptions;
  readonly #router: HashRouter;
  #opened: OpenRequest | null = null;
  #isAsking = false;
  /** The demo that was started; it is started once. */
  #started: OpenRequest | null = null;
  /** Sets that the person has as files. */
  readonly #exported = new Set<string>();
  #lastRun: SessionSnapshot | null = null;

  constructor(host: Served, options: AppFlowOptions) {
    this.#host = host;
    this.#options = options;
    this.#router = new HashRouter(
      window,
      (route, from) => this.#arrive(route, from),
      (from) => this.#mayLeave(from),
    );
    whileShown(host, () => {
      this.#router.connect();
      const unsubscribe = this.#session.subscribe(this.#onSession);
      // A session does not survive a reload, so its address leads home.
      if (this.route.screen === 'session') this.go({ screen: 'home' }, { replace: true });
      return () => {
        this.#router.disconnect();
        unsubscribe();
      };
    });
    listenWhileShown(host, 'beforeunload', (event) => this.#beforeUnload(event));
    listenWhileShown(host, 'keydown', (event) => this.#onKey(event));
  }

  get route(): Route {
    return this.#router.route;
  }

  /** The newest snapshot with an engine, for the diagnostics. A closed session no longer has it. */
  get lastRun(): SessionSnapshot | null {
    return this.#lastRun;
  }

  get check(): CheckRequest | null {
    return this.#opened?.check ?? null;
  }

  /** The open set is the demo, to be watched. In a check against an instrument its picture is worked with. */
  get isShow(): boolean {
    return this.#opened?.source.kind === 'demo' && this.#opened.check === undefined;
  }

  go(route: Route, options: { readonly replace?: boolean; readonly force?: boolean } = {}): void {
    this.#router.go(route, options);
  }

  /**
   * Opens a set. One's own passes the one door (`askSafety`), whatever page it comes from. Must run inside the click: browsers allow
   * sound only there.
   */
  open(request: OpenRequest): void {
    if (!isOwn(request.source.kind)) return this.#open(request);
    this.#session.unlockSound();
    if (this.#isAsking) return;
    this.#isAsking = true;
    // Two people train today. Within a programme it stays the one who began it.
    const isUnsure = (request.part?.at ?? 0) === 0 && this.#services.people.isUnsure(localDay(new Date()));
    (isUnsure ? this.#askWho() : Promise.resolve(true))
      .then((isMine) => (isMine ? this.#askSafety(request) : request.kept?.()))
      // A gate that cannot be loaded lets nobody through unasked: the page stays, and the press can be repeated.
      .catch((error: unknown) => this.#options.failed(error))
      .finally(() => {
        this.#isAsking = false;
      });
  }

  async #askWho(): Promise<boolean> {
    const { askWhoLiesThere } = await import('../people/th-who-lies-there.ts');
    return askWhoLiesThere(this.#host, this.#services);
  }

  async #askSafety(request: OpenRequest): Promise<void> {
    const { askSafety } = await import('../safety/ask-safety.ts');
    const asked = await askSafety(this.#host, this.#services, request.plan);
    if (typeof asked === 'object') this.#open({ ...request, plan: asked });
    else if (request.kept) request.kept();
    else if (asked === 'refused') this.go({ screen: 'drill', id: request.plan.drill.id });
  }

  #open(request: OpenRequest): void {
    this.#opened = request;
    if (isOwn(request.source.kind)) this.#services.people.trained(localDay(new Date()));
    // Failures show as the session's stage.
    this.#session.open(request.plan, request.source).catch(() => undefined);
    this.go({ screen: 'session' });
  }

  /** @param drill whose demo; absent: that of the first page */
  openDemo(drill?: string): void {
    this.open({ plan: this.#services.demoPlan(drill), source: { kind: 'demo' } });
  }

  leave(): void {
    const { plan, part, check } = this.#opened ?? {};
    if (check) this.go({ screen: 'self-check', id: plan?.drill.id ?? null });
    else if (part) this.go({ screen: 'part', id: part.programme, at: part.at });
    else this.go(plan ? { screen: 'drill', id: plan.drill.id } : { screen: 'home' });
  }

  takeWay(way: WayOn): void {
    if (way === 'retry' && this.#opened) this.open(this.#opened);
    else if (way === 'other-camera') this.leave();
    else if (way === 'without-camera' && this.#opened) this.open({ ...this.#opened, source: { kind: 'none' } });
    else if (way === 'open-video') this.go({ screen: 'video', id: this.#opened?.plan.drill.id ?? null });
    else if (way === 'demo') this.openDemo(this.#opened?.plan.drill.id);
    else if (way === 'diagnostics') location.hash = '#/diagnostics';
    else if (way === 'understood') this.#services.storage.endTrouble();
    else location.reload();
  }

  async deleteSet(id: string): Promise<void> {
    const restore = await this.#services.sets.remove(id);
    // A set can be deleted although this part of the app cannot be loaded.
    await this.#services
      .oldPictures()
      .then((pictures) => pictures.removeOfSet(id))
      .catch(() => undefined);
    this.#options.deleted(restore);
    if (this.route.screen === 'set') this.go({ screen: 'history' }, { replace: true });
    this.#host.requestUpdate();
  }

  async exportSet(id: string): Promise<void> {
    download(await this.#services.storage.exportFile(id));
    this.#exported.add(id);
  }

  async exportCsv(id: string): Promise<void> {
    const [record, { csvFiles }] = await Promise.all([this.#services.sets.load(id), import('../history/csv-files.ts')]);
    if (record === null) return;
    for (const file of csvFiles(record)) download(file);
  }

  get #services(): Services {
    return this.#host.services;
  }

  get #session() {
    return this.#services.session;
  }

  #mayLeave(from: Route): boolean {
    if (from.screen !== 'session' || this.#session.snapshot.stage !== 'running') return true;
    this.#askToLeave().catch(() => undefined);
    return false;
  }

  async #askToLeave(): Promise<void> {
    if (!(await ask(this.#host, frameWords().leave)) || this.#session.snapshot.stage !== 'running') return;
    // `#onSession` then leads to the summary.
    this.#session.stop('stopped');
  }

  #arrive(route: Route, from: Route): void {
    if (from.screen === 'session') this.#session.close().catch(() => undefined);
    // The ending of a set is read from the floor as the set was.
    if (document.fullscreenElement && route.screen !== 'session' && route.screen !== 'set')
      document.exitFullscreen().catch(() => undefined);
    this.#host.requestUpdate();
    this.#options.arrived(route);
  }

  readonly #onSession = (): void => {
    const { snapshot } = this.#session;
    if (snapshot.engine) this.#lastRun = snapshot;
    // Whoever pressed for the demo has nothing to set up and should not have to press again.
    if (snapshot.stage === 'placing' && this.isShow && this.#started !== this.#opened) {
      this.#started = this.#opened;
      return this.#session.start();
    }
    const isOver = snapshot.stage === 'finished' || snapshot.stage === 'failed';
    if (isOver && isOwn(snapshot.source) && isSymptom(snapshot.gauge?.finished ?? 'running')) this.#askSafetyAgain();
    if (snapshot.stage !== 'finished' || this.route.screen !== 'session') return;
    const { recordId } = snapshot;
    const { check } = this;
    if (check) return this.go({ screen: 'check', id: check.id }, { replace: true, force: true });
    this.#countPart(snapshot);
    if (recordId !== null) markFinished(recordId);
    const to: Route = recordId === null ? { screen: 'history' } : { screen: 'set', id: recordId };
    this.go(to, { replace: true, force: true });
  };

  /** Before the next set. */
  #askSafetyAgain(): void {
    const { settings } = this.#services;
    const { safety } = settings.current;
    settings.change({ safety: answersWith(safety, { again: true }) }).catch(() => undefined);
  }

  /** Records the set as a part of its programme. The demo does not count, because it is always the same clip. */
  #countPart({ recordId, source, gauge }: SessionSnapshot): void {
    const part = this.#opened?.part;
    const { settings } = this.#services;
    if (recordId === null || source === 'demo') return;
    addToSitting(part ?? null, Date.now());
    const run = part && settings.current.programmeRuns[part.programme];
    if (!run) return;
    const finished = gauge?.finished === 'finished' || gauge?.finished === 'source-ended';
    const programmeRuns = {
      ...settings.current.programmeRuns,
      [part.programme]: withSet(run, { at: part.at, set: recordId, finished }),
    };
    // Settings that cannot be stored still hold until the page closes.
    settings.change({ programmeRuns }).catch(() => undefined);
  }

  /** Opens the settings. The session's screen has keys of its own. */
  #onKey(event: KeyboardEvent): void {
    const target = event.composedPath()[0] as KeyTarget | undefined;
    const inDialog = event.composedPath().some((node) => node instanceof HTMLDialogElement);
    if (event.defaultPrevented || inDialog || isField(target) || this.route.screen === 'session') return;
    if (opensSettings(event, this.#services.settings.current.singleKeys)) this.go({ screen: 'settings' });
  }

  #beforeUnload(event: BeforeUnloadEvent): void {
    const wouldBeLost = this.#services.sets.unsaved.some((id) => !this.#exported.has(id));
    if (wouldBeLost || this.#session.snapshot.stage === 'running') event.preventDefault();
  }
}
