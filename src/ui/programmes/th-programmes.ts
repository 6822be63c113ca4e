import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { PersonHere } from '../safety/person-now.ts';
import { careFor, isCare } from '../../training/planning/built-in-programmes.ts';
import { partsHere } from '../../training/planning/parts.ts';
import { nextPart } from '../../training/planning/programme-run.ts';
import type { Programme } from '../../training/planning/programme.ts';
import { openFlags } from '../../training/safety/allowed.ts';
import { safetyWords } from '../../i18n/en/hip/safety.ts';
import { programmeTexts } from '../../i18n/en/programmes.ts';
import { cards, commonStyles } from '../styles/styles.ts';
import { goTo, changeSettings, Served } from '../shell/services.ts';
import { section, pageHead } from '../elements/page-parts.ts';
import { formatLength } from '../elements/format.ts';
import {
  mayAddProgramme,
  spokenProgrammes,
  newProgramme,
  partsFor,
  programmeLength,
  wholeMinutes,
} from './programme-plan.ts';
import { flagText } from '../safety/allowed-note.ts';
import { drillStrip, stripStyles } from './drill-strip.ts';
import { programmeStyles } from './programme-styles.ts';
import { routeHash } from '../shell/router.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** The list of programmes: the app's and the person's own. Fires `th-go` (a route). */
@customElement('th-programmes')
export class ThProgrammes extends Served {
  static override styles = [
    commonStyles,
    programmeStyles,
    cards,
    stripStyles,
    css`
      .card {
        grid-template-rows: auto auto 1fr auto;
        gap: var(--s2);
        padding: 0 0 var(--s4);
        overflow: hidden;
      }
      .card > :not(.strip) {
        padding-inline: var(--s4);
      }
      .strip {
        margin-block-end: var(--s1);
        border-radius: 0;
      }
      /* No pictures: the drills are missing from this version. */
      .card > h2:first-child {
        padding-block-start: var(--s4);
      }
    `,
  ];

  readonly #person = new PersonHere(this);

  override render() {
    const words = programmeTexts();
    const own = this.services.settings.current.programmes;
    return html`<div class="page">
      ${pageHead(commonWords().programmes)}
      ${this.#forYou()}
      <ul class="cards">
        ${spokenProgrammes()
          .filter(({ id }) => !isCare(id))
          .map((programme) => html`<li>${this.#card(programme)}</li>`)}
      </ul>
      ${section('own', words.own, 'stack')`
        ${own.length > 0 ? html`<ul class="cards">${own.map((programme) => html`<li>${this.#card(programme)}</li>`)}</ul>` : null}
        <div class="row">
          <button ?disabled=${!mayAddProgramme(this.services.settings.current)} @click=${this.#make}>
            ${words.make}
          </button>
        </div>
        <p><a href=${routeHash({ screen: 'prescription' })}>${safetyWords().prescription}</a></p>`}
    </div>`;
  }

  /** The short programme for what was told of the hips, or that somebody should look at them before any set. */
  #forYou() {
    const now = Date.now();
    const person = this.#person.now;
    const first = openFlags(person);
    if (first.length > 0)
      return html`<div class="note bad" role="alert">
        <strong>${safetyWords().titleNo}</strong>
        ${first.map((flag) => html`<span>${flagText(flag, false)}</span> `)}
      </div>`;
    const id = careFor(person, now);
    const programme = spokenProgrammes().find((one) => one.id === id);
    if (!programme) return null;
    return section('for-you', programmeTexts().forYou, 'stack')`
      <ul class="cards"><li>${this.#card(programme)}</li></ul>`;
  }

  #card(programme: Programme) {
    const { current } = this.services.settings;
    const words = programmeTexts();
    const parts = partsFor(this.services, programme);
    const here = partsHere(parts).length;
    const run = current.programmeRuns[programme.id];
    const next = run && run.sets.length > 0 ? nextPart(run, parts) : null;
    return html`<article class="panel card">
      ${drillStrip(parts)}
      <h2><a href=${routeHash({ screen: 'programme', id: programme.id })}>${programme.title}</a></h2>
      <p class="muted">${programme.summary}</p>
      <p class="row small">
        ${
          here === 0
            ? html`<span class="chip">${commonWords().absent}</span>`
            : html`<span>${words.sets(here, formatLength(wholeMinutes(programmeLength(parts, current))))}</span>`
        }
        ${next ? html`<span class="chip next">${words.underWay(next.at + 1)}</span>` : null}
      </p>
    </article>`;
  }

  readonly #make = (): void => {
    const { settings } = this.services;
    const made = newProgramme(Date.now());
    changeSettings(this, { programmes: [...settings.current.programmes, made] });
    goTo(this, { screen: 'edit', id: made.id });
  };
}
