import { css } from 'lit';

/** The light palette, for light screens and for print. */
export const lightColours = css`
  --bg: #f4f7f9;
  --surface: #ffffff;
  --surface-2: #e6ecf1;
  --hover: #d8e1e9;
  --line: #c3ced8;
  --edge: #667889;
  --edge-hover: #44525f;
  --text: #10171e;
  --muted: #44525f;
  --accent: #0b6e5d;
  --accent-hover: #08574a;
  --accent-ink: #ffffff;
  --accent-dim: #d8efe9;
  --warn: #8a5600;
  --warn-hover: #6c4300;
  --warn-ink: #ffffff;
  --warn-dim: #fcf1dc;
  --warn-stripe: #c58f3c;
  --danger: #a5281b;
  --danger-hover: #f4cdc8;
  --danger-dim: #fae4e1;
  --focus: #0a5ba8;
  --scene: #e8edf2;
  --veil: #ffffffe0;
  --figure-body: #56697d;
  --figure-leg: #71859a;
  --floor: #77899b;
  --turned: #5d6b7b;
  --turned-stripe: #94a3b3;
  --plot-even: #edf1f5;
  --plot-odd: #f6f8fa;
  --plot-grid: #d3dce4;
  --plot-zero: #77889a;
  --plot-other: #8a5600;
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
 * is light or dark as the system is set. `tests/ui/styles/tokens.test.ts` checks the contrasts.
 */
export const tokens = css`
  :host {
    --bg: #0b0f14;
    --surface: #141b24;
    --surface-2: #1d2732;
    --track: var(--surface-2);
    --hover: #273442;
    --line: #334354;
    --edge: #60758b;
    --edge-hover: #7a90a6;
    --text: #f3f6fa;
    --muted: #aebccb;
    --accent: #62d9c0;
    --accent-hover: #85e6d2;
    --accent-ink: #03231c;
    --accent-dim: #173e38;
    --warn: #ffc061;
    --warn-hover: #ffd28c;
    --warn-ink: #241600;
    --warn-dim: #2a2215;
    --warn-stripe: #7a5518;
    --danger: #ff8577;
    --danger-hover: #6b241d;
    --danger-dim: #3a1714;
    --focus: #8fcaff;
    --scene: #0f151d;
    --veil: #0b0f14e0;
    --figure-body: #8295a9;
    --figure-leg: #5d6f82;
    --floor: #66798d;
    --turned: #8b9bad;
    --turned-stripe: #5d6b7b;
    --plot-even: #19222d;
    --plot-odd: #151d27;
    --plot-grid: #2a3745;
    --plot-zero: #66798d;
    --plot-other: #ffd479;
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
      'DejaVu as wide as Arial',
      sans-serif;
    -webkit-font-smoothing: antialiased;
  }
  @media (prefers-color-scheme: light) {
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
