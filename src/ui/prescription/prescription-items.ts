import { html } from 'lit';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import type { PrescribedItem } from '../../coach/prescription/prescription.ts';
import { prescriptionWords } from '../../i18n/en/hip/prescription.ts';

/** The drills of a prescription in words. What the physiotherapist wrote stands in quotes of its own. */
export const prescriptionItems = (items: readonly PrescribedItem[], drills: readonly DrillDefinition[]) => {
  const { write, take } = prescriptionWords();
  return html`<dl class="items">
    ${items.map(({ drill: id, side, sets, days, limit, endRange, words }) => {
      const drill = drills.find((one) => one.id === id);
      return html`<div>
        <dt>${drill?.title ?? id}${drill?.variant ? `: ${drill.variant.name}` : ''}</dt>
        <dd>${write.sides[side]}: ${take.dose(sets, days)}.</dd>
        ${limit === null ? null : html`<dd><strong>${take.stopAt(limit)}</strong></dd>`}
        ${endRange ? null : html`<dd><strong>${take.easy}</strong></dd>`}
        ${words === '' ? null : html`<dd><q>${words}</q></dd>`}
        ${drill === undefined ? html`<dd class="note">${take.absent}</dd>` : null}
      </div>`;
    })}
  </dl>`;
};
