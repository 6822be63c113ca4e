import type { Words } from '../words.ts';
import { common } from './common.ts';

const START_AFRESH = 'Neu beginnen';

export const offline: Words['offline'] = {
  lead: 'Truehip öffnet sich ohne Internet, sobald du einmal hier warst. Zum Messen braucht es außerdem die Dateien der Körpererkennung, und die Übungen brauchen ihre bewegten Bilder. Was du benutzt, wird dabei gespeichert. Oder du lädst jetzt alles herunter. Es kommt von der Adresse dieser App und bleibt in diesem Browser.',
  impossible: [
    'Dieser Browser kann es hier nicht speichern. Dafür braucht es eine gebaute App (',
    ') unter https oder auf diesem Gerät selbst, nicht in einem privaten Fenster.',
  ],
  looking: 'Ich schaue nach, was da ist …',
  label: 'Auf diesem Gerät',
  ofTotal: (total, share) => `von ${total} auf diesem Gerät (${share} %).`,
  progress: 'Heruntergeladen für offline',
  stop: 'Anhalten',
  whole: 'Alles ist heruntergeladen',
  rest: (left) => `Den Rest herunterladen (${left})`,
  keep: (left) => `Für offline herunterladen (${left})`,
  fetching: 'Wird geladen …',
  removed: 'Entfernt. Deine Durchgänge sind noch da.',
  outcomes: {
    all: 'Fertig. Alles ist auf diesem Gerät.',
    some: 'Einige Dateien ließen sich nicht speichern. Sie stehen unten.',
    stopped: 'Angehalten. Was angekommen ist, ist gespeichert. Mach weiter, wann du magst.',
    broken: 'Die Verbindung ist abgebrochen. Was angekommen ist, ist gespeichert. Mach weiter, wenn sie wieder da ist.',
    full: 'Kein Platz mehr auf diesem Gerät. Was angekommen ist, ist gespeichert.',
  },
  faults: {
    heading: 'Was sich nicht speichern ließ',
    lead: 'Gespeichert werden nur die genauen Dateien einer Version. Was vorher gespeichert war, geht weiter.',
  },
  afresh: {
    heading: 'Wenn die App nicht geht',
    lead: 'Neu beginnen: Die gespeicherte App wird entfernt und neu geladen. Deine Durchgänge bleiben.',
    button: START_AFRESH,
    away: 'Der Server antwortet nicht. Es wurde nichts entfernt.',
    ask: {
      title: 'Neu beginnen?',
      text: 'Alles, was für offline gespeichert ist, wird entfernt. Deine Durchgänge bleiben.',
      yes: START_AFRESH,
      no: common.cancel,
    },
  },
};
