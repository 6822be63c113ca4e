import type { DrillTextsById } from '../../i18n/drill-texts.ts';
import { FIRST_ASK, KEEP_BREATHING, PINCH, STILL_THERE, STOP_RULE } from '../shared-words.de.ts';

// Texts that the drills in the 90/90 seat share.

const SEAT_CAUTION = `${STOP_RULE} ${FIRST_ASK}`;
const PRESSING_CAUTION = `${STOP_RULE} ${KEEP_BREATHING} ${FIRST_ASK}`;

const SEAT_STEP =
  'Setz dich hin: ein Schienbein quer vor dir, das arbeitende Bein seitlich nach hinten. Rechte Winkel in beiden Knien und zwischen den Oberschenkeln.';
const SUPPORT_STEP =
  'Brust über dem vorderen Oberschenkel, und von Anfang an schmerzfrei: Setz dich auf ein Kissen, stütz dich auf die Hände oder neig dich weg, so viel du brauchst. Neigst du dich weiter als am Start, macht die Zahl so lange Pause.';
const PROPS_STEP =
  'Brust über dem vorderen Oberschenkel. Hebt das Bein noch nicht ab, setz dich auf ein Kissen oder einen Block oder lehn dich vor dem Start auf die Hände zurück. Ich zähle von dort.';

const FRONT_PLACEMENT = {
  title: 'Gerade vor dir',
  where: 'Dir gegenüber, 1,8 bis 2,3 m entfernt',
  lens: 'Zwischen Stuhlsitz (0,5 m) und Tisch (1,0 m)',
  tilt: 'Aufrecht, sodass Kopf, beide Knie und beide Füße im Bild sind.',
  avoid: 'Nicht neben dir und nicht hinter dir: Die Beine verdecken einander.',
  blind: 'Rücken lang, dreh aus der Hüfte: Das sehe ich von hier nicht.',
} as const;

const SIT_BONE = {
  cue: 'Beide Gesäßhälften schwer am Boden.',
  explanation:
    'Der Sitzbeinhöcker auf der Seite des hinteren Beins kam vom Boden hoch; das nimmt die Drehung aus der Hüfte.',
} as const;

const PRESS_DRIFT = {
  cue: 'Drück, ohne dich zu bewegen. Bleib, wo du bist.',
  explanation: 'Die Hüfte hat sich beim Drücken bewegt. Drück gegen den Boden und bleib, wo du bist.',
} as const;

const LIFT_PLACEMENT = {
  ...FRONT_PLACEMENT,
  blind: 'Halt Gesäß, Rücken und Brust ruhig: Von hier sehe ich sie nicht.',
} as const;

const FRONT_LEG = {
  cue: 'Lass das vordere Bein liegen.',
  explanation: 'Dein vorderes Bein ging mit; das hintere hat nicht allein gehoben.',
} as const;

const LIFT_WORDS = {
  small: 'Fast. Ein wenig höher.',
  shortExternal: 'Beginne mit dem Fuß am Boden.',
  shortInternal: 'Er kam zu früh herunter. Halte ihn oben bis zum Ton.',
} as const;

const SUPPORTED_LEAN = {
  cue: 'Richte dich wieder auf. Die Hände dürfen stützen.',
  explanation:
    'Du hast dich weiter geneigt als am Start. Für die Dehnung ist das in Ordnung, aber die Hüfte ist dann nicht zu messen.',
} as const;
const STRETCH_RULES = { 'trunk-lean': SUPPORTED_LEAN, 'pelvis-lift': SIT_BONE } as const;
const PRESS_RULES = { ...STRETCH_RULES, 'isometric-drift': PRESS_DRIFT } as const;
const STRETCH_PLACEMENT = {
  ...FRONT_PLACEMENT,
  blind: `${FRONT_PLACEMENT.blind} Die Zahl ist nur ein grober Wert.`,
};
const OTHER_SIDE = 'Das vordere Bein kommt jetzt nach hinten.';
const TURN_BACK = 'Dreh dich wieder zum hinteren Knöchel.';
const TURN = {
  title: 'Hineindrehen',
  word: 'Zum Fuß hinten drehen',
  instruction: 'Dreh Becken und Brust zum hinteren Knöchel, bis es zieht. Atme.',
  again: TURN_BACK,
} as const;
const PRESS_DOWN = {
  title: 'Nach unten drücken',
  word: 'Fuß nach unten drücken',
  lesson: 'Spür, wie die Hüfte fest wird.',
  again: 'Dreh dich wieder zum hinteren Knöchel, dann drück.',
} as const;
const FEEL = `Es soll tief in der hinteren Hüfte ziehen. ${PINCH} ${STILL_THERE}`;
const TURN_STEP = 'Dreh Gürtelschnalle und Brust zum hinteren Knöchel, bis du in dieser Hüfte eine Dehnung spürst.';
const LEAST_LIFT = 'Eine Fingerbreite ist ein guter Anfang.';

export const ninetyNinetyPailsRails: DrillTextsById['ninety-ninety-pails-rails'] = {
  title: '90/90 Drücken und Ziehen',
  line: 'Hinteren Fuß drücken, hochziehen, weiter drehen. Für die Kraft.',
  summary:
    'Im Sitz, beide Knie im rechten Winkel. Das hintere Bein arbeitet: in die Dehnung drehen, nach unten drücken, anheben, locker weiterdrehen.',
  steps: [
    SEAT_STEP,
    SUPPORT_STEP,
    `${TURN_STEP} Bleib dort.`,
    'Das hintere Knie bleibt, wo es ist. Drück den hinteren Fuß in den Boden, dann versuch ihn zu heben. Er bewegt sich vielleicht kaum. Lass langsam nach und dreh weiter.',
    'Dehnen allein bringt vor allem Beweglichkeit, die du nicht aus eigener Kraft nutzt. Mit Drücken (PAILs) und Heben (RAILs) am Ende lernt deine Hüfte, sie zu nutzen.',
  ],
  caution: PRESSING_CAUTION,
  demonstration: {
    right: {
      caption: 'Dreh Gürtelschnalle und Brust zum hinteren Fuß. Drück ihn dort nach unten, dann versuch ihn zu heben.',
      description:
        'Im Sitz, ein Bein gebeugt vorn, eins hinten: Becken und Rumpf drehen langsam zum hinteren Fuß und bleiben stehen, während er nach unten drückt und dann nach oben zieht. Sie drehen noch etwas weiter und kommen zurück, immer aufrecht.',
    },
    cheat: {
      caption: 'Der Rumpf neigt sich, statt sich zu drehen. Die hintere Hüfte wird nicht gedehnt.',
      description:
        'Im Sitz, ein Bein gebeugt vorn, eins hinten: Der Rumpf kippt seitlich über das vordere Bein, weg vom hinteren, und kommt wieder hoch.',
    },
  },
  placement: STRETCH_PLACEMENT,
  otherSide: OTHER_SIDE,
  phases: [
    { ...TURN, feel: FEEL },
    { ...PRESS_DOWN, instruction: 'Drück den hinteren Fuß in den Boden. Das Knie bleibt, wo es ist.' },
    {
      title: 'Anheben',
      word: 'Hinteren Fuß anheben',
      instruction: 'Nur den hinteren Fuß, Knie bleibt unten.',
      lesson: 'Er bewegt sich vielleicht kaum.',
      again: 'Dreh dich wieder zum hinteren Knöchel, dann heb.',
    },
    {
      title: 'Lockerlassen',
      word: 'Brust weiter drehen',
      instruction: 'Dreh dich etwas weiter und bleib dort.',
      again: TURN_BACK,
    },
  ],
  rules: PRESS_RULES,
};

export const ninetyNinetyStretch: DrillTextsById['ninety-ninety-stretch'] = {
  title: '90/90-Dehnung',
  line: 'Nur drehen und atmen. Die leichteste der fünf.',
  summary:
    'Im Sitz, beide Knie im rechten Winkel. Dreh Gürtelschnalle und Brust zusammen zum hinteren Fuß und bleib dort.',
  steps: [
    SEAT_STEP,
    SUPPORT_STEP,
    TURN_STEP,
    'Bleib dreißig Sekunden und atme. Komm zurück, ruh dich kurz aus und mach es noch einmal: dreimal insgesamt.',
    'Zwing das Knie nie. Fester Muskel gibt mit Zeit und Atem nach; ein harter Anschlag kann Knochen sein.',
  ],
  caution: SEAT_CAUTION,
  demonstration: {
    right: {
      caption: 'Sitz aufrecht. Dreh Gürtelschnalle und Brust zusammen zum hinteren Fuß.',
      description:
        'Im Sitz am Boden, ein Bein gebeugt vorn, eins gebeugt hinten: Becken und Brust drehen langsam zum hinteren Fuß, bleiben dort aufrecht und kommen zurück.',
    },
    cheat: {
      caption:
        'Der Rumpf neigt sich über das vordere Bein, statt sich zu drehen. Die hintere Hüfte wird nicht gedehnt.',
      description:
        'In derselben Position kippt der Rumpf seitlich über das vordere Bein, statt zu drehen, und kommt wieder hoch.',
    },
  },
  placement: STRETCH_PLACEMENT,
  otherSide: OTHER_SIDE,
  phases: [{ ...TURN, feel: FEEL }],
  rules: STRETCH_RULES,
};

export const ninetyNinetyContractRelax: DrillTextsById['ninety-ninety-contract-relax'] = {
  title: '90/90 Anspannen und Lösen',
  line: 'Drehen, drücken, langsam lösen, weiter drehen. Ein paar Mal.',
  summary:
    'Im Sitz, beide Knie im rechten Winkel. Drehen, den hinteren Fuß in den Boden drücken, langsam lösen und etwas weiter drehen.',
  steps: [
    SEAT_STEP,
    SUPPORT_STEP,
    TURN_STEP,
    'Bleib dort und drück den hinteren Fuß in den Boden. Langsam steigern, dann zehn Sekunden halten: Die Muskeln rund um die Hüfte spannen sich an.',
    'Lass langsam nach, werde lang und dreh etwas weiter. Drei- oder viermal.',
  ],
  caution: PRESSING_CAUTION,
  demonstration: {
    right: {
      caption: 'Drehen, stoppen und den hinteren Fuß drücken, langsam lösen, dann etwas weiter drehen.',
      description:
        'Im Sitz, ein Bein vorn, eins hinten: Becken und Brust drehen zum hinteren Fuß, bleiben stehen, während der hintere Fuß drückt, drehen dann weiter, bleiben und kommen zurück. Der Rumpf bleibt aufrecht.',
    },
    cheat: {
      caption: 'Die Brust sinkt ein, statt sich weiter zu drehen. Werde vor jeder Drehung lang.',
      description:
        'In derselben Position dreht der Rumpf ein wenig, dann sinkt die Brust nach vorn über das vordere Bein und kommt wieder hoch.',
    },
  },
  placement: STRETCH_PLACEMENT,
  otherSide: OTHER_SIDE,
  phases: [
    { ...TURN, instruction: `Becken und Brust zum hinteren Knöchel. ${PINCH}`, lesson: STILL_THERE },
    { ...PRESS_DOWN, instruction: 'Den hinteren Fuß in den Boden.' },
    {
      title: 'Weiterdrehen',
      word: 'Brust weiter drehen',
      instruction: 'Ein kleines Stück, und bleib dort. Lass die Hüfte locker.',
      again: TURN_BACK,
    },
  ],
  rules: PRESS_RULES,
};

export const ninetyNinetyLiftOff: DrillTextsById['ninety-ninety-lift-off'] = {
  title: '90/90-Abheben',
  line: 'Aufrecht sitzen und das hintere Bein heben. Wird gezählt.',
  summary: 'Im Sitz, beide Knie im rechten Winkel. Heb das hintere Bein vom Boden, halte es oben und senk es langsam.',
  steps: [
    SEAT_STEP,
    PROPS_STEP,
    `Heb hinten den Fuß, dann das Knie, wenn es geht. ${LEAST_LIFT} Der Rumpf bleibt, wo er ist.`,
    'Halte zwei oder drei Sekunden und senk das Bein lautlos ab.',
    'Dehnen bringt Beweglichkeit. Das Bein selbst zu heben lehrt die Hüfte, sie zu nutzen.',
  ],
  caution: SEAT_CAUTION,
  demonstration: {
    right: {
      caption: 'Rumpf aufrecht. Fuß hoch, dann das Knie, wenn es mitkommt; halten und lautlos absenken.',
      description:
        'Im Sitz, ein Bein vorn, eins hinten: Unterschenkel und Knie des hinteren Beins heben sich eine Handbreit, bleiben oben und sinken langsam. Der Rumpf bewegt sich nicht.',
    },
    cheat: {
      caption: 'Der Rumpf neigt sich weg und hievt das Bein hoch. Heb weniger, bleib aufrecht.',
      description:
        'In derselben Position kippt der Rumpf weit über das vordere Bein, während das hintere hochkommt, und kommt mit ihm zurück.',
    },
  },
  placement: LIFT_PLACEMENT,
  otherSide: OTHER_SIDE,
  phases: [
    {
      title: 'Heben und halten',
      word: 'Hinteren Fuß heben',
      instruction: 'Fuß hoch, dann das Knie, wenn es mitkommt. Halten bis zum Ton, langsam senken.',
      lesson: 'Dein Rumpf bleibt ruhig.',
      unseen: 'Fuß hoch, dann das Knie, wenn es mitkommt. Zwei Sekunden halten, langsam senken.',
    },
  ],
  parts: { second: 'Hinteren Fuß heben', back: 'Fuß langsam senken' },
  guide: [
    { begin: 'Fuß, dann Knie. Und halten.', second: 'Jetzt langsam senken.' },
    { begin: 'Wieder heben. Halten.', second: 'Und sanft senken.' },
  ],
  words: { flagged: 'Der Rumpf hat sich mit dem Bein geneigt.', ...LIFT_WORDS },
  rules: {
    'other-knee-shift': FRONT_LEG,
    'trunk-lean': {
      cue: 'Lass die Brust, wo sie war. Heb weniger.',
      explanation: 'Dein Rumpf hat sich geneigt und das Bein hochgehievt; die Hüfte hatte weniger zu tun.',
    },
  },
};

export const ninetyNinetyLiftOffHinge: DrillTextsById['ninety-ninety-lift-off-hinge'] = {
  title: '90/90 Vorbeuge und Abheben',
  line: 'Erst nach vorn beugen, dann heben. Die schwerste der fünf.',
  summary:
    'Im Sitz, beide Knie im rechten Winkel. Mit langem Rücken über das vordere Bein beugen, das hintere Bein heben, halten, senken, hochkommen.',
  steps: [
    SEAT_STEP,
    PROPS_STEP,
    'Beug dich aus den Hüften vor, die Brust entlang dem vorderen Oberschenkel. Der Rücken bleibt lang und flach.',
    `Heb dort das hintere Bein und halte es drei bis fünf Sekunden oben. ${LEAST_LIFT}`,
    'Senk es langsam, dann komm wieder hoch.',
  ],
  caution: SEAT_CAUTION,
  demonstration: {
    right: {
      caption: 'Mit langem Rücken vorbeugen, dann das hintere Bein heben, halten, senken und hochkommen.',
      description:
        'Im Sitz, ein Bein vorn, eins hinten: Der Rumpf beugt sich mit geradem Rücken aus den Hüften über das vordere Bein. Dort hebt sich das hintere Bein, bleibt oben und sinkt; dann kommt der Rumpf hoch.',
    },
    cheat: {
      caption: 'Der Rumpf kippt zur Seite, wenn das Bein sich hebt. Brust über dem vorderen Schienbein lassen.',
      description:
        'Nach derselben Vorbeuge kippt der Rumpf seitlich vom hinteren Bein weg, während es sich hebt, und richtet sich auf, wenn es sinkt.',
    },
  },
  placement: LIFT_PLACEMENT,
  otherSide: OTHER_SIDE,
  phases: [
    {
      title: 'Beugen und heben',
      word: 'Beugen und Fuß heben',
      instruction: 'Aus der Hüfte vorbeugen. Heben, bis zum Ton halten, senken, hochkommen.',
      lesson: 'Dein Rücken bleibt lang.',
      feel: 'Halte den Rücken lang.',
      unseen: 'Aus der Hüfte vorbeugen. Heben, drei Sekunden halten, senken, hochkommen.',
    },
  ],
  parts: { second: 'Beugen und Fuß heben', back: 'Fuß senken, hochkommen' },
  guide: [
    { begin: 'Vorbeugen, dann heben und halten.', second: 'Senken. Hochkommen.' },
    { begin: 'Wieder vor. Heben, halten.', second: 'Und ab. Dann wieder hoch.' },
  ],
  words: { flagged: 'Der Rumpf ist mit dem Bein gekippt.', ...LIFT_WORDS, unfolded: 'Beug dich zuerst vor.' },
  rules: {
    'other-knee-shift': FRONT_LEG,
    'trunk-lean': {
      cue: 'Lass die Brust über dem vorderen Schienbein.',
      explanation: 'Dein Rumpf ist zur Seite gekippt und hat das Bein hochgehievt; die Hüfte hatte weniger zu tun.',
    },
  },
};
