import { scaleLinear } from 'd3-scale';
import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { HipStory } from '../../training/review/hip-story.ts';
import { band90, type Degrees, type Estimate, type Pixels } from '../../instrument/geometry/units.ts';
import { storyWords, trendWords } from '../../i18n/en/trends.ts';
import { formatEstimate } from '../elements/format.ts';
import { base } from '../styles/styles.ts';
import { chartStyles, legendEntry } from './chart-styles.ts';
import { HostWidth } from './host-width.ts';
import { sinceSentence } from './story-text.ts';

/** Pixels. */
const HEIGHT = 30;
const INSET = 12;
/** The scale shows so much at least, so that a small change does not look large. */
const LEAST: Degrees = 20;

const bandOf = ({ value, sd }: Estimate<Degrees>): readonly [Degrees, Degrees] => [
  value - band90(sd),
  value + band90(sd),
];

/** A hip in its first week and in its latest one. Null: the first week is not over. */
const endsOf = ({ since, trend }: HipStory) => {
  const last = trend.points.at(-1)?.range ?? trend.kind.range;
  return { first: since?.first.range ?? null, now: since?.latest.range ?? last, kind: since?.change.kind ?? null };
};

/** How far each hip has come: a sentence, and both hips in their first week and now, each with its measuring error. */
@customElement('th-since-start')
export class ThSinceStart extends LitElement {
  static override styles = [
    base,
    chartStyles,
    css`
      :host {
        display: grid;
        gap: var(--s3);
      }
      .hip {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 var(--s4);
      }
      .band {
        fill: var(--text);
        opacity: 0.12;
      }
      .band.now {
        fill: var(--accent);
        opacity: 0.28;
      }
      .way {
        fill: none;
        stroke: var(--muted);
        stroke-width: 2;
        stroke-dasharray: 3 3;
      }
      .way.real {
        stroke: var(--accent);
        stroke-width: 4;
        stroke-dasharray: none;
      }
      .first {
        fill: var(--surface);
        stroke: var(--text);
        stroke-width: 2;
      }
      .point {
        fill: var(--accent);
      }
      @media (forced-colors: active) {
        .band,
        .band.now {
          fill: none;
          stroke: CanvasText;
          opacity: 1;
        }
      }
    `,
  ];

  @property({ attribute: false }) stories: readonly HipStory[] = [];
  readonly #width = new HostWidth(this, 360, 220);

  override render() {
    const words = storyWords();
    const isCompared = this.stories.some(({ since }) => since !== null);
    return html`<p class="measure">${sinceSentence(this.stories)}</p>
      ${this.#hips()}
      ${
        this.stories.length === 0
          ? null
          : html`<ul class="legend small muted" aria-hidden="true">
        ${isCompared ? legendEntry(svg`<circle class="first" cx="15" cy="8" r="6" />`, words.firstWeek) : null}
        ${legendEntry(svg`<circle class="point" cx="15" cy="8" r="7" />`, words.now)}
        ${legendEntry(svg`<rect class="band now" y="2" width="30" height="12" rx="6" />`, words.error)}
      </ul>`
      }`;
  }

  #hips() {
    // Where one hip is told of, a figure of the other that may not be the hip's own would stand here without a word.
    const told = this.stories.filter(({ isTold }) => isTold);
    const shown = told.length > 0 ? told : this.stories;
    const ends = shown.map(endsOf);
    const edges = ends.flatMap(({ first, now }) => [...bandOf(now), ...(first ? bandOf(first) : [])]);
    const [low, high] = [Math.min(...edges), Math.max(...edges)];
    const spare = Math.max(0, LEAST - (high - low)) / 2;
    const width = this.#width.pixels;
    const x = scaleLinear([low - spare, high + spare], [INSET, width - INSET]);
    return shown.map((story, i) => this.#hip(story, ends[i] ?? endsOf(story), x, width));
  }

  #hip(
    { side }: HipStory,
    { first, now, kind }: ReturnType<typeof endsOf>,
    x: (angle: Degrees) => Pixels,
    width: Pixels,
  ) {
    const [middle, real] = [HEIGHT / 2, kind === 'more' || kind === 'less'];
    const band = (of: Estimate<Degrees>, look: string) => {
      const [from, to] = bandOf(of).map((angle) => x(angle));
      return svg`<rect class="band ${look}" x=${from ?? 0} y=${middle - 10} width=${(to ?? 0) - (from ?? 0)} height="20" rx="10" />`;
    };
    return html`<div>
      <p class="hip"><strong>${trendWords().hip(side)}</strong>
        <span class="num">${first ? html`${formatEstimate(first)} → ` : nothing}<strong>${formatEstimate(now)}</strong></span></p>
      <svg viewBox="0 0 ${width} ${HEIGHT}" height=${HEIGHT} aria-hidden="true">
        ${first ? band(first, '') : null} ${band(now, 'now')}
        ${first ? svg`<path class="way ${real ? 'real' : ''}" d="M${x(first.value)} ${middle}H${x(now.value)}" /><circle class="first" cx=${x(first.value)} cy=${middle} r="7" />` : null}
        <circle class="point" cx=${x(now.value)} cy=${middle} r="8" />
      </svg>
    </div>`;
  }
}
