import { html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Seconds } from '../../instrument/geometry/units.ts';
import { type BodyReplay, bodyReplay, momentOf, showsTurn } from '../../coach/review/body-replay.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import { replayWords } from '../../i18n/en/replay.ts';
import { type FlagLane, flagLanes, lineScale } from './flag-lanes.ts';
import { formatMoment } from '../elements/format.ts';
import { OwnWidth } from './own-width.ts';
import { recordedTitle } from '../elements/phase-title.ts';
import { replayStyles } from './replay-styles.ts';
import { bodySvg, dialSvg } from './replay-svg.ts';
import { flagName, flagsText, pelvisContributionText, momentSentence, ownText } from './replay-text.ts';
import { base, buttons, panels } from '../styles/styles.ts';
import { TIME_STEPS } from './time-steps.ts';
import { ruleName } from '../shell/words.ts';

/** The narrowest mark that still shows its number, px; and the width of a wide page's line until it is measured. */
const MARK = 24;

/** The fitted body of a set over time, with the flags on the time line and what was borrowed beside the hip's own turn. */
@customElement('th-body-replay')
export class ThBodyReplay extends LitElement {
  static override styles = [base, buttons, panels, replayStyles];

  @property({ attribute: false }) record!: SetRecord;
  @property({ attribute: false }) drill: DrillDefinition | null = null;
  @state() private _t: Seconds = 0;
  @state() private _playing = false;
  readonly #width = new OwnWidth(this, 900, 200);
  #replay: BodyReplay | null = null;
  #frame = 0;
  #last = 0;
  readonly #still = matchMedia('(prefers-reduced-motion: reduce)');

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('record')) return;
    const before = changed.get('record');
    // An answer or a note makes a new record of the same set: the replay stays where it is.
    if (before?.frames === this.record.frames) return;
    this.#pause();
    this.#replay = bodyReplay(this.record);
    this._t = this.#replay?.start ?? 0;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#pause();
  }

  override render() {
    const replay = this.#replay;
    return html`<section class="panel stack" aria-labelledby="replay">
      <h2 id="replay">${replayWords().heading}</h2>
      ${replay ? this.#watch(replay) : html`<p class="muted">${replayWords().none}</p>`}
    </section>`;
  }

  #watch(replay: BodyReplay) {
    const moment = momentOf(replay, this.record, this._t);
    const { left, top, width, height } = replay.box;
    const mirrored = this.record.source.kind === 'camera';
    const turns = showsTurn(this.record);
    return html`<div class="stage">
        <svg class="body" viewBox="${left} ${top} ${width} ${height}" aria-hidden="true">${bodySvg(moment, replay.box, mirrored)}</svg>
        <div class="stack-s">
          ${!turns ? null : html`<svg class="dial" viewBox="-135 -125 270 135" aria-hidden="true">${dialSvg(moment.turn)}</svg>`}
          <p class="parts">
            ${!turns ? null : html`<strong>${ownText(moment.turn)}</strong>`}
            <span>${pelvisContributionText(moment.turn)}</span>
            <span>${flagsText(moment)}</span>
          </p>
        </div>
      </div>
      ${this.#timeLine(replay, momentSentence(this.#clock(this._t), this.#phase(), moment, turns))} ${this.#controls(replay)} ${this.#flags(replay)}
      <p class="small muted">${replayWords().noVideo}</p>`;
  }

  /** The set's own time, as in the table of its flags. */
  #clock(t: Seconds): string {
    return formatMoment(t - (this.record.phases[0]?.start ?? 0));
  }

  #phase(): string {
    const phase = this.record.phases.findLast(({ start, end }) => this._t >= start && this._t < end);
    return phase ? recordedTitle(this.record, this.drill, phase) : '';
  }

  #timeLine(replay: BodyReplay, text: string) {
    const { start, end } = replay;
    const now = lineScale(replay)(this._t);
    return html`<div
      class="line"
      role="slider"
      tabindex="0"
      aria-label=${replayWords().time}
      aria-orientation="horizontal"
      aria-valuemin=${Math.round(start)}
      aria-valuemax=${Math.round(end)}
      aria-valuenow=${Math.round(this._t)}
      aria-valuetext=${text}
      @keydown=${(event: KeyboardEvent) => this.#key(event, replay)}
      @pointerdown=${(event: PointerEvent) => this.#point(event, replay)}
      @pointermove=${(event: PointerEvent) => event.buttons > 0 && this.#point(event, replay)}
    >
      ${flagLanes(replay, (100 * MARK) / this.#width.pixels).map(laneOf)}
      <span class="now" style="inset-inline-start: ${now}%"></span>
    </div>`;
  }

  #controls(replay: BodyReplay) {
    const still = this.#still.matches;
    const words = replayWords();
    return html`<div class="row">
      ${still ? null : html`<button class="primary" @click=${() => (this._playing ? this.#pause() : this.#play(replay))}>${this._playing ? words.pause : words.play}</button>`}
      <button @click=${() => this.#step(replay, -1)}>${words.back}</button>
      <button @click=${() => this.#step(replay, 1)}>${words.on}</button>
      <span class="num" aria-hidden="true">${words.of(this.#clock(this._t), this.#clock(replay.end))} ${this.#phase()}</span>
    </div>
    ${still ? html`<p class="small muted">${words.still}</p>` : null}`;
  }

  #flags(replay: BodyReplay) {
    if (replay.flags.length === 0) return html`<p class="small muted">${replayWords().noFlags}</p>`;
    return html`<ul aria-label=${replayWords().goTo}>
      ${replay.flags.map(
        (flag, i) =>
          html`<li><button class="quiet" @click=${() => this.#to(replay, Math.min(flag.onset, flag.start))}><kbd>${i + 1}</kbd> ${replayWords().span(this.#clock(flag.start), this.#clock(flag.end))} ${flagName(flag)}</button></li>`,
      )}
    </ul>`;
  }

  #key(event: KeyboardEvent, replay: BodyReplay): void {
    const step = TIME_STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.#step(replay, step);
  }

  #point(event: PointerEvent, replay: BodyReplay): void {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    this.#to(replay, lineScale(replay).invert((100 * (event.clientX - box.left)) / box.width));
  }

  #step(replay: BodyReplay, by: Seconds): void {
    this.#to(replay, this._t + by);
  }

  #to({ start, end }: BodyReplay, t: Seconds): void {
    this.#pause();
    this._t = Math.min(end, Math.max(start, t));
  }

  #play(replay: BodyReplay): void {
    if (this._t >= replay.end) this._t = replay.start;
    this._playing = true;
    this.#last = performance.now();
    const tick = (now: number): void => {
      this._t = Math.min(replay.end, this._t + (now - this.#last) / 1000);
      this.#last = now;
      if (this._t >= replay.end) this.#pause();
      else this.#frame = requestAnimationFrame(tick);
    };
    this.#frame = requestAnimationFrame(tick);
  }

  #pause(): void {
    cancelAnimationFrame(this.#frame);
    this._playing = false;
  }
}

/** What it shows stands in words in the list of flags below, and in the slider's own text. */
const laneOf = ({ rule, rows }: FlagLane) =>
  html`<div class="lane">
    <span class="kind">${ruleName(rule)}</span>
    ${rows.map(
      (row) =>
        html`<div class="marks">
          ${row.map(
            ({ index, severity, from, length }) =>
              html`<span class="mark ${severity}" style="inset-inline-start: ${from}%; inline-size: ${length}%">${index + 1}</span>`,
          )}
        </div>`,
    )}
  </div>`;

declare global {
  interface HTMLElementTagNameMap {
    'th-body-replay': ThBodyReplay;
  }
}
