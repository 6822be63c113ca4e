import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { painAdvice } from '../coach/after-set.ts';
import { partsHere } from '../coach/programmes/parts.ts';
import { nextPart, type ProgrammeRun, type RunSet } from '../coach/programmes/programme-run.ts';
import type { SetRecord } from '../coach/set-record.ts';
import { lessonWords } from '../language/en/lessons.ts';
import { programmeTexts } from '../language/en/programmes.ts';
import { findProgramme, partsFor, transitionsFor } from './programme-plan.ts';
import { partTitle, transitionText } from './programme-words.ts';
import { routeHash } from './router.ts';
import type { Services } from './services.ts';
import { base, buttons, panels } from './styles.ts';
import { symptomAdvice } from './words.ts';

interface Found {
  readonly run: ProgrammeRun;
  readonly set: RunSet;
}

const foundIn = (runs: Readonly<Record<string, ProgrammeRun>>, id: string): Found | null => {
  for (const run of Object.values(runs)) {
    const set = run.sets.find((one) => one.set === id);
    if (set) return { run, set };
  }
  return null;
};

/** After a set that was part of a programme: what comes next, and what to do before it. Empty for any other set. */
@customElement('th-next-part')
export class ThNextPart extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    css`
      .primary {
        max-inline-size: 100%;
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  @property({ attribute: false }) record!: SetRecord;

  override render() {
    const found = foundIn(this.services.settings.current.programmeRuns, this.record.id);
    const programme = found && findProgramme(this.services, found.run.programme);
    if (!found || !programme) return null;
    const parts = partsFor(this.services, programme);
    const words = programmeTexts();
    const home = routeHash({ screen: 'programme', id: programme.id });
    const { at, finished } = found.set;
    const pain = this.record.after && painAdvice(this.record.after, lessonWords().after);
    if (symptomAdvice(this.record.ended) || pain?.light === 'red')
      return html`<section class="note" aria-label=${words.theProgramme}>
        <strong>${words.canWait(programme.title)}</strong>
        <span>${words.leaveToday} <a href=${home}>${words.toProgramme}</a></span>
      </section>`;
    const next = nextPart(found.run, parts, at);
    if (next === null)
      return html`<section class="note good" aria-label=${words.theProgramme}>
        <strong>${words.lastPart(programme.title)}</strong>
        <span>${words.setsInAll(partsHere(parts).length)} <a href=${home}>${words.toProgramme}</a> · <a href="#/week">${words.yourWeek}</a></span>
      </section>`;
    const transition = transitionsFor(parts).get(next.at);
    return html`<section class="panel stack-s" aria-label=${words.theProgramme}>
      <p class="eyebrow">
        <a href=${home}>${programme.title}</a> · ${(finished ? words.partDone : words.partNotFinished)(at + 1, parts.length)}
      </p>
      <p class="row">
        <a class="button primary large" href=${routeHash({ screen: 'part', id: programme.id, at: next.at })}>
          ${(next.at === at ? words.onceMoreIs : words.nextIs)(partTitle(next))}
        </a>
        ${
          finished || next.at === at
            ? null
            : html`<a class="button" href=${routeHash({ screen: 'part', id: programme.id, at })}>${words.thisOnceMore}</a>`
        }
      </p>
      ${transition && next.at !== at ? html`<p class="muted">${transitionText(transition, false).join(' ')}</p>` : null}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'th-next-part': ThNextPart;
  }
}
