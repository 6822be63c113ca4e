import { css } from 'lit';

/**
 * A bar of a range, during the set and after it: what was the hip's own, what turned while nobody watched the pelvis, and what
 * was lent. The colours stay where a system has its own, since nothing else tells the parts apart.
 */
export const barStyles = css`
  .track {
    position: relative;
    display: flex;
    background: var(--surface-2);
    overflow: hidden;
  }
  .track,
  .key {
    forced-color-adjust: none;
  }
  @media (forced-colors: active) {
    .track,
    .key {
      outline: 1px solid CanvasText;
    }
  }
  .clean {
    background: var(--accent);
  }
  .turned {
    background: repeating-linear-gradient(90deg, var(--turned) 0 10px, var(--turned-stripe) 10px 14px);
  }
  .borrowed {
    background: repeating-linear-gradient(135deg, var(--warn) 0 6px, var(--warn-stripe) 6px 12px);
  }
`;
