import type { Words } from '../../words.ts';
import { common } from '../common.ts';

type Passport = Words['passport'];

const figures: Omit<
  Passport,
  'showHeading' | 'showLead' | 'theHips' | 'show' | 'next' | 'why' | 'stepReasons' | 'retest'
> = {
  lead: 'Wo deine Hüften stehen, was als Nächstes dran ist und ob es hilft.',
  none: 'Es gibt noch keinen Hüfttest. Er dauert etwa zwölf Minuten. Du brauchst einen Gurt oder ein Band und ein Handtuch; die Stimme führt dich.',
  test: 'Hüften testen',
  reading: 'Deine Tests werden geladen …',
  unreadable: 'Deine Tests ließen sich nicht laden.',
  print: 'Drucken oder als PDF sichern',
  tested: (date, where) => `Getestet am ${date}, ${where}.`,
  positions: {
    seated: 'im Sitzen auf der Kante eines hohen Sitzes',
    supine: 'in Rückenlage, Hüfte und Knie im rechten Winkel',
    prone: 'in Bauchlage, Knie im rechten Winkel',
  },
  positionLabel: 'Lage',
  positionNames: { seated: 'Im Sitzen', supine: 'In Rückenlage', prone: 'In Bauchlage' },
  both: 'Was jede Hüfte kann',
  measure: 'Was gemessen wurde',
  hips: common.hip,
  turns: {
    internal: { passive: 'nach innen drehen mit Hilfe', active: 'nach innen drehen allein' },
    external: { passive: 'nach außen drehen mit Hilfe', active: 'nach außen drehen allein' },
  },
  ranges: {
    internal: { passive: 'Nach innen drehen, mit Hilfe', active: 'Nach innen drehen, allein' },
    external: { passive: 'Nach außen drehen, mit Hilfe', active: 'Nach außen drehen, allein' },
  },
  gaps: { internal: 'Nach innen drehen: ungenutzt', external: 'Nach außen drehen: ungenutzt' },
  arcs: { passive: 'Innen und außen zusammen, mit Hilfe', active: 'Innen und außen zusammen, allein' },
  more: { left: (angle) => `links ${angle} mehr`, right: (angle) => `rechts ${angle} mehr` },
  gapNone: 'innerhalb des Fehlers',
  gapReversed: 'mit Hilfe noch einmal testen',
  balance: 'Anteil nach innen',
  shifted:
    'Eine Hüfte dreht weniger nach innen und mehr nach außen, zusammen etwa gleich viel. Das kann am Bau der Hüfte liegen oder am Start. Steif muss sie nicht sein.',
  reversed:
    'Allein kam eine Hüfte weiter als mit Hilfe. Dann ging die Hilfe nicht bis zum Ende: Teste das noch einmal.',
  pelvisHeading: 'Wann das Becken mitging',
  pelvis: (hip, turn, tries, from, added) =>
    `${hip}, ${turn}: in ${tries} Versuchen, ab ${from}. Es brachte ${added} oder mehr zusätzlich.`,
  tries: (tries, of) => `${tries} von ${of}`,
  pelvisStill: 'Es war keine Bewegung des Beckens zu sehen. Eine kleine bleibt manchmal unerkannt.',
  missingHeading: 'Nicht getestet oder nicht erkannt',
  unread: (hip, turn) => `${hip}: ${turn}`,
  unreadHip: (hip) => `${hip}: alles`,
  changeHeading: (date) => `Seit ${date}`,
  changedMore: (hip, turn, angle) => `${hip}, ${turn}: ${angle} mehr.`,
  changedLess: (hip, turn, angle) => `${hip}, ${turn}: ${angle} weniger.`,
  unchanged: (count) => (count === 1 ? 'Ein Wert ist etwa gleich.' : `${count} Werte sind etwa gleich.`),
  notComparable: 'Deine früheren Tests waren von einem anderen Platz, deshalb werden sie nicht verglichen.',
  norm: (mean, spread, men, women, age) =>
    `Zum Vergleich, kein Ziel: ${men} Männer und ${women} Frauen von etwa ${age} Jahren drehten mit Hilfe nach innen und außen zusammen ${mean} (Standardabweichung ${spread}). Mit dem Alter wird es weniger.`,
  noNorm: 'Kein veröffentlichter Mittelwert passt zu dieser Position.',
  limitsHeading: 'So liest du es',
  limits: [
    'Jede Zahl ist der mittlere deiner Versuche, mit ihrem Fehler (90 %). Alle zählen ab deiner eigenen Startposition.',
    '„Etwa“ heißt: Der Fehler ist größer als ± 8°. Die Zahl ist auf 5° gerundet.',
    'Ein Unterschied zählt erst ab 5,4°, bei größerem Fehler noch später.',
    'Das Ende ist da, wo eine Bewegung des Beckens zu sehen ist oder das Bein stehen bleibt.',
    'Nach außen wird weniger sicher gemessen als nach innen, deshalb ist der Fehler dort größer.',
    'Das ist Coaching und keine Diagnose; Truehip ist kein Medizinprodukt.',
  ],
  ownError: (error) =>
    `Nach deinen eigenen Tests an verschiedenen Tagen hat ein Test einen Fehler von ${error} (Standardabweichung). Er hilft zu entscheiden, was als Veränderung zählt.`,
  sources: 'Quellen',
};

export const passport: Passport = {
  ...figures,
  theHips: { left: 'linke Hüfte', right: 'rechte Hüfte' },
  showHeading: 'Lass das ansehen',
  showLead: 'Zeig das in der Physiotherapie oder Arztpraxis, bevor du weiter trainierst:',
  show: {
    pain: () => 'Deine Hüfte tut stark weh, wenn du sie benutzt.',
    'sides-with-pain': (hip, seen) => `Es tut weh, und deine ${hip} dreht ${seen} weniger nach innen als die andere.`,
    'small-with-pain': (hip, seen) => `Es tut weh, und deine ${hip} dreht nur ${seen} nach innen.`,
    'very-small': (hip, seen) => `Deine ${hip} dreht nach innen und außen zusammen nur ${seen}.`,
  },
  next: {
    heading: 'Was daraus folgt',
    ask: 'Beantworte die drei Fragen, dann steht hier dein Programm.',
    goals: { range: 'Weiter drehen', control: 'Nutzen, was da ist', ease: 'Mich wohler fühlen' },
    pain: 'Tut die Hüfte weh, wenn du sie benutzt?',
    pains: ['Nein (0)', 'Etwas (1–2)', 'Merklich (3–4)', 'Stark (5 oder mehr)'],
    hips: common.which,
    minutes: 'Minuten an einem Trainingstag?',
    minutesOf: (minutes) => `${minutes} Minuten`,
    none: {
      pain: 'Jetzt kein Programm. Schone die Hüfte bei so viel Schmerz, und lass sie erst untersuchen.',
      'see-first':
        'Jetzt kein Programm. Lass erst in der Physiotherapie oder Arztpraxis ansehen, was du angekreuzt hast.',
      'nothing-left': 'Jetzt kein Programm. Jede Übung dafür ist ausgesetzt oder ruht nach einem Abbruch.',
      full: 'Für ein weiteres eigenes Programm ist kein Platz. Lösche eines, dann kannst du dieses nehmen.',
    },
    answered: (goal, pain, minutes) => `Du willst: ${goal}. Schmerz: ${pain}. Zeit: ${minutes}.`,
    title: 'Meine Hüften',
    summary: 'Aus deinem Hüftpass.',
    length: (length, days) => `Etwa ${length} Arbeit am ${days}.`,
    part: (drill, side, rounds) => `${drill}: ${side}, ${rounds === 1 ? '1 Runde' : `${rounds} Runden`}`,
    sides: { each: 'jede Seite', left: 'links', right: 'rechts', both: 'beide zusammen' },
    change: 'Zahlen ändern',
    changeNote: 'Sie bleiben im sicheren Bereich. Übungen und Tage kannst du ändern, sobald es deins ist.',
    accept: 'Dieses Programm übernehmen',
    replace: 'Statt des alten übernehmen',
    acceptNote:
      'Es kommt zu deinen Programmen und in deine Woche. Deine eigenen Zeiten für seine Übungen werden ersetzt.',
    taken: 'Es ist deins.',
    notKept: 'Es konnte nicht gespeichert werden. Es gilt, bis diese Seite geschlossen wird.',
    start: 'Anfangen',
    edit: 'Übungen ändern',
    week: 'Tage ändern',
    days: (days) => (days === 1 ? '1 Tag pro Woche' : `${days} Tage pro Woche`),
  },
  why: {
    side: {
      left: (by) => `Links eine Runde mehr: Die linke Hüfte dreht ${by} weniger nach innen.`,
      right: (by) => `Rechts eine Runde mehr: Die rechte Hüfte dreht ${by} weniger nach innen.`,
    },
    spared: {
      flag: (hip) => `${hip} ruht wegen deiner Antworten.`,
      held: (hip) => `${hip} ruht, bis ihre Beschwerde geprüft ist.`,
      stopped: (hip) => `${hip}: Ein Durchgang wurde abgebrochen, also ohne Drücken und Ziehen.`,
      'end-feel': (hip) => `${hip} bekommt nichts Neues, weil das Einwärtsdrehen hart endet oder zwickt.`,
      enough: (hip) => `${hip} dreht schon weit genug nach innen.`,
      pain: (hip) => `${hip} ruht, weil sie wehtut.`,
      prescribed: (hip) => `${hip} ruht, wie es deine Physiotherapie festgelegt hat.`,
      unknown: (hip) => `${hip} bleibt sanft, weil ich nicht weiß, was wehtat.`,
      strength: (hip) => `${hip} bleibt vorerst bei Aufbau.`,
    },
    notYet: 'Noch nicht',
    names: {
      passive: common.phases.passive,
      push: common.phases.pails,
      pull: common.phases.rails,
      'lift-offs': 'Heben',
      rounds: common.rounds,
      side: 'Seiten',
      spared: 'Eine Seite',
      days: common.days,
    },
  },
  stepReasons: {
    stopped: 'Ein Durchgang wurde abgebrochen oder tat stark weh. Deshalb ist es jetzt sanft.',
    'stopped-one': 'Ein Durchgang wurde wegen einer Hüfte abgebrochen. Diese bleibt sanft, die andere macht weiter.',
    sore: 'Die letzten Durchgänge taten weh. Deshalb ist es eine Stufe leichter.',
    'hardly-done': 'Es war zu wenig, um zu sehen, ob es hilft. Deshalb bleibt es so.',
    calm: 'Es blieb ruhig. Deshalb kommen Drücken und Ziehen dazu.',
    less: 'Eine Hüfte dreht weniger nach innen als vorher. Prüf deine Startposition. Schwerer wird es nicht.',
    easy: 'Zuletzt fiel es dir leicht, und nichts tat weh. Deshalb ist es eine Stufe schwerer.',
    'not-earned': 'Es fällt dir leicht. „Kraft“ kommt nach zwei Wochen und sechs Durchgängen „Aufbau“ ohne Schmerz.',
    gained: 'Es hilft. Deshalb bleibt es so, mit Zeiten für die neuen Zahlen.',
    'not-comparable': 'Die Tests lassen sich nicht vergleichen. Deshalb bleibt es so.',
    noise: 'Etwa gleich, wie meist in den ersten sechs Wochen. Deshalb bleibt es so.',
    'ask-end-feel': 'Du hast sechs Wochen geübt, und nichts änderte sich. Wie fühlt sich das Ende an?',
    'end-feel': 'Nichts änderte sich, und das Ende ist hart oder zwickt. Es bleibt so. Lass es ansehen.',
    'no-change':
      'Du hast sechs Wochen geübt, und nichts änderte sich. Vielleicht ist deine Hüfte so gebaut. Es bleibt so.',
  },
  retest: {
    heading: 'Nächster Test',
    early: (from, days) =>
      `Erst ab ${from}, denn vorher ändert sich eine Hüfte kaum.${days === 0 ? '' : ` Seit diesem Test geübt: ${days === 1 ? '1 Tag' : `${days} Tage`}.`}`,
    open: (days) => `Jetzt ist ein guter Zeitpunkt: Du hast an ${days} Tagen geübt.`,
    wait: (by, days) =>
      days === 0
        ? `Noch nicht: Seitdem hast du nicht geübt. Üb erst an ein paar Tagen. Spätestens am ${by} ist der Test dran.`
        : `Noch nicht: Du hast an ${days === 1 ? '1 Tag' : `${days} Tagen`} geübt. Erst noch ein paar Tage mehr. Spätestens am ${by} ist der Test dran.`,
    due: 'Vier Wochen sind um. Teste noch einmal.',
    place:
      'Teste an dem Tag zuerst, dann trainiere. Stell den Laptop an denselben Platz. Nur dann lassen sich die Tests vergleichen.',
  },
};
