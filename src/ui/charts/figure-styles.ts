import { css } from 'lit';

export const figureStyles = css`
  .figure-torso,
  .figure-limb,
  .figure-edge {
    fill: none;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .figure-edge {
    stroke: var(--figure-edge, var(--surface));
  }
  .figure-torso {
    fill: var(--figure-body);
    stroke: var(--figure-body);
  }
  .figure-head {
    fill: var(--figure-body);
    stroke: var(--figure-edge, var(--surface));
    stroke-width: 2;
  }
  .figure-limb {
    stroke: var(--figure-body);
  }
  .figure-limb.other-leg {
    stroke: var(--figure-leg);
  }
  .figure-limb.working-leg {
    stroke: var(--accent);
  }
`;
