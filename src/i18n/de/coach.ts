import { listed, paired } from '../phrasing.ts';
import type { CoachWords } from '../../coach/speech/coach-words.ts';
import { gate, parts } from './gate.ts';
import { result } from './result.ts';

const reasons: CoachWords['reasons'] = {
  'no-picture': 'Ich bekomme kein Bild. Die Zeit läuft ohne Zahlen weiter.',
  'no-person': 'Ich sehe dich nicht. Komm wieder ins Bild.',
  'too-dark': 'Es ist mir zu dunkel. Bitte mehr Licht.',
  dim: 'Es ist recht dunkel. Mit mehr Licht werden die Zahlen ruhiger.',
  'against-light': 'Du bist im Gegenlicht. Dreh den Laptop vom Fenster weg oder zieh den Vorhang zu.',
  'too-bright': 'Das Licht blendet. Dreh den Laptop davon weg.',
  'lens-covered': 'Die Kamera ist verdeckt.',
  'person-too-small': 'Du bist zu weit weg. Stell den Laptop näher.',
  'person-too-large': 'Du bist zu nah. Stell den Laptop weiter weg.',
  'out-of-frame': 'Ein Teil von dir ist nicht im Bild. Stell den Laptop so, dass du ganz zu sehen bist.',
  'implausible-body': 'Ich erkenne dich nicht. Mach die Sicht zwischen uns frei.',
  'wrong-posture': 'Das sieht nicht nach der Startposition aus.',
  'bad-view': 'Von hier kann ich nicht messen. Stell den Laptop wie gezeigt.',
  'already-stretched': 'Du bist schon über die Startposition hinaus. Komm zurück in die Startposition.',
  'not-the-start': 'Dein Start war schon mitten in der Bewegung. Geh zurück und halte für einen neuen Start still.',
  'no-neutral': 'Mir fehlt deine Startposition. Halte sie drei Sekunden still.',
  'camera-moved': 'Der Laptop hat sich bewegt. Geh zurück zum Start und halte still.',
  'picture-zoomed': 'Die Kamera hat gezoomt. Geh zurück zum Start und halte still, damit ich ihn neu setzen kann.',
  'picture-turned': 'Das Bild wurde gedreht. Geh zurück zum Start und halte still.',
  'picture-resized': 'Die Kamera zeigt einen anderen Ausschnitt. Geh zurück zum Start und halte still.',
  'picture-frozen': 'Das Bild steht still. Ich messe nichts, bis es sich wieder bewegt.',
  'picture-too-slow':
    'Ich bekomme zu wenige Bilder pro Sekunde. Schließe andere Programme oder wähle das Modell „lite“.',
  'posture-left': 'Komm zurück in die Position.',
  'pelvis-no-response': 'Ich sehe nicht, wie sich dein Becken bewegt. Ich messe nur das ganze Bein.',
  'foot-slid': 'Dein Standfuß ist verrutscht. Stell ihn zurück.',
  'knee-straight': 'Beuge das Knie mehr. Am gestreckten Bein sehe ich keine Drehung.',
  'thigh-towards-lens': 'Dein Oberschenkel zeigt auf mich. Stell den Laptop etwas zur Seite.',
  'joints-hidden': 'Ich sehe Hüfte, Knie und Fuß nicht zusammen. Mach die Sicht auf deine Beine frei.',
  'knee-hidden':
    'Dein fernes Knie ist hinter dem nahen Bein verdeckt. Stell den Laptop etwas mehr zum Kopf hin oder höher.',
  'left-right-mixed': 'Ich verwechsle von hier deine Beine. Stell den Laptop etwas zur Seite.',
  'pelvis-hidden': 'Ich sehe dein Becken nicht.',
  'pelvis-lost': 'Ich habe dein Becken aus den Augen verloren.',
  'pelvis-too-dark': 'Deine Kleidung ist mir zu dunkel.',
  'other-pelvis-motion': 'Dein Becken bewegt sich.',
  'back-hidden': 'Ich sehe die Linie deines Rückens nicht.',
  'trunk-leans': 'Richte dich wieder auf. Schräg kann ich die Hüfte nicht messen.',
  'not-seen-from-here': 'Das sehe ich von hier nicht.',
  'poor-fit': 'Ich sehe deine Beine nicht gut genug. Mehr Licht und ein freier Boden helfen.',
};

export const coach: CoachWords = {
  gate,
  sides: { left: 'Linke Seite.', right: 'Rechte Seite.', both: 'Beide Seiten.' },
  reasons,
  endings: {
    finished: 'Fertig. Gut gearbeitet. Komm langsam heraus.',
    stopped: 'Gestoppt. Was aufgezeichnet wurde, bleibt erhalten.',
    'source-ended': 'Das Video ist zu Ende. Was aufgezeichnet wurde, bleibt erhalten.',
    pinch:
      'Satz beendet. Ein Zwicken vorn in der Hüfte heißt: nicht so tief. Mach heute Pause und geh beim nächsten Mal weniger tief. Kommt es wieder, lass es abklären.',
    pain: 'Satz beendet. Komm langsam heraus und mach heute Pause. Bleibt der Schmerz oder kommt er wieder, lass ihn abklären.',
    numb: 'Satz beendet. Wechsle langsam die Position. Bleibt die Taubheit oder das Kribbeln oder kommt es wieder, lass es abklären.',
  },
  phases: {
    ready: 'Mach dich bereit',
    stay: 'Bleib in der Startposition.',
    referencePose: {
      title: 'Stillhalten',
      instruction: 'Bleib in der Startposition und halte drei Sekunden still.',
    },
    turn: {
      title: 'Andere Seite',
      unseen: 'Seite wechseln.',
      turned: 'Seite wechseln. Beweg dich oder den Laptop so, dass er von deiner anderen Seite schaut.',
      legs: 'Bein wechseln. Der Laptop bleibt, wo er ist.',
    },
    rest: { title: 'Pause', instruction: 'Komm heraus und lass locker.' },
  },
  control: {
    title: 'Becken-Check',
    movements: {
      roll: {
        instruction: 'Roll das Becken ein wenig nach links und zurück.',
        otherWay: 'Jetzt nach rechts und zurück.',
      },
      list: {
        instruction: 'Lass die linke Hüfte etwas sinken und zurück.',
        otherWay: 'Jetzt die rechte und zurück.',
      },
    },
    results: {
      good: 'Gut, ich sehe dein Becken.',
      weak: 'Ich sehe dein Becken nur schwach, darum sind meine Zahlen unsicherer.',
      none: 'Ich sehe dein Becken nicht, darum messe ich nur das ganze Bein.',
      'not-done': 'Der Becken-Check wurde nicht gemacht.',
    },
  },
  swing: {
    flagged: 'Das Becken ging mit dem Bein mit.',
    small: 'Der Schwung war zu klein.',
    shortExternal: 'Halte länger mit dem Fuß innen.',
    shortInternal: 'Halte länger mit dem Fuß außen.',
  },
  effort: { fifth: 'Zwanzig Prozent.', half: 'Die Hälfte.', hold: 'Halten.' },
  round: (round) => `Runde ${round}.`,
  breathe: 'Langsam ein. Lang aus.',
  tenSeconds: (next) => `Noch zehn Sekunden.${next === null ? '' : ` Dann ${next}.`}`,
  timeLeft: (minutes, seconds) => {
    const words = [
      ...(minutes > 0 ? [minutes === 1 ? 'eine Minute' : `${minutes} Minuten`] : []),
      ...(seconds > 0 ? [`${seconds} Sekunden`] : []),
    ];
    return `Noch ${words.join(' ')}.`;
  },
  pulled: (degrees) => `Dein eigener Zug hat dich ${degrees} Grad weiter gebracht.`,
  sunk: (degrees) => `Neuer Spielraum: ${degrees} Grad mehr als vor dem Drücken.`,
  paused: 'Pausiert.',
  goOn: 'Weiter geht’s.',
  holdStill: 'Halte still.',
  newStart: 'Ich habe deinen neuen Start.',
  seenAgain: 'Ich sehe dich wieder.',
  away: {
    'hips-up': 'Hüfte wieder ablegen.',
    'trunk-up': 'Zurück in die Startposition.',
    rolled: 'Zurück in die Startposition.',
    'leg-straight': 'Beug das Bein wieder.',
    'moved-away': 'Zurück in die Startposition.',
    'out-of-stretch': 'Zurück in die Dehnung, dann weiter.',
    unclear: 'Ich komme nicht mit. Zurück in die Startposition.',
  },
  awayLying: { 'trunk-up': 'Leg dich wieder hin.', rolled: 'Dreh dich zurück auf den Rücken.' },
  onceMore: (title: string) => `Noch einmal: ${title}.`,
  counted: (reps) => `${reps}`,
  notCounted: (why) => `Zählt nicht. ${why}`.trim(),
  notAllSeen: 'Ich habe nicht alles gesehen.',
  trunkMoved: 'Der Rumpf ging mit.',
  praise: 'Genau so.',
  result,
  cannotSee: (missing) => {
    const named = paired(missing, { knees: 'deine Knie', feet: 'deine Füße' }, (part) => parts[part]);
    return `Ich sehe ${listed(named, 'und')} nicht.`;
  },
};
