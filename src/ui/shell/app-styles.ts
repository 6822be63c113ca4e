import { css } from 'lit';

/** Styles of `th-app`: the header, the skip link, the banner. */
export const appStyles = css`
  :host {
    display: block;
    min-block-size: 100dvh;
    background: var(--bg);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--s2) var(--s5);
    padding: var(--s3) var(--s5);
    border-block-end: 1px solid var(--line);
  }
  .brand {
    display: inline-flex;
    align-items: center;
    gap: var(--s3);
    color: var(--text);
    font-size: 1.2rem;
    font-weight: 700;
    letter-spacing: -0.02em;
    text-decoration: none;
  }
  .brand svg {
    inline-size: 28px;
    block-size: 28px;
    fill: none;
    stroke: var(--accent);
    stroke-width: 4;
    stroke-linecap: round;
  }
  nav {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s2);
  }
  nav a {
    min-block-size: 44px;
    display: inline-flex;
    align-items: center;
    padding-inline: var(--s3);
    border-radius: var(--radius-s);
    color: var(--muted);
    font-weight: 580;
    text-decoration: none;
    white-space: nowrap;
  }
  @media (max-width: 480px) {
    header {
      padding-inline: var(--s4);
    }
    nav {
      margin-inline-start: calc(-1 * var(--s3));
    }
  }
  nav a:hover,
  nav a[aria-current='page'],
  nav a[aria-current='true'] {
    color: var(--text);
    background: var(--surface-2);
  }
  @media (forced-colors: active) {
    nav a[aria-current='page'],
    nav a[aria-current='true'] {
      text-decoration: underline 2px;
    }
  }
  .skip {
    position: absolute;
    inset: var(--s2) auto auto var(--s2);
    z-index: 10;
    transform: translateY(-200%);
  }
  .skip:focus {
    transform: none;
  }
  @media print {
    header,
    .skip,
    .banner {
      display: none;
    }
    :host {
      background: none;
    }
  }
  .banner {
    max-inline-size: var(--page);
    margin-inline: auto;
    padding: var(--s4) var(--s5) 0;
  }
`;
