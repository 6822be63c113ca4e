import { css, unsafeCSS } from 'lit';

/**
 * Each colour in the dark palette, in the light one, and under forced colours: the person's own few. There, fills with a meaning are
 * `--accent`. The ground behind them is a shade of the text's colour; `GrayText` is bright green in some themes, where an empty track
 * would look full.
 */
const COLOURS: Readonly<Record<string, readonly [dark: string, light: string, forced: string]>> = {
  bg: ['#14110e', '#faf6f0', 'Canvas'],
  surface: ['#1e1a16', '#fffdfa', 'Canvas'],
  'surface-2': ['#2a2520', '#f1e9de', 'Canvas'],
  hover: ['#38312a', '#e8dccd', 'Canvas'],
  line: ['#453c33', '#dbcfc0', 'CanvasText'],
  edge: ['#84776a', '#82715f', 'CanvasText'],
  'edge-hover': ['#a0917f', '#5a4c3e', 'Highlight'],
  text: ['#f8f3ec', '#231b14', 'CanvasText'],
  muted: ['#c6baac', '#5d5044', 'CanvasText'],
  accent: ['#74d8b8', '#0c6a57', 'Highlight'],
  'accent-hover': ['#95e6cc', '#085446', 'Highlight'],
  'accent-ink': ['#04231a', '#ffffff', 'HighlightText'],
  'accent-dim': ['#173c31', '#dcf0e8', 'Canvas'],
  warn: ['#ffc266', '#8a5200', 'CanvasText'],
  'warn-hover': ['#ffd391', '#6c4000', 'CanvasText'],
  'warn-ink': ['#241600', '#ffffff', 'Canvas'],
  'warn-dim': ['#33270f', '#fcefd7', 'Canvas'],
  'warn-stripe': ['#7d591d', '#c78f3d', 'Canvas'],
  danger: ['#ff8f7d', '#a8301f', 'LinkText'],
  'danger-hover': ['#6d2a1f', '#f6d0c8', 'Canvas'],
  'danger-dim': ['#3d1a14', '#fbe6e1', 'Canvas'],
  focus: ['#93ccff', '#0a5ba8', 'Highlight'],
  scene: ['#191512', '#efe7dc', 'Canvas'],
  veil: ['#14110ee0', '#fffdfae0', 'Canvas'],
  'figure-body': ['#a3958a', '#6b5d50', 'color-mix(in srgb, CanvasText 75%, Canvas)'],
  'figure-leg': ['#7d7065', '#827366', 'color-mix(in srgb, CanvasText 50%, Canvas)'],
  floor: ['#84776a', '#827366', 'color-mix(in srgb, CanvasText 60%, Canvas)'],
  turned: ['#a79a8c', '#6b6056', 'CanvasText'],
  'turned-stripe': ['#6e6357', '#a79a8c', 'Canvas'],
  'plot-even': ['#241f1a', '#f4ede3', 'Canvas'],
  'plot-odd': ['#1e1a16', '#fbf7f1', 'Canvas'],
  'plot-grid': ['#3a322a', '#e0d5c7', 'color-mix(in srgb, CanvasText 35%, Canvas)'],
  'plot-zero': ['#8a7c6e', '#827366', 'CanvasText'],
  'plot-other': ['#ffd479', '#8a5200', 'CanvasText'],
};

const palette = (which: 0 | 1 | 2) =>
  unsafeCSS(
    Object.entries(COLOURS)
      .map(([name, values]) => `--${name}: ${values[which]};`)
      .join('\n'),
  );

/** The light palette, for light screens and for print. */
export const lightColours = palette(1);

/**
 * Design tokens: colours, distances, radii, text. They are set on `th-app` and inherited by every shadow tree below it. The palette
 * is light or dark as the system is set, and light on paper. `tests/ui/styles/tokens.test.ts` checks the contrasts.
 */
export const tokens = css`
  :host {
    ${palette(0)}
    --track: var(--surface-2);
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
      ${palette(2)}
      --track: color-mix(in srgb, CanvasText 30%, Canvas);
    }
  }
  @media (min-width: 1600px) {
    :host {
      --page: 1280px;
      font-size: 1.1875rem;
    }
  }
`;

/** As many columns side by side as there is room for. @param least width of each @param place where a lower one stands in its row */
export const fitting = (selector: string, least: string, gap: string, place = 'stretch') =>
  unsafeCSS(`${selector} {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, ${least}), 1fr));
    gap: ${gap};
    align-items: ${place};
  }`);
