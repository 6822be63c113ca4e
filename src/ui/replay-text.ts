import type { BodyMoment, TurnParts } from '../coach/history/body-replay.ts';
import { formatDegrees } from './format.ts';
import { ruleName } from './words.ts';

/** "Own 24°" */
export const ownText = (turn: TurnParts | null): string =>
  turn ? `Own ${formatDegrees(turn.own)} ± ${Math.max(1, Math.round(turn.band))}°` : 'No reading';

/** "Borrowed at least 6°"; where nothing was measured and nothing flagged, nothing is claimed. */
export const lentText = (turn: TurnParts | null): string => {
  if (!turn) return '';
  if (turn.borrowed < 0.5) return turn.atLeast ? 'Nothing flagged' : 'Borrowed 0°';
  return `Borrowed ${turn.atLeast ? 'at least ' : ''}${formatDegrees(turn.borrowed)}`;
};

export const flagsText = ({ flags }: BodyMoment): string =>
  flags.map(({ rule, severity }) => `${ruleName(rule)}${severity === 'red' ? ', strong' : ''}`).join('; ');

/** All of a moment in a sentence, for the slider. */
export const momentSentence = (time: string, phase: string, moment: BodyMoment): string =>
  [`${time}${phase ? `, ${phase}` : ''}`, ownText(moment.turn), lentText(moment.turn), flagsText(moment)]
    .filter((part) => part !== '')
    .join('. ');
