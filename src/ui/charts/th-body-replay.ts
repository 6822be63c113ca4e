import { html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Seconds } from '../../instrument/geometry/units.ts';
import { type BodyReplay, bodyReplay, momentOf, showsRotation } from '../../training/review/body-replay.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import { replayWords } from '../../i18n/en/replay.ts';
import { type FlagLane, flagLanes, timeLineScale, KEY_STEPS } from './time-line.ts';
import { formatMoment } from '../elements/format.ts';
import { MOST_FLAGS, itemsInSteps } from '../elements/in-steps.ts';
import { HostWidth } from './host-width.ts';
import { noFlagText, watchedIn } from '../summary/watched-text.ts';
import { recordedTitle } from '../elements/phase-title.ts';
import { replayStyles } from './replay-styles.ts';
import { bodySvg, dialSvg } from './replay-svg.ts';
import { flagName, flagsText, pelvisContributionText, momentSentence, ownText } from './replay-text.ts';
import { commonStyles } from '../styles/styles.ts';
import { ruleName } from '../shell/words.ts';

/** Smallest width in pixels of a mark, so that its number can be read. */
const MARK = 24;

/**
 * Replays the fitted body of a set: the body, a dial of hip rotation and pelvic contribution, and a time line of flags.
 */
@customElement('th-body-replay')
export class ThBodyReplay extends LitElement {
  static override styles = [commonStyles, replayStyles];

  @property({ attribute: false }) record!: SetRecord;
  @property({ attribute: false }) drill: DrillDefinition | null = null;
  @state() private _t: Seconds = 0;
  @state() private _playing = false;
  readonly #width = new HostWidth(this, 900, 200);
  #replay: BodyReplay | null = null;
  /** What the absence of flags means, for a set without any. It goes through all frames, so not at every step. */
  #noFlags = '';
  #frame = 0;
  #last = 0;
  readonly #reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('record') || changed.has('drill')) this.#noFlags = this.#whatWasWatched();
    if (!changed.has('record')) return;
    const before = changed.get('record');
    // A stored answer or note gives a new record object of the same set; the replay then keeps its position.
    if (before?.frames === this.record.frames) return;
    this.#pause();
    this.#replay = bodyReplay(this.record);
    this._t = this.#replay?.start ?? 0;
  }

  #whatWasWatched(): string {
    const { flags } = this.record;
    return flags.length > 0 ? '' : noFlagText(replayWords().noFlags, watchedIn(this.record, this.drill));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#pause();
  }

  override render() {
    const replay = this.#replay;
    return html`<section class="stack" aria-label=${replayWords().heading}>
      ${replay ? this.#content(replay) : html`<p class="muted">${replayWords().none}</p>`}
    </section>`;
  }

  #content(replay: BodyReplay) {
    const moment = momentOf(replay, this.record, this._t);
    const { left, top, width, height } = replay.box;
    const mirrored = this.record.source.kind === 'camera';
    const turns = showsRotation(this.record);
    return html`<div class="stage">
        <svg class="body" viewBox="${left} ${top} ${width} ${height}" aria-hidden="true">${bodySvg(moment, replay.box, mirrored)}</svg>
        <div class="stack-s">
          ${!turns ? null : html`<svg class="dial" viewBox="-135 -125 270 135" aria-hidden="true">${dialSvg(moment.rotation)}</svg>`}
          <p class="parts">
            ${!turns ? null : html`<strong>${ownText(moment.rotation)}</strong>`}
            <span>${pelvisContributionText(moment.rotation)}</span>
            <span>${flagsText(moment)}</span>
          </p>
        </div>
      </div>
      ${this.#timeLine(replay, momentSentence(this.#clock(this._t), this.#phase(), moment, turns))} ${this.#controls(replay)} ${this.#flags(replay)}
      <p class="small muted">${replayWords().noVideo}</p>`;
  }

  /** Time since the start of the set, as in the table of flags. */
  #clock(t: Seconds): string {
    return formatMoment(t - (this.record.phases[0]?.start ?? 0));
  }

  #phase(): string {
    const phase = this.record.phases.findLast(({ start, end }) => this._t >= start && this._t < end);
    return phase ? recordedTitle(this.record, this.drill, phase) : '';
  }

  #timeLine(replay: BodyReplay, text: string) {
    const { start, end } = replay;
    const now = timeLineScale(replay)(this._t);
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
      ${flagLanes({ ...replay, flags: replay.flags.slice(0, MOST_FLAGS) }, (100 * MARK) / this.#width.pixels).map(laneTemplate)}
      <span class="now" .style="inset-inline-start: ${now}%"></span>
    </div>`;
  }

  #controls(replay: BodyReplay) {
    const still = this.#reducedMotion.matches;
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
    if (replay.flags.length === 0) return html`<p class="small muted">${this.#noFlags}</p>`;
    return html`<ul aria-label=${replayWords().goTo}>
      ${itemsInSteps(
        replay.flags,
        (flag, i) =>
          html`<li><button class="quiet" @click=${() => this.#seek(replay, Math.min(flag.onset, flag.start))}><strong>${i + 1}</strong> ${replayWords().span(this.#clock(flag.start), this.#clock(flag.end))} ${flagName(flag)}</button></li>`,
      )}
    </ul>`;
  }

  #key(event: KeyboardEvent, replay: BodyReplay): void {
    const step = KEY_STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.#step(replay, step);
  }

  #point(event: PointerEvent, replay: BodyReplay): void {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    this.#seek(replay, timeLineScale(replay).invert((100 * (event.clientX - box.left)) / box.width));
  }

  #step(replay: BodyReplay, by: Seconds): void {
    this.#seek(replay, this._t + by);
  }

  #seek({ start, end }: BodyReplay, t: Seconds): void {
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

/** One lane of marks. The list of flags and the value of the slider give the same information in words. */
const laneTemplate = ({ rule, rows }: FlagLane) =>
  html`<div class="lane">
    <span class="kind">${ruleName(rule)}</span>
    ${rows.map(
      (row) =>
        html`<div class="marks">
          ${row.map(
            ({ index, severity, from, length }) =>
              html`<span class="mark ${severity}" .style="inset-inline-start: ${from}%; inline-size: ${length}%">${index + 1}</span>`,
          )}
        </div>`,
    )}
  </div>`;
