import '../phone/th-use-phone.ts';
import './th-loop.ts';
import './th-next-load.ts';
import './th-placement-drawing.ts';
import './th-sound-try.ts';
import './th-source-panel.ts';
import { css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { fitting } from '../styles/tokens.ts';
import { PersonHere } from '../safety/person-now.ts';
import type { LoopKind } from '../../app/loops.ts';
import type { SourceRequest } from '../../app/session/session-contract.ts';
import type { SetPlan } from '../../coach/coach-contract.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { drillWords } from '../../i18n/en/drill.ts';
import { safetyWords } from '../../i18n/en/hip/safety.ts';
import { placingWords } from '../../i18n/en/placing.ts';
import { midSentence } from '../../i18n/speaking.ts';
import type { WorkingSide } from '../../instrument/geometry/units.ts';
import type { Settings } from '../../storage/storage-contract.ts';
import { allowed, type Allowed } from '../../training/safety/allowed.ts';
import { stopKey } from '../../training/safety/person.ts';
import { section } from '../elements/page-parts.ts';
import { choiceStyles } from '../elements/choice-field.ts';
import { formatAbout } from '../elements/format.ts';
import { numbered } from '../elements/in-steps.ts';
import {
  armNote,
  backToDrill,
  drillWays,
  drillWayStyles,
  selfCheckLink,
  sideCheckLink,
  tableText,
} from './drill-notes.ts';
import { chosenPreset, isExercise, planFor, setLength, sidesOf } from './plan-choice.ts';
import { presetFields, presetStyles, goalField, legField } from './preset-fields.ts';
import { startBarStyles } from './start-bar-styles.ts';
import type { CameraEvent, SourceEvent } from './th-source-panel.ts';
import { nameOf } from '../people/change-person.ts';
import { allowedNote, checkable } from '../safety/allowed-note.ts';
import { hipsIn, limitedPlan, settingsOn } from '../safety/limited-plan.ts';
import { personFields } from '../settings/person-fields.ts';
import { routeHash } from '../shell/router.ts';
import { changeSettings, fire, presetKey, Served } from '../shell/services.ts';
import { goalName, sideName } from '../shell/words.ts';
import { columns, commonStyles, facts, selects, sentences } from '../styles/styles.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** Whose dose it is, as long as the person has not set numbers of their own. */
function doseNote(drill: DrillDefinition, settings: Settings) {
  const { dose, presets } = drill;
  const { goal } = settings;
  return dose === undefined || chosenPreset(drill, goal, settings) !== presets[goal]
    ? null
    : html`<p class="small muted">${drillWords().dose[dose[goal]]}</p>`;
}

/** The person has asked the browser to load little. Known in some browsers only. */
const savesData = (): boolean =>
  (navigator as { readonly connection?: { readonly saveData?: boolean } }).connection?.saveData === true;

/** The page of one drill: what to do, where the laptop goes, the numbers, and the source of the picture. Fires `th-open`. */
@customElement('th-drill')
export class ThDrill extends Served {
  static override styles = [
    commonStyles,
    columns,
    facts,
    selects,
    sentences,
    choiceStyles,
    presetStyles,
    drillWayStyles,
    startBarStyles,
    css`
      ${fitting('.loops', '16rem', 'var(--s4)')}
      /* Low, so that it is in the first window. */
      th-placement-drawing {
        --drawing-height: 10rem;
      }
      details > :last-child {
        margin-block-start: var(--s3);
      }
      hr {
        inline-size: 100%;
        margin: 0;
        border: 0;
        border-block-start: 1px solid var(--line);
      }
    `,
  ];

  @property({ attribute: false }) drill!: DrillDefinition;
  /** Goal, side and numbers set by a programme; then only the source can be chosen. Null: the person chooses all. */
  @property({ attribute: false }) fixed: Settings | null = null;
  @query('#setup') private _heading!: HTMLElement;
  /** The person has chosen the hip here: the prescribed one holds no more. */
  #sideChosen = false;

  protected override firstUpdated(): void {
    if (this.drill.camera !== 'none' && !savesData()) this.services.session.prepare(this.drill);
  }

  readonly #person = new PersonHere(this);

  get #may(): Allowed {
    return allowed(this.drill, this.#person.now, Date.now(), hipsIn(planFor(this.drill, this.#settings)));
  }

  /** The set as it may be done; null: not. */
  get #plan(): SetPlan | null {
    return limitedPlan(planFor(this.drill, this.#settings), this.#person.now, Date.now());
  }

  get #settings(): Settings {
    const { current } = this.services.settings;
    return this.fixed ?? (this.#sideChosen ? current : settingsOn(this.drill, current, Date.now()));
  }

  get #side(): WorkingSide {
    return sidesOf(this.drill, this.#settings.side)[0] ?? 'left';
  }

  override render() {
    const { drill, services } = this;
    const words = drillWords();
    return html`<div class="page">
      <header class="stack-s">
        <h1 tabindex="-1">${drill.title}</h1>
        <p class="lead">${drill.summary}</p>
        ${this.fixed ? null : drillWays(services.drills, drill)}
        ${this.fixed ? null : backToDrill(services.drills, drill)}
      </header>
      <slot name="before"></slot>
      ${this.#limits()}
      <div class="columns">
        <div class="stack text">
          ${keyed(drill.id, this.#loops())}
          ${drill.camera === 'none' ? null : this.#placement()}
          ${section('steps', words.steps, 'stack')`
            ${numbered(drill.steps, 'sentences')}`}
          <div class="note" role="note"><strong>${commonWords().beforeStart}</strong><span>${drill.caution}</span></div>
          ${this.fixed ? null : this.#numbers()}
        </div>
        <section class="panel stack" aria-labelledby="setup">
          <h2 id="setup" tabindex="-1">${words.yourSet}</h2>
          ${this.fixed ? html`<slot name="set"></slot>` : this.#setup()}
          <th-next-load .services=${services} .drill=${drill} .settings=${this.#settings} ?fixed=${this.fixed !== null} @th-changed=${({ detail }: CustomEvent<Partial<Settings>>) => this.#setupChanged(detail)}></th-next-load>
          <hr />
          ${
            drill.camera === 'none'
              ? html`<p class="small muted">${words.timer}</p>`
              : html`<th-source-panel
                  shows="words"
                  .videoPage=${this.#videoPage}
                  ?timer=${isExercise(drill)}
                  .cameraId=${this.#settings.cameraId}
                  @th-camera=${(event: CameraEvent) => changeSettings(this, { cameraId: event.detail })}
                ></th-source-panel>`
          }
          ${this.#phone(drill)}
          <th-sound-try .services=${services}></th-sound-try>
          ${this.fixed ? null : selfCheckLink(drill)}
        </section>
      </div>
    </div>
    ${this.#startBar()}`;
  }

  /** Goal, side, the person's height and the count-in. */
  #setup() {
    const [{ drill }, settings, words] = [this, this.#settings, drillWords()];
    const { goal, side } = settings;
    const { drill: own, preset, sides } = this.#plan ?? planFor(drill, settings);
    const change = (part: Partial<Settings>): void => {
      changeSettings(this, part);
      this.#setupChanged(part);
    };
    return html`<div class="stack setup">
      ${goalField(goal, (chosen) => change({ goal: chosen }))}
      <p class="small muted">${this.services.presets.advice[goal]} ${words.about(formatAbout(setLength(own, preset, sides.length)))}</p>
      ${doseNote(drill, settings)}
      ${drill.bilateral ? html`<p class="small muted">${words.bothTogether}</p>` : legField(side, (chosen) => change({ side: chosen }))}
      ${drill.bilateral || side !== 'each' ? null : html`<p class="small muted">${words.leftFirst}${drill.turnsForOtherSide ? ` ${words.inBetween}` : ''}</p>`}
      ${personFields(settings, change, drill.camera !== 'none')}
    </div>`;
  }

  /** A phone that measures the pelvis. */
  #phone({ phone, pose }: DrillDefinition) {
    return phone && html`<th-use-phone .services=${this.services} .place=${pose ?? 'lying'}></th-use-phone>`;
  }

  #limits() {
    const { prescription: taken } = this.services.settings.current;
    const wanted = planFor(this.drill, this.#settings);
    const { drill, goal } = wanted;
    return allowedNote(this.#may, this.#unlock, { drill, goal, asked: hipsIn(wanted).length, taken });
  }

  /** Stays at the lower edge of the window, so that the start is always in sight. */
  #startBar() {
    const { drill } = this;
    const words = drillWords();
    const locked = this.#plan === null;
    return html`<section class="start-bar screen-only" aria-label=${commonWords().start}>
      <div>
        <p class="chosen">
          <span>${this.#facts()}</span>
          ${this.#otherHip()}
          ${this.fixed ? null : html`<button class="quiet" @click=${this.#toSetup}>${words.change}</button>`}
        </p>
        ${
          drill.camera === 'none'
            ? html`<button class="primary large" ?disabled=${locked} @click=${() => this.#open({ kind: 'none' })}>
                ${words.startTimer}
              </button>`
            : html`<th-source-panel
                shows="buttons"
                .videoPage=${this.#videoPage}
                ?timer=${isExercise(drill)}
                .cameraId=${this.#settings.cameraId}
                .disabled=${locked}
                @th-source=${(event: SourceEvent) => this.#open(event.detail)}
              ></th-source-panel>`
        }
      </div>
    </section>`;
  }

  /** Null: a part of a programme is not done by a video. */
  get #videoPage(): string | null {
    return this.fixed ? null : routeHash({ screen: 'video', id: this.drill.id });
  }

  /** Where only the hip that was not chosen may work. */
  #otherHip() {
    const { kind, sides } = allowed(this.drill, this.#person.now, Date.now());
    const [only] = kind === 'limits' && this.#plan === null ? sides : [];
    return only === undefined ? null : html`<span role="status">${safetyWords().choose[only]}</span>`;
  }

  /** What the set will be, such as "Build, left, 6 min". */
  #facts(): string {
    const { drill, sides, goal: chosen, preset } = this.#plan ?? planFor(this.drill, this.#settings);
    const length = formatAbout(setLength(drill, preset, sides.length));
    const [side = 'left'] = sides;
    const goal = drill.hipTest === undefined ? [goalName(chosen)] : [];
    const { people } = this.services;
    const who = people.several ? [nameOf(this.services, people.here)] : [];
    return [...who, ...goal, sides.length > 1 ? drillWords().legs.each : midSentence(sideName(side)), length].join(
      ', ',
    );
  }

  readonly #toSetup = (): void => {
    this._heading.focus();
    this._heading.scrollIntoView({ block: 'start' });
  };

  /** The right movement beside the usual cheat. A side check has none of its own, and those of its drill show another fault. */
  #loops() {
    if (this.drill.sideCheckOf !== undefined) return null;
    const loop = (kind: LoopKind) => html`<th-loop .drill=${this.drill} kind=${kind} .side=${this.#side}></th-loop>`;
    return section('how', drillWords().how, 'stack')`
      <div class="loops">${loop('right')}${loop('cheat')}</div>`;
  }

  #placement() {
    const { placement } = this.drill;
    const { inWords, place, places } = drillWords();
    return section('place', place(placement.title), 'stack')`
      <th-placement-drawing .drill=${this.drill} .side=${this.#side}></th-placement-drawing>
      <details>
      <summary>${inWords}</summary>
      <dl class="facts">
        <dt>${places.where}</dt>
        <dd>${placement.where}</dd>
        <dt>${places.lens}</dt>
        <dd>${placement.lens}</dd>
        ${tableText(this.drill) === null ? null : html`<dt>${placingWords().table.label}</dt><dd>${tableText(this.drill)}</dd>`}
        <dt>${places.tilt}</dt>
        <dd>${placement.tilt}</dd>
        <dt>${places.avoid}</dt>
        <dd>${placement.avoid}</dd>
        ${placement.blind ? html`<dt>${places.blind}</dt><dd>${placement.blind} ${this.fixed ? null : sideCheckLink(this.services.drills, this.drill)}</dd>` : null}
        <dt>${places.pause}</dt>
        <dd>${armNote(this.drill)}</dd>
      </dl>
      </details>`;
  }

  #numbers() {
    const settings = this.#settings;
    const key = presetKey(this.drill.id, settings.goal);
    const edited = settings.presets[key] !== undefined;
    return html`<details class="stack">
      <summary>${drillWords().numbersFor(goalName(settings.goal))}</summary>
      ${presetFields(this.drill, chosenPreset(this.drill, settings.goal, settings), this.services.presets, (preset) =>
        changeSettings(this, { presets: { ...settings.presets, [key]: preset } }),
      )}
      ${edited ? html`<div><button class="quiet" @click=${() => this.#reset(key)}>${drillWords().backToPreset}</button></div>` : null}
    </details>`;
  }

  #reset(key: string): void {
    const { [key]: _removed, ...presets } = this.#settings.presets;
    changeSettings(this, { presets });
  }

  #setupChanged(part: Partial<Settings>): void {
    this.#sideChosen ||= part.side !== undefined;
    this.requestUpdate();
  }

  readonly #unlock = (): void => {
    const { symptomChecked } = this.services.settings.current;
    const now = new Date().toISOString();
    // The stops themselves, not the moment: a clock that is wrong confirms nothing that comes later.
    const checked = Object.fromEntries(checkable(this.#may).map((stop) => [stopKey(stop), now]));
    changeSettings(this, { symptomChecked: { ...symptomChecked, ...checked } });
    if (this.#may.reasons.some(({ about }) => about === 'unknown')) this.services.storage.confirmLimits();
    this.#person.again();
  };

  #open(source: SourceRequest): void {
    if (source.kind === 'camera' && source.deviceId !== this.#settings.cameraId)
      changeSettings(this, { cameraId: source.deviceId });
    const plan = source.kind === 'demo' ? this.services.demoPlan(this.drill.id) : this.#plan;
    const kept = (): void => this.#person.again();
    if (plan !== null) fire(this, 'th-open', { plan, source, kept });
  }
}
