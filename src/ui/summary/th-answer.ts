import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { doubtsOf } from '../../coach/record/watched.ts';
import { cleanReps, whatWasGood } from '../../training/review/what-was-good.ts';
import type { RangeSummary, SetRecord } from '../../coach/record/set-record.ts';
import type { PersonalBest } from '../../training/review/hip-story.ts';
import type { HipChange } from '../../training/review/compare-sets.ts';
import type { SinceLast } from '../../training/review/since-last.ts';
import { nextTime } from '../../training/review/next-time.ts';
import { lessonWords } from '../../i18n/en/lessons.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import { verdictsOf } from './change-text.ts';
import { base, panels } from '../styles/styles.ts';
import { bestOfHips, bestRange, networkLines, summarySentence } from './summary-text.ts';
import '../charts/th-range-bars.ts';

/**
 * The answer of a set in one look: better, the same or worse than before; the one thing to do next time; then the best range of each
 * hip as a picture, with the mark of last time. All of it is of the same best range (`bestOfHips`).
 */
@customElement('th-answer')
export class ThAnswer extends LitElement {
  static override styles = [
    base,
    panels,
    css`
      .panel {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--s5);
      }
      .pictured {
        grid-template-columns: minmax(0, 4fr) minmax(0, 5fr);
        column-gap: var(--s7);
        align-items: center;
      }
      .verdict {
        font-size: clamp(1.5rem, 1.15rem + 1.5vw, 2.1rem);
        font-weight: 700;
        line-height: 1.15;
        letter-spacing: -0.02em;
        text-wrap: pretty;
      }
      .first-week {
        display: block;
        margin-block-start: var(--s1);
        font-size: 0.75em;
        font-weight: 620;
        letter-spacing: 0;
      }
      /* The comparison is read a moment later: its place is kept, so that nothing below moves. */
      .awaited {
        min-block-size: 1.15em;
      }
      .nothing-before {
        color: var(--muted);
        font-size: 1.25rem;
      }
      .good,
      .more,
      .best {
        color: var(--accent);
      }
      .good {
        font-weight: 620;
      }
      .next {
        font-size: clamp(1.25rem, 1.05rem + 0.8vw, 1.6rem);
        line-height: 1.25;
        text-wrap: pretty;
      }
      .reps {
        font-size: clamp(1.5rem, 1.15rem + 1.5vw, 2.1rem);
        font-weight: 660;
      }
      @media (max-width: 860px) {
        .pictured {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) record!: SetRecord;
  @property({ attribute: false }) drill: DrillDefinition | null = null;
  @property({ attribute: false }) changes: readonly HipChange[] = [];
  /** Since the last time and the first week; null: not read yet. */
  @property({ attribute: false }) since: readonly SinceLast[] | null = null;
  /** One thing more next time, as a sentence; null: nothing. */
  @property({ attribute: false }) more: string | null = null;
  /** Ranges beyond every earlier one. */
  @property({ attribute: false }) bests: readonly PersonalBest[] = [];

  override render() {
    const { record, drill } = this;
    const bests = bestRange(record) === null ? [] : bestOfHips(record);
    const words = lessonWords();
    const doubtful = doubtsOf(record).length > 0;
    const good = drill && !doubtful ? whatWasGood(record, drill, words, this.changes) : null;
    return html`<section class="panel ${bests.length > 0 ? 'pictured' : ''}" aria-label=${summaryWords().result}>
      <div class="stack">
        ${doubtful ? null : this.#verdicts(bests.length > 0)}
        ${drill && !doubtful ? html`<h2 class="next">${nextTime(record, drill, words, this.more).text}</h2>` : null}
        ${good === null || good.why === 'further' ? null : html`<p class="good">${good.text}</p>`}
        <p class=${doubtful ? 'note bad' : 'muted'} role=${doubtful ? 'note' : nothing}>${summarySentence(record)}</p>
        ${networkLines(record).map((line) => html`<p class="note bad" role="note">${line}</p>`)}
      </div>
      ${bests.length > 0 || record.summary.repsAll > 0 ? this.#picture(bests) : null}
    </section>`;
  }

  #verdicts(hasRange: boolean) {
    if (this.since === null) return hasRange ? html`<p class="verdict awaited"></p>` : null;
    const told = verdictsOf(this.record, this.since, this.bests);
    return told.map(
      ({ kind, text, firstWeek }) =>
        html`<p class="verdict ${kind}">${text} ${firstWeek && html`<span class="first-week">${firstWeek}</span>`}</p>`,
    );
  }

  #picture(bests: readonly RangeSummary[]) {
    const { repsAll, sets } = this.record.summary;
    const last = Object.fromEntries(
      (this.since ?? []).flatMap((one) => (one.last ? [[one.side, one.last.before]] : [])),
    );
    const words = summaryWords();
    const several = (range: RangeSummary): boolean => sets.filter(({ side }) => side === range.side).length > 1;
    const names = bests.map((range) =>
      several(range) ? words.bestRound(range.side, range.round) : words.hip(range.side),
    );
    return html`<div class="stack">
      ${repsAll > 0 ? html`<p class="reps num">${words.repsDone(cleanReps(this.record), repsAll)}</p>` : null}
      ${bests.length > 0 ? html`<th-range-bars .ranges=${bests} .names=${names} .last=${last} large></th-range-bars>` : null}
    </div>`;
  }
}
