import type { Words } from '../words.ts';

const CLOCK_HAND =
  'Der Unterschenkel bleibt hier waagerecht und dreht sich wie ein Uhrzeiger. Das zeigt kein Neigungsmesser: nimm eine Kompass- oder Kreisel-App, die sich auf null stellen lässt.';
const MAGNETS =
  'Halte Metall, Magnete und Lautsprecher fern: ein Kompass liegt in Räumen leicht um einige Grad daneben.';

const places: Words['selfCheck']['prepare']['places'] = {
  inclinometer: {
    'feet-planted': [
      'Binde das Handy flach vorn auf das Schienbein, in der Mitte zwischen Knie und Knöchel: lange Kante am Knochen entlang, Bildschirm vom Bein weg.',
      'Wenn das Knie nach innen sinkt, neigt sich das Handy zur Seite. Lies diesen Winkel ab, den in der Ebene des Bildschirms.',
      'Der Fuß bleibt stehen, darum rollt das ganze Bein und das Handy dreht sich weiter als die Hüfte, oft fast zwei Grad für jedes. Die App rechnet aus, was das Handy zeigen müsste, und berücksichtigt es.',
    ],
    seat: [
      'Binde das Handy flach vorn auf das Schienbein des arbeitenden Beins, in der Mitte zwischen Knie und Knöchel: lange Kante am Knochen entlang, Bildschirm vom Bein weg.',
      'Wenn sich der Fuß vom Boden hebt, zeigt das Handy, wie weit der Unterschenkel gestiegen ist. Lies diesen Winkel ab, den in der Ebene des Bildschirms.',
      'Der Oberschenkel bleibt am Boden, darum dreht sich das Handy so weit wie das Bein.',
    ],
  },
  compass: {
    'feet-lifted': [
      CLOCK_HAND,
      'Binde das Handy flach vorn auf das Schienbein, in der Mitte zwischen Knie und Knöchel: lange Kante am Knochen entlang, Bildschirm nach oben.',
      MAGNETS,
    ],
    'hands-and-knees': [
      CLOCK_HAND,
      'Binde das Handy flach auf die Wade, in der Mitte zwischen Knie und Knöchel: lange Kante am Schienbein entlang, Bildschirm nach oben.',
      MAGNETS,
    ],
  },
  goniometer: [
    'Du brauchst jemanden, der hilft. Schaut am Oberschenkel entlang: Achse auf die Mitte des Knies, ein Schenkel dorthin, wo der Unterschenkel am Start lag, der andere am Schienbein entlang zur Mitte des Knöchels.',
    'Lest ab, wie weit sich der Unterschenkel um den Oberschenkel gedreht hat. Oberschenkel und Knie bleiben, wie sie sind.',
  ],
};

const prepare: Words['selfCheck']['prepare'] = {
  heading: 'Prüf die App mit deinem eigenen Messgerät',
  lead: 'Halte fünf Stellungen, lies jedes Mal dein Messgerät ab und sieh, wie weit die App danebenliegt: an dir, heute, an diesem Platz.',
  how: 'So geht es',
  steps: [
    'Befestige das Messgerät, nimm die Startposition ein und stell es dort auf null. Die App zählt ab derselben Stellung.',
    'Die App prüft den Platz und lässt dich den Start drei Sekunden still halten, wie vor einem Satz.',
    'Geh ein Stück in die Bewegung und halte still. Du drückst nichts: die App sieht, dass du stillhältst, und mittelt zwei Sekunden. Ihre eigene Zahl bleibt verdeckt, damit sie dich nicht lenkt.',
    'Lies dein Messgerät ab, während du hältst. Jemand darf es vorlesen und aufschreiben.',
    'Fünf Stellungen: ein Drittel des Wegs, die Hälfte, zwei Drittel, so weit es angenehm ist, und zurück zur Hälfte.',
  ],
  place: 'Wohin das Messgerät kommt',
  places,
  tells: 'Was es zeigt, und was nicht',
  total:
    'Verglichen wird das ganze Bein: die Drehung aus der Hüfte und was das Becken dazugibt. Ein Messgerät am Schienbein kann beides nicht trennen. Die Hüfte allein steht daneben.',
  error:
    'Auch dein Messgerät irrt. Liest dieselbe geübte Person ein Handy an der Hüfte noch einmal ab, beträgt der Standardfehler 2 bis 4°; Goniometer und Inklinometer lagen bei der Innenrotation im Mittel 4,5° auseinander (Roach 2013).',
  limits:
    'Das Ergebnis gilt für dich, für heute, für diesen Platz und diese Kleidung. Es ist keine Untersuchung und keine Diagnose.',
  setup: 'Deine Prüfung',
  drill: 'Übung',
  leg: 'Bein mit dem Messgerät',
  instrument: 'Messgerät',
  instruments: {
    inclinometer: 'Handy, Neigungsmesser',
    compass: 'Handy, Kompass',
    goniometer: 'Winkelmesser (Goniometer)',
  },
  typing: 'Wann tippst du?',
  typings: { each: 'Nach jedem Halten', after: 'Nach allen fünf' },
  typingNotes: {
    each: 'Du oder jemand anders sitzt an der Tastatur. Nach jedem Halten öffnet sich ein Feld.',
    after:
      'Mit freien Händen: die Stimme führt durch alle fünf und lässt jeweils sechs Sekunden zum Ablesen. Dann wartet eine Tabelle auf deine Zahlen.',
  },
  demo: 'Die Demo zeigt, wie es geht. Was du dazu eintippst, sagt nichts über dich.',
  earlier: 'Frühere Prüfungen',
  none: 'Noch keine. Jede Prüfung bleibt auf diesem Gerät und steht hier.',
  unreadable: 'Die Prüfungen lassen sich nicht lesen.',
};

const run: Words['selfCheck']['run'] = {
  heading: 'Prüfung mit deinem Messgerät',
  phase: {
    title: 'Prüfung',
    instruction: 'Geh etwa ein Drittel des Wegs in die Bewegung und halte still.',
    over: 'Die Prüfung ist zu Ende. Tipp ein, was dein Messgerät gezeigt hat.',
  },
  positions: [
    'Geh etwa ein Drittel des Wegs in die Bewegung und halte still.',
    'Geh die Hälfte des Wegs und halte still.',
    'Geh zwei Drittel des Wegs und halte still.',
    'Geh so weit, wie es angenehm ist, und halte still.',
    'Komm zurück zur Hälfte und halte still.',
  ],
  count: (position, of) => `Stellung ${position} von ${of}`,
  seek: 'Ich messe, wenn du stillhältst. Auch ein gehobener Arm oder die Taste misst.',
  seekNoArm: 'Ich messe, wenn du stillhältst. Auch die Taste misst.',
  counting: 'Ich messe in fünf Sekunden. Geh in die Stellung und halte still.',
  measuring: 'Still halten. Ich messe.',
  moved: 'Du hast dich bewegt. Halte noch einmal still.',
  unseen: 'Ich konnte das Bein nicht sehen. Halte es noch einmal still.',
  kept: 'Gemerkt. Lies jetzt dein Messgerät ab.',
  hidden: 'Meine Zahl bleibt verdeckt, bis du deine eingetippt hast.',
  done: 'Alle fünf Stellungen sind gemerkt.',
  noNumber: 'Gerade keine Zahl',
  typed: (position) => `Dein Messgerät in Stellung ${position}, Grad`,
  take: 'Übernehmen und weiter',
  later: 'Später eintippen',
  again: 'Noch einmal halten',
  measure: 'Jetzt messen',
  stop: 'Beenden',
  stopAgain: 'Zum Beenden noch einmal drücken',
  notKept: 'Diese Prüfung lässt sich in diesem Browser nicht speichern. Sie ist weg, wenn der Tab geschlossen wird.',
};

const result: Words['selfCheck']['result'] = {
  heading: (drill, leg) => `Prüfung: ${drill}, ${leg.toLowerCase()}`,
  gone: 'An dieser Adresse gibt es keine Prüfung. Sie wurde gelöscht, oder es wurde keine Stellung gemerkt.',
  reading: 'Wird gelesen …',
  table: 'Dein Messgerät und die App',
  lead: 'Tipp ein, was dein Messgerät gezeigt hat, in Grad ab der Startposition, nach innen. Die Zahl der App erscheint, sobald deine dasteht.',
  columns: {
    position: 'Stellung',
    typed: 'Deine',
    asLeg: 'Als Drehung des Beins',
    total: 'App, ganzes Bein',
    hip: 'App, Hüfte allein',
    difference: 'Unterschied',
  },
  ofPosition: (position) => `Deine Zahl in Stellung ${position}, Grad`,
  hidden: 'verdeckt',
  whyTotal:
    'Verglichen wird das ganze Bein, weil dein Messgerät am Schienbein sitzt: was das Becken dazugibt, steckt in seiner Zahl.',
  gain: (gain) =>
    `In diesen Stellungen dreht sich das Handy ${gain}° für jedes Grad des Beins, wie die App aus deiner Haltung berechnet. Deine Zahlen werden dadurch geteilt, damit beides Drehungen des Beins sind.`,
  outcome: 'Das Ergebnis',
  tooMuch: (bias) => `An dir, an dem Tag, an dem Platz zeigte die App im Mittel ${bias} zu viel.`,
  tooLittle: (bias) => `An dir, an dem Tag, an dem Platz zeigte die App im Mittel ${bias} zu wenig.`,
  onAverage: 'An dir, an dem Tag, an dem Platz zeigte die App im Mittel weder zu viel noch zu wenig.',
  single: (low, high) =>
    `Eine einzelne Messung kann um ${low} bis ${high} von deinem Messgerät abweichen (Übereinstimmungsgrenzen, 95 %).`,
  few: (pairs) =>
    `${pairs === 0 ? 'Keine Stellung hat beide Zahlen' : pairs === 1 ? 'Eine Stellung hat beide Zahlen' : 'Zwei Stellungen haben beide Zahlen'}: für Grenzen braucht es mindestens drei.`,
  figures: {
    pairs: 'Verglichene Stellungen',
    bias: 'Mittlere Abweichung, App minus deine',
    sd: 'Standardabweichung der Unterschiede',
    limits: 'Übereinstimmungsgrenzen, 95 %',
    largest: 'Größter Unterschied',
    inBand: 'Im angegebenen 90-%-Band der App',
    hipBias: 'Mittlere Abweichung, Hüfte allein',
    steady: 'Streuung während des Haltens',
    place: 'Platz der Kamera',
    engine: 'Modell',
  },
  bias: (bias, within) => `${bias}, mit 95 % Sicherheit auf ± ${within} genau`,
  limits: (low, high) => `${low} bis ${high}`,
  inBand: (inside, of) => `${inside} von ${of}`,
  sure: (pairs) =>
    `${pairs} Stellungen sind wenige, darum sind die Grenzen weit: sie rechnen mit Students t für ${pairs - 1} Freiheitsgrade (Bland und Altman 1986). Der Unterschied einer weiteren Messung liegt mit 95 % Sicherheit darin.`,
  both: 'Im Unterschied stecken beide Fehler: der der App und der deines Messgeräts von 2 bis 4°. Eine kleinere mittlere Abweichung lässt sich vom Fehler deines Messgeräts nicht unterscheiden.',
  pelvis: 'Wie viel der Drehung aus dem Becken kam, kann dein Messgerät nicht sagen.',
  demo: 'Das Bild war die eingebaute Demo: das sagt nichts über dich.',
  file: 'Das Bild kam aus einer Videodatei.',
  plot: (sentence) => `Unterschiede zwischen App und Messgerät nach Winkel. ${sentence}`,
  axis: 'Mittel aus beiden',
  legend: { point: 'eine Stellung', bias: 'mittlere Abweichung', limits: 'Grenzen, 95 %', band: '90-%-Band der App' },
  share: 'Anonymer Datensatz',
  shareText:
    'Eine Datei für alle, die Zahlen über echte Menschen sammeln: die Zahlenpaare, die Übung, der Platz der Kamera und der Monat. Kein Bild, kein Name, kein Tag, nichts, was zu deinen Sätzen führt. Sie wird nur gespeichert, nicht verschickt.',
  save: 'Datensatz speichern',
  delete: 'Diese Prüfung löschen',
  ask: {
    title: 'Diese Prüfung löschen?',
    text: 'Sie wird von diesem Gerät entfernt und lässt sich nicht zurückholen.',
    yes: 'Löschen',
    no: 'Behalten',
  },
  again: 'Noch einmal prüfen',
  all: 'Alle Prüfungen',
  notStored: 'Das ließ sich in diesem Browser nicht speichern.',
};

const list: Words['selfCheck']['list'] = {
  columns: {
    date: 'Datum',
    drill: 'Übung',
    leg: 'Bein',
    instrument: 'Messgerät',
    place: 'Platz',
    bias: 'Abweichung',
    limits: 'Grenzen',
  },
  noResult: 'noch nicht eingetippt',
  place: (azimuth, distance) => `${azimuth}°, ${distance} m entfernt`,
  unknownPlace: 'nicht bekannt',
  heading: 'Prüfungen mit eigenem Messgerät',
  line: (date, instrument, pairs) => `${date}, ${instrument}, ${pairs} ${pairs === 1 ? 'Stellung' : 'Stellungen'}`,
  lineResult: (bias, limits) => `mittlere Abweichung ${bias}, Übereinstimmungsgrenzen (95 %) ${limits}`,
  lineBias: (bias) => `mittlere Abweichung ${bias}, zu wenige für Grenzen`,
  samePlace: 'vom selben Platz',
  otherPlace: 'von einem anderen Platz',
};

export const selfCheck: Words['selfCheck'] = {
  prepare,
  run,
  result,
  list,
  link: 'Prüf die App mit deinem eigenen Messgerät',
  linkNote:
    'Fünf gehaltene Stellungen gegen den Neigungsmesser deines Handys oder ein Goniometer zeigen, wie weit die App bei dir danebenliegt.',
};
