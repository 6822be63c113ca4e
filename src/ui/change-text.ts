import type { HipChange, RoundSpread } from '../coach/compare-sets.ts';
import type { Change } from '../coach/real-change.ts';
import { formatDate, formatDegrees } from './format.ts';

/** Whole degrees that a change must reach, never fewer than it must. */
const lineText = ({ line }: Change): string => `${Math.ceil(line)}°`;

const amountText = ({ kind, by }: Change): string =>
  kind === 'about-the-same' ? 'about the same' : `${formatDegrees(Math.abs(by))} ${kind}`;

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Says of whom it speaks where there are two hips. */
const ofHip = (side: string, text: string, named: boolean): string =>
  named ? `${upperFirst(side)} hip: ${text}` : upperFirst(text);

/** Each hip against its set before: "About the same as on 3 Nov 2026, 18:40 (26° then): less than 6° is not to be told from error." */
export const changeLines = (changes: readonly HipChange[], locale?: string): readonly string[] =>
  changes.map(({ side, before, since, change }) => {
    const then = `on ${formatDate(since, locale)} (${formatDegrees(before)} then)`;
    const text =
      change.kind === 'about-the-same'
        ? `about the same as ${then}: a change under ${lineText(change)} cannot be told from error.`
        : `${amountText(change)} than ${then}, beyond the error of ${lineText(change)}.`;
    return ofHip(side, text, changes.length > 1);
  });

/** The rounds of each hip among each other. */
export const roundLines = (spreads: readonly RoundSpread[]): readonly string[] =>
  spreads.map(({ side, rounds, least, most, change }) => {
    const text =
      change.kind === 'about-the-same'
        ? `${rounds === 2 ? 'both' : `all ${rounds}`} rounds were about the same.`
        : `round ${most} went ${formatDegrees(change.by)} further than round ${least}.`;
    return ofHip(side, text, spreads.length > 1);
  });

/** For the list of past sets: "about the same", "8° more", "left about the same, right 8° more". */
export const changeWords = (changes: readonly HipChange[]): string =>
  changes
    .map(({ side, change }) => `${changes.length > 1 ? `${side} ` : ''}${amountText(change)}`)
    .join(', ');
