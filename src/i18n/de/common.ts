import type { BodyPart } from '../../instrument/output/reason.ts';
import { listed, upperFirst, withoutStops } from '../phrasing.ts';
import type { LightProblems, PersonProblems } from '../en/common.ts';
import type { Words } from '../words.ts';

export const light: LightProblems = {
  'lens-covered': {
    what: 'Die Kamera ist verdeckt.',
    todo: 'Öffne die Abdeckung oder nimm weg, was davor ist.',
    say: ['Mach die Kamera frei.'],
  },
  'too-dark': { what: 'Es ist zu dunkel.', todo: 'Mach Licht an.', say: ['Mach Licht an, es ist zu dunkel.'] },
  'too-bright': {
    what: 'Es ist zu hell.',
    todo: 'Dreh den Laptop vom Fenster oder von der Lampe weg.',
    say: ['Dreh den Laptop vom Licht weg.'],
  },
  'against-light': {
    what: 'Du bist im Gegenlicht.',
    todo: 'Zieh den Vorhang zu oder dreh den Laptop vom Fenster weg.',
    say: ['Zieh den Vorhang zu oder dreh den Laptop, du bist im Gegenlicht.'],
  },
  dim: {
    what: 'Es ist etwas dunkel.',
    todo: 'Mit mehr Licht werden die Zahlen ruhiger.',
    say: ['Mach mehr Licht, dann werden die Zahlen ruhiger.'],
  },
};
export const person: PersonProblems = {
  'no-person': {
    what: 'Ich sehe dich nicht.',
    todo: 'Komm ins Bild, die Hüften in die Mitte.',
    say: ['Komm zurück ins Bild, ich sehe dich nicht.', 'Bleib im Bild.'],
  },
  'person-too-small': {
    what: 'Du bist zu weit weg.',
    todo: 'Stell den Laptop näher.',
    say: ['Stell den Laptop näher.'],
  },
  'person-too-large': {
    what: 'Du bist zu nah.',
    todo: 'Stell den Laptop weiter weg.',
    say: ['Stell den Laptop weiter weg.'],
  },
  'implausible-body': {
    what: 'Ich erkenne dich nicht.',
    todo: 'Mach die Sicht zwischen uns frei und trag Farben, die sich vom Boden abheben.',
    say: ['Mach die Sicht zwischen uns frei, ich erkenne dich nicht.'],
  },
  'picture-frozen': {
    what: 'Das Bild steht still.',
    todo: 'Starte die Kamera neu oder schließ das Programm, das ihr Bild sendet.',
    say: ['Starte die Kamera neu, das Bild steht still.'],
  },
};

const reasons: Words['common']['reasons'] = {
  ...withoutStops(light),
  ...withoutStops(person),
  'no-picture': {
    what: 'Kein Bild von der Kamera',
    todo: 'Prüf Abdeckung und Schalter der Kamera und lass diesen Tab vorn.',
    say: ['Prüf die Kamera, ich bekomme kein Bild.'],
  },
  'out-of-frame': {
    what: 'Ein Teil von dir ist nicht im Bild',
    todo: 'Verschieb den Laptop, bis du ganz zu sehen bist.',
    say: ['Verschieb den Laptop, bis du ganz im Bild bist.'],
  },
  'wrong-posture': {
    what: 'Noch nicht in der Startposition',
    todo: 'Geh in die Startposition der Übung.',
    say: ['Geh in die Startposition.'],
  },
  'hips-up': {
    what: 'Becken nicht am Boden',
    todo: 'Leg es ab und halte still, damit ich deinen Start neu messen kann.',
    say: ['Leg das Becken wieder ab und halte still.', 'Lass das Becken am Boden.'],
  },
  'not-lying': {
    what: 'Nicht in Rückenlage',
    todo: 'Leg dich in die Startposition der Übung.',
    say: ['Leg dich wieder auf den Rücken, wie am Start.'],
  },
  'legs-not-planted': {
    what: 'Beine nicht in Position',
    todo: 'Beug die Knie und stell die Füße auf.',
    say: ['Beug die Knie und stell die Füße auf, wie am Start.'],
  },
  'bent-forward': {
    what: 'Nach vorn gebeugt',
    todo: 'Setz dich aufrecht hin und schau auf den Bildschirm.',
    say: ['Setz dich aufrecht hin und schau auf den Bildschirm.'],
  },
  'leg-stretched': {
    what: 'Ein Bein ist gestreckt',
    todo: 'Beug das Knie und lass den Unterschenkel hängen.',
    say: ['Beug das Knie und lass den Unterschenkel hängen.'],
  },
  'upside-down': {
    what: 'Das Bild steht kopf',
    todo: 'Dreh die Kamera um, oder ihr Bild in ihren Einstellungen.',
    say: ['Dreh die Kamera um: Ihr Bild steht kopf.'],
  },
  'bad-view': {
    what: 'Der Laptop steht am falschen Platz',
    todo: 'Stell ihn dorthin, wo er in der Zeichnung steht.',
    say: ['Stell den Laptop wie gezeigt, von hier kann ich nicht messen.'],
  },
  'already-stretched': {
    what: 'Du bist schon über den Start hinaus',
    todo: 'Geh zurück in die Startposition.',
    say: ['Geh zurück in die Startposition, du bist schon darüber hinaus.', 'Beginne in der Startposition.'],
  },
  'back-rounded': {
    what: 'Dein Rücken ist rund',
    todo: 'Mach ihn lang und flach wie eine Tischplatte.',
    say: ['Mach den Rücken lang und flach wie eine Tischplatte.'],
  },
  'not-the-start': {
    what: 'Beim Start warst du schon in Bewegung',
    todo: 'Geh in die Startposition und halte still. Was vorher gemessen wurde, zählt nicht.',
    say: ['Geh zurück in die Startposition und halte still, vorhin warst du in Bewegung.', 'Halte am Start still.'],
  },
  'no-neutral': {
    what: 'Noch keine Startposition',
    todo: 'Halte in der Startposition still.',
    say: ['Halte drei Sekunden in der Startposition still.'],
  },
  'camera-moved': {
    what: 'Der Laptop hat sich bewegt',
    todo: 'Halte in der Startposition still, dann setze ich deinen Start neu.',
    say: ['Geh zurück zum Start und halte still, der Laptop hat sich bewegt.', 'Lass den Laptop stehen, wo er ist.'],
  },
  'camera-tilted': {
    what: 'Der Laptop ist zur Seite gekippt',
    todo: 'Stell ihn wieder gerade hin oder halte in der Startposition still.',
    say: [
      'Geh zurück zum Start und halte still, der Laptop ist zur Seite gekippt.',
      'Stell den Laptop gerade hin und lass ihn so.',
    ],
  },
  'picture-slid': {
    what: 'Der Laptop oder das Kamerabild hat sich verschoben',
    todo: 'Lass den Laptop stehen und schalte die automatische Bildausrichtung aus. Halte dann in der Startposition still.',
    say: [
      'Geh zurück zum Start und halte still, der Laptop oder das Kamerabild hat sich verschoben.',
      'Lass den Laptop stehen und schalte die automatische Bildausrichtung aus.',
    ],
  },
  'picture-zoomed': {
    what: 'Die Kamera hat gezoomt',
    todo: 'Schalte die automatische Bildausrichtung aus und halte dann in der Startposition still.',
    say: [
      'Geh zurück zum Start und halte still, die Kamera hat gezoomt.',
      'Schalte die automatische Bildausrichtung der Kamera aus.',
    ],
  },
  'picture-turned': {
    what: 'Das Bild hat sich gedreht',
    todo: 'Dreh die Kamera zurück oder halte in der Startposition still.',
    say: ['Geh zurück zum Start und halte still, das Bild hat sich gedreht.', 'Lass die Kamera, wie sie ist.'],
  },
  'picture-resized': {
    what: 'Das Kamerabild hat sich geändert',
    todo: 'Halte in der Startposition still, dann setze ich deinen Start neu.',
    say: ['Geh zurück zum Start und halte still, das Bild hat sich geändert.', 'Lass die Kamera, wie sie ist.'],
  },
  'picture-too-slow': {
    what: 'Zu wenige Bilder pro Sekunde',
    todo: 'Schließ andere Programme oder wähl in den Einstellungen die schnelle Körpererkennung.',
    say: ['Schließ andere Programme, ich bekomme zu wenige Bilder.'],
  },
  'posture-left': {
    what: 'Du hast die Position verlassen',
    todo: 'Komm zurück in die Position, dann geht es weiter.',
    say: ['Komm zurück in die Position.', 'Bleib in der Position.'],
  },
  'foot-slid': {
    what: 'Dein Fuß ist verrutscht',
    todo: 'Stell ihn dahin zurück, wo er war.',
    say: ['Stell den Fuß dahin zurück, wo er war.', 'Lass den Fuß, wo er ist.'],
  },
  'knee-straight': {
    what: 'Dein Knie ist zu gestreckt',
    todo: 'Beug es mehr. Am gestreckten Bein sehe ich nicht, wie sich die Hüfte dreht.',
    say: ['Beug das Knie mehr, damit ich sehe, wie sich die Hüfte dreht.'],
  },
  'thigh-towards-lens': {
    what: 'Dein Oberschenkel zeigt zur Kamera',
    todo: 'Stell den Laptop an den Platz in der Zeichnung.',
    say: ['Stell den Laptop etwas zur Seite, dein Oberschenkel zeigt auf mich.'],
  },
  'joints-hidden': {
    what: 'Hüfte, Knie oder Knöchel verdeckt',
    todo: 'Räum weg, was vor deinen Beinen steht.',
    say: ['Mach die Sicht auf deine Beine frei.'],
  },
  'knee-hidden': {
    what: 'Das nahe Bein verdeckt das andere Knie',
    todo: 'Stell den Laptop etwas mehr zum Kopf hin oder höher.',
    say: ['Stell den Laptop mehr zum Kopf hin oder höher, ich sehe dein anderes Knie nicht.'],
  },
  'left-right-mixed': {
    what: 'Ich verwechsle deine Beine',
    todo: 'Stell den Laptop etwas zur Seite.',
    say: ['Stell den Laptop etwas zur Seite, ich verwechsle deine Beine.'],
  },
  'pelvis-hidden': {
    what: 'Dein Becken ist verdeckt',
    todo: 'Halte Arme und weite Kleidung von den Hüften fern.',
    say: ['Halte Arme und weite Kleidung von den Hüften fern.'],
  },
  'pelvis-lost': {
    what: 'Ich sehe dein Becken nicht mehr',
    todo: 'Geh für einen Moment zurück in die Startposition.',
    say: ['Geh kurz zurück zum Start, ich sehe dein Becken nicht mehr.', 'Halte das Becken sichtbar.'],
  },
  'pelvis-too-dark': {
    what: 'Deine Kleidung ist zu dunkel',
    todo: 'Trag etwas Helleres um die Hüften oder stell eine Lampe hinter den Laptop.',
    say: ['Mehr Licht auf die Hüften bitte, deine Kleidung ist mir zu dunkel.'],
  },
  'not-seen-from-here': {
    what: 'Von diesem Kameraplatz nicht zu sehen',
    todo: 'Dafür müsste die Kamera woanders stehen.',
    say: ['Stell dafür den Laptop um, von hier sehe ich das nicht.'],
  },
  'phone-silent': {
    what: 'Von deinem Handy kommt nichts',
    todo: 'Weck seinen Bildschirm auf und lass ihn an.',
    say: ['Weck dein Handy auf, von ihm kommt nichts.'],
  },
  'phone-slid': {
    what: 'Das Handy ist verrutscht',
    todo: 'Leg es zurück und halte still.',
    say: ['Leg das Handy zurück und halte still, es ist verrutscht.'],
  },
  'back-hidden': {
    what: 'Ich sehe die Linie deines Rückens nicht',
    todo: 'Halte Arme und weite Kleidung davon weg und stell den Laptop genau zur Seite.',
    say: ['Halte die Arme weg, damit ich deinen Rücken sehe.'],
  },
  'trunk-leans': {
    what: 'Zu weit geneigt für eine Zahl',
    todo: 'Neig dich, wenn du es brauchst. Aufrecht ist die Zahl wieder da.',
    say: ['Neig dich, wenn du es brauchst; die Zahl macht so lange Pause.', 'Bleib so aufrecht, wie du kannst.'],
  },
  'poor-fit': {
    what: 'Ich sehe dich nicht gut genug',
    todo: 'Mach mehr Licht und räum den Boden frei.',
    say: ['Mehr Licht und ein freier Boden helfen, ich sehe deine Beine schlecht.'],
  },
};

const parts: Readonly<Record<BodyPart, string>> = {
  head: 'Kopf',
  shoulders: 'Schultern',
  hips: 'Hüften',
  'left knee': 'linkes Knie',
  'right knee': 'rechtes Knie',
  'left foot': 'linker Fuß',
  'right foot': 'rechter Fuß',
};

const PLURAL = new Set<BodyPart>(['shoulders', 'hips']);

const OVER = 'Gute Entscheidung. Diese Übung ist für heute vorbei.';

const which = { left: 'Links', right: 'Rechts', both: 'Beide' };

export const common: Words['common'] = {
  technical: 'Technische Angaben',
  voice: 'Stimme',
  sets: 'Durchgänge',
  goalList: 'Ziele',
  settings: 'Einstellungen',
  yourData: 'Deine Daten',
  what: 'Was',
  delete: 'Löschen',
  keep: 'Behalten',
  deleteAll: 'Alles löschen',
  videoFile: 'Videodatei',
  demo: 'Demo',
  withoutCamera: 'Ohne Kamera',
  whichCamera: 'Welche Kamera',
  rounds: 'Runden',
  wish: 'Was willst du?',
  beforeStart: 'Bevor du anfängst',
  start: 'Start',
  programmes: 'Programme',
  week: 'Woche',
  later: 'Später',
  passport: 'Hüftpass',
  difference: 'Unterschied',
  aboutSame: 'etwa gleich',
  whichHip: 'Welche Hüfte?',
  yourProgramme: 'Dein Programm',
  drill: 'Übung',
  days: 'Tage',
  testInFuture:
    'Das Datum deines Tests liegt in der Zukunft, die Uhr ging also falsch. Teste noch einmal, wann du magst.',
  cameraPicture: 'Bild deiner Kamera',
  remove: 'Entfernen',
  saveFile: 'Als Datei speichern',
  prescribe: 'Für die Physiotherapie: Übungen verordnen',
  back: 'Zurück',
  flags: 'Meldungen',
  pain: 'Schmerz',
  bestRange: 'Bester Wert',
  end: 'Ende',
  pastSets: 'Frühere Durchgänge',
  progress: 'Dein Verlauf',
  loading: 'Wird geladen …',
  pickDrill: 'Übung wählen',
  today: 'Heute',
  planWeek: 'Plane deine Woche',
  offline: 'Offline nutzen',
  onHold: 'Jetzt nicht. Den Grund nennt die Seite der Übung.',
  cancel: 'Abbrechen',
  starting: 'Wird gestartet',
  done: 'Erledigt',
  absent: 'Noch nicht in dieser Version',
  time: 'Zeit',
  again: 'Noch einmal machen',
  yourWeek: 'Deine Woche',
  pause: 'Pause',
  space: 'Leertaste',
  hipAlone: 'Hüfte allein',
  fromPelvis: 'Vom Becken',
  legInTotal: 'Bein gesamt',
  notKnown: 'nicht bekannt',
  aloneInList: 'Hüfte allein',
  pelvisUnseen: 'Becken nicht zu sehen',
  report: 'Bericht',
  date: 'Datum',
  selfCheck: 'Prüf die App mit deinem eigenen Messgerät',
  instrument: 'Messgerät',
  keys: 'Tasten',
  set: 'Durchgang',
  sound: 'Ton',
  yes: 'Ja',
  goal: 'Ziel',
  thisWeek: 'Diese Woche',
  phases: {
    ready: 'Bereit machen',
    neutral: 'Stillhalten',
    turn: 'Andere Seite',
    passive: 'Fallen lassen',
    pails: 'Drücken',
    rails: 'Ziehen',
    sink: 'Tiefer sinken',
    hold: 'Halten',
    reps: 'Wiederholungen',
    rest: 'Pause',
    guided: 'Angeleitet',
  },
  rules: {
    'pelvis-twist': 'Becken dreht mit',
    'pelvis-list': 'Becken kippt zur Seite',
    'pelvis-lift': 'Becken hebt ab',
    'back-arch': 'Hohlkreuz',
    'knee-chase': 'Knie drängt zum Boden',
    'trunk-lean': 'Rumpf neigt sich',
    'isometric-drift': 'Bein wandert beim Halten',
    'back-round': 'Rücken wird rund',
    'chest-drop': 'Brust sinkt',
    'trunk-turn': 'Brust dreht sich',
    'knee-bend': 'Knie beugt sich',
    'knee-lock': 'Knie durchgedrückt',
    'toes-drop': 'Zehen sinken',
    'foot-moved': 'Ein Fuß wandert',
    'shins-drop': 'Unterschenkel sinken',
    'too-fast': 'Zu schnell',
    'hips-shift': 'Hüfte wandert',
    'other-knee-shift': 'Das andere Knie wandert',
    'past-limit': 'Über deiner Grenze',
    grip: 'Quetscht den Block',
  },
  goals: { prep: 'Aufwärmen', build: 'Aufbau', strength: 'Kraft' },
  goalAdvice: {
    prep: 'Leicht und kurz. Geht jeden Tag.',
    build: 'Dreimal pro Woche.',
    strength: 'Länger halten, mehr Kraft. Zwei- oder dreimal pro Woche, mit einem Tag Pause (48 Stunden) dazwischen.',
  },
  strictness: {
    gentle: 'Sanft eingestellt',
    standard: 'Normal eingestellt',
    strict: 'Streng eingestellt',
  },
  which,
  hip: { left: 'Linke Hüfte', right: 'Rechte Hüfte' },
  sides: { ...which, both: 'Beide Seiten' },
  ends: {
    finished: 'Fertig',
    stopped: 'Gestoppt',
    pinch: 'Gestoppt: Zwicken',
    pain: 'Gestoppt: Schmerz',
    numb: 'Gestoppt: taub oder kribbelig',
    'source-ended': 'Video zu Ende',
    interrupted: 'Unterbrochen',
    running: 'Abgebrochen',
  },
  symptoms: {
    pinch: {
      name: 'eines Zwickens in der Hüfte',
      title: 'Du hast wegen eines Zwickens in der Hüfte gestoppt',
      text: `${OVER} Zwickt es beim nächsten Mal wieder, lass es abklären, bevor du weitermachst.`,
    },
    pain: {
      name: 'Schmerzen',
      title: 'Du hast wegen Schmerzen gestoppt',
      text: `${OVER} Warte, bis der Schmerz weg ist. Kommt er wieder, lass ihn abklären, bevor du weitermachst.`,
    },
    numb: {
      name: 'Taubheit oder Kribbeln',
      title: 'Du hast wegen Taubheit oder Kribbeln gestoppt',
      text: `${OVER} Geh ein paar Schritte und lass es abklingen. Bleibt es oder kommt es wieder, lass es abklären, bevor du weitermachst.`,
    },
  },
  angles: {
    rotation: { short: 'Hüftrotation', long: 'Innenrotation der Hüfte', column: 'Rotation' },
    bend: { short: 'Hüftbeugung', long: 'Hüftbeugung', column: 'Hüftbeugung' },
    back: { short: 'Hohlkreuz', long: 'Wölbung im unteren Rücken', column: 'Hohlkreuz' },
  },
  reasons,
  missing: (missing) => {
    const names = listed(
      missing.map((part) => parts[part]),
      'und',
    );
    const are = missing.length > 1 || missing.some((part) => PLURAL.has(part));
    return `${upperFirst(names)} ${are ? 'sind' : 'ist'} nicht im Bild`;
  },
  aSecond: ' pro Sekunde',
  more: (next, left) => `${next} weitere zeigen (${left} übrig)`,
  drawn: (drawn, all) => `Das Diagramm zeigt die ersten ${drawn} von ${all} Meldungen.`,
  noDate: 'Ohne Datum',
  noneSeen: 'nichts gesehen',
  about: (angle) => `etwa ${angle}`,
  giveOrTake: (degrees) => `, plus oder minus ${degrees}`,
  orMore: (amount) => `${amount} oder mehr`,
};
