import type { NeutralRecord, RecordNeutral, SetRecord } from '../coach/set-record.ts';
import { sideName } from './words.ts';

const placeText = ({ view, lensHeight, distance, lookingDown }: RecordNeutral): string =>
  `view ${view}, lens about ${lensHeight.toFixed(1)} m high and ${distance.toFixed(1)} m away, looking ${Math.round(lookingDown)}° down.`;

const upperFirst = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Where the camera stood, for every start that was held: each side, and again where the laptop was moved in between. */
export function originText({ neutral, neutrals }: Pick<SetRecord, 'neutral' | 'neutrals'>): string {
  if (neutral === null) return 'No neutral was held.';
  return neutrals.length < 2 ? upperFirst(placeText(neutral)) : neutrals.map(sidePlace).join(' ');
}

const sidePlace = (place: NeutralRecord, i: number, all: readonly NeutralRecord[]): string => {
  const again = all.slice(0, i).some(({ side }) => side === place.side) ? ' again' : '';
  return `${sideName(place.side)}${again}: ${placeText(place)}`;
};
