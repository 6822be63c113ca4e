import type { Words } from '../words.ts';

const FIVE =
  'Die fünf Stellungen: ein Drittel des Wegs, die Hälfte, zwei Drittel, so weit es angenehm ist, und zurück zur Hälfte.';
const ON_SHIN =
  'Binde das Handy flach vorn auf das Schienbein, in der Mitte zwischen Knie und Knöchel: lange Kante am Knochen entlang, Bildschirm vom Bein weg.';
const THIGH_DOWN = 'Der Oberschenkel bleibt am Boden, darum dreht sich das Handy so weit wie das Bein.';
const KEEP_LEVEL = 'Halte den Oberschenkel waagerecht: Dann dreht sich das Handy so weit wie das Bein.';
const FIRST = 'Geh etwa ein Drittel des Wegs in die Bewegung und halte still.';

const STRAP =
  'Binde das Handy ans Schienbein, in der Mitte zwischen Knie und Knöchel, so dass es nicht rutscht. Wie herum ist egal: Die Schwerkraft sagt ihm, wie weit sich der Unterschenkel dreht.';

export const selfCheck: Words['selfCheck'] = {
  prepare: {
    lead: 'Halte fünf Stellungen, lies jedes Mal dein Messgerät ab und sieh, wie weit die App danebenliegt: bei dir, heute, an diesem Platz.',
    how: 'So geht’s',
    steps: [
      'Befestige das Messgerät, geh in die Startposition und stell es dort auf null. Die App zählt von derselben Stellung aus.',
      'Die App prüft den Platz. Dann hältst du drei Sekunden in der Startposition still, wie vor einem Durchgang.',
      'Geh ein Stück in die Bewegung und halte still. Du musst nichts drücken: Die App sieht, dass du stillhältst, und misst zwei Sekunden lang. Ihre eigene Zahl zeigt sie noch nicht, damit sie dich nicht beeinflusst.',
      'Lies dein Messgerät ab, während du hältst. Es darf auch jemand anders ablesen.',
      FIVE,
    ],
    stepsByPhone: [
      'Verbinde dein Handy auf dieser Seite, binde es um und geh in die Startposition.',
      'Die App prüft den Platz. Dann hältst du drei Sekunden in der Startposition still: Von dort zählen Handy und App.',
      'Geh ein Stück in die Bewegung und halte still. Du musst nichts drücken: Die App sieht, dass du stillhältst, misst zwei Sekunden lang und nimmt den Winkel von deinem Handy.',
      FIVE,
    ],
    place: 'Wohin das Messgerät kommt',
    places: {
      inclinometer: {
        'feet-planted': [
          ON_SHIN,
          'Wenn das Knie nach innen sinkt, kippt das Handy zur Seite. Lies diesen Winkel ab: wie weit es sich gedreht hat, wie ein Lenkrad.',
          'Der Fuß bleibt stehen, darum dreht sich das Handy weiter als die Hüfte: oft fast zwei Grad für ein Grad der Hüfte. Die App rechnet das ein.',
        ],
        seat: [
          'Binde das Handy flach vorn auf das Schienbein des arbeitenden Beins, in der Mitte zwischen Knie und Knöchel: lange Kante am Knochen entlang, Bildschirm vom Bein weg.',
          'Wenn sich der Fuß vom Boden hebt, zeigt das Handy, wie weit der Unterschenkel mitgeht. Lies diesen Winkel ab: wie weit sich das Handy gedreht hat, wie ein Lenkrad.',
          THIGH_DOWN,
        ],
        chair: [
          ON_SHIN,
          'Wenn der Fuß vom anderen Bein wegschwingt, dreht sich das Handy wie ein Lenkrad. Lies diesen Winkel ab.',
          KEEP_LEVEL,
        ],
      },
      'paired-phone': {
        'feet-planted': [STRAP, 'Der Fuß bleibt stehen, und das Bein rollt über ihn. Die App rechnet das ein.'],
        seat: [STRAP, THIGH_DOWN],
        chair: [STRAP, KEEP_LEVEL],
      },
      goniometer: [
        'Du brauchst jemanden, der hilft und an deinem Oberschenkel entlangschaut: Achse auf die Mitte des Knies, ein Schenkel dorthin, wo der Unterschenkel in der Startposition war, der andere am Schienbein entlang zur Mitte des Knöchels.',
        'Lest ab, wie weit sich der Unterschenkel gedreht hat, am Oberschenkel entlang gesehen. Oberschenkel und Knie bleiben, wie sie sind.',
      ],
    },
    limits:
      'Das Ergebnis gilt für dich, heute, an diesem Platz und in dieser Kleidung. Es ist keine ärztliche Untersuchung und keine Diagnose.',
    setup: 'Deine Prüfung',
    leg: 'Bein mit dem Messgerät',
    instruments: {
      inclinometer: 'Handy, Neigungsmesser',
      compass: 'Handy, Kompass',
      goniometer: 'Winkelmesser (Goniometer)',
      'paired-phone': 'Mein Handy, von der App gelesen',
    },
    nothingToType:
      'Nichts einzutippen: Die App nimmt den Winkel von deinem Handy. Reißt die Verbindung ab, tippst du am Ende.',
    demo: 'Die Demo zeigt nur, wie es geht. Ihr Ergebnis sagt nichts über dich.',
    earlier: 'Frühere Prüfungen',
    none: 'Noch keine. Deine Prüfungen werden auf diesem Gerät gespeichert und stehen dann hier.',
    unreadable: 'Die Prüfungen ließen sich nicht laden.',
  },
  run: {
    heading: 'Prüfung mit deinem Messgerät',
    phase: {
      title: 'Prüfung',
      instruction: FIRST,
      over: 'Fertig. Tipp jetzt ein, was dein Messgerät gezeigt hat.',
    },
    phone: {
      over: 'Fertig. Du kannst das Handy abnehmen.',
      reads: 'Ich lese dein Handy, während du hältst. Beide Zahlen kommen am Ende.',
      moving: 'Dein Handy war nicht still. Halte noch einmal.',
      'no-zero': 'Dein Handy hat noch keinen Start. Geh zurück in die Startposition und halte still.',
      lost: 'Von deinem Handy kommt nichts. Du kannst diesen Winkel später eintippen.',
      orType: 'Bis dahin kannst du ein anderes Messgerät ablesen und am Ende eintippen.',
    },
    positions: [
      FIRST,
      'Geh die Hälfte des Wegs und halte still.',
      'Geh zwei Drittel des Wegs und halte still.',
      'Geh so weit, wie es angenehm ist, und halte still.',
      'Komm zurück zur Hälfte und halte still.',
    ],
    count: (position, of) => `Stellung ${position} von ${of}`,
    seek: 'Ich messe, sobald du stillhältst. Du kannst auch die Taste drücken.',
    measuring: 'Halte still. Ich messe.',
    moved: 'Halte noch einmal still, du hast dich bewegt.',
    unseen: 'Halte noch einmal still, ich habe das Bein nicht gesehen.',
    kept: 'Hab ich. Lies jetzt dein Messgerät ab.',
    hidden: 'Meine Zahl siehst du, wenn du deine eingetippt hast.',
    done: 'Ich habe alle fünf Stellungen.',
    noNumber: 'Gerade keine Zahl',
    measure: 'Jetzt messen',
    stop: 'Beenden',
    stopAgain: 'Zum Beenden noch einmal drücken',
    notKept: 'Dieser Browser kann die Prüfung nicht speichern. Sie ist weg, wenn du den Tab schließt.',
  },
  result: {
    heading: (drill, leg) => `Prüfung: ${drill}, ${leg.toLowerCase()}`,
    gone: 'Hier gibt es keine Prüfung. Sie wurde gelöscht, oder es wurde keine Stellung gemessen.',
    table: 'Dein Messgerät und die App',
    lead: 'Tipp ein, was dein Messgerät gezeigt hat: Grad nach innen, von der Startposition aus. Dann erscheint die Zahl der App.',
    byPhone: 'Dein Handy hat diese Winkel gemessen: Grad nach innen, von der Startposition aus. Du kannst sie ändern.',
    askew: (positions) =>
      `In Stellung ${positions} lag der Oberschenkel nicht waagerecht, oder er schwang zur Seite. Dort zeigt das Handy vielleicht zu wenig.`,
    columns: {
      position: 'Stellung',
      typed: 'Deine',
      asLeg: 'Deine, als Bein gesamt',
      total: 'App, Bein gesamt',
    },
    ofPosition: (position) => `Deine Zahl in Stellung ${position}, Grad`,
    hidden: 'verdeckt',
    gain: (gain) =>
      `In diesen Stellungen dreht sich das Handy ${gain}° für jedes Grad des Beins. Das berechnet die App aus deiner Haltung und teilt deine Zahlen dadurch, damit sich beide vergleichen lassen.`,
    outcome: 'Das Ergebnis',
    tooMuch: (bias) => `Bei dir, an dem Tag, an dem Platz zeigte die App im Mittel ${bias} zu viel.`,
    tooLittle: (bias) => `Bei dir, an dem Tag, an dem Platz zeigte die App im Mittel ${bias} zu wenig.`,
    onAverage: 'Bei dir, an dem Tag, an dem Platz stimmten App und Messgerät im Mittel überein.',
    single: (low, high) =>
      `Eine einzelne Zahl kann um ${low} bis ${high} von deinem Messgerät abweichen (Übereinstimmungsgrenzen, 95 %).`,
    few: (pairs) =>
      `${pairs === 0 ? 'Keine Stellung hat beide Zahlen' : pairs === 1 ? 'Eine Stellung hat beide Zahlen' : 'Zwei Stellungen haben beide Zahlen'}. Für Grenzen braucht es mindestens drei.`,
    limits: (low, high) => `${low} bis ${high}`,
    sure: (pairs) =>
      `${pairs} Stellungen sind wenige, darum sind die Grenzen weit. Sie rechnen mit Students t für ${pairs - 1} Freiheitsgrade (Bland und Altman 1986). Eine weitere Messung läge mit 95 % Sicherheit darin.`,
    both: 'In jedem Unterschied stecken beide Fehler: der von der App und die 2 bis 4° von deinem Messgerät. Eine mittlere Abweichung, die kleiner ist als das, kann von deinem Messgerät kommen.',
    demo: 'Das war die Demo, sie sagt nichts über dich.',
    file: 'Das Bild kam aus einer Videodatei.',
    plot: (sentence) => `Unterschiede zwischen App und Messgerät nach Winkel. ${sentence}`,
    legend: {
      point: 'eine Stellung',
      bias: 'mittlere Abweichung',
      limits: 'Grenzen, 95 %',
      band: '90-%-Bereich der App',
    },
    share: 'Anonymer Datensatz',
    shareText:
      'Eine Datei für alle, die untersuchen, wie gut die App misst: die Zahlenpaare, die Übung, der Platz der Kamera und der Monat. Kein Bild, kein Name, kein Tag, nichts, was zu deinen Durchgängen führt. Sie wird nur gespeichert, nicht verschickt.',
    save: 'Datensatz speichern',
    delete: 'Diese Prüfung löschen',
    again: 'Noch einmal prüfen',
    all: 'Alle Prüfungen',
    notStored: 'Dieser Browser konnte das nicht speichern.',
  },
  list: {
    columns: {
      bias: 'Abweichung',
      limits: 'Grenzen',
    },
    noResult: 'noch nicht eingetippt',
    heading: 'Prüfungen mit deinem Messgerät',
  },
};
