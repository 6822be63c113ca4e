import type { Words } from '../words.ts';
import { common } from './common.ts';

export const settings: Words['settings'] = {
  heading: common.settings,
  sound: {
    on: 'Ton an',
    voice: 'Gesprochene Anleitung (aus: nur Töne)',
    reader: 'Mit Screenreader: Ist sie aus, sagt er Phasen und Hinweise an, nicht meine Stimme.',
    volume: 'Lautstärke',
    speed: 'Sprechtempo',
    best: 'Die beste auf diesem Gerät',
    remote: 'Auch Stimmen aus dem Internet benutzen',
    remoteNote:
      'So eine Stimme spricht auf den Rechnern ihres Herstellers. Alles, was ich sage, geht dann als Text samt Zahlen übers Internet dorthin. Kein Bild. Aus: nur Stimmen dieses Geräts.',
    network: (name) => `${name} (braucht Internet)`,
  },
  watching: {
    heading: 'Wie streng ich bin',
    ask: 'Wie früh ich dich korrigiere',
    strictness: {
      gentle: {
        label: 'Sanft',
        text: 'Du hast etwa ein Drittel mehr Spielraum, bevor ich etwas sage. Große Fehler melde ich trotzdem. Gut, solange du eine Übung lernst.',
      },
      standard: { label: 'Normal', text: 'Die Grenzen, die jede Übung empfiehlt.' },
      strict: {
        label: 'Streng',
        text: 'Ich melde mich etwa ein Fünftel früher, aber nie bei den kleinen Bewegungen, die jeder beim Stillhalten macht.',
      },
    },
    note: 'Gilt ab deinem nächsten Durchgang. Durchgänge mit anderer Strenge werden nicht miteinander verglichen.',
  },
  you: {
    heading: 'Du',
    units: 'Einheit für Größe und Abstand',
    unit: { cm: 'Zentimeter', in: 'Zoll' },
    parts: ['Zeiten und Runden stellst du auf der Seite der Übung ein:', 'Übung wählen'],
  },
  camera: {
    heading: 'Kamera',
    shown: 'Was der Bildschirm beim Üben von dir zeigt',
    see: { camera: 'Kamera und Körperlinien', body: 'Nur Körperlinien', nothing: 'Nichts' },
    errorFigures: 'Neben der Zahl im Durchgang ihren Fehler zeigen, etwa ±3°',
    browsersChoice: 'Vorgabe des Browsers',
    model: 'Körpererkennung',
    models: { auto: 'Automatisch', lite: 'Schnell', full: 'Mittel', heavy: 'Genau' },
    modelNote:
      'Automatisch nimmt die beste, die hier schnell genug ist. Genau sieht dich am besten, braucht aber einen schnellen Computer. Was gerade läuft:',
  },
  keys: {
    heading: 'Tastenkürzel',
    single: 'Buchstaben und Ziffern als Tastenkürzel',
    note: 'Schalte das aus, wenn du diktierst oder oft aus Versehen tippst. Leertaste, Escape und Pfeiltasten gehen weiter.',
  },
  colours: { label: 'Farben', names: { auto: 'Wie das Gerät', light: 'Hell', dark: 'Dunkel' } },
  install: {
    button: 'Truehip installieren',
    share: 'So wird Truehip zur App: Tippe im Browser auf „Teilen“, dann auf „Zum Home-Bildschirm“.',
    dock: 'So wird Truehip zur App: Öffne in Safari das Menü „Ablage“, dann „Zum Dock hinzufügen“.',
    done: 'Truehip wird installiert.',
  },
  data: {
    all: 'Ansehen, exportieren, importieren und löschen, was gespeichert ist',
  },
  licences: 'Lizenzen dessen, woraus Truehip gebaut ist (Textdatei, englisch)',
};

export const people: Words['people'] = {
  heading: 'Wer trainiert hier?',
  lead: 'Jede Person hat eigene Durchgänge, einen eigenen Plan, eigene Ziele und Einstellungen. Das ist kein Passwortschutz: Wer diesen Computer benutzt, kann die Person wechseln.',
  switch: 'Wer trainiert?',
  edit: 'Personen bearbeiten',
  here: 'trainiert gerade',
  use: (name) => `Zu ${name} wechseln`,
  yourName: 'Dein Name oder deine Initialen',
  theirName: 'Name oder Initialen der anderen Person',
  name: 'Name oder Initialen',
  add: 'Person hinzufügen',
  save: 'Speichern',
  rename: 'Umbenennen',
  remove: (name) => `${name} löschen`,
  renameOf: (name) => `${name} umbenennen`,
  removeOf: (name) => `${name} mit allen Daten löschen`,
  unnamed: (place) => `Person ${place}`,
  added: (name) => `${name} ist dabei.`,
  renamed: (name) => `Der Name ist jetzt ${name}.`,
  removed: (name) => `${name} ist gelöscht, mit allen Durchgängen, Zielen, Bildern und Einstellungen.`,
  askRemove: {
    title: (name) => `${name} löschen?`,
    text: 'Alle Durchgänge, Prüfungen, Ziele, Bilder und Einstellungen dieser Person werden aus diesem Browser gelöscht. Das lässt sich nicht rückgängig machen. Wenn du die Durchgänge behalten willst, wechsle erst zu dieser Person und exportiere sie.',
    yes: 'Endgültig löschen',
    no: 'Behalten',
  },
  faults: {
    name: 'Schreib einen Namen oder Initialen, höchstens 30 Zeichen.',
    taken: 'Diesen Namen hat hier schon jemand.',
    many: 'Mehr als zwölf Personen gehen nicht.',
    'not-kept':
      'Dieser Browser speichert nichts, darum ist hier nur eine Person möglich. Erlaube ihm, Daten zu speichern, und lade die Seite neu.',
    open: 'Diese Person ist in einem anderen Tab offen. Schließ ihn zuerst.',
    failed: 'Das Löschen hat nicht geklappt. Schließ andere Tabs und versuch es noch einmal.',
  },
  ask: {
    title: 'Wessen Durchgang ist das?',
    text: 'Heute hat hier schon jemand anderes trainiert. Wer trainiert jetzt?',
    back: common.back,
  },
  others: 'Hier trainiert noch jemand',
  goesTo: (name) =>
    `Die exportierte Datei enthält nur Gesundheitsdaten von ${name}. Was du importierst, bekommt ${name}.`,
  noSets: 'Noch keine Durchgänge',
  sets: (count, last) =>
    `${count} ${count === 1 ? 'Durchgang' : 'Durchgänge'}${last === null ? '' : `, zuletzt am ${last}`}`,
};
