import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { choicesOf } from '../elements/fields.ts';
import type { DrillDefinition, Preset } from '../../coach/drill-definition.ts';
import { passportWords } from '../../i18n/en/hip/passport.ts';
import { programmeTexts } from '../../i18n/en/programmes.ts';
import { SIDES, WORKING_SIDES, type WorkingSide } from '../../instrument/geometry/units.ts';
import type { SetOverview, Settings } from '../../storage/storage-contract.ts';
import { accepted, isTaken } from '../../training/assessment/accept.ts';
import {
  HIP_GOALS,
  HIP_MINUTES,
  HIP_PROGRAMME,
  type HipGoal,
  type HipMinutes,
  type HipProposal,
  type HipQuestions,
  type ProposalInput,
} from '../../training/assessment/hip-programme.ts';
import { type HipTest, knownMoment } from '../../training/assessment/hip-test.ts';
import { nextStep, type NextStep, type StepInput, stepUntilRetest } from '../../training/assessment/next-step.ts';
import { overruled } from '../../training/assessment/overrule.ts';
import type { Passport } from '../../training/assessment/passport.ts';
import { propose } from '../../training/assessment/propose.ts';
import { strengthEarned } from '../../training/load/strength-earned.ts';
import { isStop } from '../../training/review/after-set.ts';
import { ME, type SafetyAnswers } from '../../training/safety/answers.ts';
import { checkedStops, familyIn, isChecked } from '../../training/safety/person.ts';
import type { HipStep } from '../../training/safety/red-flags.ts';
import { choiceField, choiceStyles, questionsStyles } from '../elements/choice-field.ts';
import { formatAbout } from '../elements/format.ts';
import { numbered } from '../elements/in-steps.ts';
import { setLength } from '../home-and-drill/plan-choice.ts';
import { presetFields, presetStyles } from '../home-and-drill/preset-fields.ts';
import { passportStyles } from './passport-styles.ts';
import { partLines, stepLine, whyLine } from './passport-text.ts';
import { spokenProgrammes } from '../programmes/programme-plan.ts';
import { dayName } from '../programmes/programme-words.ts';
import { dayAmong, doneSets } from '../programmes/week-input.ts';
import { endFeelField } from '../safety/end-feel-field.ts';
import { answeredPerson } from '../safety/person-now.ts';
import { routeHash } from '../shell/router.ts';
import { fire, focusLater, type Services, Served } from '../shell/services.ts';
import { commonStyles, sentences } from '../styles/styles.ts';
import { commonWords } from '../../i18n/en/common.ts';

function proposalInput(
  { drills, presets, settings }: Services,
  all: readonly SetOverview[],
  passport: Passport,
  questions: HipQuestions,
  step: HipStep,
  now: number,
): ProposalInput {
  const { current } = settings;
  return {
    passport,
    questions,
    step,
    drills,
    sets: doneSets(all),
    person: answeredPerson(drills, current, now),
    clamp: (preset) => presets.clamp(preset),
    lengthOf: setLength,
    plan: current.week,
    programmes: [...spokenProgrammes(), ...current.programmes],
    now,
    dayOf: dayAmong(all),
  };
}

/** How hard the next programme is, and why; `why` is null where nothing has changed since the last one. */
export function stepNow(
  drills: readonly DrillDefinition[],
  { hipPlan, safety, symptomChecked }: Pick<Settings, 'hipPlan' | 'safety' | 'symptomChecked'>,
  { test, earlier, own }: Passport,
  all: readonly SetOverview[],
  now: number,
): { readonly step: HipStep; readonly why: NextStep['why'] | null } {
  const checked = checkedStops(symptomChecked, (id) => familyIn(drills, id), now);
  // Who has had a stop checked is not held back by it.
  const sets = doneSets(all).filter(
    (set) => !isStop(set) || !isChecked({ ...set, family: familyIn(drills, set.drill) }, checked, now),
  );
  const before = earlier.find(({ id }) => id === hipPlan?.test);
  if (hipPlan === null || before === undefined) return stepUntilRetest(hipPlan, test, sets, now);
  return nextStep({
    step: hipPlan.step,
    before,
    after: test,
    earlier,
    own,
    sets,
    drills,
    strength: strengthEarned(sets, drills, now).earned,
    now,
    dayOf: dayAmong(all),
    endFeel: feltSince(safety[ME]?.endFeel ?? {}, test, now),
  });
}

/** How the end felt, as far as it was told since the test. */
const feltSince = (endFeel: SafetyAnswers['endFeel'], test: HipTest, now: number): StepInput['endFeel'] =>
  Object.fromEntries(
    SIDES.flatMap((side) => {
      const told = endFeel[side];
      return told && Date.parse(told.at) >= knownMoment(test, now) ? [[side, told.feel]] : [];
    }),
  );

/** The pain that each answer stands for: the least of its span of the traffic light. */
const PAINS = ['0', '1', '3', '5'] as const;
type PainAnswer = (typeof PAINS)[number];

const answerOf = (pain: number): PainAnswer => PAINS.findLast((least) => pain >= Number(least)) ?? '0';

type Minutes = `${HipMinutes}`;

/** Pain when the hip is used, 0 to 10, and the hip; `hurts` null: not told. */
export interface ToldPain {
  readonly pain: number;
  readonly hurts: WorkingSide | null;
}

interface Answers {
  readonly _goal: HipGoal;
  readonly _pain: PainAnswer;
  readonly _hurts: WorkingSide;
  readonly _minutes: Minutes;
}

/** The three questions, the programme that follows with its reasons, and taking or changing it. Fires `th-pain`. */
@customElement('th-hip-next')
export class ThHipNext extends Served {
  static override styles = [
    commonStyles,
    choiceStyles,
    questionsStyles,
    passportStyles,
    presetStyles,
    sentences,
    css`
      .print-only {
        display: none;
      }
      dl {
        display: grid;
        gap: var(--s2) var(--s4);
        grid-template-columns: minmax(7rem, max-content) minmax(0, 1fr);
        align-items: baseline;
      }
      dt {
        font-weight: 640;
      }
      dd strong {
        font-variant-numeric: tabular-nums;
      }
      @media print {
        .print-only {
          display: block;
        }
      }
    `,
  ];

  @property({ attribute: false }) passport!: Passport;
  @property({ attribute: false }) sets: readonly SetOverview[] = [];
  @state() private _goal: HipGoal | null = null;
  @state() private _pain: PainAnswer | null = null;
  @state() private _hurts: WorkingSide | null = null;
  @state() private _minutes: Minutes | null = null;
  /** The person's own numbers; null: those of the proposal. */
  @state() private _own: Preset | null = null;
  @state() private _taken: 'no' | 'yes' | 'not-kept' | 'full' = 'no';

  protected override firstUpdated(): void {
    const { hipPlan } = this.services.settings.current;
    if (hipPlan === null) return;
    this._goal = hipPlan.goal;
    this._pain = answerOf(hipPlan.pain);
    this._hurts = hipPlan.hurts ?? null;
    this._minutes = `${hipPlan.minutes}`;
  }

  override render() {
    const words = passportWords().next;
    const goals = choicesOf(HIP_GOALS, words.goals);
    const pains = PAINS.map((value, index) => ({ value, label: words.pains[index] ?? value }));
    const hips = choicesOf(WORKING_SIDES, words.hips);
    const minutes = HIP_MINUTES.map((value) => ({ value: `${value}` as const, label: words.minutesOf(String(value)) }));
    // The questions cannot be answered on paper.
    const unanswered = this.#questions === null ? 'screen-only' : '';
    return html`<section class="panel stack ${unanswered}" aria-labelledby="next">
      <h2 id="next">${words.heading}</h2>
      <div class="questions screen-only">
        ${choiceField(commonWords().wish, 'goal', goals, this._goal, (goal) => this.#answered({ _goal: goal }))}
        ${choiceField(words.pain, 'pain', pains, this._pain, (pain) => this.#answered({ _pain: pain }))}
        ${
          this._pain === null || this._pain === '0'
            ? null
            : choiceField(commonWords().whichHip, 'hurts', hips, this._hurts, (hurts) =>
                this.#answered({ _hurts: hurts }),
              )
        }
        ${choiceField(words.minutes, 'minutes', minutes, this._minutes, (chosen) => this.#answered({ _minutes: chosen }))}
      </div>
      ${this.#answer()}
    </section>`;
  }

  #answered(answer: Partial<Answers>): void {
    Object.assign(this, answer, { _own: null, _taken: 'no' });
    if (this._pain === null) return;
    const told: ToldPain = { pain: Number(this._pain), hurts: this._hurts };
    fire(this, 'th-pain', told);
  }

  get #questions(): HipQuestions | null {
    const minutes = HIP_MINUTES.find((one) => `${one}` === this._minutes);
    if (this._goal === null || this._pain === null || minutes === undefined) return null;
    const pain = Number(this._pain);
    if (pain === 0) return { goal: this._goal, pain, minutes };
    if (this._hurts === null) return null;
    return { goal: this._goal, pain, hurts: this._hurts, minutes };
  }

  /** What screen readers hear after an answer is one sentence; the programme stands below it. */
  #answer() {
    const words = passportWords();
    const questions = this.#questions;
    if (questions === null) return html`<p class="muted" role="status">${words.next.ask}</p>`;
    const now = Date.now();
    const { current } = this.services.settings;
    const next = stepNow(this.services.drills, current, this.passport, this.sets, now);
    const input = proposalInput(this.services, this.sets, this.passport, questions, next.step, now);
    const proposed = propose(input);
    const proposal = proposed.kind === 'none' || this._own === null ? proposed : overruled(proposed, this._own, input);
    if (proposal.kind === 'none') return html`<p class="note bad" role="status">${words.next.none[proposal.why]}</p>`;
    const why = stepLine(next, current.hipPlan?.step ?? null, proposal.step);
    // Where training has changed nothing: a hard or pinching end is not trained against.
    const isAsked = next.why === 'ask-end-feel' || next.why === 'end-feel';
    return html`<p class="print-only">${this.#answers(questions)}</p>
      <h3>${commonWords().yourProgramme}</h3>
      ${why === null ? null : html`<p>${why}</p>`}
      ${isAsked ? html`<div class="questions screen-only">${SIDES.map((side) => endFeelField(this, side))}</div>` : null}
      ${this.#programme(proposal)} ${this.#editor(proposal)} ${this.#take(proposal, questions)}`;
  }

  #answers({ goal, pain, minutes }: HipQuestions): string {
    const words = passportWords().next;
    const hurts = words.pains[PAINS.indexOf(answerOf(pain))] ?? '';
    return words.answered(words.goals[goal], hurts, words.minutesOf(String(minutes)));
  }

  #programme(proposal: HipProposal) {
    const days = programmeTexts().list(proposal.week.days.map(dayName));
    return html`<p role="status">${passportWords().next.length(formatAbout(proposal.length), days)}</p>
      ${numbered(partLines(proposal, this.services.drills), 'sentences')}
      <dl>
        ${proposal.why.map(whyLine).map((line) => line && html`<dt>${line.name}</dt><dd>${line.why ?? html`<strong>${line.value}</strong>`}</dd>`)}
      </dl>`;
  }

  /** The numbers of the drill with push and pull. A gentle programme has none to change. */
  #editor({ presets }: HipProposal) {
    const words = passportWords().next;
    const [first] = presets;
    const drill = this.services.drills.find(({ id }) => id === first?.drill);
    if (first === undefined || drill === undefined) return null;
    return html`<details class="screen-only">
      <summary>${words.change}</summary>
      <div class="stack">
        <p class="small muted">${words.changeNote}</p>
        ${presetFields(drill, first.preset, this.services.presets, (own) => Object.assign(this, { _own: own, _taken: 'no' }))}
      </div>
    </details>`;
  }

  #take(proposal: HipProposal, questions: HipQuestions) {
    const words = passportWords().next;
    if (this._taken === 'full') return html`<p class="note bad" role="status">${words.none.full}</p>`;
    const { current } = this.services.settings;
    if (this._taken !== 'no' || isTaken(current, proposal, this.passport.test))
      return html`<p class="note good screen-only" role="status">${this._taken === 'not-kept' ? words.notKept : words.taken}</p>
        <p class="row screen-only">
          <a class="button primary" href=${routeHash({ screen: 'programme', id: HIP_PROGRAMME })}>${words.start}</a>
          <a class="button" href=${routeHash({ screen: 'edit', id: HIP_PROGRAMME })}>${words.edit}</a>
          <a class="button" href=${routeHash({ screen: 'week' })}>${words.week}</a>
        </p>`;
    const has = current.programmes.some(({ id }) => id === HIP_PROGRAMME);
    return html`<p class="row screen-only">
        <button class="primary" @click=${() => this.#accept(proposal, questions)}>${has ? words.replace : words.accept}</button>
      </p>
      <p class="small muted screen-only">${words.acceptNote}</p>`;
  }

  #accept(proposal: HipProposal, questions: HipQuestions): void {
    const { settings } = this.services;
    const { title, summary } = passportWords().next;
    const names = { title, summary, at: new Date().toISOString() };
    const change = accepted(settings.current, proposal, questions, this.passport.test, names);
    if (change === null) {
      this._taken = 'full';
      return;
    }
    settings.change(change).then(
      () => this.#took('yes'),
      () => this.#took('not-kept'),
    );
  }

  /** The button that was pressed is gone, so the way on gets the focus. */
  #took(taken: 'yes' | 'not-kept'): void {
    this._taken = taken;
    focusLater(this, 'a.primary');
  }
}
