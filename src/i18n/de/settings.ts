import type { Words } from '../words.ts';

const sound: Words['settings']['sound'] = {
  heading: 'Ton',
  on: 'Ton an',
  voice: 'Eine Stimme sagt Phasen und Hinweise an',
  volume: 'Lautstärke',
  speed: 'Sprechtempo',
  try: 'Ausprobieren',
  which: 'Welche Stimme',
  best: 'Die beste auf diesem Gerät',
  network: (name) => `${name} (braucht das Netz)`,
  silent: 'Die Lautstärke steht auf 0: es ist nichts zu hören.',
  said: (text) => `„${text}“`,
};

const data: Words['settings']['data'] = {
  heading: 'Deine Daten',
  lead: 'Sätze, Notizen und Einstellungen in einer Datei, die ein anderes Gerät übernehmen kann.',
  deleteAll: 'Alle Sätze löschen',
  reset: 'Alle Einstellungen zurücksetzen',
  elsewhere: [
    'Ein einzelner Satz wird hier gelöscht:',
    'Frühere Sätze',
    'Was für die Nutzung ohne Netz behalten wird:',
    'Ohne Netz benutzen',
  ],
  askDelete: {
    title: 'Alle Sätze löschen?',
    text: 'Alle früheren Sätze mit ihren Notizen und alle Prüfungen mit eigenem Messgerät werden von diesem Gerät entfernt und lassen sich nicht zurückholen. Exportiere sie zuerst, wenn du sie später vielleicht brauchst.',
    yes: 'Alles löschen',
    no: 'Behalten',
  },
  askReset: {
    title: 'Alle Einstellungen zurücksetzen?',
    text: 'Alles auf dieser Seite, deine Zahlen der Übungen, deine eigenen Programme und deine Woche werden wieder, wie sie am Anfang waren. Deine Sätze bleiben.',
    yes: 'Zurücksetzen',
    no: 'Behalten',
  },
  deleted: 'Alle Sätze sind gelöscht.',
  notDeleted: 'Die Sätze ließen sich nicht löschen. Lade die Seite neu und versuch es noch einmal.',
  isReset: 'Alle Einstellungen sind wieder wie am Anfang.',
};

export const settings: Words['settings'] = {
  heading: 'Einstellungen',
  lead: 'Sie bleiben auf diesem Gerät und gehen mit einem Export hinaus.',
  key: ['Mit', 'kommst du von überall hierher.'],
  sound,
  watching: {
    heading: 'Wie früh ich mich melde',
    ask: 'Wenn das Becken mithilft',
    control: 'Vor dem ersten Satz an einem Ort nach einer Beckenbewegung fragen',
    controlNote:
      'Zehn Sekunden, die zeigen, ob ich dein Becken überhaupt sehe. Überspringen mit N. Ohne sie weiß ich es nicht.',
    strictness: {
      gentle: {
        label: 'Sanft',
        text: 'Meldet sich ein Drittel später. Was stark ist, wird trotzdem gemeldet. Gut, solange du eine Übung lernst.',
      },
      standard: { label: 'Normal', text: 'So, wie die Übungen es verlangen.' },
      strict: {
        label: 'Streng',
        text: 'Meldet sich ein Fünftel früher, aber nie bei weniger, als dein eigenes Stillhalten von hier aus zeigt.',
      },
    },
    note: 'Es gilt ab dem nächsten Satz. Jeder Satz behält, womit er gemacht wurde; Sätze verschiedener Art werden nicht verglichen.',
  },
  you: {
    heading: 'Du',
    units: 'Einheit für Höhen und Abheben',
    unit: { cm: 'Zentimeter', in: 'Zoll' },
    parts: ['Wie lange jeder Teil einer Übung dauert, steht auf der Seite der Übung selbst:', 'Übung wählen'],
  },
  camera: {
    heading: 'Kamera',
    shown: 'Was du im Satz von dir siehst',
    see: { camera: 'Kamera und Körper', body: 'Nur den Körper', nothing: 'Nichts' },
    errorFigures: 'Neben der Zahl im Durchgang ihren Fehler zeigen, etwa ±3°',
    which: 'Welche Kamera',
    browsersChoice: 'Auswahl des Browsers',
    several: 'Sobald die Kamera erlaubt ist, kannst du hier zwischen mehreren wählen.',
    model: 'Modell, das deinen Körper findet',
    models: { auto: 'Automatisch', lite: 'Lite', full: 'Full', heavy: 'Heavy' },
    modelNote:
      'Automatisch: das beste, das hier schnell genug ist. Heavy sieht am besten und ist langsam. Was gerade läuft:',
    diagnostics: 'Diagnose',
  },
  keys: {
    heading: 'Tasten',
    single: 'Buchstaben und Ziffern wirken als Tasten',
    note: 'Aus: nur Leertaste, Escape und die Pfeiltasten wirken, damit Diktieren oder ein Versehen nichts auslöst.',
  },
  data,
};
