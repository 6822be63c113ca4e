import { css, html } from 'lit';
import type { LoopKind } from '../../app/loops.ts';
import { loopWords } from '../../i18n/en/loops.ts';

export const loopName = (kind: LoopKind): string => loopWords().names[kind];

const PATHS: Readonly<Record<LoopKind, string>> = {
  right: 'M3 9.5 7.5 14 15 4.5',
  cheat: 'M4 4l10 10M14 4 4 14',
};

/** A tick or a cross: which of the two loops it is, without its colour. */
export const loopMark = (kind: LoopKind) =>
  html`<svg class="mark ${kind}" viewBox="0 0 18 18" aria-hidden="true"><path d=${PATHS[kind]} /></svg>`;

export const loopMarkStyles = css`
  .mark {
    flex: none;
    inline-size: 1.35em;
    block-size: 1.35em;
    padding: 0.2em;
    border-radius: 50%;
    vertical-align: -0.3em;
    fill: none;
    stroke: var(--bg);
    stroke-width: 3;
    stroke-linecap: round;
    stroke-linejoin: round;
    background: var(--accent);
    forced-color-adjust: none;
  }
  .mark.cheat {
    background: var(--warn);
  }
`;
