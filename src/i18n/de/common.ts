import type { BodyPart } from '../../instrument/output/reason.ts';
import { listed } from '../listed.ts';
import type { Words } from '../words.ts';
import { reasons } from './reasons.ts';

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
