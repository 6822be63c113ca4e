import { css } from 'lit';

/** `--loop-height` bounds the picture. */
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
  /* Below its word, which would else lie over the head. */
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
  .frame button {
    position: absolute;
    inset: auto var(--s2) var(--s2) auto;
    background: var(--veil);
  }
  .frame button:hover {
    background: var(--hover);
  }
  .frame button svg {
    inline-size: 1em;
    block-size: 1em;
    fill: currentColor;
  }
  /* A loop that plays is not covered by words. */
  .frame button.pause {
    inline-size: 44px;
    padding: 0;
  }
  .moment {
    min-block-size: 1.25em;
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.25;
    letter-spacing: -0.01em;
  }
  .moments {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.1em;
    padding: 0;
    list-style: none;
    counter-reset: moment;
    line-height: 1.4;
  }
  .moments li {
    counter-increment: moment;
  }
  .moments li::before {
    content: counter(moment) '. ';
    color: var(--muted);
  }
  figcaption {
    line-height: 1.4;
  }
`;
