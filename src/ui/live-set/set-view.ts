import '../home-and-drill/th-drill-still.ts';
import './th-set-gauge.ts';
import './th-set-say.ts';
import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Blindness, SessionSnapshot } from '../../app/session/session-contract.ts';
import type { Gauge, SetPlan } from '../../coach/coach-contract.ts';
import type { Feedback } from '../../coach/progress/angle-display.ts';
import type { GateView } from '../../coach/setup/setup-gate.ts';
import { setWords } from '../../i18n/en/set.ts';
import type { Degrees, Share, WorkingSide } from '../../instrument/geometry/units.ts';
import { effortRamp, effortRampStyles } from './gauge-drawings.ts';
import { liveStyles } from './session-styles.ts';
import { clockText, lineText, longFrom, nextLines } from './set-texts.ts';
import type { Counts } from './th-guided.ts';
import { ringCircles } from './th-set-ring.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** The time left or the repetitions done, how far the phase is, and what comes next. Its words are read from 2.5 m. */
@customElement('th-set-head')
export class ThSetHead extends LitElement {
  static override styles = [
    liveStyles,
    effortRampStyles,
    css`
      :host {
        display: grid;
        align-content: space-between;
        gap: calc(0.2 * var(--u));
        min-block-size: 0;
        min-inline-size: 0;
        padding: calc(0.2 * var(--u)) calc(0.4 * var(--u));
      }
      .caption {
        min-block-size: 1.25em;
        white-space: nowrap;
      }
      .wait {
        color: var(--warn);
        font-weight: 640;
      }
      .clock {
        block-size: calc(7 * var(--u));
        display: grid;
        align-content: center;
        font-size: calc(7.1 * var(--u));
        font-weight: 680;
        letter-spacing: -0.03em;
        line-height: 1;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .clock[data-long] {
        font-size: calc(5.2 * var(--u));
      }
      /* The ring counts. In a low window what comes next needs the room. */
      @media (orientation: landscape) and (max-height: 420px) {
        .clock:empty {
          block-size: 0;
        }
      }
      .way {
        block-size: calc(3 * var(--u));
        display: grid;
        align-content: center;
      }
      svg {
        inline-size: 100%;
        block-size: calc(2 * var(--u));
        /* Room for the dot, which is larger than the line. */
        margin-block-end: calc(1 * var(--u));
        overflow: visible;
      }
      .bar {
        block-size: calc(1 * var(--u));
        border-radius: calc(0.5 * var(--u));
      }
      .next {
        min-block-size: calc(6.9 * var(--u));
        align-content: center;
      }
      /* Without a picture there is room for the seconds of what follows, to be read from the floor. */
      :host([alone]) .minor {
        font-size: calc(3 * var(--u));
      }
      @media (orientation: portrait) {
        :host([alone]) {
          grid-template: auto auto auto / auto minmax(0, 1fr);
          column-gap: calc(4 * var(--u));
        }
        :host([alone]) .way {
          grid-area: 3 / 1 / 4 / 3;
        }
        :host([alone]) .next {
          grid-area: 1 / 2 / 3 / 3;
        }
      }
      .next strong {
        display: block;
        font-size: calc(3.8 * var(--u));
        font-weight: 660;
        letter-spacing: -0.015em;
        line-height: 1.12;
        text-wrap: balance;
      }
      .next [data-long] {
        font-size: calc(3.2 * var(--u));
      }
      .next [data-long='longer'] {
        font-size: calc(2.8 * var(--u));
      }
    `,
  ];

  @property({ attribute: false }) gauge!: Gauge;
  /** No ring stands beside it, so it counts the start too. */
  @property({ type: Boolean }) alone = false;

  override render() {
    const { gauge } = this;
    const { phase } = gauge;
    if (!phase) return null;
    const clock = phase.kind === 'ready' && !this.alone ? '' : clockText(gauge);
    const next = nextLines(gauge.next);
    const waits = gauge.paused || gauge.away?.waits === true;
    return html`<span class="minor caption ${waits ? 'wait' : ''}" translate="no" .textContent=${this.#caption(clock)}></span>
      <span class="clock" role="timer" translate="no" aria-label=${this.#clockLabel()} data-long=${longFrom(clock.length, 5) ?? nothing} .textContent=${clock}></span>
      <span class="way" aria-hidden="true">${this.#way()}</span>
      <p class="next" translate="no"><span class="minor" .textContent=${next.label}></span> <strong data-long=${longFrom(next.title.length, 10, 12) ?? nothing} .textContent=${next.title}></strong></p>`;
  }

  /** What the clock counts, or why it stands still. */
  #caption(clock: string): string {
    const { paused, away, phase, repsGoal } = this.gauge;
    const words = setWords();
    if (paused) return words.paused;
    if (away?.waits) return words.waitingForYou;
    if (clock === '') return '';
    return phase?.kind === 'reps' && repsGoal > 0 ? commonWords().phases.reps : words.timeLeft;
  }

  /** In a push or pull the effort that is asked for, over the time of the phase; else a bar. */
  #way() {
    const { phase, progress, effort } = this.gauge;
    const ramp = phase && effort !== null && effortRamp(phase, progress, effort);
    if (!ramp) return html`<span class="bar"><span .style="transform: scaleX(${progress.toFixed(3)})"></span></span>`;
    return html`<svg viewBox="0 0 100 100" preserveAspectRatio="none">
      ${svg`<rect class="ramp-band" x="0" width="100" y=${ramp.band.top} height=${ramp.band.bottom - ramp.band.top} />
        <path class="ramp" d=${ramp.path} />
        <path class="ramp-now" d="M${ramp.now.x} ${ramp.now.y}h0.01" />`}
    </svg>`;
  }

  #clockLabel(): string {
    const { gauge } = this;
    const words = setWords();
    if (gauge.phase?.kind === 'reps' && gauge.repsGoal > 0) return words.repsDone(gauge.repsDone, gauge.repsGoal);
    return gauge.left === null ? words.noTimeLimit : words.secondsLeft(Math.ceil(gauge.left));
  }
}

/** The one short phrase across the screen: a cue, or what the next press of a key will do. */
@customElement('th-set-cue')
export class ThSetCue extends LitElement {
  static override styles = [
    liveStyles,
    css`
      :host {
        display: grid;
        grid-template: 1fr auto / auto minmax(0, 1fr);
        align-items: center;
        column-gap: calc(1.6 * var(--u));
        padding: calc(0.7 * var(--u)) calc(1.6 * var(--u)) calc(0.9 * var(--u));
        background: var(--bg);
        border: calc(0.5 * var(--u)) solid var(--warn);
        border-radius: calc(1 * var(--u));
      }
      :host([severity='red']) {
        border-color: var(--danger);
      }
      p {
        font-size: calc(var(--size, 7.1) * var(--share, 1) * var(--u));
        overflow-wrap: break-word;
        hyphens: auto;
        font-weight: 680;
        letter-spacing: -0.022em;
        line-height: 1.02;
        text-wrap: balance;
      }
      svg {
        inline-size: calc(6 * var(--u));
        block-size: calc(6 * var(--u));
        stroke: var(--warn);
        stroke-width: 4;
      }
      .line {
        grid-column-end: -1;
        font-size: max(0.9375rem, calc(2.2 * var(--u)));
      }
      :host([severity='red']) svg {
        stroke: var(--danger);
      }
      /* The sign stands above the words, which then have the whole width. */
      @media (orientation: portrait) {
        :host {
          /* A word of 14 letters fits on a line of a phone. */
          --size: 6.4;
          grid-template: auto / minmax(0, 1fr);
          align-content: center;
          row-gap: calc(1 * var(--u));
        }
      }
      /* The line needs room, too. */
      @media (orientation: landscape) and (max-height: 420px) {
        :host {
          --share: 0.85;
        }
      }
    `,
  ];

  @property() text = '';
  /** Below it: the phase that goes on. Empty: it says so itself. */
  @property() line = '';
  @property({ reflect: true }) severity: 'amber' | 'red' = 'amber';

  override render() {
    const shape =
      this.severity === 'red'
        ? 'M15 4h18l11 11v18L33 44H15L4 33V15Z M24 14v12 M24 33v.5'
        : 'M24 6 45 42H3Z M24 19v11 M24 36v.5';
    return html`<svg class="lines" viewBox="0 0 48 48" aria-hidden="true"><path d=${shape} /></svg>
      <p translate="no" .textContent=${this.text}></p>
      ${this.line === '' ? null : html`<span class="line" translate="no" .textContent=${this.line}></span>`}`;
  }
}

export interface Phrase {
  readonly severity: 'amber' | 'red';
  readonly text: string;
}

/** What the screen of a running set shows, beside its plan. */
export interface SetView {
  readonly source: SessionSnapshot['source'];
  readonly gauge: Gauge;
  readonly text: string;
  readonly phrase: Phrase | null;
  /** How much of the start has been held, in place of the number; null: the number shows. */
  readonly ring: Share | null;
  readonly blind: Blindness | null;
  readonly feedback: Feedback;
  /** What to aim at; null: nothing. */
  readonly target: Degrees | null;
  readonly aimed: boolean;
  readonly figures: boolean;
}

/** Without a camera: who counts the repetitions. */
const countsOf = ({ phase }: Gauge): Counts => {
  if (phase?.counted !== true) return 'nobody';
  return phase.length === null ? 'you' : 'voice';
};

/**
 * The parts of a running set, for the grid of `sessionStyles`.
 * @param press handles `th-action`
 * @param load called with each part whose code is fetched late
 */
export function setParts(
  view: SetView,
  plan: SetPlan,
  press: (event: CustomEvent) => void,
  load: (part: Promise<unknown>) => void,
): TemplateResult {
  const { gauge, phrase } = view;
  const timer = view.source === 'none';
  // Few sets run without a camera.
  if (timer) load(import('./th-guided.ts'));
  if (view.feedback !== 'number') load(import('./th-faded-angle.ts'));
  return html`<th-set-say .gauge=${gauge} .plan=${plan} .text=${view.text} ?roomy=${timer}></th-set-say>
    <th-set-head .gauge=${gauge} ?alone=${timer}></th-set-head>
    ${
      timer
        ? html`<th-guided .plan=${plan} .gauge=${gauge} counts=${countsOf(gauge)} @th-action=${press}></th-guided>`
        : numberPart(view, plan, press)
    }
    ${phrase === null ? null : html`<th-set-cue severity=${phrase.severity} text=${phrase.text} line=${phrase.text === gauge.cue?.text ? lineText(gauge, plan) : ''}></th-set-cue>`}`;
}

/** The start of the other side, as the live picture will show it. */
function startPicture({ drill }: SetPlan, side: WorkingSide) {
  // The still of a side check shows its drill from another place. The drawing is mirrored by itself.
  const drawn = drill.sideCheckOf !== undefined;
  const shown = drawn ? side : side === 'right' ? 'left' : 'right';
  return html`<th-drill-still .drill=${drill} .side=${shown} ?drawn=${drawn}></th-drill-still>`;
}

/** While a phrase lies over what to do, the number is smaller than it. */
function numberPart(view: SetView, plan: SetPlan, press: (event: CustomEvent) => void) {
  const { gauge, ring, aimed } = view;
  if (gauge.phase?.kind === 'turn') return startPicture(plan, gauge.phase.side);
  // Nobody reaches for a range in a rest.
  const shown = gauge.phase?.kind === 'rest' ? { ...gauge, angle: null, angleReason: null } : gauge;
  if (ring !== null) return html`<th-set-ring .gauge=${gauge} .share=${ring}></th-set-ring>`;
  return html`<th-set-gauge .gauge=${shown} .plan=${plan} .blind=${view.blind} .target=${view.target} ?aimed=${aimed}
    ?small=${view.phrase !== null} ?figures=${view.figures} feedback=${view.feedback} @th-action=${press}></th-set-gauge>`;
}

/** The ring that fills over the 3 s in which the start position is held. `share`: what is over of them. */
const holdRing = (share: Share): TemplateResult => html`<svg class="hold" viewBox="0 0 100 100" aria-hidden="true">
  ${ringCircles(42, share)}
  ${svg`<text x="50" y="50" text-anchor="middle" dominant-baseline="central" .textContent=${Math.max(0, Math.ceil(3 * (1 - share)))}></text>`}
</svg>`;

/** Letters of an advice that is set smaller, so that the picture above it keeps its room. */
const LONG = 100;

/** Which leg comes first, as long as the person is not in the start position. Empty: that is clear, or both work. */
const legOf = ({ sides: [side = 'both'] }: SetPlan, check: GateView['check']): string =>
  side === 'both' || (check !== 'person' && check !== 'posture') ? '' : `${setWords().leg(side)}.`;

/** While placing: the one thing to do so that the set can start. @param isSaid the app's voice says it as well */
export function headline({ checks, check, advice, hold }: GateView, plan: SetPlan, isSaid = false): TemplateResult {
  const mood = checks.find(({ id }) => id === check)?.state ?? (check === null ? 'ok' : 'unknown');
  // A possible second person ('person' is fair) is reported beside the checks by `th-placing`.
  const fair = checks.find((one) => one.state === 'fair' && one.id !== 'person');
  const better = hold === null && mood === 'ok' ? fair?.advice : null;
  return html`<div class="headline ${mood}" ?data-hold=${hold !== null} ?data-long=${advice.what.length + advice.todo.length > LONG}>
    ${hold === null ? null : holdRing(hold)}
    <div role="status" aria-live=${isSaid ? 'off' : 'polite'}>
      <p class="what" translate="no" .textContent=${advice.what}></p>
      <p class="todo" translate="no" .textContent=${[advice.todo, legOf(plan, check)].join(' ').trim()}></p>
      ${better ? html`<p class="better">${better.what} ${better.todo}</p>` : null}
    </div>
  </div>`;
}
