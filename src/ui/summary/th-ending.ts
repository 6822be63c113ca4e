import { css, html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { PersonHere } from '../safety/person-now.ts';
import { placeInRun } from '../programmes/programme-plan.ts';
import { createWakeLock } from '../../app/wake-lock.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { doubtsOf } from '../../coach/record/watched.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import { painLight } from '../../training/review/after-set.ts';
import type { PersonalBest } from '../../training/review/hip-story.ts';
import { nextTime } from '../../training/review/next-time.ts';
import type { SinceLast } from '../../training/review/since-last.ts';
import { cleanReps } from '../../training/review/what-was-good.ts';
import { allowed } from '../../training/safety/allowed.ts';
import { coachWords } from '../../i18n/en/coach.ts';
import { lessonWords } from '../../i18n/en/lessons.ts';
import { setWords } from '../../i18n/en/set.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import type { Milliseconds, Side } from '../../instrument/geometry/units.ts';
import { formatCountdown } from '../elements/format.ts';
import { repeatWhileShown, whileShown } from '../elements/while-shown.ts';
import { planFor } from '../home-and-drill/plan-choice.ts';
import { changeSettings, fire, Served } from '../shell/services.ts';
import { base, buttons } from '../styles/styles.ts';
import { type Verdict, verdictsOf } from './change-text.ts';
import { setActionFor } from '../shell/key-map.ts';
import { bestRange, hipLines, summarySentence } from './summary-text.ts';

/** When the voice names the other leg: the spoken result is over by then. */
const AFTER_RESULT: Milliseconds = 9000;
/** N is ignored for this long, so that the press that ended the set does not also start the other leg. */
const AFTER_LAST_KEY: Milliseconds = 2000;

/**
 * The end of a set, read from the floor: what to do now, then what each hip did, how it compares, and one thing for next time. It
 * fills the screen until the person goes on, or until the next part of a programme. Fires `th-done` with the other leg if that is
 * offered (else null), and `th-open` for it.
 */
@customElement('th-ending')
export class ThEnding extends Served {
  static override styles = [
    base,
    buttons,
    css`
      section {
        display: grid;
        align-content: center;
        gap: clamp(0.75rem, 2.8vh, 2rem);
        min-block-size: calc(100dvh - 9rem);
      }
      /* What to do now is the largest text; all else is a twentieth of the height of a laptop, which is 1 cm. */
      .now {
        min-block-size: 1.05em;
        font-size: clamp(2.25rem, min(7.4vw, 13vh), 8rem);
        font-weight: 700;
        letter-spacing: -0.02em;
        line-height: 1.05;
        text-wrap: balance;
      }
      .hip {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        column-gap: 0.7em;
        font-size: clamp(1.5rem, 3.4vw, 3.5rem);
        font-weight: 660;
        line-height: 1.15;
        text-wrap: balance;
      }
      .named {
        font-size: clamp(1.25rem, 2.85vw, 3rem);
      }
      .borrowed {
        font-size: 0.84em;
        font-weight: 450;
      }
      .how,
      .next {
        font-size: clamp(1.25rem, 2.85vw, 3rem);
        line-height: 1.2;
        text-wrap: pretty;
      }
      .first-week {
        display: block;
        font-size: 0.75em;
      }
      .more,
      .best {
        color: var(--accent);
        font-weight: 620;
      }
      .best {
        border-inline-start: 6px solid var(--accent);
        padding-inline-start: var(--s4);
      }
      /* Larger than the buttons of the set, because they are pressed from the floor as well. */
      button.large {
        min-block-size: clamp(3.5rem, 10.5vh, 6rem);
        padding-inline: clamp(1.25rem, 2.6vw, 3rem);
        font-size: clamp(1.25rem, 2.3vw, 2.25rem);
      }
      .rest {
        margin-inline-start: auto;
        font-size: clamp(1.25rem, 2.85vw, 3rem);
      }
      /* What comes next stands below (th-next-part), with its seconds. */
      :host([between]) section {
        align-content: start;
        gap: clamp(0.75rem, 2vh, 1.5rem);
      }
      @media (orientation: portrait) {
        .now {
          font-size: clamp(2.25rem, 11.5vw, 6rem);
        }
        button.large {
          min-block-size: 4rem;
        }
      }
      /* A low window, as at 200 % zoom: all of it at a glance. */
      @media (max-height: 420px) {
        section {
          align-content: start;
          gap: 0.5rem;
          min-block-size: 0;
        }
        .hip,
        .how,
        .next {
          font-size: 1.1875rem;
          line-height: 1.15;
        }
        button.large {
          min-block-size: 3rem;
          padding-block: 0;
        }
      }
    `,
  ];

  @property({ attribute: false }) record!: SetRecord;
  @property({ attribute: false }) drill!: DrillDefinition;
  /** Null: not read yet. */
  @property({ attribute: false }) since: readonly SinceLast[] | null = null;
  @property({ attribute: false }) bests: readonly PersonalBest[] = [];
  /** One thing more next time, as a sentence; null: nothing. */
  @property({ attribute: false }) more: string | null = null;
  /** The other leg has done the drill in the same training. No attribute: one that is absent would leave the default. */
  @property({ attribute: false }) evened = true;
  /** Another part of a programme follows, which counts down by itself if the set was finished. */
  @property({ type: Boolean, reflect: true }) between = false;
  @state() private _rested: Milliseconds = 0;
  readonly #person = new PersonHere(this);
  @query('h2') private _heading!: HTMLElement;
  readonly #lock = createWakeLock();
  readonly #began = performance.now();
  #isOtherSaid = false;

  constructor() {
    super();
    // The person reads it from the floor.
    whileShown(this, () => {
      this.#lock.hold().catch(() => undefined);
      return () => this.#lock.release();
    });
    repeatWhileShown(this, 1000, () => {
      this._rested = performance.now() - this.#began;
      this.#sayOtherLeg();
    });
  }

  protected override willUpdate(): void {
    this.between = (placeInRun(this.services, this.record.id)?.next ?? null) !== null;
  }

  protected override firstUpdated(): void {
    this._heading.focus({ preventScroll: true });
  }

  override render() {
    const { record, drill } = this;
    const words = summaryWords().ending;
    const isDoubtful = doubtsOf(record).length > 0;
    const other = this.between ? null : this.#other();
    const result = isDoubtful ? html`<p class="how">${summarySentence(record)}</p>` : this.#told(record, drill);
    return html`<section aria-labelledby="how" @keydown=${this.#onKey}>
      <h2 id="how" class="visually-hidden" tabindex="-1">${words.label}</h2>
      ${
        this.between
          ? html`${result}
            <p class="row">${this.#doneButton(words.whole)}</p>`
          : html`<p class="now" translate="no" .textContent=${this.#now(other)}></p>
            <p class="row">
              ${other && this.#otherLeg(other)}
              ${this.#doneButton(words.done, other === null || this.evened ? 'primary' : '')}
              <span class="rest num muted" role="timer" aria-live="off">${words.resting(formatCountdown(this._rested / 1000))}</span>
            </p>
            ${result}`
      }
    </section>`;
  }

  /** What to do now. Empty as long as it is not known whether the other leg has trained. */
  #now(other: Side | null): string {
    const isOfOneLeg = !this.drill.bilateral && this.record.side !== 'both';
    if (isOfOneLeg && (this.since === null || !this.#person.isRead)) return '';
    return summaryWords().ending.now[other === null || this.evened ? 'rest' : other];
  }

  #told(record: SetRecord, drill: DrillDefinition) {
    const verdicts = verdictsOf(record, this.since, this.bests);
    return html`${this.#result(record, drill, verdicts)}
      ${verdicts.map(
        ({ kind, text, firstWeek }) =>
          html`<p class="how ${kind}">${text} ${firstWeek && html`<span class="first-week">${firstWeek}</span>`}</p>`,
      )}
      <p class="next">${nextTime(record, drill, lessonWords(), this.more).text}</p>`;
  }

  /** The number of each hip with the pelvis' part, or the repetitions; without these, the whole sentence. */
  #result(record: SetRecord, { reps }: DrillDefinition, verdicts: readonly Verdict[]) {
    const { repsAll } = record.summary;
    const hips = bestRange(record) === null ? [] : hipLines(record);
    if (hips.length === 0 && repsAll === 0) return html`<p class="how">${summarySentence(record)}</p>`;
    const count = reps?.rough
      ? coachWords().result.roughReps(repsAll)
      : summaryWords().repsDone(cleanReps(record), repsAll);
    // The verdict says already that nobody saw the pelvis.
    const isUnseen = verdicts.some(({ together }) => together);
    return html`${repsAll > 0 ? html`<p class="hip num">${count}</p>` : null}
      ${hips.map(
        ({ name, range, borrowed }) =>
          html`<p class="hip num ${name === null ? '' : 'named'}"><span>${name === null ? range : summaryWords().about(name, range)}</span>
            ${borrowed === '' || isUnseen ? null : html`<span class="borrowed">${borrowed}</span>`}</p>`,
      )}`;
  }

  /** Of a drill for one leg at a time: the leg that was not at work, if it may work today. */
  #other(): Side | null {
    const { side } = this.record;
    if (this.drill.bilateral || side === 'both' || !this.#person.isRead) return null;
    const other = side === 'left' ? 'right' : 'left';
    return this.#may(other).kind === 'no' ? null : other;
  }

  /** The voice asks for the other leg where the page does. */
  #sayOtherLeg(): void {
    if (this.#isOtherSaid || this.between || this._rested < AFTER_RESULT) return;
    const other = this.#other();
    const text = this.#now(other);
    if (other === null || this.evened || text === '') return;
    this.#isOtherSaid = true;
    this.services.session.announce({ kind: 'say', text, urgent: false });
  }

  readonly #may = (side: Side) => allowed(this.drill, this.#person.now, Date.now(), [side]);

  #otherLeg(other: Side) {
    const key = this.#singleKeys ? html` <kbd aria-hidden="true">N</kbd>` : null;
    return html`<button class="large ${this.evened ? '' : 'primary'}" @click=${() => this.#goOn(other)}>${summaryWords().ending.otherLeg[other]}${key}</button>`;
  }

  #goOn(other: Side): void {
    // Pain that was told here is not read back yet, and a limit is told on the page of the drill.
    const isFree = this.#may(other).kind === 'yes' && painLight(this.record.after?.pain ?? 0) === 'green';
    if (isFree) this.#open(other);
    else this.#toDrill(other);
  }

  /** Within the press, because a browser grants camera and sound only there. */
  #open(side: Side): void {
    const plan = planFor(this.drill, { ...this.services.settings.current, side });
    const isTimer = this.record.source.kind === 'none';
    const source = isTimer ? { kind: 'none' } : { kind: 'camera', deviceId: this.services.settings.current.cameraId };
    fire(this, 'th-open', { plan, source, kept: () => this.#toDrill(side) });
  }

  #toDrill(side: Side): void {
    changeSettings(this, { side });
    fire(this, 'th-again', this.drill.id);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const isOnButton = event.composedPath()[0] instanceof HTMLButtonElement;
    // Page Up and the arrow, which also go on in a set, scroll here.
    const isNext = event.key.length === 1 && setActionFor(event, this.#singleKeys) === 'skip';
    if (event.key !== 'Escape' && !isNext && (event.key !== 'Enter' || isOnButton)) return;
    event.preventDefault();
    if (!isNext) return this.#done();
    const other = this.between ? null : this.#other();
    if (other !== null && this._rested >= AFTER_LAST_KEY) this.#goOn(other);
  };

  get #singleKeys(): boolean {
    return this.services.settings.current.singleKeys;
  }

  readonly #done = (): void => fire(this, 'th-done', this.between ? null : this.#other());

  #doneButton(name: string, kind = '') {
    return html`<button class="large ${kind}" @click=${this.#done}>${name} <kbd aria-hidden="true">${setWords().keyNames.escape}</kbd></button>`;
  }
}
