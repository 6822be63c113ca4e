import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Fetched } from '../elements/fetched.ts';
import { Served } from '../shell/services.ts';
import { section } from '../elements/page-parts.ts';
import { bullets } from '../elements/in-steps.ts';
import { type Passport, passportsOf } from '../../training/assessment/passport.ts';
import { retestState, trainedBefore } from '../../training/assessment/retest.ts';
import { showSomebody } from '../../training/assessment/show-somebody.ts';
import type { TestPosition } from '../../coach/drill-definition.ts';
import { hipTestWords } from '../../i18n/en/hip/hip-test.ts';
import { passportWords } from '../../i18n/en/hip/passport.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { choiceField, choiceStyles } from '../elements/choice-field.ts';
import { dataTable, numbers, rowHead, plain } from '../elements/data-table.ts';
import { formatDateAlone } from '../elements/format.ts';
import { hipPictures, hipPictureStyles } from '../hip-test/hip-pictures.ts';
import { dayAmong, doneSets } from '../programmes/week-input.ts';
import { routeHash } from '../shell/router.ts';
import { commonStyles } from '../styles/styles.ts';
import { tables } from '../styles/table-styles.ts';
import { storedTests } from '../safety/person-now.ts';
import { passportStyles } from './passport-styles.ts';
import {
  changeLines,
  missingLines,
  normLines,
  noteLines,
  ownErrorLines,
  passportRows,
  pelvisLines,
  retestLine,
  showLine,
  sourceLines,
} from './passport-text.ts';
import type { ToldPain } from './th-hip-next.ts';
import './th-hip-next.ts';
import { commonWords } from '../../i18n/en/common.ts';

const TEST = routeHash({ screen: 'test' });

/** The hip passport: what the newest test says, what changed since the one before, and what follows. Prints on two sheets. */
@customElement('th-passport')
export class ThPassport extends Served {
  static override styles = [commonStyles, tables, choiceStyles, hipPictureStyles, passportStyles];

  readonly #read = new Fetched(this, async () => {
    const sets = await this.services.sets.list();
    return { sets, passports: passportsOf(storedTests(sets), Date.now()) };
  });
  @state() private _position: TestPosition | null = null;
  /** Pain in the answer to the questions; null: not answered. */
  @state() private _pain: ToldPain | null = null;

  get #sets(): readonly SetOverview[] {
    return this.#read.value?.sets ?? [];
  }

  protected override firstUpdated(): void {
    const { hipPlan } = this.services.settings.current;
    this._pain = hipPlan && { pain: hipPlan.pain, hurts: hipPlan.hurts ?? null };
  }

  override render() {
    const { passports } = this.#read.value ?? {};
    const passport = passports?.find(({ test }) => test.position === this._position) ?? passports?.[0] ?? null;
    const { reportName } = this.services.settings.current;
    return html`<div class="page">
      <header class="stack">
        ${reportName === '' ? null : html`<p class="person">${reportName}</p>`}
        <h1 tabindex="-1">${commonWords().passport}</h1>
        ${passport === null ? this.#without() : this.#head(passport)}
      </header>
      ${passport === null ? null : this.#sheets(passport)}
    </div>`;
  }

  /** Before the first test, while the tests are read, and when they cannot be. */
  #without() {
    const words = passportWords();
    if (this.#read.failed) return html`<p role="status">${words.unreadable}</p>`;
    if (this.#read.value === null) return html`<p role="status">${words.reading}</p>`;
    return html`<p class="lead">${words.lead}</p>
      <p>${words.none}</p>
      <p class="row"><a class="button primary large" href=${TEST}>${words.test}</a></p>`;
  }

  #head({ test }: Passport) {
    const words = passportWords();
    // A warm hip turns further.
    const isAfterTraining = trainedBefore(test, doneSets(this.#sets), dayAmong(this.#sets));
    const positions = (this.#read.value?.passports ?? []).map(({ test: { position } }) => position);
    const choices = positions.map((value) => ({ value, label: words.positionNames[value] }));
    return html`<p>${words.tested(formatDateAlone(test.testedAt), words.positions[test.position])}</p>
      ${isAfterTraining ? html`<p class="note" role="note">${hipTestWords().wasTrained}</p>` : null}
      <div class="row screen-only">
        <button @click=${() => print()}>${words.print}</button>
        <a class="button" href=${TEST}>${words.test}</a>
      </div>
      ${
        positions.length < 2
          ? null
          : html`<div class="screen-only">${choiceField(words.positionLabel, 'position', choices, test.position, (position) => (this._position = position))}</div>`
      }`;
  }

  #sheets(passport: Passport) {
    const words = passportWords();
    const shown = showSomebody(passport, this._pain?.pain ?? null, this._pain?.hurts ?? null);
    const missing = missingLines(passport);
    const sources = sourceLines(passport, shown);
    return html`${
      shown.length === 0
        ? null
        : section('show', words.showHeading, 'note bad')`
            <p>${words.showLead}</p>
            ${bullets(shown.map(showLine))}`
    }
      ${this.#changes(passport)}
      ${section('both', words.both)`
        ${hipPictures(passport.test)} ${this.#table(passport)} ${noteLines(passport).map((line) => html`<p>${line}</p>`)}
        <h3>${words.pelvisHeading}</h3>
        ${bullets(pelvisLines(passport))}
        ${missing.length === 0 ? null : html`<h3>${words.missingHeading}</h3>${bullets(missing)}`}`}
      <div class="second stack">
        <th-hip-next
          .services=${this.services}
          .passport=${passport}
          .sets=${this.#sets}
          @th-pain=${(event: CustomEvent<ToldPain>) => (this._pain = event.detail)}
        ></th-hip-next>
        ${this.#retest(passport)}
        ${section('limits', words.limitsHeading)`
          ${bullets([hipTestWords().unproven, ...normLines(passport), ...words.limits, ...ownErrorLines(passport)])} ${sources.length === 0 ? null : html`<p class="small muted">${words.sources}: <span lang="en">${sources.join('; ')}</span>.</p>`}
          <p class="small screen-only"><a href=${routeHash({ screen: 'prescribe' })}>${commonWords().prescribe}</a></p>`}
      </div>`;
  }

  #changes(passport: Passport) {
    const changes = changeLines(passport);
    if (changes === null) return null;
    return section('changes', changes.heading)`${bullets(changes.lines)}`;
  }

  #table(passport: Passport) {
    const words = passportWords();
    return dataTable(
      passportRows(passport),
      [
        rowHead(words.measure, ({ name }) => name),
        numbers(commonWords().which.left, ({ left }) => left),
        numbers(commonWords().which.right, ({ right }) => right),
        plain(
          commonWords().difference,
          ({ difference }) => difference,
          ({ differs }) => (differs ? 'differs' : ''),
        ),
      ],
      { label: words.measure },
    );
  }

  #retest({ test }: Passport) {
    const words = passportWords().retest;
    const next = retestState(test, doneSets(this.#sets), Date.now(), dayAmong(this.#sets));
    return section('retest', words.heading)`
      <p>${retestLine(next)} ${words.place}</p>
      ${next.kind === 'early' || next.kind === 'wait' ? null : html`<p class="row screen-only"><a class="button" href=${TEST}>${passportWords().test}</a></p>`}`;
  }
}
