import type { BodyMoment, RotationParts } from '../../training/review/body-replay.ts';
import { sdOfBound90 } from '../../instrument/geometry/units.ts';
import type { FlagRecord } from '../../coach/record/set-record.ts';
import { replayWords } from '../../i18n/en/replay.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import { formatDegrees, formatEstimate } from '../elements/format.ts';
import { ruleName } from '../shell/words.ts';

/** The hip's own rotation: "Own 24°". */
export const ownText = (turn: RotationParts | null): string =>
  turn ? replayWords().own(formatEstimate({ value: turn.own, sd: sdOfBound90(turn.band) })) : replayWords().noReading;

/** "From the pelvis at least 6°". Without a measured pelvis or a flag it only says that none was flagged. */
export const pelvisContributionText = (turn: RotationParts | null): string => {
  if (!turn) return '';
  if (turn.borrowed < 0.5) {
    if (!turn.pelvisSeen) return replayWords().pelvisUnseen;
    return turn.atLeast ? replayWords().nothingFlagged : replayWords().borrowed('0°');
  }
  const angle = formatDegrees(turn.borrowed);
  return turn.atLeast ? replayWords().atLeast(angle) : replayWords().borrowed(angle);
};

/** The name of a flag: "Pelvis twist, strong". */
export const flagName = ({ rule, severity }: Pick<FlagRecord, 'rule' | 'severity'>): string =>
  severity === 'red' ? summaryWords().tables.strong(ruleName(rule)) : ruleName(rule);

export const flagsText = ({ flags }: BodyMoment): string => flags.map(flagName).join('; ');

/**
 * One moment of the replay in a sentence, for the screen reader.
 * @param turns whether the set measures hip rotation (`showsTurn`)
 */
export const momentSentence = (time: string, phase: string, moment: BodyMoment, turns: boolean): string =>
  [
    `${time}${phase ? `, ${phase}` : ''}`,
    turns ? ownText(moment.rotation) : '',
    pelvisContributionText(moment.rotation),
    flagsText(moment),
  ]
    .filter((part) => part !== '')
    .join('. ');
