import { css } from 'lit';

export const appStyles = css`
  :host {
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
    stroke: var(--accent);
    stroke-width: 4;
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
  nav .who {
    display: block;
    max-inline-size: 9rem;
    overflow: hidden;
    text-overflow: ellipsis;
    padding-block: 0;
    line-height: 44px;
    color: var(--accent);
  }
  nav .theme {
    min-block-size: 44px;
    padding: 0 var(--s2);
  }
  nav .theme svg {
    display: block;
  }
  nav svg {
    display: none;
    inline-size: 24px;
    block-size: 24px;
  }
  /* One row on a phone: the sign without the name, the settings as a sign. */
  @media (max-width: 640px) {
    header {
      flex-wrap: nowrap;
      gap: var(--s1);
      padding: var(--s1) var(--s2);
    }
    nav {
      flex: 1;
      flex-wrap: nowrap;
      justify-content: space-between;
      gap: 0;
      min-inline-size: 0;
    }
    nav a {
      padding-inline: clamp(2px, 1.2vw, 10px);
      font-size: clamp(0.75rem, 3.7vw, 0.9375rem);
    }
    nav svg {
      display: block;
    }
    .brand span,
    nav svg + span,
    nav .who {
      display: none;
    }
    .brand {
      min-block-size: 44px;
    }
  }
  /* The first entry leads where the sign does. */
  @media (max-width: 480px) {
    .brand {
      display: none;
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
  /* A browser leaves grounds out on paper, and white on a filled button or badge with them. */
  @media print {
    :host {
      --bg: #ffffff;
      --surface: #ffffff;
      background: none;
      print-color-adjust: exact;
      -webkit-print-color-adjust: exact;
    }
  }
  .banner {
    max-inline-size: var(--page);
    margin-inline: auto;
    padding: var(--s4) var(--s5) 0;
  }
`;
