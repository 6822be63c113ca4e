import type { safety as english } from '../../en/hip/safety.ts';
import { common } from '../common.ts';

const NUMB = 'Taub zwischen den Beinen, oder plötzlich Probleme mit Blase oder Darm';
const NO_WEIGHT = 'Ich kann das Bein nicht belasten, oder es blockiert oder gibt nach';
const RUNNING = 'Leistenschmerz, seit ich mehr jogge';
const PRESSURE = 'Blutdruck nicht im Griff, Herzkrankheit, Aneurysma, Augenoperation, Leisten- oder Bauchwandbruch';
const ASK_SURGEON = 'Frag zuerst in der Klinik, ob du das Einwärtsdrehen üben darfst.';
const SMALL = 'Klein und sanft, nie bis ans Ende deiner Bewegung.';
const ASK_DOCTOR = 'Frag zuerst deinen Arzt, ob du deine Hüften trainieren darfst.';
const NO_FOLD = 'Sanfte Durchgänge. Nichts, was deinen Rücken beugt oder verdreht.';

const UNSURE = 'Weiß ich nicht';
const CAME_BACK = 'Du darfst trainieren. Kommt es wieder oder wird es schlimmer, hör auf und geh zum Arzt.';

export const safety: typeof english = {
  heading: 'Trifft davon etwas auf dich zu?',
  lead: 'Ich frage vor dem ersten Durchgang und wieder, wenn etwas wehtut. Unsicher? Kreuz es an. Deine Antworten bleiben auf diesem Gerät.',
  again: 'Etwas tat weh. Trifft davon jetzt etwas zu?',
  none: 'Nichts davon',
  go: 'Weiter',
  seen: 'Es wurde in der Physiotherapie oder Arztpraxis angesehen. Ich darf trainieren.',
  painHeading: 'Tut jetzt eine Hüfte weh?',
  painNone: 'Nein, nichts tut weh',
  hurts: 'Eine Hüfte tut jetzt weh',
  rows: {
    numb: NUMB,
    pain: 'Hüfte oder Leiste schmerzt nachts, ständig, mit Fieber oder seit einem Sturz',
    weight: NO_WEIGHT,
    running: RUNNING,
    operation: 'Neue Hüfte, Hüftoperation oder ausgerenkte Hüfte',
    bones: 'Osteoporose, viel Kortison oder Krebs',
    pressure: PRESSURE,
    body: 'Unter 16, schwanger oder sehr lockere Gelenke',
  },
  which: 'Was davon?',
  howMuch: 'Wie stark?',
  pains: { '1': '1 oder 2 von 10', '3': '3 oder 4', '5': '5 oder mehr' },
  hips: common.which,
  flags: {
    'numb-saddle': {
      name: NUMB,
      follows: 'Geh jetzt in die Notaufnahme. Kein Durchgang, bevor jemand es angesehen hat.',
      seen: 'Du darfst trainieren. Kommt es wieder, geh sofort in die Notaufnahme.',
    },
    'night-pain': {
      name: 'Nachts, oder ständig, auch in Ruhe',
      follows: 'Das ist keine Frage der Beweglichkeit. Lass es zuerst ärztlich ansehen.',
      seen: CAME_BACK,
    },
    fever: {
      name: 'Mit Fieber oder Krankheitsgefühl',
      follows: 'Geh heute zum Arzt. Mit Fieber wird nicht trainiert.',
      seen: 'Trainier erst, wenn das Fieber weg ist. Kommt es wieder, geh zum Arzt.',
    },
    fall: {
      name: 'Seit einem Sturz oder Schlag',
      follows: 'Lass die Hüfte zuerst ärztlich ansehen. Schmerzt das Gehen: heute.',
      seen: CAME_BACK,
    },
    'unsure-pain': { name: UNSURE, follows: 'Dann lass es zuerst ärztlich ansehen.', seen: CAME_BACK },
    'no-weight': {
      name: NO_WEIGHT,
      follows: 'Lass es zuerst ärztlich ansehen. Kannst du nicht darauf stehen: heute.',
      seen: CAME_BACK,
    },
    'running-groin': {
      name: RUNNING,
      follows: 'Jogge und hüpf nicht, und geh diese Woche zum Arzt. Vorher kein Durchgang.',
      seen: CAME_BACK,
    },
    'new-hip': {
      name: 'Ich habe eine neue Hüfte',
      follows: ASK_SURGEON,
      seen: SMALL,
    },
    'slipped-out': {
      name: 'Meine Hüfte war ausgerenkt',
      follows: 'Frag zuerst deinen Arzt, ob du das Einwärtsdrehen üben darfst.',
      seen: SMALL,
    },
    'hip-operation': {
      name: 'Eine andere Hüftoperation',
      follows: ASK_SURGEON,
      seen: 'Sanfte Durchgänge, kein Gurt, kein Vorbeugen.',
    },
    'unsure-operation': {
      name: UNSURE,
      follows: 'Frag zuerst deinen Arzt, was gemacht wurde.',
      seen: SMALL,
    },
    'thin-bones': {
      name: 'Osteoporose (dünne Knochen)',
      follows: 'Frag deinen Arzt nach Bewegung. Sanfte Durchgänge. Nichts, was deinen Rücken beugt oder verdreht.',
    },
    cortisone: {
      name: 'Lange oder viel Kortison',
      follows: ASK_DOCTOR,
      seen: NO_FOLD,
    },
    cancer: {
      name: 'Krebs, jetzt oder früher',
      follows: ASK_DOCTOR,
      seen: NO_FOLD,
    },
    'unsure-bones': {
      name: UNSURE,
      follows: 'Frag zuerst deinen Arzt, ob deine Knochen das Training erlauben.',
      seen: NO_FOLD,
    },
    pressure: {
      name: PRESSURE,
      follows: 'Kein hartes Drücken: nur „Aufwärmen“. Ist dein Arzt einverstanden, höchstens „Aufbau“.',
      seen: 'Höchstens „Aufbau“, nie „Kraft“. Atme weiter.',
    },
    'under-16': {
      name: 'Unter 16: Hüfte, Oberschenkel und Knie schmerzfrei, kein Hinken, beide Beine drehen gleich',
      follows: 'Du wächst noch. Sanfte Durchgänge, mit einem Erwachsenen daneben.',
    },
    'growing-pain': {
      name: 'Unter 16: Hüfte, Oberschenkel oder Knie schmerzt; Hinken; ein Bein dreht weniger einwärts. Oder unsicher',
      follows: 'Geh heute zum Arzt, mit einem Erwachsenen. Vorher kein Durchgang.',
      seen: 'Sanfte Durchgänge, mit einem Erwachsenen daneben.',
    },
    pregnancy: {
      name: 'Schwanger',
      follows:
        'Frag deine Hebamme oder Ärztin. Sanfte Durchgänge, keiner auf dem Rücken. Blutung, Schwindel, Wehen: Hör auf und ruf sie an.',
    },
    'pelvic-pain': {
      name: 'Schwanger: Das Becken schmerzt auf Treppen oder im Stand auf einem Bein',
      follows: 'Frag deine Hebamme oder Ärztin. Sanfte Durchgänge, beide Beine gleich belastet, keiner auf dem Rücken.',
    },
    'loose-joints': {
      name: 'Sehr lockere Gelenke (hypermobil)',
      follows: 'Du bist beweglich genug. Hier übst du Kraft, nicht noch mehr Beweglichkeit.',
    },
    'unsure-body': {
      name: UNSURE,
      follows: 'Frag einen Arzt. Bis dahin: sanft, beide Beine gleich belastet, nicht auf dem Rücken.',
    },
  },
  hip: common.hip,
  titleNo: 'Jetzt nicht',
  titleLimits: 'Mit Einschränkung',
  only: { left: 'In diesem Durchgang übst du nur links.', right: 'In diesem Durchgang übst du nur rechts.' },
  gentle: 'Der Durchgang ist ein Aufwärmen: kurz und sanft.',
  choose: {
    left: 'Wähle die linke Hüfte, oder lass diesen Durchgang aus.',
    right: 'Wähle die rechte Hüfte, oder lass diesen Durchgang aus.',
  },
  keep: 'Geh nicht weiter als bisher: Nutze die Beweglichkeit, die du hast.',
  noStrap: 'Heute ohne Gurt: Jede Hüfte dreht nur aus eigener Kraft.',
  stopsAt: (degrees) => `Die Stimme stoppt dich bei ${degrees}° ab der Startposition.`,
  fewer: 'Einige Richtungen fallen weg.',
  titleStrength: 'Heute Aufbau',
  unknown: {
    lost: 'Deine Durchgänge sind weg. Ich weiß nicht, was wehtat. Vorerst sanft.',
    damaged: 'Ein Durchgang ist nicht lesbar. Ich weiß nicht, ob er wehtat. Vorerst sanft.',
    late: 'Deine Durchgänge sind noch nicht da. Ich weiß nicht, was wehtat. Vorerst sanft.',
  },
  stops: (left, right) =>
    left !== null && right !== null && left !== right
      ? `Die Stimme stoppt dich links bei ${left}° und rechts bei ${right}° ab der Startposition.`
      : `Bei ${left ?? right}° ab der Startposition stoppt die Stimme ${left === null ? 'deine rechte' : right === null ? 'deine linke' : 'jede'} Hüfte.`,
  noEnd: 'Kein Drücken, Ziehen oder Halten am Ende deiner Bewegung.',
  prescribed: (name, day) => `Grenze von ${name}, bis ${day}.`,
  held: (symptom, first, second) =>
    `diese Übung wurde zweimal wegen ${symptom} beendet (${first === second ? first : `${first} und ${second}`}).`,
  stoppedHere: (day) => `du hast diese Übung am ${day} abgebrochen. Eine Woche sanft.`,
  stopped: (day) => `am ${day} wurde ein Durchgang abgebrochen oder tat weh. Eine Woche sanft.`,
  pain: {
    amber:
      'sie schmerzt oder tat nach ihrem letzten Durchgang weh. Also nur sanft. Schmerzt sie mehr als vorher, hör sofort auf.',
    red: 'sie schmerzt stark. Schone sie heute. Schmerzt sie morgen noch, lass sie untersuchen.',
  },
  endFeel: {
    hard: 'das Einwärtsdrehen endet hart. Das kann Knochen sein, also dehne nicht weiter.',
    pinching: 'es zwickt am Ende. Dehne und beuge nicht hinein.',
  },
  enough: (turnsIn) => `sie dreht ${turnsIn} nach innen. Das reicht.`,
  checked: 'Es wurde geprüft oder ist seither ruhig. Ich darf trainieren.',
  endFeelAsk: (name) => `${name}: Wie fühlt sich das Ende des Einwärtsdrehens an?`,
  endFeels: {
    hard: 'Hart, wie Knochen auf Knochen',
    pinching: 'Es zwickt vorn',
    springy: 'Federnd: es gibt etwas nach',
    tight: 'Fest, wie ein Gurt',
  },
  unsure: 'Nicht mehr sicher',
  prescription: 'Übungsplan aus der Praxis',
  settings: 'Fragen zur Sicherheit',
  settingsNote: 'Deine Antworten auf die Sicherheitsfragen. Passe sie an, wenn sich etwas ändert.',
};
