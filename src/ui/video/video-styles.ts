import { css } from 'lit';

export const videoStyles = css`
  .file {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s4);
    padding: var(--s5);
    border: 2px dashed var(--edge);
    border-radius: var(--radius);
  }
  .file.over {
    border-color: var(--accent);
    background: var(--accent-dim);
  }
  .file.chosen {
    grid-template-columns: minmax(0, 15rem) minmax(0, 1fr);
    align-items: center;
    border-style: solid;
    border-width: 1px;
  }
  .file canvas {
    display: block;
    inline-size: 100%;
    max-block-size: 11rem;
    object-fit: contain;
    background: var(--scene);
    border-radius: var(--radius-s);
  }
  .name {
    overflow-wrap: anywhere;
    font-weight: 580;
  }
  .drills {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 10.5rem), 1fr));
    gap: var(--s3);
  }
  legend.title {
    margin-block-end: var(--s3);
    font-size: var(--t-title);
    font-weight: 680;
  }
  .choice {
    max-inline-size: 36rem;
  }
  .drills .face {
    display: grid;
    place-content: stretch;
    grid-template-rows: auto 1fr;
    overflow: hidden;
    border: 1px solid var(--edge);
    background: var(--surface);
  }
  .drills .face b {
    padding: var(--s2) var(--s3);
    align-self: center;
    font-weight: 580;
    line-height: 1.25;
  }
  .reading {
    display: grid;
    gap: var(--s4);
    justify-items: start;
  }
  .reading progress {
    inline-size: 100%;
    block-size: 1rem;
    accent-color: var(--accent);
  }
  .keep > div {
    flex-wrap: wrap;
  }
  .keep p {
    max-inline-size: 46ch;
  }
  .keep label {
    display: grid;
    gap: var(--s1);
  }
  @media (max-width: 640px) {
    .file {
      padding: var(--s4);
    }
    .file.chosen {
      grid-template-columns: minmax(0, 1fr);
    }
    .keep .counts {
      display: none;
    }
    .keep button {
      flex: 1 0 auto;
    }
  }
`;
