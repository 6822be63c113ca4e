import { listenWhileShown } from '../elements/while-shown.ts';
import { css, html, type ReactiveElement } from 'lit';

/**
 * A part of a page that is folded up at first. Its heading is what opens it.
 * @param id of the heading, for `aria-labelledby` of what is in it
 */
export const fold = (id: string, heading: string, content: unknown) => html`<details class="fold">
  <summary><h2 id=${id}>${heading}</h2></summary>
  <div class="stack folded">${content}</div>
</details>`;

/** Opens everything before the page of this element is printed, and closes again afterwards what was closed. */
export function unfoldForPrint(host: ReactiveElement): void {
  let closed: readonly HTMLDetailsElement[] = [];
  const unfold = (): void => {
    closed = [...host.renderRoot.querySelectorAll<HTMLDetailsElement>('details.fold:not([open])')];
    for (const details of closed) details.open = true;
  };
  const foldAgain = (): void => {
    for (const details of closed) details.open = false;
    closed = [];
  };
  listenWhileShown(host, 'beforeprint', unfold);
  listenWhileShown(host, 'afterprint', foldAgain);
}

/** Folded parts in one card, with a line between them. */
export const folds = css`
  .folds {
    padding-block: 0;
  }
  .fold + .fold {
    border-block-start: 1px solid var(--line);
  }
  .fold > summary {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--s3);
    min-block-size: 52px;
    padding-block: var(--s2);
    list-style: none;
  }
  .fold > summary::-webkit-details-marker {
    display: none;
  }
  .fold > summary::after {
    content: '';
    flex: none;
    inline-size: 9px;
    block-size: 9px;
    margin-inline-end: var(--s1);
    border: solid var(--muted);
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    translate: 0 -3px;
  }
  .fold[open] > summary::after {
    rotate: 225deg;
    translate: 0 2px;
  }
  .fold h2 {
    font-size: 1.0625rem;
  }
  .fold > summary:hover h2 {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .folded {
    padding-block: var(--s2) var(--s5);
  }
  @media print {
    .fold > summary::after {
      display: none;
    }
    .fold > summary {
      break-after: avoid;
    }
  }
`;
