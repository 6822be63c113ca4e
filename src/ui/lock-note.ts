import { css, html } from 'lit';
import type { Symptom, SymptomLock } from '../coach/symptom-lock.ts';
import { dayText } from './format.ts';
import { symptomName } from './words.ts';

/** Says that a drill is on hold and why; it is read out as soon as it appears. Without `confirm` it says where to go on. */
export const lockNote = ({ symptom, first, second }: SymptomLock, confirm?: () => void) => html`<div
  class="note bad"
  role="alert"
>
  <strong>This drill is on hold</strong>
  <span
    >You stopped it for ${symptomName(symptom)} twice within seven days: ${dayText(first)} and ${dayText(second)}. Have that
    checked by a physiotherapist or a doctor before you go on. The other drills are not touched by this.</span
  >
  ${
    confirm
      ? html`<label class="check">
          <input type="checkbox" @change=${confirm} />
          <span>I have had it checked and may go on.</span>
        </label>`
      : null
  }
</div>`;

/** Before the next set of a drill that a symptom has ended. */
export const symptomNote = (symptom: Symptom) => html`<div class="note" role="note">
  <strong>Less depth today</strong>
  <span
    >Last time you stopped this drill for ${symptomName(symptom)}. Go less deep than then, with less effort, and stay well
    short of it.</span
  >
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
