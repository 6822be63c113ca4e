import type { BodyPart } from '../../instrument/output/reason.ts';
import { listed } from '../phrasing.ts';
import type { Words } from '../words.ts';

const reasons: Words['common']['reasons'] = {
  'no-picture': {
    what: 'Es kommt kein Bild an',
    todo: 'Prüf Abdeckung und Schalter der Kamera und lass diesen Tab vorn.',
  },
  'no-person': { what: 'Niemand im Bild', todo: 'Komm ins Bild, die Hüften in die Mitte.' },
  'too-dark': { what: 'Zu dunkel', todo: 'Mach Licht an oder die Vorhänge auf.' },
  dim: { what: 'Es ist recht dunkel', todo: 'Mit mehr Licht werden die Zahlen ruhiger.' },
  'against-light': {
    what: 'Du bist im Gegenlicht',
    todo: 'Dreh den Laptop vom Fenster weg oder zieh den Vorhang zu.',
  },
  'too-bright': { what: 'Zu hell', todo: 'Dreh den Laptop vom Fenster oder von der Lampe weg.' },
  'lens-covered': {
    what: 'Die Linse ist verdeckt',
    todo: 'Öffne die Kameraabdeckung oder nimm den Aufkleber ab.',
  },
  'person-too-small': { what: 'Du bist zu weit weg', todo: 'Stell den Laptop näher.' },
  'person-too-large': { what: 'Du bist zu nah', todo: 'Stell den Laptop weiter weg.' },
  'out-of-frame': {
    what: 'Ein Teil von dir ist nicht im Bild',
    todo: 'Rück den Laptop, bis du ganz zu sehen bist.',
  },
  'implausible-body': {
    what: 'Ich erkenne dich nicht',
    todo: 'Trag Farben, die sich abheben, und mach Platz um dich.',
  },
  'wrong-posture': {
    what: 'Noch nicht die Startposition',
    todo: 'Nimm die Startposition der Übung ein.',
  },
  'bad-view': {
    what: 'Falscher Platz für diese Übung',
    todo: 'Stell den Laptop an den Platz in der Zeichnung.',
  },
  'already-stretched': {
    what: 'Du bist schon über die Startposition hinaus',
    todo: 'Komm in die Startposition der Übung.',
  },
  'not-the-start': {
    what: 'Dein Start war schon mitten in der Bewegung',
    todo: 'Geh in die Startposition und halte still. Was vorher gemessen wurde, zählt nicht.',
  },
  'no-neutral': { what: 'Noch keine Startposition', todo: 'Halte in der Startposition still.' },
  'camera-moved': {
    what: 'Der Laptop hat sich bewegt',
    todo: 'Halte still, damit ich deinen Start neu setzen kann.',
  },
  'picture-zoomed': {
    what: 'Die Kamera hat gezoomt',
    todo: 'Schalte die automatische Bildausrichtung aus und halte dann in der Startposition still.',
  },
  'picture-turned': {
    what: 'Das Bild wurde gedreht',
    todo: 'Dreh die Kamera zurück oder halte in der Startposition still.',
  },
  'picture-resized': {
    what: 'Die Kamera zeigt einen anderen Ausschnitt',
    todo: 'Halte in der Startposition still, damit ich deinen Start neu setzen kann.',
  },
  'picture-frozen': {
    what: 'Das Bild steht still',
    todo: 'Starte die Kamera neu oder schließe das Programm, das ihr Bild sendet.',
  },
  'picture-too-slow': {
    what: 'Zu wenige Bilder pro Sekunde',
    todo: 'Schließe andere Programme und Tabs oder wähle in den Einstellungen das Modell „lite“.',
  },
  'posture-left': {
    what: 'Du hast die Position verlassen',
    todo: 'Komm zurück in die Position, dann geht es weiter.',
  },
  'pelvis-no-response': {
    what: 'Dein Becken ist in diesem Bild nicht zu erkennen',
    todo: 'Andere Kleidung oder mehr Licht kann helfen. Gemessen wird das ganze Bein.',
  },
  'foot-slid': { what: 'Dein Standfuß ist verrutscht', todo: 'Stell ihn dahin zurück, wo er war.' },
  'knee-straight': {
    what: 'Dein Knie ist zu gestreckt',
    todo: 'Beuge das Knie, sonst ist die Hüftdrehung nicht zu sehen.',
  },
  'thigh-towards-lens': {
    what: 'Dein Oberschenkel zeigt zur Linse',
    todo: 'Stell den Laptop an den Platz in der Zeichnung.',
  },
  'joints-hidden': {
    what: 'Hüfte, Knie oder Knöchel verdeckt',
    todo: 'Räum weg, was vor deinen Beinen steht.',
  },
  'knee-hidden': {
    what: 'Dein fernes Knie ist hinter dem nahen Bein verdeckt',
    todo: 'Stell den Laptop etwas mehr zum Kopf hin oder höher.',
  },
  'left-right-mixed': {
    what: 'Linkes und rechtes Bein sehen gleich aus',
    todo: 'Stell den Laptop etwas zur Seite.',
  },
  'pelvis-hidden': {
    what: 'Dein Becken ist verdeckt',
    todo: 'Halte Arme und weite Kleidung von den Hüften fern.',
  },
  'pelvis-lost': {
    what: 'Ich sehe dein Becken nicht mehr',
    todo: 'Komm für einen Moment zurück in die Startposition.',
  },
  'pelvis-too-dark': {
    what: 'Deine Kleidung ist zu dunkel, um das Becken darin zu sehen',
    todo: 'Trag etwas Helleres um die Hüften oder mach Licht von hinten.',
  },
  'not-seen-from-here': { what: 'Von hier nicht zu sehen', todo: 'Diese Ansicht zeigt es nicht.' },
  'other-pelvis-motion': {
    what: 'Dein Becken bewegt sich, ich weiß nicht wie',
    todo: 'Komm für einen Moment zurück in die Startposition.',
  },
  'back-hidden': {
    what: 'Die Linie deines Rückens ist nicht frei zu sehen',
    todo: 'Halte Arme und weite Kleidung davon weg, und stell den Laptop genau zur Seite.',
  },
  'trunk-leans': { what: 'Dein Rumpf neigt sich', todo: 'Richte dich über den Hüften auf.' },
  'poor-fit': { what: 'Ich sehe dich nicht gut genug', todo: 'Mehr Licht und ein freier Boden helfen.' },
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

export const common: Words['common'] = {
  phases: {
    ready: 'Bereit machen',
    neutral: 'Stillhalten',
    control: 'Becken-Check',
    turn: 'Andere Seite',
    passive: 'Passiv',
    pails: 'PAILs',
    rails: 'RAILs',
    sink: 'Nachsinken',
    hold: 'Halten',
    reps: 'Wiederholungen',
    rest: 'Pause',
    guided: 'Angeleitet',
  },
  rules: {
    'pelvis-twist': 'Becken dreht',
    'pelvis-list': 'Becken kippt zur Seite',
    'pelvis-lift': 'Becken hebt ab',
    'back-arch': 'Hohlkreuz',
    'knee-chase': 'Knie jagt zum Boden',
    'trunk-lean': 'Rumpf neigt sich',
    'isometric-drift': 'Wandert beim Halten',
    'back-round': 'Rücken wird rund',
    'chest-drop': 'Brust sinkt',
    'trunk-turn': 'Brust dreht',
    'knee-bend': 'Knie beugt',
    'knee-lock': 'Knie durchgedrückt',
    'toes-drop': 'Zehen sinken',
    'foot-moved': 'Ein Fuß wandert',
    'shins-drop': 'Unterschenkel sinken',
    'too-fast': 'Zu schnell',
    grip: 'Klemmt den Block',
  },
  goals: { prep: 'Vorbereiten', build: 'Aufbauen', strength: 'Kraft' },
  goalAdvice: {
    prep: 'Leicht und kurz. Bis zu einmal am Tag.',
    build: 'Dreimal pro Woche.',
    strength: 'Hart und lang. Zwei- oder dreimal pro Woche, mit zwei Tagen dazwischen.',
  },
  strictness: {
    gentle: 'Sanft gemeldet',
    standard: 'Wie üblich gemeldet',
    strict: 'Streng gemeldet',
  },
  sides: { left: 'Links', right: 'Rechts', both: 'Beide Seiten' },
  ends: {
    finished: 'Beendet',
    stopped: 'Gestoppt',
    pinch: 'Gestoppt: Zwicken',
    pain: 'Gestoppt: Schmerz',
    numb: 'Gestoppt: taub oder kribbelig',
    'source-ended': 'Video zu Ende',
    interrupted: 'Unterbrochen',
    running: 'Nicht richtig geschlossen',
  },
  symptoms: {
    pinch: {
      name: 'eines Zwickens in der Hüfte',
      title: 'Du hast wegen eines Zwickens in der Hüfte gestoppt',
      text: 'Gute Entscheidung. Schon die Hüfte heute. Geh beim nächsten Mal weniger tief und bleib deutlich vor dem Zwicken. Kommt es wieder, lass es abklären, bevor du weitermachst.',
    },
    pain: {
      name: 'Schmerzen',
      title: 'Du hast wegen Schmerzen gestoppt',
      text: 'Gute Entscheidung. Mach heute Pause. Nimm beim nächsten Mal weniger Tiefe und weniger Kraft und bleib durchgehend schmerzfrei. Kommen sie wieder, lass sie abklären, bevor du weitermachst.',
    },
    numb: {
      name: 'Taubheit oder Kribbeln',
      title: 'Du hast wegen Taubheit oder Kribbeln gestoppt',
      text: 'Gute Entscheidung. Wechsle die Position, geh ein paar Schritte und lass es abklingen. Geh beim nächsten Mal weniger tief. Bleibt es oder kommt es wieder, lass es abklären, bevor du weitermachst.',
    },
  },
  angles: {
    rotation: { short: 'Hüftrotation', long: 'Innenrotation der Hüfte', column: 'Rotation' },
    bend: { short: 'Hüftbeugung', long: 'Hüftbeugung', column: 'Hüftbeugung' },
    back: { short: 'Hohlkreuz', long: 'Wölbung des unteren Rückens', column: 'Hohlkreuz' },
  },
  reasons,
  missing: (missing) => {
    const names = listed(
      missing.map((part) => parts[part]),
      'und',
    );
    const are = missing.length > 1 || missing.some((part) => PLURAL.has(part));
    return `${names.charAt(0).toUpperCase()}${names.slice(1)} ${are ? 'sind' : 'ist'} nicht im Bild`;
  },
  aSecond: ' pro Sekunde',
  noDate: 'Ohne Datum',
  noneSeen: 'nichts gesehen',
  rough: (band) => `${band}, nur grob`,
  atLeast: (amount) => `mindestens ${amount}`,
};
