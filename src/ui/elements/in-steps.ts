import { html, type TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { commonWords } from '../../i18n/en/common.ts';

/** Items that are shown at first, and that each press of the button adds. An ordinary set has fewer of everything. */
const STEP = 100;

/** Flags that a chart draws at most. More cannot be told apart. */
export const MOST_FLAGS = 200;

type Rows<T> = (items: readonly T[]) => unknown;
/** Puts the button where the list can hold it, such as into a row of the table. */
type Wrap = (button: TemplateResult) => unknown;

class InSteps<T> extends AsyncDirective {
  #shown = STEP;
  #args: readonly [readonly T[], Rows<T>, Wrap] | null = null;

  override render(items: readonly T[], rows: Rows<T>, wrap: Wrap): unknown {
    this.#args = [items, rows, wrap];
    const rest = items.length - this.#shown;
    const text = commonWords().more(Math.min(STEP, rest), rest);
    const button = html`<button class="quiet" @click=${this.#more}>${text}</button>`;
    return html`${rows(items.slice(0, this.#shown))}${rest > 0 ? wrap(button) : null}`;
  }

  readonly #more = (): void => {
    if (this.#args === null) return;
    this.#shown += STEP;
    this.setValue(this.render(...this.#args));
  };
}

const steps = directive(InSteps);

const inBody: Wrap = (button) => html`<tbody><tr><td colspan="20">${button}</td></tr></tbody>`;

/** Bodies of a table, for the first items at first, with a button for more. */
export const rowsInSteps = <T>(items: readonly T[], bodies: Rows<T>) => steps(items, bodies as Rows<unknown>, inBody);

const each =
  (wrap: Wrap) =>
  <T>(items: readonly T[], part: (item: T, index: number) => unknown) =>
    steps(items, (some) => (some as readonly T[]).map(part), wrap);

/** Items of a list, the first ones at first, with a button for more. */
export const itemsInSteps = each((button) => html`<li>${button}</li>`);

/** Parts of a page, the first ones at first, with a button for more. */
export const partsInSteps = each((button) => html`<p>${button}</p>`);

const entries = (lines: readonly string[]) => lines.map((line) => html`<li>${line}</li>`);

/** Short lines with marks. @param look classes of the list */
export const bullets = (lines: readonly string[], look = '') => html`<ul class=${look}>${entries(lines)}</ul>`;

export const numbered = (lines: readonly string[], look = '') => html`<ol class=${look}>${entries(lines)}</ol>`;

/** Resolves in a task of its own, so that the page draws and answers to keys before the next part of a long piece of work. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export const drawnNote = (flags: readonly unknown[]) =>
  flags.length > MOST_FLAGS ? html`<p class="small muted">${commonWords().drawn(MOST_FLAGS, flags.length)}</p>` : null;
