import { lowerFirst, listed } from '../phrasing.ts';
import type { Direction, Support } from '../../training/planning/laptop-plan.ts';
import type { BodyPose } from '../../coach/drill-definition.ts';
import type { Words } from '../words.ts';

const sets = (count: number): string => `${count} ${count === 1 ? 'Durchgang' : 'Durchgänge'}`;

const supports: Readonly<Record<Support, string>> = {
  table: 'auf einen Tisch',
  'raised-table': 'auf einen Tisch mit ein paar Büchern darunter',
  'low-table': 'auf einen niedrigen Tisch',
  chest: 'auf Brusthöhe, etwa auf eine Kommode',
  chair: 'auf einen Stuhl mit einem Buch darunter',
};

const upright: Readonly<Record<Direction, string>> = {
  front: 'mit dem Gesicht zum Laptop',
  'front-left': 'halb zum Laptop gedreht, die linke Seite näher bei ihm',
  left: 'mit der linken Seite zum Laptop',
  'back-left': 'so, dass der Laptop links hinter dir steht',
  back: 'mit dem Rücken zum Laptop',
  'back-right': 'so, dass der Laptop rechts hinter dir steht',
  right: 'mit der rechten Seite zum Laptop',
  'front-right': 'halb zum Laptop gedreht, die rechte Seite näher bei ihm',
};

const lying: Readonly<Record<Direction, string>> = {
  front: 'mit den Füßen zum Laptop',
  'front-left': 'mit den Füßen zum Laptop und dem Kopf nach links',
  left: 'mit dem Kopf nach links',
  'back-left': 'mit dem Kopf zum Laptop, etwas nach links',
  back: 'mit dem Kopf zum Laptop',
  'back-right': 'mit dem Kopf zum Laptop, etwas nach rechts',
  right: 'mit dem Kopf nach rechts',
  'front-right': 'mit den Füßen zum Laptop und dem Kopf nach rechts',
};

const poses: Readonly<Record<BodyPose, string>> = {
  lying: 'Leg dich hin',
  sitting: 'Setz dich hin',
  kneeling: 'Knie dich hin',
  standing: 'Stell dich hin',
};

const whereTo = (pose: BodyPose, direction: Direction): string => (pose === 'lying' ? lying : upright)[direction];

const tilted = (tilt: number): string => (tilt >= 10 ? `um ${tilt}° nach vorn geklappt` : 'aufrecht');

export const programmes: Words['programmes'] = {
  known: {
    'movement-sequence': {
      title: 'Hüft-Bewegungsfolge',
      summary: 'Jede Richtung der Hüfte einmal, leicht. Kurz genug für zweimal am Tag.',
    },
    'hip-ir-breakout': {
      title: 'Hüfte lösen',
      summary: 'Bandrotation und 90/90-Dehnung im Wechsel, dreimal. Dann die Bewegungsfolge.',
    },
    'hip-ir-strength': {
      title: 'Hüfte kräftigen',
      summary:
        'Impulse zum Aufwärmen. Dann lange halten, kräftig drücken und abheben, am Ende deiner Beweglichkeit. An zwei oder drei Tagen pro Woche.',
    },
    'squat-run-primer': {
      title: 'Vor Kniebeuge oder Lauf',
      summary: 'Vor Kniebeugen oder einem Lauf: Massageball, Knie zu Knie, zehn Impulse.',
    },
    'hamstring-care': {
      title: 'Pflege der Beinrückseite',
      summary: 'Die Dehnung der Beinrückseite im Stand mit Drücken und Ziehen, dann die Faszienrolle.',
    },
    'care-new-hip': {
      title: 'Kleine Schritte mit neuer Hüfte',
      summary: 'Die Rolle, leichtes Drücken, kleine Schritte im Stand. Lass weg, was die Klinik verboten hat.',
    },
    'care-pelvis': {
      title: 'Wenn in der Schwangerschaft das Becken schmerzt',
      summary: 'Im Vierfüßlerstand mit leichtem Band. Beide Knie gleich belastet.',
    },
    'care-pregnancy': {
      title: 'In der Schwangerschaft',
      summary: 'Nichts auf dem Rücken. Im Stand beide Hände auf einem Tisch.',
    },
    'care-bones': {
      title: 'Bei Osteoporose',
      summary: 'Leichtes Drücken, Vierfüßlerstand, Gleichgewicht am Stuhl. Kein Beugen, kein Verdrehen.',
    },
    'care-growing': { title: 'Für Hüften, die wachsen', summary: 'Kurz und sanft, mit einem Erwachsenen daneben.' },
    'care-pinch': {
      title: 'Wenn die Hüfte zwickt oder hart anschlägt',
      summary: 'Kraft in der Mitte deiner Bewegung. Ohne Ball lass den ersten Teil aus.',
    },
    'care-sore': {
      title: 'Für eine schmerzende oder operierte Hüfte',
      summary: 'Leichte Bewegung, leichtes Drücken. Ohne Ball oder bei operierter Hüfte: ersten Teil auslassen.',
    },
  },
  equipment: {
    mat: 'Matte',
    'strap or stick': 'Gurt oder Stab',
    'yoga block': 'Yogablock',
    'light band with an anchor beside you': 'leichtes Band mit einem Halt neben dir',
    'free wall': 'freie Wand',
    'box or chair for the heel': 'Kiste oder Stuhl für die Ferse',
    'chair to hold': 'Stuhl zum Festhalten',
    'massage ball': 'Massageball',
    'foam roller': 'Faszienrolle',
  },
  states: {
    done: 'Erledigt',
    begun: 'Begonnen',
    skipped: 'Übersprungen',
    next: 'Als Nächstes',
    ahead: '',
    absent: 'Noch nicht in dieser Version',
  },
  legs: {
    left: 'linkes Bein',
    right: 'rechtes Bein',
    both: 'beide Beine zusammen',
    each: 'links, dann rechts',
  },
  entries: {
    plannedTimes: (times) => `Geplant, ${times}-mal`,
    planned: 'Geplant',
    done: 'Erledigt',
    doneTimes: (times) => `Erledigt, ${times}-mal`,
    stopped: 'Gestoppt. Der Rest kann warten.',
    doneOf: (done, planned) => `${done} von ${planned} erledigt`,
    setsOf: (done, all) => `${done} von ${all} Durchgängen`,
    none: 'Kein Durchgang',
    begun: (what) => `Begonnen: ${what}`,
    due: 'Fällig',
    dueTimes: (times) => `Fällig, ${times}-mal`,
  },
  heading: 'Programme',
  forYou: 'Für dich, jetzt',
  lead: 'Mehrere Übungen in guter Reihenfolge. Jedes Programm sagt, was du brauchst und wo der Laptop steht.',
  own: 'Deine eigenen',
  make: 'Eigenes Programm anlegen',
  any: 'Beliebige Übungen in beliebiger Reihenfolge.',
  absent: 'Noch nicht in dieser Version',
  sets: (count, length) => `${sets(count)}, etwa ${length}`,
  setsBetween: (count, length) => `${sets(count)}, etwa ${length} mit den Pausen`,
  underWay: (part) => `Begonnen: als Nächstes Teil ${part}`,
  noSuch: 'Dieses Programm gibt es nicht',
  deleted: 'Vielleicht wurde es gelöscht.',
  all: 'Alle Programme',
  order: 'In dieser Reihenfolge',
  change: 'Ändern',
  toWeek: 'In deine Woche einplanen',
  time: 'Zeit',
  layOut: 'Du brauchst',
  noneThere: 'Noch ist keine der Übungen da. Sie kommen mit einer späteren Version.',
  wentThrough: 'Alle Teile sind erledigt.',
  begunOn: (date) => `Begonnen am ${date}.`,
  again: 'Noch einmal machen',
  startWith: (title) => `Mit „${title}“ beginnen`,
  kept: 'Hör jederzeit auf und mach später weiter. Fertige Durchgänge bleiben.',
  goOn: (part, title) => `Weiter mit Teil ${part}: ${title}`,
  startOver: 'Von vorn beginnen',
  deletesNothing: 'Deine fertigen Durchgänge bleiben.',
  whichOne: 'Welche heute?',
  notHere: (name) => `${name} (noch nicht in dieser Version)`,
  circuit: (time, times) => `Durchlauf ${time} von ${times}`,
  onHold: 'Jetzt nicht. Den Grund nennt die Seite der Übung.',
  rounds: (rounds) => `${rounds} ${rounds === 1 ? 'Runde' : 'Runden'}`,
  reps: (reps) => `${reps} ${reps === 1 ? 'Wiederholung' : 'Wiederholungen'}`,
  nothing: 'Nichts außer dem Laptop.',
  rest: (length) => `Etwa ${length} Pause.`,
  fetch: (things) => `Leg bereit: ${listed(things, 'und')}.`,
  list: (things) => listed(things, 'und'),
  noCamera: 'Ohne Kamera.',
  stays: 'Der Laptop bleibt stehen.',
  laptop: {
    name: 'Platz des Laptops',
    places: (places) =>
      places === 1
        ? 'Bleibt an einem Platz. Du drehst dich vor ihm.'
        : `Wird ${places - 1}-mal umgestellt. Dazwischen drehst du dich.`,
    goes: (on, height, tilt, count) =>
      [
        `Stell den Laptop ${supports[on]}, die Linse etwa ${height} m hoch, den Bildschirm ${tilted(tilt)}.`,
        ...(count > 1 ? [`Dort bleibt er ${count} Durchgänge lang.`] : []),
      ].join(' '),
    distance: (metres) => `Deine Hüften sind ${metres} m von ihm entfernt.`,
    tilts: (tilt) => (tilt >= 10 ? `Klapp den Bildschirm um ${tilt}° nach vorn.` : 'Stell den Bildschirm aufrecht.'),
    way: (pose, direction) => `${poses[pose]}, ${whereTo(pose, direction)}.`,
    ways: (pose, first, other) =>
      `${poses[pose]}, ${whereTo(pose, first)}. Für das rechte Bein: ${whereTo(pose, other)}.`,
    asYouFace: 'Links und rechts hier: mit dem Gesicht zum Laptop.',
    fair: 'Von hier sind die Zahlen ungenauer.',
  },
  goes: (title, where) => `Platz des Laptops: ${lowerFirst(title)}. ${where}`,
  noSuchPart: 'Diesen Teil gibt es nicht',
  changed: 'Das Programm hat sich geändert, oder diese Übung ist noch nicht in dieser Version.',
  toProgramme: 'Zum Programm',
  partOf: (part, title) => `Teil ${part} von ${title}`,
  partOfParts: (part, parts) => `Teil ${part} von ${parts}`,
  leaveOut: 'Überspringen',
  leaveOutTo: (part) => `Weiter zu Teil ${part}`,
  asAsked: 'Vom Programm vorgegeben.',
  theProgramme: 'Das Programm',
  canWait: (title) => `Der Rest von „${title}“ kann warten`,
  leaveToday: 'Lass es für heute. Deine fertigen Durchgänge bleiben.',
  lastPart: (title) => `${title}: Das war der letzte Teil.`,
  setsInAll: (count) => `${sets(count)} insgesamt.`,
  yourWeek: 'Deine Woche',
  partDone: (part, parts) => `Teil ${part} von ${parts} erledigt`,
  partNotFinished: (part, parts) => `Teil ${part} von ${parts} nicht beendet`,
  nextIs: (title) => `Als Nächstes: ${title}`,
  onceMoreIs: (title) => `Noch einmal: ${title}`,
  thisOnceMore: 'Diesen Teil noch einmal',
};

export const countdown: Words['countdown'] = {
  label: 'Zeit bis zum nächsten Teil',
  hold: 'Pause',
  space: 'Leertaste',
  held: 'Pause. Mit „Pause“ oder der Leertaste geht es weiter.',
  running: 'Dann beginnt der nächste Teil von selbst.',
  length: (minutes, seconds) =>
    [
      ...(minutes > 0 ? [minutes === 1 ? 'einer Minute' : `${minutes} Minuten`] : []),
      ...(minutes === 0 || seconds > 0 ? [seconds === 1 ? 'einer Sekunde' : `${seconds} Sekunden`] : []),
    ].join(' '),
  next: (title, length) => `Als Nächstes: ${title}, in ${length}.`,
  laptop: 'Stell den Laptop um.',
  thirty: 'Dreißig Sekunden.',
  ten: (title) => `Zehn Sekunden. Dann ${title}.`,
};
