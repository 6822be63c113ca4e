import type { PhoneWords } from '../../../coach/setup/gate-words.ts';

const WAISTBAND = 'Steck das Handy hinten in den Hosenbund.';

/** Was der Coach sagt, solange ein Handy auf dem Becken liegt. */
export const phoneCoach: PhoneWords = {
  rules: {
    lying: {
      'pelvis-twist': {
        cue: 'Die Gürtelschnalle zeigt zur Decke.',
        explanation: 'Dein Becken ist zur Seite gerollt; dieser Teil kam nicht aus dem Hüftgelenk.',
      },
      'back-arch': {
        cue: 'Rippen schwer. Der Gürtel bleibt am Boden.',
        explanation: 'Dein Becken ist nach vorn gekippt, und der untere Rücken hob sich vom Boden.',
      },
    },
    kneeling: {
      'pelvis-list': {
        cue: 'Stell dir ein Glas Wasser auf dem Rücken vor.',
        explanation: 'Eine Beckenseite ist abgesunken; dieser Teil kam nicht aus dem Hüftgelenk.',
      },
      'pelvis-twist': {
        cue: 'Beide Gesäßtaschen zeigen gerade nach hinten.',
        explanation: 'Dein Becken hat sich mit dem Fuß gedreht; dieser Teil kam nicht aus dem Hüftgelenk.',
      },
      'back-arch': {
        cue: 'Flacher Rücken, wie eine Tischplatte.',
        explanation: 'Dein unterer Rücken ist mit der Bewegung durchgehangen.',
      },
    },
    sitting: {
      'pelvis-list': {
        cue: 'Beide Gesäßhälften bleiben schwer.',
        explanation: 'Eine Beckenseite hob sich; das nimmt die Drehung aus dieser Hüfte.',
      },
    },
    standing: {
      'pelvis-list': {
        cue: 'Halte den Gürtel waagerecht.',
        explanation: 'Dein Becken ist zur Seite gekippt; das Bein kam weiter als die Hüfte.',
      },
      'back-arch': {
        cue: 'Gürtelschnalle Richtung Rippen.',
        explanation: 'Dein unterer Rücken ging ins Hohlkreuz; das Bein kam weiter als die Hüfte.',
      },
    },
  },
  blind: 'Dein Handy achtet auf dein Becken.',
  still: {
    lying: { what: 'Leg das Handy auf den Unterbauch.', todo: 'Bildschirm nach oben. Dann lieg einen Moment still.' },
    kneeling: {
      what: 'Leg das Handy flach hinten auf dein Becken.',
      todo: 'Bildschirm nach oben, vom Hosenbund gehalten. Dann halte einen Moment still.',
    },
    sitting: { what: WAISTBAND, todo: 'Dann sitz einen Moment still.' },
    standing: { what: WAISTBAND, todo: 'Dann steh einen Moment still.' },
  },
  move: {
    what: 'Kipp dein Becken nach hinten, dann lass los.',
    todo: 'Langsam, Gürtelschnalle zu den Rippen. So sehe ich, wie das Handy liegt.',
  },
  problem: {
    table: { what: 'Dein Handy bewegt sich nicht mit dir.', todo: 'Leg es auf dein Becken.' },
    hand: { what: 'Dein Handy bewegt sich zu sehr.', todo: 'Leg es auf dein Becken und nimm die Hand weg.' },
    crooked: { what: 'Das war nicht ganz gerade.', todo: 'Noch einmal: Becken nach hinten kippen, loslassen.' },
    again: { what: 'Bitte noch einmal.', todo: 'Mach den unteren Rücken flach, dann lass los.' },
  },
  slid: { what: 'Das Handy ist verrutscht.', todo: 'Leg es zurück und halte still.' },
  silent: { what: 'Von deinem Handy kommt nichts.', todo: 'Weck seinen Bildschirm auf.' },
  unused: { what: 'Dein Handy wird in diesem Durchgang nicht benutzt.', todo: 'Es geht ohne weiter.' },
};
