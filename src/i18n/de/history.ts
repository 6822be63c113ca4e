import type { Words } from '../words.ts';
import { common } from './common.ts';

const sets = (count: number): string => `${count} ${count === 1 ? 'Durchgang' : 'Durchgänge'}`;

export const history: Words['history'] = {
  find: {
    text: 'Übung oder Notiz suchen',
    everyDrill: 'Alle Übungen',
    hip: 'Hüfte',
    bothHips: 'Egal',
    flagChoices: { any: 'Egal', flagged: 'Mit Meldung', clean: 'Ohne Meldung' },
    painChoices: { any: 'Egal', hurt: 'Es tat weh' },
    all: (count) => `${sets(count)}, die neuesten zuerst`,
    found: (found, count) => `${found} von ${count === 1 ? '1 Durchgang' : `${count} Durchgängen`}`,
    showAll: 'Alle zeigen',
  },
  sets,
  day: {
    did: (count, drills) => `${sets(count)}, ${drills} ${drills === 1 ? 'Übung' : 'Übungen'}.`,
    flags: (count) => `${count} ${count === 1 ? 'Meldung' : 'Meldungen'} insgesamt.`,
    noFlags: {
      whole: 'Keine Meldungen.',
      part: 'Soweit die Kamera etwas sah, gab es keine Meldung.',
      some: 'In den Durchgängen, die die Kamera gut sah, gab es keine Meldung. In den anderen sah sie zu wenig.',
      hardly: 'Die Kamera sah zu wenig. Ob etwas nicht stimmte, ist offen.',
    },
    withoutCamera: (count) => `${sets(count)} ohne Kamera, nicht gemessen.`,
    partOf: (programmes) => `Gehört zu: ${programmes}.`,
  },
  columns: {
    time: 'Tag und Uhrzeit',
    sideGoal: 'Seite, Ziel',
    since: 'Seit zuletzt',
    sinceFirst: 'Seit der ersten Woche',
  },
  nothingTitle: 'Noch nichts hier',
  nothing: 'Jeder Durchgang, den du machst, wird auf diesem Gerät gespeichert und steht dann hier.',
  week: (monday, count) => `Woche ab ${monday}: ${sets(count)}`,
  notSaved: 'nicht gespeichert',
  brokeOff: (length, empty) => `Nach ${length} abgebrochen${empty ? ', leer' : ''}`,
  doubtful: 'die Zahlen können nicht stimmen',
  broken: (count) =>
    count === 1 ? '1 Durchgang lässt sich nicht mehr lesen' : `${count} Durchgänge lassen sich nicht mehr lesen`,
};

export const transfer: Words['transfer'] = {
  exportAll: 'Alles exportieren',
  exportOf: (name) => `Durchgänge von ${name} exportieren`,
  import: 'Importieren …',
  file: 'Importieren',
  drop: 'oder eine Datei hierher ziehen',
  hint: 'Eine Datei aus „Alles exportieren“ oder ein Übungsplan aus der Praxis.',
  ask: {
    title: 'Auch die Einstellungen aus der Datei nehmen?',
    text: 'In der Datei stehen andere Einstellungen: Ton, Körpergröße, Zeiten und Runden, Programme, deine Woche. Sie würden deine ersetzen.',
    yes: 'Übernehmen',
    no: 'Meine behalten',
  },
  another: {
    title: (whose, here) => `Diese Datei ist von ${whose}. Zu den Durchgängen von ${here} legen?`,
    text: (here) => `Alle Durchgänge darin zählen dann für ${here}.`,
    yes: (here) => `Zu ${here} legen`,
    no: common.cancel,
  },
  added: (count) => `${sets(count)} hinzugefügt`,
  checks: (checks) => `${checks} ${checks === 1 ? 'Prüfung' : 'Prüfungen'} mit deinem Messgerät hinzugefügt`,
  updated: (count) => `${count} mit neuerer Notiz oder Antwort`,
  skipped: (count) => `${count} schon vorhanden`,
  reading: (share) => `Datei wird gelesen: ${share}`,
  storing: 'Wird gespeichert …',
  collecting: 'Deine Durchgänge werden gesammelt …',
  cancelled: 'Abgebrochen. Es wurde nichts importiert.',
  nothing: 'Es wurde nichts importiert.',
  hold: {
    title: (drill) => `„${drill}“ wieder freigeben?`,
    text: (symptom, date) =>
      `Du hast diese Übung zweimal wegen ${symptom} gestoppt. In der Datei steht, dass du das am ${date} hast abklären lassen. Gib sie nur frei, wenn du das warst und weitermachen darfst.`,
    yes: 'Freigeben',
    no: 'Ausgesetzt lassen',
  },
  held: (drill) => `„${drill}“ bleibt ausgesetzt.`,
  lifted: (drill) => `„${drill}“ ist wieder frei.`,
  taken: 'Die Einstellungen aus der Datei gelten jetzt.',
  kept: 'Du behältst deine Einstellungen.',
};

/** The page on which a recorded video becomes a set. */
export const video: Words['video'] = {
  heading: 'Ein Durchgang aus einem Video',
  lead: 'Du hast einen Durchgang gefilmt? Wähl das Video und sag, welche Übung es zeigt. Du bekommst dasselbe Ergebnis wie nach einem Durchgang vor der Kamera. Das Video bleibt auf diesem Gerät und wird nicht gespeichert.',
  title: 'Das Video',
  choose: 'Video wählen',
  another: 'Anderes Video wählen',
  needs:
    'Film deinen ganzen Körper vom Platz in der Zeichnung der Übung aus, das Handy steht fest. Halt die Startposition drei Sekunden ruhig, bevor du dich bewegst.',
  looking: 'Die Datei wird geprüft …',
  known: (date) =>
    `Dieses Video hast du schon behalten, als Durchgang vom ${date}. Wertest du es noch einmal aus, ersetzt der neue Durchgang den alten.`,
  open: 'Diesen Durchgang öffnen',
  drill: 'Welche Übung zeigt es?',
  start: 'Video auswerten',
  first: 'Wähl zuerst ein Video.',
  drillToo: 'Sag jetzt, welche Übung es zeigt.',
  loading: 'Die Auswertung wird vorbereitet …',
  reading: (drill) => `Das Video wird ausgewertet: ${drill}`,
  stay: 'Bleib auf dieser Seite. Andere Fenster kannst du so lange benutzen.',
  cancelled: 'Abgebrochen. Es wurde nichts behalten, das Video ist noch gewählt.',
  day: 'Tag des Durchgangs',
  dayFrom: 'Der Tag kommt von der Datei; ändere ihn, wenn es ein anderer war.',
  nothing: 'Es ließ sich nichts messen',
  change: 'Versuch eine andere Übung, ein anderes Bein oder ein anderes Video. Es wurde nichts behalten.',
  neverStill: 'Die Startposition wurde nie ruhig gehalten.',
};
