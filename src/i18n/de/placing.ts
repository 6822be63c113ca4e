import type { Words } from '../words.ts';
import { leg } from './coach.ts';
import { lowerFirst } from '../phrasing.ts';

export const placing: Words['placing'] = {
  states: { ok: 'Gut', fair: 'Geht', bad: 'Bitte ändern', unknown: 'Wird geprüft' },
  inWords: 'Wohin damit',
  table: {
    label: 'Auf einem Tisch',
    works: (from, to, tilt) =>
      `Kamera auf Tischhöhe: Stell sie ${from === to ? from : `${from} bis ${to}`} m entfernt auf, Bildschirm ${tilt >= 10 ? `um ${tilt}° nach vorn geklappt` : 'aufrecht'}.`,
    fair: 'Von dort sind die Zahlen ungenauer.',
    tooLow: 'Ein Tisch ist für diese Übung zu niedrig: Nimm etwas auf Brusthöhe.',
    tooHigh: 'Ein Tisch ist für diese Übung zu hoch: Nimm einen Stuhl oder einen niedrigen Tisch.',
  },
  leg: (side) => lowerFirst(leg[side]),
  loading: {
    backend: 'Gleich geht es los',
    weights: 'Körpererkennung wird geladen',
    'warm-up': 'Wird aufgewärmt',
    choosing: 'Die passende Körpererkennung wird gewählt',
    ready: 'Bild wird geöffnet',
  },
  sources: {
    camera: 'Erlaube die Kamera.',
    demo: 'Die Demo läuft ohne Kamera.',
    none: 'Es wird nichts geöffnet.',
  },
  stalled: 'Das Laden ist stehen geblieben. Neuer Versuch.',
  loaded: (part, whole) => `${part} von ${whole}`,
};
