import { wordsOf } from '../speaking.ts';

/** The demonstration loops and the drawing of the laptop's place. */
export const loops = {
  names: { right: 'Right', cheat: 'The usual cheat' },
  /** After "Right:". */
  caption: (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`,
  which: 'Which loop is shown',
  play: 'Play',
  pause: 'Pause',
  theLoop: (name: string) => `the loop “${name}”`,
  start: 'Start position',
  above: 'From above (arc: good)',
  side: 'From the side',
  fromAbove: (where: string) => `Seen from above: ${where}`,
  fromSide: (lens: string, tilt: string) => `Seen from the side: ${lens} ${tilt}`,
};

export const loopWords = wordsOf('loops', loops);
