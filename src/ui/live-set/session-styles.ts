import { css } from 'lit';
import { base } from '../styles/styles.ts';

/** `--u`: one hundredth of the width of the largest 16:9 box that fits the window. In a portrait window it is larger. */
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

const setStyles = css`
  :host {
    line-height: 1.1;
  }
  .plate,
  .hold,
  .bar {
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
  /* How much is over: the bar in it grows from the left. */
  .bar {
    position: relative;
    background: var(--track);
    overflow: hidden;
  }
  .bar span {
    position: absolute;
    inset: 0;
    background: var(--accent);
    transform-origin: left;
  }
`;

export const liveStyles = [base, unitStyles, setStyles];

/** Grid of `th-session`. Only the grid areas change between the stages, because moving a video in the document pauses it. */
export const sessionStyles = css`
  .session {
    display: grid;
    gap: calc(0.8 * var(--u));
    min-block-size: 100dvh;
    padding: calc(0.8 * var(--u));
    background: var(--bg);
  }
  [data-stage='starting'] th-stage {
    position: absolute;
    inline-size: 2px;
    block-size: 2px;
    opacity: 0;
    pointer-events: none;
  }
  [data-stage='placing'] {
    line-height: 1.4;
    grid-template:
      'advice stage' minmax(0, 1fr)
      'advice headline' auto
      'advice start' auto / clamp(19rem, 32vw, 36rem) minmax(0, 1fr);
    gap: var(--s4);
    padding: var(--s4);
    block-size: 100dvh;
  }
  [data-stage='placing'] th-stage {
    grid-area: stage;
    min-block-size: 8rem;
  }
  th-placing {
    grid-area: advice;
    font-size: max(1rem, calc(1.2 * var(--u)));
    overflow: auto;
    padding-inline-end: var(--s2);
  }
  .headline {
    grid-area: headline;
    padding: calc(1 * var(--u)) calc(1.6 * var(--u));
    border: calc(0.4 * var(--u)) solid var(--line);
    border-radius: var(--radius);
    line-height: 1.08;
    min-block-size: calc(19 * var(--u));
    display: grid;
    align-content: center;
  }
  .headline[data-hold] {
    grid-template-columns: auto 1fr;
    align-items: center;
    gap: calc(2 * var(--u));
  }
  .hold {
    inline-size: calc(15 * var(--u));
    block-size: calc(15 * var(--u));
  }
  .hold circle {
    fill: none;
    stroke-width: 11;
    transform: rotate(-90deg);
    transform-origin: center;
  }
  .hold .track {
    stroke: var(--track);
  }
  .hold .done {
    stroke: var(--accent);
    transition: stroke-dashoffset 0.15s linear;
  }
  .hold text {
    fill: var(--text);
    font-size: 44px;
    font-weight: 700;
  }
  .headline.bad {
    border-color: var(--warn);
  }
  .headline.fair {
    border-color: var(--warn);
    border-style: dashed;
  }
  .headline.ok {
    border-color: var(--accent);
  }
  .what {
    font-size: max(1.5rem, calc(5.2 * var(--u)));
    font-weight: 680;
    letter-spacing: -0.02em;
    text-wrap: balance;
  }
  .todo {
    font-size: max(1.25rem, calc(3.6 * var(--u)));
    line-height: 1.12;
    text-wrap: balance;
    color: var(--text);
    margin-block-start: calc(0.6 * var(--u));
  }
  /* How the place could be better, although the set can start. */
  .better {
    font-size: max(1.0625rem, calc(2.2 * var(--u)));
    line-height: 1.25;
    text-wrap: balance;
    color: var(--muted);
    margin-block-start: calc(0.8 * var(--u));
  }
  /* The person reads from the mat: words as large as in the set, picture beside the checks. */
  :where([data-far])[data-stage='placing'] {
    grid-template:
      'stage advice' minmax(0, 1fr)
      'headline headline' auto
      'start start' auto / minmax(0, 1fr) calc(20 * var(--u));
  }
  [data-far] .headline {
    min-block-size: calc(24 * var(--u));
  }
  [data-far] .what {
    font-size: max(1.5rem, calc(7.1 * var(--u)));
  }
  [data-far] .todo {
    font-size: max(1.25rem, calc(5.4 * var(--u)));
  }
  [data-far] .headline[data-long] .what {
    font-size: max(1.5rem, calc(5.2 * var(--u)));
  }
  [data-far] .headline[data-long] .todo {
    font-size: max(1.25rem, calc(3.8 * var(--u)));
  }
  .start {
    grid-area: start;
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: var(--s4);
  }
  .start button:last-child {
    min-inline-size: 11rem;
  }
  /* The rows have sizes of their own, so that nothing moves when a text changes. A phrase lies over what the phase asks for. */
  [data-stage='running'] {
    position: relative;
    grid-template:
      'say say say' minmax(calc(24.8 * var(--u)), 1fr)
      'gauge head stage' minmax(calc(21.2 * var(--u)), auto)
      'controls controls controls' auto / calc(36 * var(--u)) calc(23 * var(--u)) minmax(0, 1fr);
  }
  [data-stage='running'] th-stage {
    grid-area: stage;
    --above-picture: 0;
  }
  th-set-say {
    grid-area: say;
  }
  th-set-head {
    grid-area: head;
  }
  th-set-gauge,
  th-set-ring,
  th-drill-still {
    grid-area: gauge;
  }
  th-drill-still {
    align-self: start;
    border-radius: calc(1 * var(--u));
  }
  [data-stage='running'][data-timer] {
    grid-template:
      'say stage' minmax(max-content, 1fr)
      'head stage' minmax(calc(16 * var(--u)), auto)
      'controls controls' auto / minmax(0, 1fr) minmax(0, 1fr);
    block-size: 100dvh;
  }
  /* They have half of the width. */
  @media (orientation: landscape) {
    [data-timer] th-set-say,
    [data-timer] th-set-head {
      --u: min(0.76vw, 1.35vh);
    }
  }
  /* The person in the picture has to hear what to do, and the viewer has to see it: the picture gets the room. */
  [data-stage='running'][data-demo] {
    grid-template:
      'say say say' minmax(max-content, auto)
      'gauge head stage' minmax(calc(22 * var(--u)), 1fr)
      'guide guide guide' auto
      'controls controls controls' auto / calc(36 * var(--u)) calc(23 * var(--u)) minmax(0, 1fr);
  }
  [data-demo] th-set-say {
    --word: 9.2;
    --now: 10.4;
    --how: 3.6;
  }
  /* The row of what to do is lower in the demo, and a phrase lies over it only. */
  [data-demo] th-set-cue {
    --share: 0.75;
  }
  [data-stage='running'][data-check] {
    block-size: 100dvh;
    overflow: hidden;
    grid-template: 'check stage' minmax(0, 1fr) / minmax(22rem, 42vw) minmax(0, 1fr);
  }
  [data-stage='running'][data-check]:has(th-set-ring) {
    grid-template:
      'say say' minmax(calc(23.8 * var(--u)), auto)
      'gauge stage' minmax(0, 1fr)
      'check check' auto / calc(37 * var(--u)) minmax(0, 1fr);
  }
  th-check-run {
    grid-area: check;
  }
  /* It has the room that is left, so that the buttons that stop a set stay in sight. */
  th-guided {
    grid-area: stage;
    contain: size;
  }
  th-set-cue {
    grid-area: say;
    position: absolute;
    z-index: 2;
    inset: 0 0 auto;
    min-block-size: 100%;
  }
  /* In sight, whatever grows above it. */
  th-set-controls {
    grid-area: controls;
    position: sticky;
    inset-block-end: calc(0.8 * var(--u));
    z-index: 3;
    background: var(--bg);
  }
  /* Over the upper edge of the picture: never over a button. */
  .notice {
    grid-area: stage;
    place-self: start end;
    z-index: 3;
    max-inline-size: min(44rem, 100%);
    margin: calc(0.6 * var(--u));
    padding: var(--s3) var(--s4);
    border: 2px solid var(--warn);
    border-radius: var(--radius-s);
    background: var(--bg);
    font-size: max(1.0625rem, calc(2 * var(--u)));
    line-height: 1.3;
  }
  th-keys-dialog {
    display: contents;
  }
  .failed {
    line-height: 1.5;
    place-self: center;
    display: grid;
    gap: var(--s5);
    justify-items: start;
    padding: var(--s5);
  }
  /* Large text in a wide window: the buttons wrap and stay in it, the picture gives way, the column beside it scrolls. */
  @media (orientation: landscape) and (min-width: 821px) and (min-height: 541px) and (max-width: 51rem) {
    [data-stage='placing'] {
      grid-template:
        'advice stage' minmax(0, 1fr)
        'headline headline' auto
        'start start' auto / minmax(0, 1fr) minmax(0, 1fr);
      gap: var(--s2);
      padding: var(--s2);
    }
    [data-stage='placing'] th-stage,
    [data-stage='placing'] .headline {
      min-block-size: 0;
    }
    .start {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
    }
    .start p {
      flex: 1 1 12rem;
    }
  }
  @media (orientation: portrait), (max-height: 540px), (max-width: 820px) {
    [data-stage='placing'] {
      block-size: auto;
      /* As high as the picture, so that no empty bars stand above and below it. */
      grid-template:
        'stage' min(52dvh, (100vw - 2 * var(--s4)) / var(--picture))
        'headline' auto
        'start' auto
        'advice' auto / minmax(0, 1fr);
    }
    .start {
      grid-template-columns: auto 1fr;
    }
    .start button:last-child {
      min-inline-size: 0;
    }
    .start button {
      padding-inline: var(--s3);
    }
    .start p {
      grid-area: 2 / 1 / 3 / -1;
    }
    [data-stage='running'][data-check],
    [data-stage='running'][data-check]:has(th-set-ring) {
      block-size: auto;
      overflow: visible;
      grid-template: 'stage' min(36dvh, (100vw - 1.6 * var(--u)) / var(--picture)) 'check' minmax(0, 1fr) / minmax(0, 1fr);
    }
    [data-stage='running'][data-check]:has(th-set-ring) {
      grid-template: 'say' minmax(calc(23.8 * var(--u)), auto) 'gauge' auto 'stage' 36dvh 'check' auto / minmax(0, 1fr);
    }
  }
  /* On a phone the picture has its own shape, and what to do takes the rest of the height. */
  @media (orientation: portrait) {
    [data-stage='running'] {
      --say: calc(36 * var(--u));
      block-size: 100dvh;
      /* The picture gives way first, so that the buttons stay in the window. */
      grid-template:
        'say say' minmax(max-content, 1fr)
        'stage stage' minmax(0, min(calc((100vw - 1.6 * var(--u)) / var(--picture)), 34dvh))
        'gauge head' minmax(calc(22 * var(--u)), auto)
        'controls controls' auto / minmax(0, 1fr) calc(23 * var(--u));
    }
    [data-stage='running'][data-demo] {
      --say: calc(24 * var(--u));
      block-size: auto;
      min-block-size: 100dvh;
      grid-template:
        'say say' minmax(max-content, 1fr)
        'stage stage' minmax(0, min(calc((100vw - 1.6 * var(--u)) / var(--picture)), 34dvh))
        'guide guide' auto
        'gauge head' minmax(calc(22 * var(--u)), auto)
        'controls controls' auto / minmax(0, 1fr) calc(23 * var(--u));
    }
    [data-stage='running'][data-timer] {
      --say: calc(22 * var(--u));
      grid-template:
        'say' auto
        'head' auto
        'stage' minmax(3rem, 1fr)
        'controls' auto / minmax(0, 1fr);
    }
    th-set-say {
      min-block-size: var(--say);
    }
  }
  /* A telephone whose browser shows its bars: all in the window, and the checks scroll in what is left. */
  @media (orientation: portrait) and (min-height: 480px) and (max-height: 720px) {
    [data-stage='running'] {
      --say: calc(32 * var(--u));
    }
    [data-stage='placing'] {
      gap: var(--s2);
      padding: var(--s2) var(--s3);
    }
  }
  /* The buttons stay at the lower edge, whatever row appears above them; the checks scroll in what is left. */
  @media (orientation: portrait) and (min-height: 480px) {
    [data-stage='placing'] {
      block-size: 100dvh;
      grid-template:
        'stage' minmax(5rem, min(52dvh, (100vw - 2 * var(--s4)) / var(--picture)))
        'headline' auto
        'advice' minmax(2rem, 1fr)
        'start' auto / minmax(0, 1fr);
    }
    [data-stage='placing'] th-stage {
      min-block-size: 0;
    }
  }
  @media (orientation: landscape) and (min-height: 300px) and (max-height: 420px) {
    [data-stage='placing'] {
      gap: var(--s2) var(--s3);
      padding: var(--s2) var(--s3);
      block-size: 100dvh;
      grid-template:
        'stage headline' auto
        'stage advice' minmax(2rem, 1fr)
        'start start' auto / minmax(0, 2fr) minmax(0, 3fr);
    }
    /* The checks need the room. */
    [data-stage='placing'] .headline {
      min-block-size: calc(15 * var(--u));
    }
    .start {
      grid-template-columns: auto 1fr auto auto;
    }
    .start p {
      grid-area: auto;
      font-size: 0.9375rem;
      line-height: 1.2;
    }
    .start button {
      min-block-size: 44px;
      padding-block: 0;
      font-size: 1rem;
    }
    [data-stage='running'] {
      block-size: 100dvh;
      grid-template-rows: max-content minmax(calc(20 * var(--u)), 1fr) auto;
    }
    [data-stage='running'][data-timer] {
      grid-template-rows: max-content minmax(calc(13 * var(--u)), 1fr) auto;
    }
    [data-timer] th-set-say {
      --u: min(0.58vw, 1.03vh);
    }
    /* With its row the demo may be higher than the window; nobody has to stop it in a hurry. */
    [data-stage='running'][data-demo] {
      block-size: auto;
      grid-template-rows: max-content minmax(calc(20 * var(--u)), auto) auto auto;
    }
    [data-demo] th-set-controls {
      position: static;
    }
  }
`;
