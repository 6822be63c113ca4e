import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { storeRun } from './programme-plan.ts';
import { bullets } from '../elements/in-steps.ts';
import { keyed } from 'lit/directives/keyed.js';
import { partsHere } from '../../training/planning/parts.ts';
import { nextPart, type ProgrammeRun, startRun, withSkipped } from '../../training/planning/programme-run.ts';
import type { Programme } from '../../training/planning/programme.ts';
import { programmeTexts } from '../../i18n/en/programmes.ts';
import type { OpenRequest } from '../shell/app-flow.ts';
import {
  type DrillPart,
  findProgramme,
  type AvailablePart,
  partsFor,
  settingsFor,
  transitionTo,
} from './programme-plan.ts';
import { partFacts, transitionText } from './programme-words.ts';
import { partsOfSitting } from './sitting.ts';
import { routeHash } from '../shell/router.ts';
import { fire, goTo, Served } from '../shell/services.ts';
import { commonStyles, lists } from '../styles/styles.ts';
import '../home-and-drill/th-drill.ts';

/** The page of one part: what to do before it, and the drill as the programme sets it. Fires `th-open`, `th-go`. */
@customElement('th-part')
export class ThPart extends Served {
  static override styles = [
    commonStyles,
    lists,
    css`
      .list {
        gap: var(--s1);
      }
    `,
  ];

  @property() programmeId = '';
  @property({ type: Number }) at = 0;

  override render() {
    const programme = findProgramme(this.services, this.programmeId);
    const words = programmeTexts();
    const parts = programme ? partsFor(this.services, programme) : [];
    const part = partsHere(parts).find(({ at }) => at === this.at);
    if (!programme || !part)
      return html`<div class="page"><h1 tabindex="-1">${words.noSuchPart}</h1>
        <p>${words.changed}</p>
        <p><a href=${routeHash({ screen: 'programme', id: this.programmeId })}>${words.toProgramme}</a></p></div>`;
    return keyed(
      part.drill.id,
      html`<th-drill
        class="screen"
        .services=${this.services}
        .drill=${part.drill}
        .fixed=${settingsFor(part, this.services.settings.current)}
        @th-changed=${() => this.requestUpdate()}
        @th-open=${(event: CustomEvent<OpenRequest>) => this.#open(event)}
      >
        ${this.#before(programme, parts, part)} ${this.#facts(part)}
      </th-drill>`,
    );
  }

  #before(programme: Programme, parts: readonly DrillPart[], part: AvailablePart) {
    const transition = transitionTo(parts, part.at, partsOfSitting(programme.id, Date.now()));
    const words = programmeTexts();
    const left = nextPart(withSkipped(this.#run, part.at), parts, part.at);
    return html`<section slot="before" class="panel stack-s" aria-label=${words.partOf(part.at + 1, programme.title)}>
      <p class="eyebrow">
        ${words.partOfParts(part.at + 1, parts.length)} ·
        <a href=${routeHash({ screen: 'programme', id: programme.id })}>${programme.title}</a>
      </p>
      ${transition ? bullets(transitionText(transition, false), 'list') : null}
      <p class="row">
        <button class="quiet" @click=${() => this.#skip(parts, part)}>
          ${left ? words.leaveOutTo(left.at + 1) : words.leaveOut}
        </button>
      </p>
    </section>`;
  }

  #facts(part: AvailablePart) {
    return html`<div slot="set" class="stack-s">
      <p><strong>${partFacts(part, this.services.settings.current)}</strong></p>
      <p class="small muted">${programmeTexts().asAsked}</p>
    </div>`;
  }

  get #run(): ProgrammeRun {
    const { programmeRuns } = this.services.settings.current;
    return programmeRuns[this.programmeId] ?? startRun(this.programmeId, new Date().toISOString());
  }

  #skip(parts: readonly DrillPart[], { at }: AvailablePart): void {
    const run = withSkipped(this.#run, at);
    storeRun(this, run);
    const next = nextPart(run, parts, at);
    goTo(
      this,
      next ? { screen: 'part', id: this.programmeId, at: next.at } : { screen: 'programme', id: this.programmeId },
    );
  }

  /** Marks the opened set as this part. Synchronous: a browser may grant the camera only in this event. */
  #open(event: CustomEvent<OpenRequest>): void {
    if (event.detail.part) return;
    event.stopPropagation();
    storeRun(this, this.#run);
    const detail: OpenRequest = {
      ...event.detail,
      part: { programme: this.programmeId, at: this.at },
    };
    fire(this, 'th-open', detail);
  }
}
