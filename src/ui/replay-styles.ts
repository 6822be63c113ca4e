import { css } from 'lit';

/** Of the replay: the body on its stage, the dial, the time line with its flags. */
export const replayStyles = css`
  .stage {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    gap: var(--s5);
    align-items: center;
  }
  .body {
    inline-size: 100%;
    block-size: clamp(12rem, 40vh, 24rem);
    border-radius: var(--radius-s);
    background: #0b0f14;
  }
  .dial {
    display: block;
    inline-size: 100%;
    max-inline-size: 22rem;
  }
  .parts {
    display: grid;
    gap: var(--s1);
    font-variant-numeric: tabular-nums;
  }
  .line {
    position: relative;
    block-size: 44px;
    border-radius: var(--radius-s);
    background: var(--surface-2);
    cursor: pointer;
    touch-action: none;
  }
  .mark {
    position: absolute;
    inset-block: 6px;
    display: grid;
    place-content: center;
    min-inline-size: 22px;
    border-radius: 3px;
    color: #ffffff;
    font-weight: 700;
    text-shadow: 0 0 3px #000, 0 0 3px #000;
    background: repeating-linear-gradient(135deg, #8a6a2c 0 5px, #5c4113 5px 10px);
  }
  .mark.red {
    border: 2px solid var(--danger);
  }
  .now {
    position: absolute;
    inset-block: 0;
    inline-size: 4px;
    margin-inline-start: -2px;
    background: var(--text);
  }
  ul {
    list-style: none;
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
  }
  @media (max-width: 640px) {
    .stage {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .bone {
    fill: none;
    stroke: #e4ebf2;
    stroke-linecap: round;
  }
  .bone.working {
    stroke: #62d9c0;
  }
  .bone.doubtful {
    stroke-dasharray: 14 22;
  }
  .joint {
    fill: #ffffff;
  }
  .moved {
    fill: none;
    stroke: #ffc061;
    stroke-dasharray: 6 7;
  }
  .rim {
    fill: var(--surface-2);
    stroke: var(--edge);
  }
  .own {
    fill: var(--accent);
  }
  .lent {
    stroke: var(--warn);
    stroke-width: 2;
  }
  .hatch-ground {
    fill: #7a5518;
  }
  .hatch-line {
    fill: var(--warn);
  }
  .dial text {
    fill: var(--muted);
    font-size: 13px;
  }
`;
