import type { Words } from '../words.ts';

const sets = (count: number): string => `${count} ${count === 1 ? 'Durchgang' : 'Durchgänge'}`;

export const history: Words['history'] = {
  find: {
    text: 'Übung oder Notiz suchen',
    drill: 'Übung',
    everyDrill: 'Alle Übungen',
    hip: 'Hüfte',
    bothHips: 'Egal',
    flags: 'Meldungen',
    flagChoices: { any: 'Egal', flagged: 'Mit Meldung', clean: 'Ohne Meldung' },
    pain: 'Schmerz',
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
    drill: 'Übung',
    sideGoal: 'Seite, Ziel',
    best: 'Bester Wert',
    since: 'Seit zuletzt',
    sinceFirst: 'Seit der ersten Woche',
    flags: 'Meldungen',
    pain: 'Schmerz',
    end: 'Ende',
  },
  heading: 'Frühere Durchgänge',
  trends: 'Dein Verlauf',
  reading: 'Wird geladen …',
  nothingTitle: 'Noch nichts hier',
  nothing: 'Jeder Durchgang, den du machst, wird auf diesem Gerät gespeichert und steht dann hier.',
  pick: 'Übung wählen',
  week: (monday, count) => `Woche ab ${monday}: ${sets(count)}`,
  notSaved: 'nicht gespeichert',
  brokeOff: (length, empty) => `Nach ${length} abgebrochen${empty ? ', leer' : ''}`,
  doubtful: 'die Zahlen können nicht stimmen',
  delete: 'Löschen',
  broken: (count) =>
    count === 1 ? '1 Durchgang lässt sich nicht mehr lesen' : `${count} Durchgänge lassen sich nicht mehr lesen`,
};

export const transfer: Words['transfer'] = {
  exportAll: 'Alles exportieren',
  exportOf: (name) => `Durchgänge von ${name} exportieren`,
  import: 'Importieren …',
  file: 'Importieren',
  drop: 'oder eine Datei hierher ziehen',
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
    no: 'Abbrechen',
  },
  added: (count) => `${sets(count)} hinzugefügt`,
  checks: (checks) => `${checks} ${checks === 1 ? 'Prüfung' : 'Prüfungen'} mit deinem Messgerät hinzugefügt`,
  updated: (count) => `${count} mit neuerer Notiz oder Antwort`,
  skipped: (count) => `${count} schon vorhanden`,
  reading: (share) => `Datei wird gelesen: ${share}`,
  storing: 'Wird gespeichert …',
  collecting: 'Deine Durchgänge werden gesammelt …',
  cancel: 'Abbrechen',
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

/** Values from a file of the person's own. */
export const outside: Words['outside'] = {
  hint: 'Eine Datei aus „Alles exportieren“, ein Übungsplan aus der Praxis oder eigene Winkel als CSV: Datum, links, rechts.',
  heading: 'Deine eigenen Werte: Stimmt das so?',
  range: (from, to) => `${from} bis ${to}`,
  span: (values, days, angles) => `${values === 1 ? '1 Wert' : `${values} Werte`}, ${days}, ${angles}`,
  hips: { left: 'links', right: 'rechts', both: 'links und rechts' },
  columns: (names) => `Gelesen aus den Spalten ${names}.`,
  order: (date) => `Welcher Tag ist ${date}?`,
  here: (values, name) => `${values} davon ${values === 1 ? 'steht' : 'stehen'} schon in „${name}“.`,
  allHere: (name) => `Alle stehen schon in „${name}“. Es kam nichts dazu.`,
  name: 'Was ist das?',
  example: 'Winkelmesser, im Sitzen',
  use: 'Der Verlauf zeigt sie neben deinen Durchgängen, mit dem Zusatz „nicht hier gemessen“. Bestwerte, Veränderungen, Ziele, Plan, Tests und Berichte lassen sie weg.',
  keep: 'Ja, behalten',
  no: 'Nicht behalten',
  close: 'Schließen',
  kept: (name) => `„${name}“ steht jetzt im Verlauf.`,
  notStored: 'Dieser Browser hat sie nicht gespeichert. Sie bleiben, bis du die Seite schließt.',
  full: (series, values) => `Platz ist für ${series} Reihen mit je ${values} Werten. Lösche zuerst eine im Verlauf.`,
  added: (values) => `${values} ${values === 1 ? 'Wert' : 'Werte'} von anderswo hinzugefügt.`,
  title: 'Nicht hier gemessen',
  mark: (name) => `${name}: nicht hier gemessen`,
  delete: 'Löschen',
  deleteOf: (name) => `Löschen: ${name}`,
  refused: 'Diese Werte wurden nicht gelesen. Es wurde nichts geändert.',
  row: (row) => `Zeile ${row}: `,
  refusals: {
    text: () => 'Das ist keine Textdatei. Speichere deine Tabelle als CSV und wähle diese Datei.',
    size: () =>
      'Die Datei hat mehr als 500 kB oder 2000 Werte. Lass nur Datum, links und rechts stehen, oder teile sie nach Jahren.',
    ours: () =>
      'Das ist die CSV-Datei eines Durchgangs, der hier gemessen wurde. Für Durchgänge nimm „Alles exportieren“ und importiere diese JSON-Datei.',
    columns: () =>
      'Keine Zeile benennt Tag und Winkel. Schreib „Datum“, „links“ und „rechts“ in die erste Zeile, oder „Datum“, „Seite“ und „Winkel“.',
    'no-side': (cell) =>
      `„${cell}“ sagt nicht, welche Hüfte. Nenn die Spalte „links“ oder „rechts“, oder ergänze eine Spalte „Seite“.`,
    two: (cell) =>
      `Mehrere Spalten kommen infrage: ${cell}. Lass für jede Hüfte eine stehen, die anderen in einer eigenen Datei.`,
    empty: () => 'Keine Zeile hat einen Wert. Schreib Winkel in Grad unter „links“ und „rechts“.',
    quote: () => 'Hier beginnt ein Anführungszeichen, das nie endet. Schließe oder lösche es.',
    cells: (cell) =>
      `„${cell}“ hat mehr Zellen als die Zeile mit den Namen. Setz Winkel mit Komma in Anführungszeichen oder trenne mit Semikolon.`,
    date: (cell) =>
      `„${cell}“ ist kein Tag bis heute, oder anders geschrieben als die darüber. Schreib Tage als 31.03.2026 oder 2026-03-31.`,
    angle: (cell) =>
      `„${cell}“ ist kein Winkel von −90° bis 180°. Schreib ihn als 32 oder 32,5, oder lass die Zelle leer.`,
    side: () => 'Die Seite fehlt. Schreib „links“ oder „rechts“.',
  },
};

/** The page on which a recorded video becomes a set. */
export const video: Words['video'] = {
  heading: 'Ein Durchgang aus einem Video',
  lead: 'Du hast einen Durchgang gefilmt? Wähl das Video und sag, welche Übung es zeigt. Du bekommst dasselbe Ergebnis wie nach einem Durchgang vor der Kamera. Das Video bleibt auf diesem Gerät und wird nicht gespeichert.',
  title: 'Das Video',
  choose: 'Video wählen',
  another: 'Anderes Video wählen',
  drop: 'oder hierher ziehen',
  needs:
    'Film deinen ganzen Körper vom Platz in der Zeichnung der Übung aus, das Handy steht fest. Halt die Startposition drei Sekunden ruhig, bevor du dich bewegst.',
  looking: 'Die Datei wird geprüft …',
  picture: 'Erstes Bild des Videos',
  long: (length) =>
    `Dieses Video ist ${length} lang. Es wird vom Anfang an ausgewertet, bis der Durchgang vorbei ist. Schneide es so, dass es kurz vor dem Durchgang beginnt: Dann geht es viel schneller.`,
  known: (date) =>
    `Dieses Video hast du schon behalten, als Durchgang vom ${date}. Wertest du es noch einmal aus und behältst es, ersetzt der neue Durchgang den alten.`,
  open: 'Diesen Durchgang öffnen',
  drill: 'Welche Übung zeigt es?',
  way: 'Welche Variante?',
  start: 'Video auswerten',
  first: 'Wähl zuerst ein Video.',
  drillToo: 'Sag jetzt, welche Übung es zeigt.',
  loading: 'Die Auswertung wird vorbereitet …',
  reading: (drill) => `Das Video wird ausgewertet: ${drill}`,
  left: (time) => `Noch etwa ${time}`,
  stay: 'Bleib auf dieser Seite. Andere Fenster kannst du so lange benutzen.',
  cancel: 'Abbrechen',
  cancelled: 'Abgebrochen. Es wurde nichts behalten, das Video ist noch gewählt.',
  keep: {
    label: 'Diesen Durchgang behalten?',
    title: 'Aus deinem Video, noch nicht behalten',
    counts:
      'Behältst du ihn, zählt er als Durchgang von diesem Tag. Der Tag kommt von der Datei; ändere ihn, wenn es ein anderer war.',
    day: 'Tag des Durchgangs',
    yes: 'Behalten',
    instead: 'Alten Durchgang ersetzen',
    no: 'Nicht behalten',
    first: 'Behalte den Durchgang zuerst. Dann kannst du seinen Bericht öffnen.',
  },
  nothing: 'Es ließ sich nichts messen',
  change: 'Versuch eine andere Übung, ein anderes Bein oder ein anderes Video. Es wurde nichts behalten.',
  neverStill: 'Die Startposition wurde nie ruhig gehalten.',
};
