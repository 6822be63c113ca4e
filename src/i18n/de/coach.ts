import { listed, paired } from '../phrasing.ts';
import type { SpokenWords } from '../../training/review/spoken-result.ts';
import { common } from './common.ts';
import { gate, parts } from './gate.ts';

const BACK = 'Zurück in die Startposition.';

/** The result of a set, spoken at its end. */
const { hip } = common;
/** @param within the error of a coarse number; null: exact enough */
const about = (degrees: number, within: number | null): string =>
  within === null ? `etwa ${degrees} Grad` : `etwa ${degrees} Grad, plus oder minus ${within}`;

export const leg = { left: 'Linkes Bein', right: 'Rechtes Bein' } as const;

export const result: SpokenWords['result'] = {
  hipAlone: (side, ...number) => `${hip[side]} allein: ${about(...number)}.`,
  andPelvis: (side, degrees, within, more, atLeast) =>
    `${hip[side]} allein: ${about(degrees, within)}. ${atLeast ? 'Mindestens ' : ''}${more} weitere kamen vom Becken.`,
  legInTotal: (side, ...number) => `${leg[side]} gesamt: ${about(...number)}.`,
  turned: (side, ...number) => `${leg[side]}: um ${about(...number)} gedreht.`,
  unwatched: 'Dein Becken habe ich zu wenig gesehen.',
  tooSmall: (side) => `${hip[side]}: weniger, als ich messen kann.`,
  nothingSure: 'Wie viel davon die Hüfte war, weiß ich nicht.',
  bent: (side, degrees, within) =>
    within === null
      ? `${hip[side]}: etwa ${degrees} Grad weiter gebeugt als am Start.`
      : `${hip[side]}: weiter gebeugt als am Start, um ${about(degrees, within)}.`,
  back: {
    still: 'Dein unterer Rücken ist geblieben, wie er war, soweit ich das sehen konnte.',
    hollow: (degrees) => `Vielleicht ein Hohlkreuz, etwa ${degrees} Grad.`,
    sag: (degrees) => `Vielleicht ein durchhängender Rücken, etwa ${degrees} Grad.`,
    round: (degrees) => `Vielleicht ein runder Rücken, etwa ${degrees} Grad.`,
    unseen: 'Ich habe deinen Rücken nicht gesehen und kann nichts dazu sagen.',
  },
  reps: (good, all) =>
    good === all
      ? all === 1
        ? 'Eine gemacht, und sie war sauber.'
        : `${all} gemacht, alle sauber.`
      : `${all} gemacht, ${good === 0 ? 'keine' : good} sauber.`,
  roughReps: (all) => `Etwa ${all} gemacht.`,
  since: {
    more: (side, degrees) => `${side === null ? '' : `${hip[side]}: `}${degrees} Grad mehr als letztes Mal.`,
    less: (side, degrees) => `${side === null ? '' : `${hip[side]}: `}${degrees} Grad weniger als letztes Mal.`,
    same: 'So weit wie letztes Mal.',
    sameInWeek: 'So weit wie letztes Mal. Innerhalb einer Woche ist das normal.',
    sameFor: (side) => `${hip[side]}: so weit wie letztes Mal.`,
  },
  noNumber: (why) => `Diesmal keine Zahl.${why === null ? '' : ` Nächstes Mal: ${why}`}`,
  noneFor: (side) => `${hip[side]}: keine Zahl.`,
  onScreen: 'Dein Ergebnis steht auf dem Bildschirm.',
};

const OVER = 'Durchgang beendet. Diese Übung ist für heute vorbei. Komm langsam heraus.';

export const coach: SpokenWords = {
  gate,
  reasons: common.reasons,
  endings: {
    finished: 'Fertig. Das war der ganze Durchgang. Komm langsam heraus.',
    stopped: 'Gestoppt. Was du bisher gemacht hast, bleibt erhalten.',
    interrupted: 'Der Computer stand zu lange still. Der Durchgang endet dort. Was davor war, bleibt erhalten.',
    'source-ended': 'Das Video ist zu Ende. Was ich bisher gesehen habe, bleibt erhalten.',
    pinch: `${OVER} Zwickt es beim nächsten Mal wieder, lass es abklären.`,
    pain: `${OVER} Bleibt der Schmerz oder kommt er wieder, lass ihn abklären.`,
    numb: `${OVER} Bleibt die Taubheit oder das Kribbeln oder kommt es wieder, lass es abklären.`,
  },
  phases: {
    ready: 'Mach dich bereit',
    stay: 'Bleib in der Startposition.',
    stop: {
      up: 'Schmerz, Kribbeln? Beide Arme hoch, dann Schluss.',
      wide: 'Schmerz, Kribbeln? Setz dich zurück, Arme zur Seite.',
      ahead: 'Schmerz, Kribbeln? Setz dich zurück, Arme nach vorn.',
    },
    referencePose: {
      title: 'Stillhalten',
      instruction: 'Startposition, drei Sekunden.',
    },
    turn: {
      title: 'Andere Seite',
      sides: 'Seite wechseln.',
      legs: 'Bein wechseln.',
      turned: 'Dreh dich oder stell den Laptop um, sodass er dich von der anderen Seite sieht.',
      stays: 'Lass den Laptop, wo er ist.',
    },
    rest: { title: 'Pause', instruction: 'Komm zurück, ruh die Beine aus, lass locker.' },
    restThere: 'Bleib in dieser Tiefe und lass locker. Komm heraus, wenn du musst.',
    restUp: 'Komm hoch und schüttel die Beine aus. Dann Ferse wieder auf die Kiste.',
  },
  swing: {
    flagged: 'Halte das Becken ruhig.',
    thrown: 'Das war Schwung. Langsamer.',
    small: 'Schwing etwas weiter.',
    shortExternal: 'Halte länger mit dem Fuß innen.',
    shortInternal: 'Halte länger mit dem Fuß außen.',
  },
  effort: {
    amounts: {
      fifth: 'ein Fünftel',
      quarter: 'ein Viertel',
      third: 'ein Drittel',
      half: 'die Hälfte',
      'two-thirds': 'zwei Drittel',
      'three-quarters': 'drei Viertel',
      'four-fifths': 'vier Fünftel',
    },
    build: (amount) => `Langsam auf ${amount} deiner Kraft.`,
    again: 'Langsam, genauso kräftig.',
    onTheWay: (amount) => `Jetzt etwa ${amount}, weiter steigern.`,
    hold: 'Halten und atmen.',
    pull: 'Dranbleiben und atmen.',
    breathe: 'Weiteratmen.',
    breatheOut: 'Ausatmen.',
    next: (title) => `Gleich: ${title}.`,
    ease: 'Langsam nachlassen.',
  },
  now: {
    turn: { left: 'Jetzt das linke Bein', right: 'Jetzt das rechte Bein', both: 'Beide Beine' },
    restThere: 'Bleib da, ganz locker',
    restUp: 'Hochkommen',
    hold: 'Halten',
    keep: 'Dranbleiben',
    ease: 'Langsam nachlassen',
    start: 'Zurück zum Start',
  },
  change: {
    depth: (degrees) => `Komm zurück auf etwa ${degrees} Grad. Dort warst du ruhig.`,
    less: 'Komm etwas zurück, bis alles andere ruhig ist.',
    force: 'Weniger Kraft. Nur so viel, dass alles andere ruhig bleibt.',
    smaller: 'Mach es kleiner, sodass sich nur die Hüfte bewegt.',
    pause: 'Mach einen Atemzug Pause. Dann langsam weiter.',
  },
  limit: {
    cue: (degrees) => `Halt, hier ist Schluss: Deine Grenze ist ${degrees} Grad.`,
    back: (degrees) => `Komm zurück auf ${degrees} Grad. Das ist deine Grenze.`,
    phase: (degrees) => `Bis ${degrees} Grad, nicht mehr.`,
    small: (degrees) => `Du darfst etwas weiter gehen, bis ${degrees} Grad.`,
  },
  round: (round, rounds) => (rounds === null ? `Runde ${round}.` : `Runde ${round} von ${rounds}.`),
  times: (reps) => (reps === 1 ? 'Einmal.' : `${reps} Mal.`),
  sequenceAgain: (call, isLast) => `${isLast ? 'Letztes Mal' : 'Noch einmal'}: ${call}`,
  fromEarned: {
    title: 'Dort bleiben',
    word: 'In der Dehnung bleiben',
    instruction: 'So weit wie vorher. Atme und lass es sinken.',
  },
  foldedAgain: {
    title: 'Wieder nach hinten',
    word: 'Gesäß wieder zurück',
    instruction: 'Bis dahin, wo du warst. Atme und lass es sinken.',
  },
  earned: (degrees) => `Dein bester Wert war etwa ${degrees} Grad.`,
  backQuestion: {
    still: 'Ist dein unterer Rücken geblieben, wo er war?',
    long: 'Rücken lang geblieben?',
    flat: 'Rücken lang und flach geblieben?',
    arm: 'Wenn nicht, halte einen Arm hoch.',
    less: {
      deep: 'Wenn nicht, geh weniger tief.',
      small: 'Wenn nicht, mach die Bewegung kleiner.',
      gentle: 'Wenn nicht, drück sanfter.',
    },
    noted: {
      deep: 'Gut. Ab jetzt etwas weniger tief.',
      small: 'Gut. Ab jetzt etwas kleiner.',
      gentle: 'Gut. Ab jetzt drück sanfter.',
    },
  },
  methods: 'Später drückst du. Das heißt PAILs. Danach ziehst du: RAILs.',
  purpose: 'Das Dehnen macht dich beweglicher. Mit Drücken und Ziehen lernst du, das zu nutzen.',
  limits: 'Feste Muskeln geben mit der Zeit nach. Stoppt es hart, kann das Knochen sein. Bleib kurz davor.',
  withoutNumber: 'Ich mache von hier ohne Zahl weiter. Was ich sehe, beobachte ich trotzdem und sage es dir.',
  breathe: 'Langsam einatmen. Und lange ausatmen.',
  tenSeconds: (next) => `Noch zehn Sekunden.${next === null ? '' : ` Dann: ${next}.`}`,
  timeLeft: (minutes) => `Noch ${minutes === 1 ? 'eine Minute' : `${minutes} Minuten`}.`,
  pulled: (degrees) => `Du hast dich ${degrees} Grad weiter gezogen.`,
  sunk: (degrees) => `Das sind ${degrees} Grad mehr als vor dem Drücken.`,
  paused: 'Pausiert.',
  goOn: 'Weiter geht’s.',
  slept: 'Der Computer ist kurz stehen geblieben. Mach da weiter, wo du warst.',
  waited: 'Du konntest mich nicht hören, deshalb habe ich gewartet.',
  holdStill: 'Halte still.',
  newStart: 'Dein neuer Start steht.',
  seenAgain: 'Ich sehe dich wieder.',
  away: {
    'hips-up': 'Becken wieder ablegen.',
    'trunk-up': BACK,
    rolled: BACK,
    'leg-straight': 'Beug das Bein wieder.',
    'moved-away': BACK,
    'out-of-stretch': 'Zurück in die Dehnung, dann weiter.',
    unclear: 'Ich komme nicht mit. Zurück in die Startposition.',
  },
  awayLying: { 'trunk-up': 'Leg dich wieder hin.', rolled: 'Dreh dich zurück auf den Rücken.' },
  onceMore: (title: string) => `Noch einmal: ${title}.`,
  paced: 'Mach eine bei jeder Zahl, die ich ansage.',
  youCount: 'Jetzt zählst du.',
  counted: (reps) => `${reps}`,
  goOnAlone: (reps) => `${reps}. Genau so weiter.`,
  halfway: (reps) => `${reps}. Halbzeit.`,
  oneMore: (reps) => `${reps}. Noch eine.`,
  notCounted: (why) => `Zählt nicht. ${why}`.trim(),
  notAllSeen: 'Ich habe nicht alles gesehen.',
  trunkMoved: 'Halte den Rumpf ruhig.',
  praise: 'Genau so.',
  result,
  cannotSee: (missing) => {
    const named = paired(missing, { knees: 'deine Knie', feet: 'deine Füße' }, (part) => parts[part]);
    return `Zeig mir ${listed(named, 'und')}.`;
  },
};
