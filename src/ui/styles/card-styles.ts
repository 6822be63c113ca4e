import { css } from 'lit';

/** A card with one link in it: all of it can be pressed, and all of it shows the focus. Wants `position: relative`. */
export const cardStyles = css`
  .card:hover,
  .card:focus-within {
    border-color: var(--accent);
  }
  .card a {
    color: inherit;
    text-decoration: none;
  }
  .card a::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .card a:focus-visible {
    outline: none;
  }
  .card:has(a:focus-visible) {
    outline: 3px solid var(--focus);
    outline-offset: 3px;
  }
`;
