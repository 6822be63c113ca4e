import { css, html } from 'lit';
import type { LoopKind } from '../../app/loops.ts';
import { loopWords } from '../../i18n/en/loops.ts';

export const loopName = (kind: LoopKind): string => loopWords().names[kind];

/** Paths in a box of 18 × 18. */
const PATHS: Readonly<Record<LoopKind, string>> = {
  right: 'M3 9.5 7.5 14 15 4.5',
  cheat: 'M4 4l10 10M14 4 4 14',
};

/** A tick or a cross, so that the two loops differ by more than colour. */
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

/** Styles of `th-loop`. `--loop-height` limits the height of the picture. */
export const loopStyles = css`
  :host {
    display: grid;
    align-content: start;
  }
  figure {
    display: grid;
    gap: var(--s2);
    align-content: start;
  }
  .frame {
    position: relative;
    box-sizing: content-box;
    inline-size: min(100% - 6px, var(--loop-height, 100vh) * 16 / 9);
    aspect-ratio: 16 / 9;
    overflow: hidden;
    border: 3px solid var(--accent);
    border-radius: var(--radius-s);
    background: var(--scene);
    --figure-edge: var(--scene);
  }
  .cheat .frame {
    border-color: var(--warn);
    border-style: dashed;
  }
  .picture,
  .picture > * {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  /* Below the word in the corner, which would cover the head. */
  .drawn {
    inset-block-start: 2em;
    block-size: calc(100% - 2em);
  }
  .flipped {
    transform: scaleX(-1);
  }
  .where {
    position: absolute;
    inset: var(--s2) auto auto var(--s2);
    padding: 0 0.5em;
    border-radius: var(--radius-s);
    background: var(--veil);
    color: var(--muted);
  }
  .beside {
    display: flex;
    align-items: start;
    gap: var(--s2);
  }
  button {
    flex: none;
  }
  button svg {
    inline-size: 1em;
    block-size: 1em;
    fill: currentColor;
  }
  /* Only an icon, so that the words beside it have room. */
  button.pause {
    inline-size: 44px;
    padding: 0;
  }
  .moment {
    flex: 1;
    min-block-size: 1.25em;
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.25;
    letter-spacing: -0.01em;
  }
  .moments {
    flex: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.1em;
    list-style: none;
    line-height: 1.4;
  }
  /* Not a counter of CSS: Chromium keeps the whole screen around one after the person has left it. */
  .moments li::before {
    content: attr(data-number) '. ';
    color: var(--muted);
  }
  figcaption {
    line-height: 1.4;
  }
`;
