import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { doubtsOf } from '../../coach/record/doubts.ts';
import { cleanReps } from '../../coach/review/what-was-good.ts';
import type { RangeSummary, SetRecord } from '../../coach/record/set-record.ts';
import type { PersonalBest } from '../../coach/review/personal-best.ts';
import type { HipChange } from '../../coach/review/compare-sets.ts';
import type { SinceLast } from '../../coach/review/since-last.ts';
import { nextTime } from '../../coach/review/next-time.ts';
import { whatWasGood } from '../../coach/review/what-was-good.ts';
import { lessonWords } from '../../i18n/en/lessons.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import { bestText, sinceLastText, told } from './change-text.ts';
import { base, panels } from '../styles/styles.ts';
import { bestOfHips, bestRange, isOfBothHips, networkLines, summarySentence } from './summary-text.ts';
import '../charts/th-range-bars.ts';

/** The answer of a set: what was good, the one thing to do next time, and the best range of each hip as a picture. */
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
      .since {
        font-size: 1.25rem;
        font-weight: 620;
      }
      .good {
        color: var(--accent);
        font-weight: 620;
      }
      .next {
        font-size: clamp(1.5rem, 1.15rem + 1.5vw, 2.1rem);
        line-height: 1.2;
        letter-spacing: -0.015em;
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
  /** Since the set before. */
  @property({ attribute: false }) changes: readonly HipChange[] = [];
  /** Since the last time and the first. */
  @property({ attribute: false }) since: readonly SinceLast[] = [];
  /** Ranges beyond every earlier one. */
  @property({ attribute: false }) bests: readonly PersonalBest[] = [];

  override render() {
    const { record, drill } = this;
    const bests = bestRange(record) === null ? [] : bestOfHips(record);
    const words = lessonWords();
    const doubtful = doubtsOf(record).length > 0;
    const good = drill && !doubtful && whatWasGood(record, drill, words, this.changes);
    return html`<section class="panel ${bests.length > 0 ? 'pictured' : ''}" aria-label=${summaryWords().result}>
      <div class="stack">
        ${doubtful ? null : this.#since().map((text) => html`<p class="since">${text}</p>`)}
        ${good ? html`<p class="good">${good.text}</p>` : null}
        ${this.bests.map((best) => html`<p class="good">${bestText(best)}</p>`)}
        ${drill && !doubtful ? html`<h2 class="next">${nextTime(record, drill, words).text}</h2>` : null}
        <p class=${doubtful ? 'note bad' : 'muted'} role=${doubtful ? 'note' : nothing}>${summarySentence(record)}</p>
        ${networkLines(record).map((line) => html`<p class="note bad" role="note">${line}</p>`)}
      </div>
      ${bests.length > 0 || record.summary.repsAll > 0 ? this.#picture(bests) : null}
    </section>`;
  }

  /** On an old page nobody waits to hear that there is nothing to compare; and a best says more than that it is the same. */
  #since(): readonly string[] {
    const named = isOfBothHips(this.record);
    return told(this.since, this.bests)
      .filter(({ last }) => last !== null)
      .map((one) => sinceLastText(one, named));
  }

  #picture(bests: readonly RangeSummary[]) {
    const { repsAll, sets } = this.record.summary;
    const words = summaryWords();
    const several = (range: RangeSummary): boolean => sets.filter(({ side }) => side === range.side).length > 1;
    const names = bests.map((range) =>
      several(range) ? words.bestRound(range.side, range.round) : words.hip(range.side),
    );
    return html`<div class="stack">
      ${repsAll > 0 ? html`<p class="reps num">${words.repsDone(cleanReps(this.record), repsAll)}</p>` : null}
      ${bests.length > 0 ? html`<th-range-bars .ranges=${bests} .names=${names} large></th-range-bars>` : null}
    </div>`;
  }
}
