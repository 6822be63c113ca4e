import { html, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { appErrorText, type WayOn } from '../../app/app-error.ts';
import type { SessionSnapshot, SessionStage } from '../../app/session/session-contract.ts';
import { leadingSide, type Share } from '../../instrument/geometry/units.ts';
import type { Gauge, SetPlan } from '../../coach/coach-contract.ts';
import { type Feedback, feedbackFor } from '../../coach/progress/angle-display.ts';
import { aimOf } from '../../training/planning/goals.ts';
import { lastBest } from '../../training/review/since-last.ts';
import { coachWords } from '../../i18n/en/coach.ts';
import { setWords } from '../../i18n/en/set.ts';
import { gateAt, type GateView } from '../../coach/setup/setup-gate.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { fire, changeSettings, goTo, loadPart, Served } from '../shell/services.ts';
import type { CheckRequest } from '../shell/app-flow.ts';
import { instructionText, showsRing, waitingProblem } from './no-number.ts';
import { whileShown } from '../elements/while-shown.ts';
import { presenceAt, SessionKeys, type Stopping, voiceIsHeard } from './session-controllers.ts';
import { liveStyles, sessionStyles } from './session-styles.ts';
import { phaseAnnouncement } from './set-texts.ts';
import { headline, type Phrase, setParts, type SetView } from './set-view.ts';
import { buttons } from '../styles/styles.ts';
import type { ThKeysDialog } from '../shell/th-keys-dialog.ts';
import { startShare } from './th-set-ring.ts';
import { type ActionEvent, isTouch, switchFullScreen } from './th-set-controls.ts';
import '../shell/th-error-card.ts';
import '../shell/th-keys-dialog.ts';
import './th-loading.ts';
import './th-stage.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** The set-up gate of the snapshot. A source without hands-free start has none, so it is computed from the reading. */
const gateOf = ({ gate, reading, source }: SessionSnapshot, { drill, sides }: SetPlan): GateView =>
  gate ??
  gateAt(reading, {
    drill,
    side: sides[0] ?? 'left',
    handsFree: source === 'camera',
    words: coachWords().gate,
  });

/** A mouse, not a key, a finger, a switch or a screen reader. An older browser does not name the pointer. */
const isByMouse = (click: Event): boolean =>
  click instanceof MouseEvent && click.detail > 0 && ((click as PointerEvent).pointerType ?? 'mouse') === 'mouse';

const pausedText = (plan: SetPlan | null, source: SessionSnapshot['source']): string => {
  if (isTouch()) return setWords().pausedTouchPhrase;
  return source === 'camera' && plan?.drill.armSignal === undefined
    ? setWords().pausedArmPhrase
    : setWords().pausedPhrase;
};

/** The shape of the picture, width to height. */
const pictureShape = ({ reading }: SessionSnapshot): number =>
  reading && reading.height > 0 ? reading.width / reading.height : 16 / 9;

function armText(bothArms: boolean, gauge: Gauge | null): string {
  const { armsEnd, armGoesOn, armPauses, armAnswers } = setWords();
  if (bothArms) return armsEnd;
  if (gauge?.asksBack) return armAnswers;
  return gauge?.paused ? armGoesOn : armPauses;
}

/** In a set the sound becomes no softer than one step; whoever wants none switches it off. */
const VOLUME_STEP: Share = 0.1;
/** In place of a volume of 0. */
const USUAL_VOLUME: Share = 0.6;

/**
 * The session screen, from opening the source to the end of the set. Fires `th-leave` when the person wants to leave and
 * `th-way` with the way on that was chosen after an error.
 */
@customElement('th-session')
export class ThSession extends Served {
  static override styles = [liveStyles, buttons, sessionStyles];

  /** The set is a check against your own instrument; null: an ordinary set. */
  @property({ attribute: false }) check: CheckRequest | null = null;
  @state() private _stopping: Stopping = null;
  /** How much of the number is shown; it fades with the number of sets done before. */
  @state() private _feedback: Feedback = 'number';
  /** The person asked for the number in this set, although it has faded. */
  @state() private _numberBack = false;
  @state() private _past: readonly SetOverview[] = [];
  /** In words: a part of this screen could not be loaded. */
  @state() private _missing: string | null = null;
  @query('h1') private _heading!: HTMLElement;
  @query('th-keys-dialog') private _dialog!: ThKeysDialog;

  readonly #keys = new SessionKeys(this, {
    session: () => this.services.session,
    singleKeys: () => this.services.settings.current.singleKeys,
    showKeys: () => this._dialog.show(),
    sound: (change) => this.#sound(change),
    fill: switchFullScreen,
    switchNumber: () => {
      this._numberBack = !this._numberBack;
    },
    stopping: (stopping) => {
      this._stopping = stopping;
    },
    leave: () => this.#leave(),
  });
  readonly #presence = presenceAt(this);
  #stage: SessionStage | null = null;
  #byMouse = false;

  constructor() {
    super();
    whileShown(this, () => this.services.session.subscribe(() => this.requestUpdate()));
    this.addEventListener('th-missing', () => {
      this._missing = `${appErrorText('app-file-missing').title}.`;
    });
  }

  get #snapshot(): SessionSnapshot {
    return this.services.session.snapshot;
  }

  /** A screen that cannot be drawn ends the set, because nobody could stop it there. */
  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (error) {
      this.services.session.fail(error);
    }
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    if (this.#snapshot.reading?.person.seen) this.#presence.seen(performance.now());
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const { stage } = this.#snapshot;
    if (stage === this.#stage) return;
    this.#stage = stage;
    // Fetched late, because drawings and loops are not part of the first page. The model takes longer to load.
    if (stage === 'starting' || stage === 'placing') loadPart(this, import('./th-placing.ts'));
    this._heading.focus();
    if (stage === 'placing') this.#readPast().catch(() => undefined);
  }

  /** Decides from the past sets how much of the number is shown and what to aim at. The number stays when they cannot be read. */
  async #readPast(): Promise<void> {
    this._feedback = 'number';
    this._numberBack = false;
    this._past = [];
    const { plan, source } = this.#snapshot;
    if (!plan || source === 'none') return;
    this._past = (await this.services.sets.list()).filter(({ drill }) => drill === plan.drill.id);
    if (source !== 'camera') return;
    const feedback = feedbackFor(plan.drill.id, this._past);
    if (feedback === 'number') return;
    await import('./th-faded-angle.ts');
    this._feedback = feedback;
  }

  override render() {
    const snapshot = this.#snapshot;
    const { stage, gauge } = snapshot;
    const timer = snapshot.source === 'none';
    const far = stage === 'placing' && snapshot.source === 'camera' && this.#presence.isAtMat(performance.now());
    return html`<main class="session" data-stage=${stage} ?data-far=${far} ?data-timer=${timer} ?data-demo=${snapshot.source === 'demo' && this.check === null} ?data-check=${this.check !== null} @click=${this.#clicked} .style="--picture: ${pictureShape(snapshot).toFixed(3)}">
      <h1 class="visually-hidden" tabindex="-1">${setWords().headings[stage]}${snapshot.plan ? `: ${snapshot.plan.drill.title}` : ''}</h1>
      <p class="visually-hidden" aria-live="polite" translate="no" .textContent=${stage === 'running' && !voiceIsHeard(this.services) ? phaseAnnouncement(gauge, snapshot.plan) : ''}></p>
      <p class="visually-hidden" aria-live="assertive" translate="no" .textContent=${this.#urgent(snapshot)}></p>
      ${!timer && (stage === 'placing' || stage === 'running' || stage === 'starting') ? this.#picture(snapshot) : null}
      ${stage === 'starting' ? html`<th-loading .load=${snapshot.load} .source=${snapshot.source} .drill=${snapshot.plan?.drill ?? null}></th-loading>` : null}
      ${stage === 'placing' ? this.#placing(snapshot, far) : null}
      ${stage === 'running' ? this.#set(snapshot) : null}
      ${
        stage === 'failed'
          ? html`<div class="failed"><th-error-card .code=${snapshot.error ?? 'unexpected'} .without=${this.#noWays(snapshot)}></th-error-card>
        ${this.#kept(snapshot)}
        <button class="quiet" @click=${this.#leave}>${setWords().buttons.backToDrill}</button></div>`
          : null
      }
      ${stage === 'placing' || stage === 'running' ? this.#notice(snapshot) : null}
      <th-keys-dialog
        .singleKeys=${this.services.settings.current.singleKeys}
        @th-single-keys=${(event: CustomEvent<boolean>) => changeSettings(this, { singleKeys: event.detail })}
      ></th-keys-dialog>
      <slot></slot>
    </main>`;
  }

  #kept({ recordId: id }: SessionSnapshot) {
    if (id === null) return null;
    const { kept, buttons: names } = setWords();
    return html`<p role="status">${kept}</p>
      <button @click=${() => goTo(this, { screen: 'set', id })}>${names.seeSet}</button>`;
  }

  /** A check and a test need their camera, a video is no check, and the demo is no set of the person. */
  #noWays({ source, plan }: SessionSnapshot): readonly WayOn[] {
    const { sideCheckOf, hipTest } = plan?.drill ?? {};
    const measures = this.check !== null || sideCheckOf !== undefined || hipTest !== undefined;
    const isSet = source === 'camera' && !measures;
    const noVideo: readonly WayOn[] = this.check === null ? [] : ['open-video'];
    return isSet ? [] : ['without-camera', ...noVideo];
  }

  /** The same element for all stages: a video that is moved in the document pauses for a moment. */
  #picture(snapshot: SessionSnapshot) {
    const { plan, source, gauge, stage } = snapshot;
    const side = gauge?.phase?.side ?? plan?.sides[0] ?? 'left';
    const check = plan && stage === 'placing' ? gateOf(snapshot, plan).check : null;
    // Bodies and places differ: whoever passes every check is in the right place, wherever the zone lies.
    const zone = plan && check !== null ? { drill: plan.drill, side, check } : null;
    return html`<th-stage
      .zone=${zone}
      .session=${this.services.session}
      .working=${side === 'both' ? null : leadingSide(side)}
      shown=${source === 'camera' ? this.services.settings.current.shown : 'camera'}
    ></th-stage>`;
  }

  /** @param far the person reads from the mat: the main words are as large as during the set */
  #placing(snapshot: SessionSnapshot, far: boolean) {
    const { plan, source } = snapshot;
    if (!plan) return null;
    const gate = gateOf(snapshot, plan);
    const words = setWords();
    return html`<th-placing .plan=${plan} .checks=${gate.checks} .brief=${far}></th-placing>
      ${headline(gate, plan, source === 'camera' && voiceIsHeard(this.services))}
      <div class="start">
        <button class="quiet large" @click=${this.#leave}>${commonWords().back} <kbd aria-hidden="true">${words.keyNames.escape}</kbd></button>
        <p class="muted">${source === 'camera' ? words.startsBySelf : words.plays}</p>
        <button class="${gate.check === null && source !== 'camera' ? 'primary' : ''} large" @click=${this.#keys.start}>${commonWords().start} <kbd aria-hidden="true">${words.keyNames.space}</kbd></button>
      </div>`;
  }

  #set(snapshot: SessionSnapshot) {
    const { gauge, plan, muted } = snapshot;
    if (!gauge || !plan) return null;
    if (this.check) return this.#check(this.check, gauge, plan, snapshot);
    const load = (part: Promise<unknown>) => loadPart(this, part);
    return html`${setParts(this.#view(snapshot, gauge, plan), plan, this.#pressed, load)}
      <th-set-controls
        .paused=${gauge.paused}
        .muted=${muted}
        .volume=${this.services.settings.current.volume}
        .stopping=${this._stopping !== null}
        .singleKeys=${this.services.settings.current.singleKeys}
        @th-action=${this.#pressed}
      ></th-set-controls>`;
  }

  /** Loaded when first needed. The ring shows while the start is awaited, the board of the check otherwise. */
  #check(check: CheckRequest, gauge: Gauge, plan: SetPlan, snapshot: SessionSnapshot) {
    const { reading, blind, muted } = snapshot;
    loadPart(this, import('../self-check/th-check-run.ts'));
    const waiting = showsRing(gauge, reading, blind);
    const phrase =
      this._stopping === 'asks'
        ? null
        : waitingProblem(gauge, reading, blind, this.#presence.unseenFor(performance.now()));
    return html`${
      waiting
        ? html`<th-set-say .gauge=${gauge} .plan=${plan} .text=${instructionText(gauge, reading, blind)}></th-set-say>
          <th-set-ring .gauge=${gauge} .share=${startShare(reading)}></th-set-ring>
          ${phrase === null ? null : html`<th-set-cue severity="amber" text=${phrase}></th-set-cue>`}`
        : null
    }
      <th-check-run
        .services=${this.services}
        .check=${check}
        .waiting=${waiting}
        .stopping=${this._stopping !== null}
        .unseen=${gauge.angle === null}
        .away=${gauge.away?.text ?? null}
        .muted=${muted}
        @th-action=${this.#pressed}
      ></th-check-run>`;
  }

  #view(snapshot: SessionSnapshot, gauge: Gauge, plan: SetPlan): SetView {
    const { reading, blind, source } = snapshot;
    const { hipGoals, errorFigures } = this.services.settings.current;
    const { id: drill } = plan.drill;
    const now =
      reading?.referencePose.kind === 'set'
        ? { pose: reading.referencePose.quality, strictness: plan.strictness }
        : undefined;
    const side = gauge.phase?.side ?? 'left';
    const aim = source === 'camera' ? aimOf(hipGoals, drill, leadingSide(side)) : null;
    const last = gauge.phase && lastBest(this._past, { drill, side, source, ...(now ? { now } : {}) });
    return {
      source,
      gauge,
      text: instructionText(gauge, reading, blind),
      phrase: this.#phrase(snapshot),
      ring: showsRing(gauge, reading, blind) ? startShare(reading) : null,
      blind,
      feedback: this._numberBack ? 'number' : this._feedback,
      target: aim?.degrees ?? last,
      aimed: aim !== null,
      figures: errorFigures,
    };
  }

  /** At most one phrase, by priority: what the next key or arm signal does, the pause, what blocks the start, the cue. */
  #phrase({ gauge, reading, blind, arm, bothArms, plan, source }: SessionSnapshot): Phrase | null {
    const words = setWords();
    if (this._stopping === 'asks')
      return { severity: 'amber', text: isTouch() ? words.stoppingTouchPhrase : words.stoppingPhrase };
    if (arm !== undefined && arm !== null && arm > 0.2)
      return { severity: 'amber', text: armText(bothArms ?? false, gauge) };
    if (gauge?.paused) return { severity: 'amber', text: pausedText(plan, source) };
    // Who rests or leaves makes no fault.
    if (gauge?.away) return { severity: 'amber', text: gauge.away.text };
    if (!gauge?.phase) return null;
    const problem = waitingProblem(gauge, reading, blind, this.#presence.unseenFor(performance.now()));
    return problem === null ? gauge.cue : { severity: 'amber', text: problem };
  }

  #notice({ notice, noticeSaid }: SessionSnapshot) {
    const text = notice ?? this._missing;
    if (text === null) return null;
    const live = noticeSaid && voiceIsHeard(this.services) ? 'off' : 'polite';
    return html`<p class="notice" role="status" aria-live=${live} translate="no" .textContent=${text}></p>`;
  }

  /** What a screen reader says at once, unless the app's voice does. */
  #urgent({ gauge, stage }: SessionSnapshot): string {
    if (stage !== 'running') return '';
    if (this._stopping === 'asks') return setWords().stoppingSpoken;
    return voiceIsHeard(this.services) ? '' : (gauge?.away?.text ?? gauge?.cue?.text ?? '');
  }

  readonly #clicked = { handleEvent: (click: Event) => (this.#byMouse = isByMouse(click)), capture: true };

  readonly #pressed = (event: ActionEvent): void => {
    this.#keys.act(event.detail, this.#byMouse);
    // A clicked button gives its focus away, so that the next Space pauses instead of pressing it again.
    if (this.#byMouse && event.detail !== 'keys') this._heading.focus();
  };

  /** A tone tells how loud it is now. The sound that is off comes back with the first step. */
  #sound(change: 'louder' | 'quieter' | 'mute'): void {
    const { session, settings } = this.services;
    const { volume } = settings.current;
    const isOff = session.snapshot.muted || volume === 0;
    if (change === 'mute' && !isOff) return session.setMuted(true);
    const step = change === 'mute' ? 0 : change === 'louder' ? VOLUME_STEP : -VOLUME_STEP;
    const wanted = isOff ? volume || USUAL_VOLUME : Math.round(10 * (volume + step)) / 10;
    changeSettings(this, { volume: Math.min(1, Math.max(VOLUME_STEP, wanted)) });
    if (session.snapshot.muted) session.setMuted(false);
    session.announce({ kind: 'beep', tone: 'count' });
  }

  readonly #leave = (): void => fire(this, 'th-leave');
}
