import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { sidePair, type HipBest } from '../../training/review/compare-sets.ts';
import { trendWords } from '../../i18n/en/trends.ts';
import { formatDegrees, formatEstimate } from '../elements/format.ts';
import { bars, base, panels } from '../styles/styles.ts';
import { differenceWords } from '../charts/trend-text.ts';

/** Smallest full length of the bars, in degrees. */
const MIN_SCALE = 45;

/** Compares left and right without a verdict. */
function sidesSentence(left: HipBest | null, right: HipBest | null): string {
  const words = trendWords().sides;
  if (!left || !right) return words.only(left ? 'left' : 'right');
  const { change, differences } = sidePair(left, right);
  if (!change) return words.unlike(differenceWords(differences));
  if (change.kind === 'about-the-same') return words.same;
  return words.further(change.kind === 'more' ? 'right' : 'left', formatDegrees(Math.abs(change.by)));
}

/** Best range of the left and of the right hip in one drill. */
@customElement('th-sides')
export class ThSides extends LitElement {
  static override styles = [
    base,
    bars,
    panels,
    css`
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
        gap: var(--s4) var(--s5);
      }
      dt {
        color: var(--muted);
      }
      .track {
        block-size: 16px;
        margin-block-start: var(--s1);
        border-radius: var(--radius-s);
      }
    `,
  ];

  @property() heading = '';
  @property({ attribute: false }) left: HipBest | null = null;
  @property({ attribute: false }) right: HipBest | null = null;

  override render() {
    const { left, right } = this;
    const scale = Math.max(MIN_SCALE, ...[left, right].map((hip) => hip?.range.value ?? 0));
    return html`<section class="panel stack" aria-labelledby="drill">
      <h2 id="drill">${this.heading}</h2>
      <dl>${[left, right].map((hip) => (hip ? this.#hip(hip, scale) : null))}</dl>
      <p>${sidesSentence(left, right)}</p>
    </section>`;
  }

  #hip({ side, range, watched }: HipBest, scale: number) {
    const words = trendWords();
    const width = Math.max(0, (100 * range.value) / scale);
    return html`<div>
      <dt>${words.hip(side)}</dt>
      <dd class="num">
        <strong>${formatEstimate(range)}</strong> <span class="small muted">${watched ? words.sides.clean : words.notWatched}</span>
        <span class="track" aria-hidden="true"><span class=${watched ? 'clean' : 'turned'} .style="inline-size: ${width}%"></span></span>
      </dd>
    </div>`;
  }
}
