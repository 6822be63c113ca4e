import { css, html } from 'lit';
import type { Symptom, SymptomLock } from '../../coach/planning/symptom-lock.ts';
import { drillWords } from '../../i18n/en/drill.ts';
import { dayText } from '../elements/format.ts';
import { symptomName } from '../shell/words.ts';

/** Says that a drill is on hold and why; it is read out as soon as it appears. Without `confirm` it says where to go on. */
export const lockNote = ({ symptom, first, second }: SymptomLock, confirm?: () => void) => html`<div
  class="note bad"
  role="alert"
>
  <strong>${drillWords().lock.title}</strong>
  <span>${drillWords().lock.text(symptomName(symptom), dayText(first), dayText(second))}</span>
  ${
    confirm
      ? html`<label class="check">
          <input type="checkbox" @change=${confirm} />
          <span>${drillWords().lock.confirm}</span>
        </label>`
      : null
  }
</div>`;

/** Before the next set of a drill that a symptom has ended. */
export const symptomNote = (symptom: Symptom) => html`<div class="note" role="note">
  <strong>${drillWords().lock.lessTitle}</strong>
  <span>${drillWords().lock.less(symptomName(symptom))}</span>
</div>`;

export const lockStyles = css`
  .check {
    display: flex;
    gap: var(--s3);
    align-items: start;
    margin-block-start: var(--s2);
  }
  .check input {
    inline-size: 24px;
    block-size: 24px;
    accent-color: var(--accent);
    flex: none;
  }
`;
