import type { Words } from '../words.ts';

export const loops: Words['loops'] = {
  names: { right: 'Richtig', cheat: 'Der übliche Fehler' },
  caption: (text) => text,
  which: 'Welche Schleife gezeigt wird',
  play: 'Abspielen',
  pause: 'Anhalten',
  theLoop: (name) => `der Schleife „${name}“`,
  start: 'Startposition',
  above: 'Von oben (Bogen: gut)',
  side: 'Von der Seite',
  fromAbove: (where) => `Von oben gesehen: ${where}`,
  fromSide: (lens, tilt) => `Von der Seite gesehen: ${lens}. ${tilt}`,
};
