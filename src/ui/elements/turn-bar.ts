import type { Degrees } from '../../instrument/geometry/units.ts';
import { rangeTexts } from '../../i18n/en/ranges.ts';
import { formatDegrees } from './format.ts';

/** The live bar in percent of its width. */
export interface TurnBar {
  /** The hip's own turn. */
  readonly own: number;
  /** What the pelvis adds, from there on. */
  readonly pelvisContribution: number;
  /** Where the best clean range so far stands; null: there is none yet. */
  readonly best: number | null;
}

/** Degrees that the full width stands for; more than that is a full bar. */
const SCALE: Degrees = 50;
/** Less than this the pelvis is not said to lend: it is never quite still. */
const MIN_CONTRIBUTION: Degrees = 2;

/**
 * The hip's own turn and what the pelvis lends, end to end. A turn the other way than the drill's fills nothing.
 * @param pelvisContribution null: nobody measures it
 */
export function turnBar(own: Degrees, pelvisContribution: Degrees | null, best: Degrees | null): TurnBar {
  const share = (degrees: Degrees): number => (100 * Math.min(SCALE, Math.max(0, degrees))) / SCALE;
  const end = share(own);
  const added = isPelvisContributing(pelvisContribution) ? share(Math.max(0, own) + pelvisContribution) - end : 0;
  return { own: end, pelvisContribution: added, best: best === null || best <= 0 ? null : share(best) };
}

const isPelvisContributing = (pelvisContribution: Degrees | null | undefined): pelvisContribution is Degrees =>
  pelvisContribution !== null && pelvisContribution !== undefined && pelvisContribution >= MIN_CONTRIBUTION;

/** The same for those who hear the number: "; Borrowed 6°", or nothing. */
export const pelvisContributionWords = (pelvisContribution: Degrees | null | undefined): string =>
  isPelvisContributing(pelvisContribution) ? `; ${rangeTexts().borrowed(formatDegrees(pelvisContribution))}` : '';
