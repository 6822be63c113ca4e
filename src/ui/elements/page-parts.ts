import { html } from 'lit';

/** The head of a page. @param above what stands over the heading, such as the way back */
export const pageHead = (heading: unknown, lead = '', above: unknown = null) => html`<header class="stack-s">
  ${above}
  <h1 tabindex="-1">${heading}</h1>
  ${lead && html`<p class="lead">${lead}</p>`}
</header>`;

/**
 * A part of a page under its heading, by which it is named. It is the tag of the template of what stands below the heading.
 * @param id of the heading
 */
export const section =
  (id: string, heading: unknown, look = 'panel stack') =>
  (strings: TemplateStringsArray, ...values: readonly unknown[]) =>
    html`<section class=${look} aria-labelledby=${id}>
      <h2 id=${id}>${heading}</h2>
      ${html(strings, ...values)}
    </section>`;

/** A way back in small letters, above a heading. */
export const wayBack = (address: string, text: string) => html`<p class="small"><a href=${address}>${text}</a></p>`;

/** What has happened after a press: in a note, or nothing yet. Screen readers read it out. */
export const toldNote = (message: string, look = 'note') =>
  html`<p role="status" class=${message === '' ? 'visually-hidden' : look}>${message}</p>`;

/**
 * A hidden field for a file, which the button beside it opens.
 * @param take called with the chosen file; the same file can then be chosen again
 */
export function fileField(accept: string, label: string, take: (file: File) => void) {
  const changed = ({ currentTarget }: Event): void => {
    const field = currentTarget as HTMLInputElement;
    const [file] = field.files ?? [];
    field.value = '';
    if (file) take(file);
  };
  return html`<input type="file" accept=${accept} hidden aria-label=${label} @change=${changed} />`;
}
