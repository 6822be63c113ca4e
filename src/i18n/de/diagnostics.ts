import type { Words } from '../words.ts';
import { common } from './common.ts';

export const diagnostics: Words['diagnostics'] = {
  copy: 'Als Text kopieren',
  copied: 'Kopiert.',
  notCopied: 'Der Browser hat das Kopieren nicht erlaubt.',
  names: {
    browser: 'Browser',
    model: 'Messung',
    backend: 'Backend',
    perSecond: 'Bilder pro Sekunde',
    kept: 'Auf diesem Gerät gespeichert',
    screen: 'Bildschirm bleibt an',
  },
  notYet: 'noch nichts: Mach einen Durchgang oder die Demo und komm dann wieder',
  tried: (backend) => `Ausprobiert: ${backend}`,
  asking: 'wird geprüft …',
  gone: 'nein: weg, wenn der Tab geschlossen wird',
  notTried: 'noch nicht versucht',
  voices: {
    waiting: 'wartet auf die Stimmen des Browsers',
    ready: 'spricht',
    none: 'keine in diesem Browser: stattdessen Töne',
    broken: 'ist verstummt: stattdessen Töne',
  },
  wakeLocks: {
    off: 'jetzt nicht, nur während des Übens',
    on: 'ja',
    refused: 'vom Gerät abgelehnt, um Strom zu sparen',
    none: 'in diesem Browser nicht möglich',
  },
  yes: 'ja',
};

export const yourData: Words['yourData'] = {
  lead: 'Alles, was Truehip speichert, liegt in diesem Browser auf diesem Gerät. Hier kannst du es ansehen und löschen und deine Durchgänge, Prüfungen, Programme und die meisten Einstellungen exportieren.',
  looking: 'Ich zähle …',
  columns: { count: 'Anzahl', size: 'Größe', since: 'Seit' },
  kinds: {
    sets: {
      name: common.sets,
      what: 'Winkel und Zeiten von jedem Durchgang, deine Notizen und Antworten.',
    },
    selfChecks: {
      name: 'Prüfungen mit deinem Messgerät',
      what: 'Die Winkel, die du abgelesen hast, und die, die ich gemessen habe.',
    },
    programmes: {
      name: 'Programme und Woche',
      what: 'Deine eigenen Programme, wie weit du in jedem bist, und deine Woche.',
    },
    goals: {
      name: common.goalList,
      what: 'Wie weit du mit jeder Hüfte kommen willst, und was du zu Kniebeugen gesagt hast.',
    },
    pictures: {
      name: 'Bilder deiner besten Positionen',
      what: 'Von einer früheren Version aufbewahrt. Sie sind in keinem Export.',
    },
    settings: {
      name: common.settings,
      what: 'Ton, Sprache, Größe, Kamera, Zeiten und Runden, der Name auf dem Bericht, welche Beschwerden du hast abklären lassen: Ohne das kann eine Übung wieder gesperrt sein. Der Name auf deinem Bericht ist in keinem Export.',
    },
    offline: {
      name: 'Dateien für die Offline-Nutzung',
      what: 'Körpererkennung und bewegte Bilder der App. Nichts von dir.',
    },
  },
  empty: 'Nichts gespeichert',
  removeKind: (name) => `Löschen: ${name}`,
  ask: {
    title: (name) => `„${name}“ löschen?`,
    text: (what, exported) =>
      `${what} Alles davon verschwindet endgültig.${exported ? ' Exportiere vorher alles, wenn du es später vielleicht brauchst.' : ''}`,
    yes: common.delete,
    no: common.keep,
  },
  askAll: {
    title: 'Alles löschen?',
    text: (sets, only) =>
      `${only && `Das löscht nur die Daten von ${only}. `}Alles verschwindet endgültig: ${sets}, deine Notizen und Antworten, Prüfungen, Programme, deine Woche, alle Einstellungen und die Dateien für die Offline-Nutzung. Exportiere vorher alles, wenn du es später vielleicht brauchst. Der Name auf dem Bericht ist in keinem Export.`,
    yes: common.deleteAll,
    no: common.keep,
  },
  sets: (count) => (count === 1 ? '1 Durchgang' : `${count} Durchgänge`),
  removed: (name) => `Gelöscht: ${name}.`,
  removedAll: 'Alles ist gelöscht.',
  notRemoved: 'Das ließ sich nicht löschen. Lade die Seite neu und versuch es noch einmal.',
  used: (used, room) => `Truehip belegt in diesem Browser ${used}, die App mitgezählt. Erlaubt sind ${room}.`,
  memory: 'Dieser Browser speichert nichts. Alles ist weg, wenn du diesen Tab schließt. Exportiere es vorher.',
  safe: 'Der Browser hat versprochen, alles zu behalten, wenn der Speicher knapp wird.',
  unsafe: 'Wenn der Speicher knapp wird, darf der Browser deine Daten löschen.',
  askSafe: 'Den Browser bitten, es zu behalten',
  refused:
    'Der Browser hat es nicht versprochen. Meist zählt, wie oft du die Seite besuchst. Ein Export ist die sichere Kopie.',
  privacy: {
    heading: 'Datenschutz in zehn Zeilen',
    lines: [
      'Truehip läuft in deinem Browser. Es gibt kein Konto, keine Werbung, keine Cookies und kein Tracking.',
      'Jedes Kamerabild wird auf dieser Seite vermessen und dann verworfen. Kein Bild, kein Video und kein Ton wird je gesendet oder gespeichert.',
      'Das Mikrofon wird nie benutzt.',
      'Gespeichert werden deine Durchgänge als Winkel und Zeiten, die früherer Versionen mit einem Strichmännchen, deine Notizen und Antworten, deine Programme, Ziele, Prüfungen und Einstellungen und ein Übungsplan aus der Praxis, den du übernommen hast. Trainieren hier mehrere: ihre Namen und der Tag des letzten Durchgangs.',
      'Alles liegt in diesem Browser auf diesem Gerät, unverschlüsselt: Wer diesen Browser benutzen kann, kann es lesen.',
      'Nichts davon wird gesendet, mit einer Ausnahme: Zeile 8. Diese Seite erreicht nur die Adresse, von der sie kommt, und holt dort nur ihre eigenen Dateien. Ein Handy, das du benutzt, schickt seine Lage direkt an diesen Computer.',
      'Der Server dort sieht, was jeder Webserver sieht: deine IP-Adresse, welche Dateien du holst und wann.',
      'Es spricht die Stimme deines Geräts. Eine Stimme aus dem Internet spricht nur, wenn du es erlaubst. Ihr Hersteller bekommt dann jede Ansage als Text, mit deinen Zahlen.',
      'Ein Export ist eine unverschlüsselte Datei. Wer sie hat, kann sie lesen. Bilder sind nicht darin.',
      'Auf der Seite „Deine Daten“ kannst du alles ansehen und löschen und deine Durchgänge, Prüfungen, Programme und die meisten Einstellungen exportieren. Löschst du im Browser die Daten dieser Seite, ist es auch weg.',
    ],
  },
};
