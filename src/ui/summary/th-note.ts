import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Served } from '../shell/services.ts';
import type { SetNote, SetRecord } from '../../coach/record/set-record.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import { commonStyles, fields } from '../styles/styles.ts';

/** Event `th-note` with the new note. The element stores it itself. */
export type NoteEvent = CustomEvent<SetNote>;

/** Longest note in characters that storage accepts. */
const MAX_LENGTH = 4000;

/** The person's own note on a set. It is stored when the field loses the focus. */
@customElement('th-note')
export class ThNote extends Served {
  static override styles = [
    commonStyles,
    fields,
    css`
      label {
        display: grid;
        gap: var(--s2);
        font-weight: 580;
      }
      textarea {
        inline-size: 100%;
        min-block-size: 5.5em;
        padding: var(--s3);
        font-weight: 400;
        resize: vertical;
      }
    `,
  ];

  @property({ attribute: false }) record!: SetRecord;
  @state() private _message = '';

  override render() {
    return html`<section class="panel stack-s" aria-label=${summaryWords().note.label}>
      <label>
        ${summaryWords().note.yours}
        <textarea maxlength=${MAX_LENGTH} .value=${this.record.note?.text ?? ''} @change=${this.#changed}></textarea>
      </label>
      <p class="small muted" aria-live="polite">${this._message}</p>
    </section>`;
  }

  readonly #changed = (event: Event): void => {
    const text = (event.currentTarget as HTMLTextAreaElement).value.trim();
    const detail: SetNote = { text, at: new Date().toISOString() };
    this._message = '';
    this.dispatchEvent(new CustomEvent('th-note', { detail }));
    this.services.sets.keepNote(this.record.id, detail).then(
      () => (this._message = summaryWords().note.kept),
      () => (this._message = summaryWords().note.lost),
    );
  };
}
