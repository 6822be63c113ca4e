import type { ReferencePoseRecord, RecordReferencePose, SetRecord } from '../../coach/record/set-record.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import { figure } from '../../i18n/speaking.ts';
import { sideName } from '../shell/words.ts';

const placeText = ({ view, lensHeight, distance, lookingDown }: RecordReferencePose): string =>
  summaryWords().origin.place(view, figure(lensHeight, 1), figure(distance, 1), Math.round(lookingDown));

/** Where the camera stood, for every start that was held: each side, and again where the laptop was moved in between. */
export function originText({
  neutral: referencePose,
  neutrals: referencePoses,
}: Pick<SetRecord, 'neutral' | 'neutrals'>): string {
  if (referencePose === null) return summaryWords().origin.none;
  return referencePoses.length < 2
    ? summaryWords().origin.alone(placeText(referencePose))
    : referencePoses.map(sidePlace).join(' ');
}

const sidePlace = (place: ReferencePoseRecord, i: number, all: readonly ReferencePoseRecord[]): string => {
  const again = all.slice(0, i).some(({ side }) => side === place.side);
  const side = sideName(place.side);
  return `${again ? summaryWords().origin.again(side) : side}: ${placeText(place)}`;
};
