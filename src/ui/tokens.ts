import { css } from 'lit';

/** Design tokens, set once on `th-app`; custom properties reach into every shadow tree below it. */
export const tokens = css`
  :host {
    --bg: #0b0f14;
    --surface: #141b24;
    --surface-2: #1d2732;
    --line: #334354;
    --edge: #60758b;
    --text: #f3f6fa;
    --muted: #aebccb;
    --accent: #62d9c0;
    --accent-ink: #03231c;
    --accent-dim: #173e38;
    --warn: #ffc061;
    --warn-dim: #2a2215;
    --danger: #ff8577;
    --danger-dim: #3a1714;
    --focus: #8fcaff;
    --figure-body: #8295a9;
    --figure-leg: #5d6f82;
    --s1: 4px;
    --s2: 8px;
    --s3: 12px;
    --s4: 16px;
    --s5: 24px;
    --s6: 32px;
    --s7: 48px;
    --s8: 72px;
    --radius: 14px;
    --radius-s: 8px;
    --measure: 62ch;
    --page: 1120px;
    color: var(--text);
    font:
      400 1.0625rem/1.5 -apple-system,
      'Segoe UI Variable Text',
      'Segoe UI',
      Roboto,
      'Noto Sans',
      'Helvetica Neue',
      Arial,
      sans-serif;
    -webkit-font-smoothing: antialiased;
  }
  @media (min-width: 1600px) {
    :host {
      --page: 1280px;
      font-size: 1.1875rem;
    }
  }
`;
