import { css } from 'lit';

/** `--u` is a hundredth of the width of the largest 16:9 box that fits the window; on a tall window it is larger than that. */
export const unitStyles = css`
  :host {
    --u: min(1vw, 1.7778vh);
  }
  @media (orientation: portrait) {
    :host {
      --u: min(1.6vw, 1.1vh);
    }
  }
`;

/** Shared by the parts of the set screen. */
export const setStyles = css`
  :host {
    line-height: 1.1;
  }
  .plate,
  .hold {
    forced-color-adjust: none;
  }
  .plate {
    background: var(--bg);
    border: 1px solid var(--line);
    border-radius: calc(1 * var(--u));
    padding: calc(1 * var(--u)) calc(1.4 * var(--u));
  }
  .minor {
    color: var(--muted);
    font-size: calc(2.2 * var(--u));
    line-height: 1.25;
  }
`;
