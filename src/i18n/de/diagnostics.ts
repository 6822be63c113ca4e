import type { Words } from '../words.ts';

const frames = (count: number): string => `${count} ${count === 1 ? 'Bild' : 'Bilder'}`;

export const diagnostics: Words['diagnostics'] = {
  engine: {
    title: 'Messung',
    chosen: 'Gewählt',
    notYet: 'noch nichts: mach einen Durchgang oder die Demo und komm dann wieder',
    model: 'Modell',
    backend: 'Backend',
    why: 'Warum dieses',
    threads: 'Threads',
    isolated: 'Isoliert',
  },
  speed: {
    title: 'Tempo',
    measured: 'Gemessen',
    nothing: 'noch nichts',
    perSecond: 'Bilder pro Sekunde',
    frames,
    leftOut: 'Übersprungen',
    dropped: (count) => `${frames(count)} (das neueste geht vor)`,
    restarts: 'Neustarts',
    stages: {
      pixels: 'Bildpunkte',
      model: 'Modell',
      surface: 'Beckenoberfläche',
      fit: 'Anpassung',
      total: 'Insgesamt',
    },
  },
  storage: {
    title: 'Speicher',
    asking: 'wird geprüft …',
    kept: 'Auf diesem Gerät gespeichert',
    gone: 'nein: weg, wenn der Tab geschlossen wird',
    safe: 'Vor dem Aufräumen geschützt',
    used: 'Belegt',
    room: 'Platz',
  },
  senses: {
    title: 'Ton und Bildschirm',
    voice: 'Stimme',
    notTried: 'noch nicht versucht',
    voices: {
      waiting: 'wartet auf die Stimmen des Browsers',
      ready: 'spricht',
      none: 'keine in diesem Browser: stattdessen Töne',
      broken: 'ist verstummt: stattdessen Töne',
    },
    beeps: 'Töne',
    beepStates: { suspended: 'angehalten', running: 'bereit', none: 'keine' },
    screen: 'Bildschirm bleibt an',
    wakeLocks: {
      off: 'jetzt nicht, nur während des Übens',
      on: 'ja',
      refused: 'vom Gerät abgelehnt, um Strom zu sparen',
      none: 'in diesem Browser nicht möglich',
    },
  },
  versions: {
    title: 'Versionen',
    engine: 'Messung',
    browser: 'Browser',
    threads: 'Threads des Prozessors',
    isolated: 'Von fremden Seiten isoliert',
  },
  trials: {
    title: 'Ausprobierte Backends',
    backend: 'Backend',
    passed: 'Bestanden',
    frame: 'Pro Bild',
    note: 'Anmerkung',
    tried: (backend) => `Ausprobiert: ${backend}`,
  },
  heading: 'Technische Angaben',
  copy: 'Als Text kopieren',
  copied: 'Kopiert.',
  notCopied: 'Der Browser hat das Kopieren nicht erlaubt.',
  yes: 'ja',
  no: 'nein',
  unknown: 'nicht bekannt',
};

export const licences: Words['licences'] = {
  heading: 'Lizenzen',
  lead: 'In Truehip steckt die Arbeit vieler Menschen. Hier steht, was die App mitbringt und was die Urheber dafür verlangen.',
  looking: 'Wird gelesen …',
  absent: 'Die Liste ließ sich nicht lesen. Sie gehört zur gebauten App. Versuch es mit einer Verbindung noch einmal.',
  again: 'Noch einmal versuchen',
  by: (makers) => `von ${makers}`,
};
