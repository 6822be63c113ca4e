import { html, svg, type TemplateResult } from 'lit';
import type { Blindness, SessionSnapshot } from '../../app/session/session-contract.ts';
import type { Gauge, SetPlan } from '../../coach/coach-contract.ts';
import type { Feedback } from '../../coach/progress/angle-display.ts';
import type { GateView } from '../../coach/setup/setup-gate.ts';
import { setWords } from '../../i18n/en/set.ts';
import type { Degrees, Share, WorkingSide } from '../../instrument/geometry/units.ts';
import type { Counts } from './th-guided.ts';
import '../home-and-drill/th-drill-still.ts';
import './th-set-cue.ts';
import './th-set-gauge.ts';
import './th-set-head.ts';
import { ringCircles } from './th-set-ring.ts';
import './th-set-say.ts';
import { lineText } from './set-texts.ts';

/** The one short phrase across the set screen. */
export interface Phrase {
  readonly severity: 'amber' | 'red';
  readonly text: string;
}

/** What the screen of a running set shows, beside its plan. */
export interface SetView {
  readonly source: SessionSnapshot['source'];
  readonly gauge: Gauge;
  /** How to do what the phase asks for. */
  readonly text: string;
  readonly phrase: Phrase | null;
  /** How much of the start has been held, in place of the number; null: the number shows. */
  readonly ring: Share | null;
  readonly blind: Blindness | null;
  /** How much of the number is shown. */
  readonly feedback: Feedback;
  /** What to aim at; null: nothing. */
  readonly target: Degrees | null;
  /** The target is a goal. */
  readonly aimed: boolean;
  /** The error is also written as a figure. */
  readonly figures: boolean;
}

/** A camera's picture is shown mirrored, a video file as it was filmed. */
export const isMirrored = (source: SessionSnapshot['source']): boolean => source !== 'file';

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
function startPicture({ drill }: SetPlan, side: WorkingSide, mirrored: boolean) {
  // The still of a side check shows its drill from another place. The drawing is mirrored by itself.
  const drawn = drill.sideCheckOf !== undefined;
  const shown = drawn ? side : mirrored === (side === 'right') ? 'left' : 'right';
  return html`<th-drill-still .drill=${drill} .side=${shown} ?drawn=${drawn}></th-drill-still>`;
}

/** While a phrase lies over what to do, the number is smaller than it. */
function numberPart(view: SetView, plan: SetPlan, press: (event: CustomEvent) => void) {
  const { gauge, source, ring, aimed } = view;
  if (gauge.phase?.kind === 'turn') return startPicture(plan, gauge.phase.side, isMirrored(source));
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
