import { css, html } from 'lit';
import type { HipTest } from '../../training/assessment/hip-test.ts';
import { hipTestWords } from '../../i18n/en/hip/hip-test.ts';
import { hipArcs, hipArcStyles } from '../charts/hip-arcs.ts';
import { drawnHips } from './result-text.ts';

export const hipPictureStyles = [
  hipArcStyles,
  css`
    .hips {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 22rem));
      gap: var(--s4) clamp(var(--s3), 5vw, var(--s7));
    }
    figcaption {
      font-weight: 640;
      text-align: center;
    }
    .ways {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: var(--s2);
    }
    .ways > :last-child {
      text-align: end;
    }
    .ways dt {
      color: var(--muted);
      font-size: 0.9375rem;
    }
    .ways dd:first-of-type {
      font-size: clamp(1.0625rem, 0.9rem + 0.8vw, 1.375rem);
      font-weight: 660;
    }
    @media print {
      .hips {
        grid-template-columns: repeat(2, minmax(0, 15rem));
      }
    }
  `,
];

/** Both hips of a test beside each other: how far each turns by itself and with help, with the measuring error. */
export const hipPictures = (test: HipTest) => html`<div class="hips">${drawnHips(test).map(drawnHip)}</div>
  <p class="small muted">${hipTestWords().picture}</p>`;

function drawnHip({ side, name, arcs, figures }: ReturnType<typeof drawnHips>[number]) {
  const { turns, byItself } = hipTestWords();
  return html`<figure class="stack-s">
    <figcaption>${name}</figcaption>
    ${hipArcs(arcs, side)}
    <dl class="ways num">
      ${figures.map(
        ({ rotation, helped, own }) => html`<div>
          <dt>${turns[rotation]}</dt>
          <dd>${helped}</dd>
          <dd class="small">${byItself(own)}</dd>
        </div>`,
      )}
    </dl>
  </figure>`;
}
