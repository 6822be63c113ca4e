import '../charts/th-agreement-plot.ts';
import { css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Served } from '../shell/services.ts';
import { isPerformed } from '../../coach/record/set-record.ts';
import { agreementWords } from '../../i18n/en/phone/agreement.ts';
import { selfCheckWords } from '../../i18n/en/self-check.ts';
import { perCent } from '../../i18n/speaking.ts';
import { LEAST_PAIRS } from '../../training/review/agreement.ts';
import {
  comparedSet,
  type ComparedSet,
  ofNewestInstrument,
  PELVIS_ANGLES,
  pelvisAgreement,
  type PelvisAgreement,
  type PelvisAngle,
  someMoments,
} from '../../training/review/pelvis-agreement.ts';
import { section, pageHead, wayBack } from '../elements/page-parts.ts';
import { selectField } from '../elements/fields.ts';
import { bullets } from '../elements/in-steps.ts';
import { headingHere } from '../people/change-person.ts';
import { formatAngle, formatDifference, formatLimits } from './check-texts.ts';
import { drillTitle } from '../shell/words.ts';
import { commonStyles, facts, selects, sentences, stackedFacts } from '../styles/styles.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** Below this an average difference is written 0.0°. */
const LEVEL = 0.05;

/**
 * What the sets say about the camera, in one or two sentences.
 * @param legs whether the drill works one leg at a time, so that the working leg names the way
 */
export function agreementSentence(angle: PelvisAngle, agreement: PelvisAgreement, legs: 'leg' | 'both'): string {
  const words = agreementWords();
  const { bias, limits, groups } = agreement;
  if (bias === null) return words.none;
  const [over, under] = words.ways[legs][angle];
  const mean =
    Math.abs(bias) < LEVEL
      ? words.level(groups)
      : words.off(formatAngle(Math.abs(bias)), bias > 0 ? over : under, groups);
  if (limits === null || groups < LEAST_PAIRS) return `${mean} ${words.few(groups)}`;
  const most = Math.ceil(Math.max(Math.abs(limits.low), Math.abs(limits.high)));
  return `${mean} ${words.single(`${most}°`)}`;
}

export function agreementFigures(agreement: PelvisAgreement): readonly (readonly [name: string, value: string])[] {
  const { figures, nothing } = agreementWords();
  const { groups, bias, biasWithin, read } = agreement;
  const { result } = selfCheckWords();
  const mean = bias === null ? '–' : formatDifference(bias);
  const share = read === null ? null : Math.round(100 * read);
  return [
    [commonWords().sets, String(groups)],
    [figures.bias, biasWithin === null ? mean : result.bias(mean, formatAngle(biasWithin))],
    [result.figures.limits, formatLimits(agreement)],
    [figures.read, share === null ? '–' : share < 1 ? nothing : perCent(share)],
  ];
}

/** Sets whose frames are read, the newest first: some seconds of work. */
const MOST_SETS = 60;
/** Moments in a plot. More hide each other. */
const MOST_POINTS = 300;

type Reading =
  | { readonly kind: 'begun' | 'done' | 'failed' }
  | { readonly kind: 'reading'; readonly at: number; readonly of: number };

/** How well the camera reads the pelvis, by the sets that a phone on it watched: a drill's angles with bias, limits and plot. */
@customElement('th-phone-agreement')
export class ThPhoneAgreement extends Served {
  static override styles = [
    commonStyles,
    facts,
    stackedFacts,
    selects,
    sentences,
    css`
      .say {
        max-inline-size: var(--measure);
        font-size: var(--t-lead);
      }
      .plain {
        max-inline-size: 28rem;
      }
    `,
  ];

  @state() private _reading: Reading = { kind: 'begun' };
  @state() private _sets: readonly ComparedSet[] = [];
  @state() private _drill: string | null = null;
  /** Sets with a phone that are stored, and those that cannot be read. */
  #found = 0;
  #unread = 0;

  protected override firstUpdated(): void {
    this.#read().catch(() => (this._reading = { kind: 'failed' }));
  }

  /** One set at a time, of which only the compared moments stay. Stops when the page is left. */
  async #read(): Promise<void> {
    const stored = await this.services.sets.list();
    const watched = stored.filter(({ phone, source }) => phone && isPerformed(source));
    this.#found = watched.length;
    const ids = watched.slice(0, MOST_SETS).map(({ id }) => id);
    const sets: ComparedSet[] = [];
    for (const [index, id] of ids.entries()) {
      if (!this.isConnected) return;
      this._reading = { kind: 'reading', at: index + 1, of: ids.length };
      try {
        const record = await this.services.sets.load(id);
        const compared = record && comparedSet(record);
        if (compared) sets.push(compared);
      } catch {
        this.#unread += 1;
      }
    }
    this._sets = sets;
    this._reading = { kind: 'done' };
  }

  override render() {
    const words = agreementWords();
    return html`<div class="page">
      ${pageHead(headingHere(this.services, words.heading), words.lead, wayBack('#/history', commonWords().pastSets))}
      ${this.#content()}
    </div>`;
  }

  #content() {
    const words = agreementWords();
    const reading = this._reading;
    if (reading.kind === 'failed') return html`<p role="alert">${words.unreadable}</p>`;
    if (reading.kind === 'begun') return null;
    if (reading.kind === 'reading')
      return html`<p class="muted" role="status">${words.reading} <span aria-hidden="true">${words.done(reading.at, reading.of)}</span></p>`;
    const counted = ofNewestInstrument(this._sets);
    const drills = drillsOf(counted);
    const drill = drills.find((id) => id === this._drill) ?? drills[0];
    if (drill === undefined) return html`<p class="panel">${words.none}</p>${this.#notes([])}`;
    const choices = drills.map((id) => ({ value: id, label: drillTitle(this.services.drills, id) }));
    const own = counted.filter((set) => set.drill === drill);
    return html`${selectField(commonWords().drill, choices, drill, (id) => (this._drill = id))}
      ${PELVIS_ANGLES.map((angle) => this.#angle(angle, drill, own))}
      ${this.#notes(words.notes)}`;
  }

  #angle(angle: PelvisAngle, drill: string, sets: readonly ComparedSet[]) {
    const groups = sets.map(({ moments }) => moments[angle]).filter((moments) => moments.length > 0);
    if (groups.length === 0) return null;
    const words = agreementWords();
    const { bias, limits } = selfCheckWords().result.legend;
    const isBoth = this.services.drills.find(({ id }) => id === drill)?.bilateral === true;
    const agreement = pelvisAgreement(groups);
    const sentence = agreementSentence(angle, agreement, isBoth ? 'both' : 'leg');
    const points = someMoments(groups, MOST_POINTS).map(({ camera, phone }) => ({
      mean: (camera + phone) / 2,
      difference: camera - phone,
    }));
    return html`<section class="panel stack" aria-labelledby=${angle}>
      <h2 id=${angle}>${words.angles[angle]}</h2>
      <p class="say">${sentence}</p>
      <th-agreement-plot .points=${points} .lines=${agreement} .legend=${{ point: words.moment, bias, limits }} label=${words.plot(words.angles[angle], sentence)}></th-agreement-plot>
      <dl class="facts">${agreementFigures(agreement).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
    </section>`;
  }

  #notes(notes: readonly string[]) {
    const words = agreementWords();
    const older = this._sets.length - ofNewestInstrument(this._sets).length;
    const lines = [
      ...notes,
      ...(this.#found > MOST_SETS ? [words.newest(MOST_SETS)] : []),
      ...(older > 0 ? [words.older(older)] : []),
      ...(this.#unread > 0 ? [words.unread(this.#unread)] : []),
    ];
    if (lines.length === 0) return null;
    return section('about', words.about, 'stack-s')`
      ${bullets(lines, 'sentences')}`;
  }
}

function drillsOf(sets: readonly ComparedSet[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { drill } of sets) counts.set(drill, (counts.get(drill) ?? 0) + 1);
  return [...counts.keys()].toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
}
