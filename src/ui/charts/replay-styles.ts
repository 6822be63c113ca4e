import { css } from 'lit';

/** Styles of the replay: the drawn body, the dial, and the time line with its flags. */
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
    background: var(--scene);
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
    min-block-size: 44px;
    padding-block: 5px;
    border: 1px solid var(--line);
    border-radius: var(--radius-s);
    background: var(--surface-2);
    forced-color-adjust: none;
    cursor: pointer;
    touch-action: none;
  }
  .lane + .lane {
    margin-block-start: 4px;
    border-block-start: 1px solid var(--line);
    padding-block-start: 2px;
  }
  .kind {
    display: block;
    padding-inline: 8px;
    color: var(--muted);
    font-size: 0.875rem;
    line-height: 1.4;
  }
  .marks {
    position: relative;
    block-size: 28px;
  }
  .mark {
    position: absolute;
    inset-block: 1px;
    display: grid;
    place-content: center;
    border-radius: 3px;
    border: 1px solid var(--bg);
    color: var(--warn-ink);
    font-weight: 700;
    font-size: 0.875rem;
    line-height: 1;
    background: var(--warn);
  }
  .mark.red {
    border: 3px solid var(--danger);
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
    stroke: var(--figure-body);
    stroke-linecap: round;
  }
  .bone.working {
    stroke: var(--accent);
  }
  .bone.doubtful {
    stroke-dasharray: 14 22;
  }
  .joint {
    fill: var(--text);
  }
  .moved {
    fill: none;
    stroke: var(--warn);
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
    fill: var(--warn-stripe);
  }
  .hatch-line {
    fill: var(--warn);
  }
  .dial text {
    fill: var(--muted);
    font-size: 13px;
  }
`;
