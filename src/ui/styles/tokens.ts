import { css } from 'lit';

/** The light palette, for light screens and for print. */
export const lightColours = css`
  --bg: #faf6f0;
  --surface: #fffdfa;
  --surface-2: #f1e9de;
  --hover: #e8dccd;
  --line: #dbcfc0;
  --edge: #82715f;
  --edge-hover: #5a4c3e;
  --text: #231b14;
  --muted: #5d5044;
  --accent: #0c6a57;
  --accent-hover: #085446;
  --accent-ink: #ffffff;
  --accent-dim: #dcf0e8;
  --warn: #8a5200;
  --warn-hover: #6c4000;
  --warn-ink: #ffffff;
  --warn-dim: #fcefd7;
  --warn-stripe: #c78f3d;
  --danger: #a8301f;
  --danger-hover: #f6d0c8;
  --danger-dim: #fbe6e1;
  --focus: #0a5ba8;
  --scene: #efe7dc;
  --veil: #fffdfae0;
  --figure-body: #6b5d50;
  --figure-leg: #827366;
  --floor: #827366;
  --turned: #6b6056;
  --turned-stripe: #a79a8c;
  --plot-even: #f4ede3;
  --plot-odd: #fbf7f1;
  --plot-grid: #e0d5c7;
  --plot-zero: #827366;
  --plot-other: #8a5200;
`;

/**
 * Forced colours: the person's own few colours. Fills with a meaning are `--accent`. The ground behind them is a shade of the
 * text's colour; `GrayText` is bright green in some themes, where an empty track would look full.
 */
const forcedColours = css`
  --bg: Canvas;
  --surface: Canvas;
  --surface-2: Canvas;
  --track: color-mix(in srgb, CanvasText 30%, Canvas);
  --hover: Canvas;
  --line: CanvasText;
  --edge: CanvasText;
  --edge-hover: Highlight;
  --text: CanvasText;
  --muted: CanvasText;
  --accent: Highlight;
  --accent-hover: Highlight;
  --accent-ink: HighlightText;
  --accent-dim: Canvas;
  --warn: CanvasText;
  --warn-hover: CanvasText;
  --warn-ink: Canvas;
  --warn-dim: Canvas;
  --warn-stripe: Canvas;
  --danger: LinkText;
  --danger-hover: Canvas;
  --danger-dim: Canvas;
  --focus: Highlight;
  --scene: Canvas;
  --veil: Canvas;
  --figure-body: color-mix(in srgb, CanvasText 75%, Canvas);
  --figure-leg: color-mix(in srgb, CanvasText 50%, Canvas);
  --floor: color-mix(in srgb, CanvasText 60%, Canvas);
  --turned: CanvasText;
  --turned-stripe: Canvas;
  --plot-even: Canvas;
  --plot-odd: Canvas;
  --plot-grid: color-mix(in srgb, CanvasText 35%, Canvas);
  --plot-zero: CanvasText;
  --plot-other: CanvasText;
`;

/**
 * Design tokens: colours, distances, radii, text. They are set on `th-app` and inherited by every shadow tree below it. The palette
 * is light or dark as the system is set, and light on paper. `tests/ui/styles/tokens.test.ts` checks the contrasts.
 */
export const tokens = css`
  :host {
    --bg: #14110e;
    --surface: #1e1a16;
    --surface-2: #2a2520;
    --track: var(--surface-2);
    --hover: #38312a;
    --line: #453c33;
    --edge: #84776a;
    --edge-hover: #a0917f;
    --text: #f8f3ec;
    --muted: #c6baac;
    --accent: #74d8b8;
    --accent-hover: #95e6cc;
    --accent-ink: #04231a;
    --accent-dim: #173c31;
    --warn: #ffc266;
    --warn-hover: #ffd391;
    --warn-ink: #241600;
    --warn-dim: #33270f;
    --warn-stripe: #7d591d;
    --danger: #ff8f7d;
    --danger-hover: #6d2a1f;
    --danger-dim: #3d1a14;
    --focus: #93ccff;
    --scene: #191512;
    --veil: #14110ee0;
    --figure-body: #a3958a;
    --figure-leg: #7d7065;
    --floor: #84776a;
    --turned: #a79a8c;
    --turned-stripe: #6e6357;
    --plot-even: #241f1a;
    --plot-odd: #1e1a16;
    --plot-grid: #3a322a;
    --plot-zero: #8a7c6e;
    --plot-other: #ffd479;
    --s1: 4px;
    --s2: 8px;
    --s3: 12px;
    --s4: 16px;
    --s5: 24px;
    --s6: 32px;
    --s7: 48px;
    --s8: 72px;
    --radius: 18px;
    --radius-s: 10px;
    --t-lead: 1.1875rem;
    --t-title: 1.5rem;
    --t-head: clamp(2rem, 1.3rem + 2vw, 2.75rem);
    --t-display: clamp(2.125rem, 1.3rem + 3vw, 3.4rem);
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
      'DejaVu as wide as Arial',
      sans-serif;
    -webkit-font-smoothing: antialiased;
  }
  @media (prefers-color-scheme: light), print {
    :host {
      ${lightColours}
    }
  }
  @media (forced-colors: active) {
    :host {
      ${forcedColours}
    }
  }
  @media (min-width: 1600px) {
    :host {
      --page: 1280px;
      font-size: 1.1875rem;
    }
  }
`;
