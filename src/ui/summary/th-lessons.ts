import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { lessonLines } from '../../coach/review/lessons.ts';
import { nextTime } from '../../coach/review/next-time.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import { lessonWords } from '../../i18n/en/lessons.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import { base, panels } from '../styles/styles.ts';

/** Lessons of a set: one thing to do next time, and findings that the data support. */
@customElement('th-lessons')
export class ThLessons extends LitElement {
  static override styles = [
    base,
    panels,
    css`
      .next {
        font-size: 1.25rem;
        line-height: 1.35;
        font-weight: 620;
        text-wrap: pretty;
        max-inline-size: 60ch;
      }
      ul {
        padding-inline-start: 1.2em;
      }
    `,
  ];

  @property({ attribute: false }) record!: SetRecord;
  @property({ attribute: false }) drill!: DrillDefinition;

  override render() {
    const words = lessonWords();
    const lines = lessonLines(this.record, this.drill, words);
    const { text } = nextTime(this.record, this.drill, words);
    return html`<section class="panel stack-s" aria-labelledby="lessons">
      <h2 id="lessons">${summaryWords().lessons}</h2>
      <p class="next">${text}</p>
      ${lines.length === 0 ? null : html`<ul class="num">${lines.map((line) => html`<li>${line}</li>`)}</ul>`}
    </section>`;
  }
}
