import type { Words } from '../words.ts';

export const countdown: Words['countdown'] = {
  label: 'Zeit bis zum nächsten Teil',
  hold: 'Anhalten',
  space: 'Leertaste',
  held: 'Angehalten. Mit „Anhalten“ oder der Leertaste geht es weiter.',
  running: 'Dann öffnet sich der nächste Teil von selbst.',
  length: (minutes, seconds) =>
    [
      ...(minutes > 0 ? [minutes === 1 ? 'einer Minute' : `${minutes} Minuten`] : []),
      ...(minutes === 0 || seconds > 0 ? [seconds === 1 ? 'einer Sekunde' : `${seconds} Sekunden`] : []),
    ].join(' '),
  next: (title, length) => `Als Nächstes: ${title}, in ${length}.`,
  laptop: 'Der Laptop kommt an einen anderen Platz.',
  thirty: 'Dreißig Sekunden.',
  ten: (title) => `Zehn Sekunden. Dann ${title}.`,
};
