import '../../../src/page.css';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { choiceField, choiceStyles } from '../../../src/ui/elements/choice-field.ts';
import { base, buttons, panels } from '../../../src/ui/styles/styles.ts';
import { tokens } from '../../../src/ui/styles/tokens.ts';
import { unitStyles } from '../../../src/ui/live-set/session-styles.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { sleeperRecord } from '../lib/fake-record.ts';
import { gaugeOf, phaseOf, sleeperPlan } from '../lib/fake-readings.ts';
import { framePage } from '../lib/frame-page.ts';
import { ALL_STATES } from '../lib/more-states.ts';
import { UiPage } from '../lib/ui-page.ts';
import '../../../src/ui/charts/th-plot.ts';
import '../../../src/ui/charts/th-range-bars.ts';
import '../../../src/ui/elements/stepper-field.ts';
import '../../../src/ui/home-and-drill/th-loop.ts';
import '../../../src/ui/home-and-drill/th-placement-drawing.ts';
import '../../../src/ui/live-set/th-faded-angle.ts';
import '../../../src/ui/live-set/th-guided.ts';
import '../../../src/ui/live-set/th-loading.ts';
import '../../../src/ui/live-set/th-set-controls.ts';
import '../../../src/ui/live-set/set-view.ts';
import '../../../src/ui/live-set/th-set-gauge.ts';
import '../../../src/ui/live-set/set-view.ts';
import '../../../src/ui/live-set/th-set-ring.ts';
import '../../../src/ui/live-set/th-set-say.ts';
import '../../../src/ui/shell/th-error-card.ts';

const HARNESS = new URL('./ui-harness.html', import.meta.url).href;

/** Size of a screen in its frame, CSS pixels. */
const SCREEN = { width: 1280, height: 720 };

const nothing = (): void => undefined;

/** An element in the column beside the live picture. */
const beside = (element: TemplateResult) => html`<div class="beside">${element}</div>`;

/** An element as wide as the screen, made smaller. */
const across = (element: TemplateResult) => html`<div class="across">${element}</div>`;

/** Single elements, each with made-up data. */
const ELEMENTS: Readonly<Record<string, () => TemplateResult>> = {
  buttons: () => html`<div class="row">
    <button>Button</button><button class="primary">Primary</button><button class="quiet">Quiet</button>
    <button class="danger">Danger</button><button disabled>Disabled</button><button class="primary large">Large</button>
    <kbd>Space</kbd>
  </div>`,
  notes: () => html`<div class="stack">
    <div class="note">Note</div><div class="note bad">Bad note</div><div class="note good">Good note</div>
  </div>`,
  'choice-field': () =>
    choiceField(
      'Side',
      'side',
      ['Left', 'Right', 'Each'].map((label) => ({ value: label, label })),
      'Right',
      nothing,
    ),
  'th-stepper': () =>
    html`<th-stepper label="Rest" unit="s" .value=${30} .min=${0} .max=${120} .step=${5}></th-stepper>`,
  'th-error-card': () => html`<th-error-card code="camera-busy"></th-error-card>`,
  'th-error-card compact': () => html`<th-error-card compact code="storage-full"></th-error-card>`,
  'th-loading': () =>
    html`<th-loading .load=${{ stage: 'weights', loaded: 5e6, total: 20e6 }} source="camera"></th-loading>`,
  'th-placement-drawing': () => html`<th-placement-drawing .drill=${supineSleeper}></th-placement-drawing>`,
  'th-loop': () => html`<th-loop kind="right" .drill=${supineSleeper}></th-loop>`,
  'th-set-head': () => beside(html`<th-set-head .gauge=${gaugeOf()}></th-set-head>`),
  'th-set-say': () => {
    const gauge = gaugeOf();
    return across(
      html`<th-set-say .style=${'block-size: 14rem'} .gauge=${gauge} .plan=${sleeperPlan} .text=${gauge.phase?.instruction ?? ''}></th-set-say>`,
    );
  },
  'th-set-gauge': () =>
    beside(html`<th-set-gauge .gauge=${gaugeOf()} .plan=${sleeperPlan} .target=${31}></th-set-gauge>`),
  'th-set-head, effort': () => {
    const phase = phaseOf('pails', { length: 25, ramp: 15, effort: [0.5, 0.6] });
    return beside(html`<th-set-head .gauge=${gaugeOf({ phase, effort: 0.37 })}></th-set-head>`);
  },
  'th-set-gauge, no number': () => {
    const gauge = gaugeOf({ angle: null, angleReason: 'thigh-towards-lens' });
    return beside(html`<th-set-gauge .gauge=${gauge} .plan=${sleeperPlan}></th-set-gauge>`);
  },
  'th-faded-angle': () => beside(html`<th-faded-angle .gauge=${gaugeOf()} .plan=${sleeperPlan}></th-faded-angle>`),
  'th-set-ring, count-in': () => {
    const gauge = gaugeOf({ phase: phaseOf('ready'), left: 8, progress: 0.4 });
    return beside(html`<th-set-ring .gauge=${gauge}></th-set-ring>`);
  },
  'th-set-ring, start hold': () => {
    const gauge = gaugeOf({ phase: phaseOf('neutral', { length: null }), left: null });
    return beside(html`<th-set-ring .gauge=${gauge} .share=${0.4}></th-set-ring>`);
  },
  'th-set-cue, amber': () => across(html`<th-set-cue text="Both back pockets heavy on the floor."></th-set-cue>`),
  'th-set-cue, red': () =>
    across(html`<th-set-cue severity="red" text="Keep your belt buckle at the ceiling."></th-set-cue>`),
  'th-set-controls': () => across(html`<th-set-controls></th-set-controls>`),
  'th-guided': () => across(html`<th-guided .plan=${sleeperPlan} .gauge=${gaugeOf()}></th-guided>`),
  'th-range-bars': () => html`<th-range-bars .ranges=${sleeperRecord.summary.sets}></th-range-bars>`,
  'th-plot': () => html`<th-plot .record=${sleeperRecord} .drill=${supineSleeper}></th-plot>`,
};

const idOf = (name: string): string => name.replace(/\W+/g, '-');

/** All elements and all states of the screens that the browser tests know, each under a heading. */
@customElement('ui-gallery')
class UiGallery extends LitElement {
  static override styles = [
    tokens,
    base,
    buttons,
    panels,
    unitStyles,
    choiceStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: 16rem minmax(0, 1fr);
        background: var(--bg);
      }
      nav {
        position: sticky;
        inset-block-start: 0;
        block-size: 100dvh;
        overflow: auto;
        padding: var(--s4);
        border-inline-end: 1px solid var(--line);
        font-size: 0.875rem;
      }
      nav ul {
        padding-inline-start: var(--s3);
        list-style: none;
      }
      nav h2 {
        margin-block-start: var(--s4);
      }
      main {
        display: grid;
        gap: var(--s6);
        padding: var(--s5);
      }
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--s3);
        scroll-margin-block-start: var(--s4);
      }
      .element {
        max-inline-size: 56rem;
      }
      .beside {
        display: grid;
        inline-size: calc(37 * var(--u));
        block-size: calc(36 * var(--u));
      }
      .across {
        inline-size: 98vw;
        zoom: 0.6;
      }
      .screen {
        inline-size: ${SCREEN.width / 2}px;
        block-size: ${SCREEN.height / 2}px;
        overflow: hidden;
        border: 1px solid var(--line);
      }
      iframe {
        inline-size: ${SCREEN.width}px;
        block-size: ${SCREEN.height}px;
        border: 0;
        transform: scale(0.5);
        transform-origin: 0 0;
      }
    `,
  ];

  /** Frames are filled and emptied one after the other, because each starts the whole app. */
  #queue: Promise<void> = Promise.resolve();
  readonly #inView = new Set<HTMLIFrameElement>();
  readonly #observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) this.#moved(target as HTMLIFrameElement, isIntersecting);
    },
    { rootMargin: '300px' },
  );

  protected override firstUpdated(): void {
    for (const frame of this.renderRoot.querySelectorAll('iframe')) this.#observer.observe(frame);
    const wanted = decodeURIComponent(location.hash.slice(1));
    if (wanted !== '') this.#scrollTo(wanted);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  override render() {
    const elements = Object.entries(ELEMENTS);
    const states = ALL_STATES.map(({ name }) => name);
    return html`<nav aria-label="Gallery">
        <h1>Truehip gallery</h1>
        <h2>Elements</h2>
        ${this.#links(elements.map(([name]) => name))}
        <h2>Screens</h2>
        ${this.#links(states)}
      </nav>
      <main>
        ${elements.map(
          ([name, element]) => html`<section id=${idOf(name)}>
            <h2>${name}</h2>
            <div class="element">${element()}</div>
          </section>`,
        )}
        ${states.map(
          (name) => html`<section id=${idOf(name)}>
            <h2>${name}</h2>
            <p class="problem" role="status"></p>
            <div class="screen"><iframe inert title=${name}></iframe></div>
          </section>`,
        )}
      </main>`;
  }

  #links(names: readonly string[]) {
    return html`<ul>
      ${names.map((name) => html`<li><a href="#${idOf(name)}" @click=${() => this.#scrollTo(idOf(name))}>${name}</a></li>`)}
    </ul>`;
  }

  /** A link of the page does not find a section in a shadow tree by itself. */
  #scrollTo(id: string): void {
    this.renderRoot.querySelector(`#${CSS.escape(id)}`)?.scrollIntoView();
  }

  #moved(frame: HTMLIFrameElement, isInView: boolean): void {
    if (isInView) this.#inView.add(frame);
    else this.#inView.delete(frame);
    this.#queue = this.#queue.then(async () => {
      const isFilled = frame.hasAttribute('src');
      const wanted = this.#inView.has(frame);
      if (isFilled && !wanted) empty(frame);
      else if (wanted && !isFilled) await fill(frame);
    });
  }
}

/**
 * Brings a frame to its state. It is `inert` meanwhile, so that its screen takes neither the focus nor the scroll
 * position.
 */
async function fill(frame: HTMLIFrameElement): Promise<void> {
  const problem = frame.closest('section')?.querySelector('.problem');
  if (problem) problem.textContent = '';
  try {
    const state = ALL_STATES.find(({ name }) => name === frame.title);
    await state?.show(new UiPage(framePage(frame), HARNESS));
  } catch (error) {
    if (problem) problem.textContent = error instanceof Error ? error.message : String(error);
  }
  frame.inert = false;
}

/** Frames out of view are emptied: all of them together would need too much memory. */
function empty(frame: HTMLIFrameElement): void {
  frame.inert = true;
  frame.removeAttribute('src');
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-gallery': UiGallery;
  }
}

document.body.append(document.createElement('ui-gallery'));
