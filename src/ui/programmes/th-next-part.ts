import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { coachWords } from '../../i18n/en/coach.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';
import { spokenResult } from '../../training/review/spoken-result.ts';
import { spokenLength } from '../../coach/speech/cue-pacing.ts';
import { endsToday } from '../../training/review/after-set.ts';
import { partsHere } from '../../training/planning/parts.ts';
import { withoutCamera } from '../../coach/timeline/timeline.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import { programmeTexts } from '../../i18n/en/programmes.ts';
import type { OpenRequest } from '../shell/app-flow.ts';
import { partsOfSitting } from './sitting.ts';
import { planFor } from '../home-and-drill/plan-choice.ts';
import { allowed } from '../../training/safety/allowed.ts';
import { hipsIn } from '../safety/limited-plan.ts';
import { mayBeginByItself, readPerson } from '../safety/person-now.ts';
import { type DrillPart, settingsFor, transitionTo, placeInRun } from './programme-plan.ts';
import { partTitle, transitionText } from './programme-words.ts';
import { type Route, routeHash } from '../shell/router.ts';
import { fire, Served } from '../shell/services.ts';
import { commonStyles } from '../styles/styles.ts';
import '../home-and-drill/th-drill-still.ts';
import './th-next-countdown.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** How long a comparison with last time is spoken at the usual speed. */
const COMPARED: Seconds = 5;

const unwatched = (part: DrillPart): DrillPart =>
  part.drill === null ? part : { ...part, drill: withoutCamera(part.drill) };

/**
 * Shown after a set of a programme: the next part, what to do before it, and a countdown until it opens by itself. It
 * is empty for a set without a programme. Fires `th-open` and `th-go`.
 */
@customElement('th-next-part')
export class ThNextPart extends Served {
  static override styles = [
    commonStyles,
    css`
      /* What to do next stays in sight while the person reads and answers. */
      :host([sticks]) {
        position: sticky;
        inset-block-end: 0;
        z-index: 3;
      }
      :host([sticks]) section {
        padding-block: var(--s3);
        box-shadow: 0 -0.75rem 1.5rem -0.75rem color-mix(in srgb, var(--text) 22%, transparent);
      }
      .todo {
        gap: var(--s2) var(--s5);
      }
      .todo > .eyebrow,
      .todo > .muted {
        flex-basis: 100%;
      }
      .primary {
        max-inline-size: 100%;
      }
      .pictured {
        display: grid;
        grid-template-columns: clamp(7rem, 14vw, 11rem) minmax(0, 1fr);
        gap: var(--s4) var(--s5);
        align-items: center;
      }
      th-drill-still {
        border-radius: var(--radius-s);
      }
      @media (max-width: 640px) {
        .pictured {
          grid-template-columns: minmax(0, 1fr);
        }
        th-drill-still {
          display: none;
        }
        /* Small, because the page is read above it. */
        :host([sticks]) .eyebrow {
          display: none;
        }
        :host([sticks]) .muted {
          font-size: 0.9375rem;
          line-height: 1.35;
        }
      }
      /* At 200 % zoom it would leave too little of the page. */
      @media (max-height: 480px), print {
        :host([sticks]) {
          position: static;
        }
      }
    `,
  ];

  @property({ attribute: false }) record!: SetRecord;
  /** The set has just ended, so the person is waiting for the next part. */
  @property({ type: Boolean }) finished = false;

  /** Only a next part stays in sight, not what is said at the end. */
  protected override updated(): void {
    this.toggleAttribute('sticks', this.renderRoot.querySelector('.pictured') !== null);
  }

  override render() {
    const found = placeInRun(this.services, this.record.id);
    if (found === null) return null;
    const { programme, parts, next } = found;
    const words = programmeTexts();
    const home = routeHash({ screen: 'programme', id: programme.id });
    const { at, finished } = found.set;
    if (endsToday(this.record))
      return html`<section class="note" aria-label=${words.theProgramme}>
        <strong>${words.canWait(programme.title)}</strong>
        <span>${words.leaveToday} <a href=${home}>${words.toProgramme}</a></span>
      </section>`;
    if (next === null)
      return html`<section class="note good" aria-label=${words.theProgramme}>
        <strong>${words.lastPart(programme.title)}</strong>
        <span>${words.setsInAll(partsHere(parts).length)} <a href=${home}>${words.toProgramme}</a> · <a href="#/week">${commonWords().yourWeek}</a></span>
      </section>`;
    // Without a camera nobody has to move the laptop.
    const done = this.#isWithoutCamera ? parts.map(unwatched) : parts;
    const transition = transitionTo(done, next.at, partsOfSitting(programme.id, Date.now()));
    return html`<section class="panel pictured" aria-label=${words.theProgramme}>
      <th-drill-still aria-hidden="true" .drill=${next.drill}></th-drill-still>
      <div class="row todo">
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
      ${
        transition && this.finished && finished && next.at !== at
          ? html`<th-next-countdown
              .partTitle=${partTitle(next)}
              .transition=${transition}
              .said=${this.#said}
              .session=${this.services.session}
              @th-due=${() => this.#open(programme.id, next)}
            ></th-next-countdown>`
          : null
      }
      ${transition && next.at !== at ? html`<p class="muted">${transitionText(transition, false).join(' ')}</p>` : null}
      </div>
    </section>`;
  }

  /** How long the result is spoken, with a comparison with last time where it has a number. */
  get #said(): Seconds {
    const drill = this.services.drills.find(({ id }) => id === this.record.drill);
    const result = drill === undefined ? null : spokenResult(this.record, coachWords(), drill);
    if (result === null) return 0;
    const rate = this.services.settings.current.voiceRate;
    return spokenLength(result, rate) + (this.record.summary.repsAll === 0 ? COMPARED / rate : 0);
  }

  /** Opens the next set with the same camera, or its page if it cannot start by itself. */
  #open(programme: string, part: DrillPart): void {
    this.#request(part, { programme, at: part.at }).then(
      (request) => {
        if (request) this.#fire('th-open', request);
        else this.#fire('th-go', { screen: 'part', id: programme, at: part.at });
      },
      () => this.#fire('th-go', { screen: 'part', id: programme, at: part.at }),
    );
  }

  /** The person did this set without a camera, although its drill is measured: then the next one goes on without. */
  get #isWithoutCamera(): boolean {
    const done = this.services.drills.find(({ id }) => id === this.record.drill);
    return this.record.source.kind === 'none' && done !== undefined && done.camera !== 'none';
  }

  /** Null if the next set cannot start by itself: it needs a camera that was not in use, or its drill hurt. */
  async #request(part: DrillPart, address: OpenRequest['part']): Promise<OpenRequest | null> {
    const { drill } = part;
    const { settings } = this.services;
    if (drill === null) return null;
    const isTimer = drill.camera === 'none' || this.#isWithoutCamera;
    if (this.record.source.kind !== 'camera' && !isTimer) return null;
    const own = settingsFor({ ...part, drill }, settings.current);
    const plan = planFor(drill, own);
    const now = Date.now();
    if (!mayBeginByItself(allowed(drill, await readPerson(this.services, now), now, hipsIn(plan)))) return null;
    return {
      plan,
      source: isTimer ? { kind: 'none' } : { kind: 'camera', deviceId: own.cameraId },
      part: address,
    };
  }

  #fire(name: 'th-open' | 'th-go', detail: OpenRequest | Route): void {
    if (this.isConnected) fire(this, name, detail);
  }
}
