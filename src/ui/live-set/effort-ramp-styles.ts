import { css } from 'lit';

/** The drawn effort of a phase (`effortRamp`): the line, the band that is held, and where one is on it. */
export const effortRampStyles = css`
  .ramp {
    fill: none;
    stroke: var(--text);
    stroke-width: 3;
    vector-effect: non-scaling-stroke;
    stroke-linejoin: round;
  }
  .ramp-band {
    fill: var(--accent);
    opacity: 0.32;
  }
  .ramp-now {
    stroke: var(--accent);
    stroke-width: calc(2.2 * var(--u));
    stroke-linecap: round;
    vector-effect: non-scaling-stroke;
  }
`;
