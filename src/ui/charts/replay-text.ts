import type { BodyMoment, TurnParts } from '../../coach/review/body-replay.ts';
import type { FlagRecord } from '../../coach/record/set-record.ts';
import { replayWords } from '../../i18n/en/replay.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import { formatDegrees } from '../elements/format.ts';
import { ruleName } from '../shell/words.ts';

/** "Own 24°" */
export const ownText = (turn: TurnParts | null): string =>
  turn ? replayWords().own(formatDegrees(turn.own), Math.max(1, Math.round(turn.band))) : replayWords().noReading;

/** "Borrowed at least 6°"; where nothing was measured and nothing flagged, nothing is claimed. */
export const pelvisContributionText = (turn: TurnParts | null): string => {
  if (!turn) return '';
  if (turn.borrowed < 0.5) return turn.atLeast ? replayWords().nothingFlagged : replayWords().borrowed('0°');
  const angle = formatDegrees(turn.borrowed);
  return turn.atLeast ? replayWords().atLeast(angle) : replayWords().borrowed(angle);
};

/** "Pelvis twist, strong" */
export const flagName = ({ rule, severity }: Pick<FlagRecord, 'rule' | 'severity'>): string =>
  severity === 'red' ? summaryWords().tables.strong(ruleName(rule)) : ruleName(rule);

export const flagsText = ({ flags }: BodyMoment): string => flags.map(flagName).join('; ');

/**
 * All of a moment in a sentence, for the slider.
 * @param turns the set has a turn to tell of (`showsTurn`)
 */
export const momentSentence = (time: string, phase: string, moment: BodyMoment, turns: boolean): string =>
  [
    `${time}${phase ? `, ${phase}` : ''}`,
    turns ? ownText(moment.turn) : '',
    pelvisContributionText(moment.turn),
    flagsText(moment),
  ]
    .filter((part) => part !== '')
    .join('. ');
