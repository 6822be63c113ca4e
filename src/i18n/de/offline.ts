import type { Words } from '../words.ts';

export const offline: Words['offline'] = {
  heading: 'Ohne Netz benutzen',
  lead: 'Truehip öffnet sich ohne Netz, sobald du einmal hier warst. Zum Messen braucht es außerdem das Modell, und die Übungen brauchen ihre bewegten Bilder: was du benutzt, wird dabei behalten, oder du holst jetzt alles. Es kommt von der Adresse dieser App und bleibt in diesem Browser.',
  impossible: [
    'Dieser Browser kann es hier nicht behalten: dafür braucht es eine gebaute App (',
    ') unter https oder auf diesem Gerät selbst, außerhalb eines privaten Fensters.',
  ],
  looking: 'Schaue nach, was da ist …',
  label: 'Auf diesem Gerät',
  ofTotal: (total, share) => `von ${total} auf diesem Gerät (${share} %).`,
  progress: 'Behalten für die Nutzung ohne Netz',
  stop: 'Vorerst anhalten',
  whole: 'Alles ist behalten',
  rest: (left) => `Auch den Rest behalten (${left})`,
  keep: (left) => `Für die Nutzung ohne Netz behalten (${left})`,
  remove: 'Entfernen',
  fetching: 'Wird geholt …',
  removed: 'Entfernt. Deine Sätze sind noch da.',
  outcomes: {
    all: 'Alles ist jetzt auf diesem Gerät.',
    stopped: 'Angehalten. Was angekommen ist, bleibt; mach weiter, wann du magst.',
    broken: 'Das Netz ist abgebrochen. Was angekommen ist, bleibt; mach weiter, wenn es wieder da ist.',
    full: 'Auf diesem Gerät ist kein Platz mehr dafür. Was angekommen ist, bleibt.',
  },
};
