import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { storeRun } from './programme-plan.ts';
import { equipmentList } from '../../training/planning/transition.ts';
import { partsHere, referenceId, resolveDrill } from '../../training/planning/parts.ts';
import { nextPart, partStates, type ProgrammeRun, startRun } from '../../training/planning/programme-run.ts';
import { type DrillReference, isOwn, type Programme } from '../../training/planning/programme.ts';
import { programmeTexts } from '../../i18n/en/programmes.ts';
import { section, pageHead } from '../elements/page-parts.ts';
import { choiceField, choiceStyles } from '../elements/choice-field.ts';
import { Fetched } from '../elements/fetched.ts';
import { goTo, changeSettings, Served } from '../shell/services.ts';
import { formatDate, formatLength } from '../elements/format.ts';
import {
  type DrillPart,
  findProgramme,
  partsFor,
  programmeLength,
  type Transitions,
  transitionsFor,
  wholeMinutes,
} from './programme-plan.ts';
import { drillsOnHold } from '../safety/person-now.ts';
import { drillStrip, stripStyles } from './drill-strip.ts';
import { programmeStyles } from './programme-styles.ts';
import { equipmentText, partFacts, partStateName, partTitle, transitionText } from './programme-words.ts';
import { pastSets, personsZone, restNote, weekInput } from './week-input.ts';
import { routeHash } from '../shell/router.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { commonStyles, facts } from '../styles/styles.ts';
import '../home-and-drill/th-drill-still.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** The page of a programme: its sets in order, equipment, duration, progress. Fires `th-go` (a route). */
@customElement('th-programme')
export class ThProgramme extends Served {
  static override styles = [
    commonStyles,
    programmeStyles,
    choiceStyles,
    facts,
    stripStyles,
    css`
      .intro {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        gap: var(--s6) var(--s7);
        align-items: center;
      }
      /* The list below has pictures, too. */
      @media (max-width: 860px) {
        .intro {
          grid-template-columns: minmax(0, 1fr);
        }
        .strip {
          display: none;
        }
      }
      .parts {
        gap: var(--s3);
      }
      .part {
        display: grid;
        grid-template-columns: 1.6rem 8rem minmax(0, 1fr) auto;
        gap: var(--s1) var(--s3);
        padding: var(--s3) var(--s4);
        border: 1px solid var(--line);
        border-radius: var(--radius-s);
        background: var(--surface);
      }
      .part.next {
        border-color: var(--accent);
      }
      .part th-drill-still {
        align-self: start;
        border-radius: var(--radius-s);
      }
      .number {
        color: var(--accent);
        font-weight: 650;
      }
      .absent .number {
        color: var(--muted);
      }
      @media (max-width: 640px) {
        .part {
          grid-template-columns: 1.6rem minmax(0, 1fr);
        }
        .part th-drill-still {
          grid-column: 2;
          inline-size: min(100%, 12rem);
        }
        .part > .stack-s,
        .part .chip {
          grid-column: 2;
          justify-self: start;
        }
      }
    `,
  ];

  @property() programmeId = '';
  readonly #onHold = new Fetched(this, () => drillsOnHold(this.services));
  readonly #sets = new Fetched<readonly SetOverview[]>(this, () => this.services.sets.list());

  get #run(): ProgrammeRun | null {
    return this.services.settings.current.programmeRuns[this.programmeId] ?? null;
  }

  override render() {
    const words = programmeTexts();
    const programme = findProgramme(this.services, this.programmeId);
    if (programme === null)
      return html`<div class="page"><h1 tabindex="-1">${words.noSuch}</h1>
        <p>${words.deleted}</p><p><a href="#/programmes">${words.all}</a></p></div>`;
    const parts = partsFor(this.services, programme);
    const transitions = transitionsFor(parts);
    const input = weekInput(this.services, pastSets(this.#sets.value ?? []), Date.now(), personsZone());
    return html`<div class="page">
      <div class="intro">
        <div class="stack">
          ${pageHead(programme.title, programme.summary)}
          ${this.#facts(parts, transitions)} ${restNote([programme], input)} ${this.#start(programme, parts)}
        </div>
        ${drillStrip(parts)}
      </div>
      ${this.#choices(programme, parts)}
      ${section('order', words.order, 'stack')`
        ${this.#parts(parts, transitions)}`}
      <p class="row">
        ${isOwn(programme) ? html`<a class="button" href=${routeHash({ screen: 'edit', id: programme.id })}>${words.change}</a>` : null}
        <a href="#/week">${words.toWeek}</a>
      </p>
    </div>`;
  }

  #facts(parts: readonly DrillPart[], transitions: Transitions) {
    const here = partsHere(parts);
    const words = programmeTexts();
    const length = programmeLength(parts, this.services.settings.current, transitions);
    return html`<dl class="facts">
      <dt>${commonWords().time}</dt>
      <dd>${words.setsBetween(here.length, formatLength(wholeMinutes(length)))}</dd>
      <dt>${words.layOut}</dt>
      <dd>${equipmentText(equipmentList(parts))}</dd>
    </dl>`;
  }

  #start(programme: Programme, parts: readonly DrillPart[]) {
    const run = this.#run;
    const words = programmeTexts();
    const next = nextPart(run ?? startRun(programme.id, ''), parts);
    if (partsHere(parts).length === 0)
      return html`<p class="note"><strong>${commonWords().absent}</strong>
        <span>${words.noneThere}</span></p>`;
    const begun = run !== null && run.sets.length + run.skipped.length > 0;
    if (begun && next === null)
      return html`<div class="note good">
        <strong>${words.wentThrough}</strong><span>${words.begunOn(formatDate(run.startedAt))}</span>
        <p class="row"><button class="primary" @click=${() => this.#begin(programme, parts)}>${commonWords().again}</button></p>
      </div>`;
    if (next === null) return null;
    if (!begun)
      return html`<p class="row">
        <button class="primary large" @click=${() => this.#begin(programme, parts)}>${words.startWith(partTitle(next))}</button>
        <span class="muted">${words.kept}</span>
      </p>`;
    return html`<div class="stack-s">
      <p class="row">
        <button class="primary large" @click=${() => this.#go(next.at)}>${words.goOn(next.at + 1, partTitle(next))}</button>
        <button @click=${() => this.#begin(programme, parts)}>${words.startOver}</button>
      </p>
      <p class="muted">${words.begunOn(formatDate(run.startedAt))} ${words.deletesNothing}</p>
    </div>`;
  }

  /** Parts that offer the same drills, such as those of the left and the right leg, are asked about once. */
  #choices(programme: Programme, parts: readonly DrillPart[]) {
    const offered = new Map<string, DrillPart[]>();
    for (const part of parts.filter(({ item }) => item.drills.length > 1)) {
      const drills = part.item.drills.map(referenceId).join(' ');
      offered.set(drills, [...(offered.get(drills) ?? []), part]);
    }
    return [...offered].map(([drills, alike]) => {
      const [first] = alike;
      if (!first) return null;
      const choices = first.item.drills.map((reference) => ({
        value: referenceId(reference),
        label: this.#titleOf(reference),
      }));
      const [name, chosen] = [`${programme.id} ${drills}`, referenceId(first.reference)];
      return choiceField(programmeTexts().whichOne, name, choices, chosen, (picked) => this.#pick(alike, picked));
    });
  }

  #titleOf(reference: DrillReference): string {
    const drill = resolveDrill(this.services.drills, reference);
    return drill?.title ?? programmeTexts().notHere(reference.drill.replaceAll('-', ' '));
  }

  #parts(parts: readonly DrillPart[], transitions: Transitions) {
    const states = partStates(this.#run, parts);
    const first = partsHere(parts)[0]?.at;
    return html`<ol class="list parts">
      ${parts.map((part, index) => {
        const state = states[index] ?? 'ahead';
        const transition = transitions.get(part.at);
        return html`<li class="part ${state}">
          <span class="number num">${part.at + 1}</span>
          ${part.drill === null ? html`<span></span>` : html`<th-drill-still aria-hidden="true" .drill=${part.drill}></th-drill-still>`}
          <div class="stack-s">
            <h3>${this.#partLink(part)}</h3>
            <p class="small muted">${partFacts(part, this.services.settings.current)}${part.times > 1 ? ` · ${programmeTexts().circuit(part.time, part.times)}` : ''}</p>
            ${transition ? html`<p class="small">${transitionText(transition, part.at === first).join(' ')}</p>` : null}
          </div>
          ${part.drill && this.#onHold.value?.has(part.drill.id) ? html`<span class="chip">${commonWords().onHold}</span>` : html`<span class="chip ${state}">${partStateName(state)}</span>`}
        </li>`;
      })}
    </ol>`;
  }

  #partLink(part: DrillPart) {
    const title = partTitle(part);
    if (part.drill === null || this.#run === null) return title;
    return html`<a href=${routeHash({ screen: 'part', id: this.programmeId, at: part.at })}>${title}</a>`;
  }

  #begin(programme: Programme, parts: readonly DrillPart[]): void {
    const run = startRun(programme.id, new Date().toISOString());
    storeRun(this, run);
    const next = nextPart(run, parts);
    if (next) this.#go(next.at);
  }

  #pick(parts: readonly DrillPart[], picked: string): void {
    const { settings } = this.services;
    const chosen = Object.fromEntries(parts.map(({ key }) => [key, picked]));
    const programmeChoices = { ...settings.current.programmeChoices, ...chosen };
    changeSettings(this, { programmeChoices });
  }

  #go(at: number): void {
    goTo(this, { screen: 'part', id: this.programmeId, at });
  }
}
