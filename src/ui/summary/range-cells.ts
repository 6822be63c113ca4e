import { html } from 'lit';
import type { Degrees } from '../../instrument/geometry/units.ts';
import { hasUnknownFlags } from '../../coach/record/watched.ts';
import { historyWords } from '../../i18n/en/history.ts';
import { trendWords } from '../../i18n/en/trends.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { overviewWords } from './range-words.ts';
import { angleText } from '../elements/format.ts';

/** An angle with its error, the angle in bold: "**26°** ± 4°", "**about 20°**, give or take 10". */
export const strongAngle = (value: Degrees | null, sd: Degrees | null, bold = true) => {
  const told = angleText(value, sd);
  return bold ? html`<strong>${told.value}</strong>${told.band}` : html`${told.value}${told.band}`;
};

/** @param isBest beyond every earlier comparable set */
export const bestCell = (set: SetOverview, isBest = false) =>
  set.clean === null
    ? html`–${set.doubtful ? html` <span class="small muted">${historyWords().doubtful}</span>` : null}`
    : html`${strongAngle(set.clean, set.sd)} <span class="small muted">${overviewWords(set)}</span>${isBest ? html` <span class="chip">${trendWords().newBest}</span>` : null}`;

export const flagCount = (set: SetOverview) => (hasUnknownFlags(set) ? '–' : set.flags);

export const noted = (note: string | undefined) => (note ? html`<span class="said small muted">${note}</span>` : null);
