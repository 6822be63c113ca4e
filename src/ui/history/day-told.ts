import { css, html } from 'lit';
import { fitting } from '../styles/tokens.ts';
import type { CivilDay } from '../../training/planning/civil-day.ts';
import { absence, absenceIn, hiddenRules } from '../../coach/record/watched.ts';
import { bestOfSides, type HipBest, sidePair } from '../../training/review/compare-sets.ts';
import { historyWords } from '../../i18n/en/history.ts';
import { trendWords } from '../../i18n/en/trends.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { differenceWords } from '../charts/trend-text.ts';
import { formatDay, formatDegrees, formatEstimate } from '../elements/format.ts';
import { findProgramme } from '../programmes/programme-plan.ts';
import type { Services } from '../shell/services.ts';
import { drillTitle } from '../shell/words.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** Smallest full length of the bars, in degrees. */
const MIN_SCALE = 45;

export const dayStyles = css`
  ${fitting('.hips', '16rem', 'var(--s4) var(--s5)')}
  .hips dt {
    color: var(--muted);
  }
  .hips .track {
    block-size: 16px;
    margin-block-start: var(--s1);
    border-radius: var(--radius-s);
  }
`;

/** What a day comes to, left beside right. @param sets of that day */
export const dayTold = (services: Services, day: CivilDay, sets: readonly SetOverview[]) => html`<section
  class="stack"
  aria-labelledby="day"
>
  <h2 id="day" tabindex="-1">${formatDay(day, { dateStyle: 'long' })}</h2>
  ${totals(services, sets)} ${sidesByDrill(services, sets)}
</section>`;

function totals(services: Services, sets: readonly SetOverview[]) {
  const drills = new Set(sets.map(({ drill }) => drill)).size;
  const flags = sets.reduce((sum, set) => sum + set.flags, 0);
  const programmes = programmesOf(services, sets);
  const words = historyWords().day;
  const drillOf = (set: SetOverview) => services.drills.find(({ id }) => id === set.drill) ?? null;
  const measured = sets.filter(({ source }) => source !== 'none');
  const untold = sets.length - measured.length;
  const absent = measured.map((set) => absence(set.watched, hiddenRules(set.muted ?? [], drillOf(set))));
  return html`<p>
    ${words.did(sets.length, drills)} ${measured.length === 0 ? null : flags > 0 ? words.flags(flags) : words.noFlags[absenceIn(absent)]}
    ${untold === 0 ? null : words.withoutCamera(untold)}
    ${programmes.length > 0 ? words.partOf(programmes.join(', ')) : null}
  </p>`;
}

function programmesOf(services: Services, sets: readonly SetOverview[]): readonly string[] {
  const ids = new Set(sets.map(({ id }) => id));
  return Object.entries(services.settings.current.programmeRuns).flatMap(([id, run]) =>
    run.sets.some(({ set }) => ids.has(set)) ? [findProgramme(services, id)?.title ?? id] : [],
  );
}

function sidesByDrill({ drills }: Services, sets: readonly SetOverview[]) {
  const measured = [...new Set(sets.filter(({ hips }) => hips && hips.length > 0).map(({ drill }) => drill))];
  return measured.map((id) => {
    const { left, right } = bestOfSides(sets.filter(({ drill }) => drill === id).flatMap((set) => set.hips ?? []));
    const scale = Math.max(MIN_SCALE, ...[left, right].map((hip) => hip?.range.value ?? 0));
    return html`<section class="panel stack" aria-labelledby="day-${id}">
      <h3 id="day-${id}">${drillTitle(drills, id)}</h3>
      <dl class="hips">${[left, right].map((hip) => (hip ? hipBar(hip, scale) : null))}</dl>
      <p>${sidesSentence(left, right)}</p>
    </section>`;
  });
}

function hipBar({ side, range, watched }: HipBest, scale: number) {
  const width = Math.max(0, (100 * range.value) / scale);
  return html`<div>
    <dt>${trendWords().hip(side)}</dt>
    <dd class="num">
      <strong>${formatEstimate(range)}</strong> <span class="small muted">${watched ? commonWords().aloneInList : commonWords().pelvisUnseen}</span>
      <span class="track" aria-hidden="true"><span class=${watched ? 'clean' : 'turned'} .style="inline-size: ${width}%"></span></span>
    </dd>
  </div>`;
}

/** Compares left and right without a verdict. */
function sidesSentence(left: HipBest | null, right: HipBest | null): string {
  const words = trendWords().sides;
  if (!left || !right) return words.only(left ? 'left' : 'right');
  const { change, differences } = sidePair(left, right);
  if (!change) return words.unlike(differenceWords(differences));
  if (change.kind === 'about-the-same') return words.same;
  return words.further(change.kind === 'more' ? 'right' : 'left', formatDegrees(Math.abs(change.by)));
}
