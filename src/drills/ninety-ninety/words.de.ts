import type { DrillTextsById } from '../../i18n/drill-texts.ts';

// Texts that the drills in the 90/90 seat share.

const SEAT_CAUTION =
  'Nur im schmerzfreien Bereich. Hör auf bei Knieschmerz, Zwicken vorn in der Hüfte, Taubheit oder Kribbeln. Nicht bei frischer Verletzung, künstlichem Hüftgelenk oder kürzlich operierter Gelenklippe: frag zuerst deine Ärztin oder deinen Physiotherapeuten.';

const SEAT_STEP =
  'Setz dich hin: ein Schienbein quer vor dir, das andere Bein seitlich nach hinten, beide Knie im rechten Winkel.';

const FRONT_PLACEMENT = {
  title: 'Gerade vor dir',
  where: 'Dir gegenüber, 1,8 bis 2,3 m entfernt',
  lens: 'Zwischen Stuhlsitz (0,5 m) und Tisch (1,0 m)',
  tilt: 'Aufrecht, sodass Kopf, beide Knie und beide Füße im Bild sind.',
  avoid: 'Nicht neben dir und nicht hinter dir: die Beine verdecken einander.',
  blind:
    'Von hier sieht die Kamera nicht, ob dein Rücken rund wird oder nur der Brustkorb dreht; beides wird nicht überwacht. Dein Becken dreht hier mit Absicht.',
} as const;

const SIT_BONE = {
  cue: 'Beide Sitzbeinhöcker schwer. Der Boden trägt sie.',
  explanation:
    'Der Sitzbeinhöcker auf der Seite des hinteren Beins kam vom Boden hoch; das nimmt die Drehung aus der Hüfte.',
} as const;

const PRESS_DRIFT = {
  cue: 'Drück, ohne dich zu bewegen. Halte die Form.',
  explanation: 'Die Hüfte hat sich bewegt, während du gegen etwas Festes drücken solltest.',
} as const;

const LIFT_WORDS = {
  small: 'Heb den Fuß etwas höher.',
  shortExternal: 'Beginne mit dem Fuß am Boden.',
  shortInternal: 'Er kam zu früh herunter. Halte ihn oben bis zum Ton.',
} as const;

const GROW_TALL = 'Werde lang. Hemdknöpfe über den vorderen Oberschenkel.';
const LEANED =
  'Dein Rumpf hat sich geneigt oder ist eingesunken, statt zu drehen; das nimmt die Dehnung von der Hüfte.';
const STRETCH_PLACEMENT = {
  ...FRONT_PLACEMENT,
  blind: `Von hier ist der Bewegungsumfang nur ein grober Wert. ${FRONT_PLACEMENT.blind}`,
};
const TURN_BACK = 'Dreh dich wieder zum hinteren Knöchel.';
const TURN_AND_REST = 'Dreh dich zum hinteren Knöchel und bleib dort. Sitz aufrecht und atme.';
const HANDS = 'Die Hände am Boden nur fürs Gleichgewicht.';

export const ninetyNinetyPailsRails: DrillTextsById['ninety-ninety-pails-rails'] = {
  title: '90/90 PAILs und RAILs',
  summary:
    'Im Sitz, beide Knie im rechten Winkel. Das hintere Bein arbeitet: dehnen, in den Boden drücken (PAILs), anheben wollen (RAILs), nachsinken.',
  steps: [
    SEAT_STEP,
    'Dreh Brust und Bauch zum hinteren Knöchel, bis du in dieser Hüfte eine Dehnung spürst.',
    'Bleib dort. Drück den hinteren Fuß in den Boden, dann versuch ihn zu heben, ohne dich zu neigen: nichts bewegt sich. Lass los und dreh weiter.',
    `Bleib aufrecht. ${HANDS}`,
  ],
  caution: SEAT_CAUTION,
  demonstration: {
    right: {
      caption: 'Dreh Gürtelschnalle und Brust zum hinteren Fuß. Dort drück ihn nach unten, dann versuch ihn zu heben.',
      description:
        'Im Sitz, ein Bein gebeugt vorn, eins hinten: Becken und Rumpf drehen langsam zum hinteren Fuß und bleiben stehen, während er nach unten drückt und dann nach oben zieht. Sie drehen noch etwas weiter und kommen zurück, immer aufrecht.',
    },
    cheat: {
      caption: 'Der Rumpf neigt sich vom hinteren Bein weg. Das lässt die Dehnung aus der Hüfte.',
      description:
        'Im Sitz, ein Bein gebeugt vorn, eins hinten: der Rumpf kippt seitlich über das vordere Bein, weg vom hinteren, und kommt wieder hoch.',
    },
  },
  placement: STRETCH_PLACEMENT,
  phases: [
    { title: 'Passiv', instruction: TURN_AND_REST, again: TURN_BACK },
    {
      title: 'PAILs: nach unten drücken',
      instruction: 'Drück hinteren Fuß und Schienbein in den Boden. Langsam steigern. Nichts bewegt sich.',
      again: 'Dreh dich wieder zum hinteren Knöchel, dann drück.',
    },
    {
      title: 'RAILs: anheben',
      instruction: 'Versuch den hinteren Fuß vom Boden zu heben. Bleib aufrecht, neig dich nicht.',
      again: 'Dreh dich wieder zum hinteren Knöchel, dann heb.',
    },
    { title: 'Nachsinken', instruction: 'Lass los und dreh ein wenig weiter.', again: TURN_BACK },
  ],
  rules: {
    'trunk-lean': {
      cue: 'Hemdknöpfe über den vorderen Oberschenkel. Sitz aufrecht.',
      explanation: 'Dein Rumpf hat sich weggeneigt; das nimmt die Dehnung von der Hüfte.',
    },
    'pelvis-lift': SIT_BONE,
    'isometric-drift': PRESS_DRIFT,
  },
};

export const ninetyNinetyStretch: DrillTextsById['ninety-ninety-stretch'] = {
  title: '90/90-Dehnung',
  summary: 'Im Sitz, beide Knie im rechten Winkel. Dreh Becken und Brust zusammen zum hinteren Fuß und bleib dort.',
  steps: [
    SEAT_STEP,
    'Sitz aufrecht. Dreh Gürtelschnalle und Brust zusammen zum hinteren Knöchel, bis du in dieser Hüfte eine Dehnung spürst.',
    'Bleib dreißig Sekunden und atme. Komm zurück, lass los und mach es noch einmal.',
    `${HANDS} Das Knie wird nie gezwungen.`,
  ],
  caution: SEAT_CAUTION,
  demonstration: {
    right: {
      caption: 'Sitz aufrecht. Dreh Gürtelschnalle und Brust zusammen nach hinten zum Fuß.',
      description:
        'Im Sitz am Boden, ein Bein gebeugt vorn, eins gebeugt hinten: Becken und Brust drehen langsam zum hinteren Fuß, bleiben dort aufrecht und kommen zurück.',
    },
    cheat: {
      caption: 'Der Rumpf neigt sich über das vordere Bein. Die Dehnung verlässt die hintere Hüfte.',
      description:
        'In derselben Position kippt der Rumpf seitlich über das vordere Bein, statt zu drehen, und kommt wieder hoch.',
    },
  },
  placement: STRETCH_PLACEMENT,
  phases: [
    {
      title: 'Dehnen',
      instruction: 'Dreh Gürtelschnalle und Brust zum hinteren Knöchel. Bleib aufrecht und atme.',
      again: TURN_BACK,
    },
  ],
  rules: {
    'trunk-lean': { cue: GROW_TALL, explanation: LEANED },
    'pelvis-lift': SIT_BONE,
  },
};

export const ninetyNinetyContractRelax: DrillTextsById['ninety-ninety-contract-relax'] = {
  title: '90/90 Anspannen und Lösen',
  summary:
    'Im Sitz, beide Knie im rechten Winkel. Dehnen, den hinteren Fuß in den Boden drücken, loslassen und ein wenig weiter drehen.',
  steps: [
    SEAT_STEP,
    'Dreh Brust und Bauch zum hinteren Knöchel, bis du in dieser Hüfte eine Dehnung spürst.',
    'Bleib dort und drück den hinteren Fuß in den Boden. Langsam steigern, dann zehn Sekunden halten.',
    'Lass los, werde lang und dreh ein wenig weiter. Drei- oder viermal.',
    HANDS,
  ],
  caution: SEAT_CAUTION,
  demonstration: {
    right: {
      caption: 'Drehen, stoppen und den hinteren Fuß drücken, loslassen, dann ein wenig weiter drehen.',
      description:
        'Im Sitz, ein Bein vorn, eins hinten: Becken und Brust drehen den halben Weg, bleiben stehen, während der hintere Fuß drückt, drehen dann weiter, bleiben und kommen zurück. Der Rumpf bleibt aufrecht.',
    },
    cheat: {
      caption: 'Die Brust sinkt ein, statt weiter zu drehen. Werde vor jeder Drehung lang.',
      description:
        'In derselben Position dreht der Rumpf ein wenig, dann sinkt die Brust nach vorn über das vordere Bein und kommt wieder hoch.',
    },
  },
  placement: STRETCH_PLACEMENT,
  phases: [
    { title: 'Dehnen', instruction: TURN_AND_REST, again: TURN_BACK },
    {
      title: 'Drücken',
      instruction: 'Drück den hinteren Fuß in den Boden. Langsam steigern. Nichts bewegt sich.',
      again: 'Dreh dich wieder zum hinteren Knöchel, dann drück.',
    },
    { title: 'Loslassen und drehen', instruction: 'Lass los, werde lang und dreh ein wenig weiter.', again: TURN_BACK },
  ],
  rules: {
    'trunk-lean': { cue: GROW_TALL, explanation: LEANED },
    'pelvis-lift': SIT_BONE,
    'isometric-drift': PRESS_DRIFT,
  },
};

export const ninetyNinetyLiftOff: DrillTextsById['ninety-ninety-lift-off'] = {
  title: '90/90-Abheben',
  summary: 'Im Sitz, beide Knie im rechten Winkel. Heb das hintere Bein vom Boden, halte es oben und senk es langsam.',
  steps: [
    SEAT_STEP,
    `Sitz aufrecht. ${HANDS}`,
    'Heb hinten den Fuß, dann das Knie, wenn es geht, so hoch, wie der Rumpf ruhig bleibt.',
    'Halte zwei oder drei Sekunden und senk das Bein lautlos ab.',
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
  placement: {
    ...FRONT_PLACEMENT,
    blind:
      'Von hier sieht die Kamera nicht, ob ein Sitzbeinhöcker abhebt, Becken oder Brust drehen oder dein Rücken rund wird; nichts davon wird überwacht.',
  },
  phases: [
    {
      title: 'Abheben',
      instruction: 'Heb das hintere Bein, halte es bis zum Ton und senk es langsam. Der Rumpf bleibt, wo er ist.',
    },
  ],
  words: { flagged: 'Der Rumpf hat sich mit dem Bein geneigt.', ...LIFT_WORDS },
  rules: {
    'trunk-lean': {
      cue: 'Heb weniger, bleib lang. Hemdknöpfe über den Oberschenkel.',
      explanation: 'Dein Rumpf hat sich weggeneigt und das Bein hochgehievt; die Hüfte hatte weniger zu tun.',
    },
  },
};

export const ninetyNinetyLiftOffHinge: DrillTextsById['ninety-ninety-lift-off-hinge'] = {
  title: '90/90 Vorbeuge und Abheben',
  summary:
    'Im Sitz, beide Knie im rechten Winkel. Mit langem Rücken über das vordere Bein beugen, das hintere Bein heben, halten, senken, hochkommen.',
  steps: [
    SEAT_STEP,
    'Beug dich aus den Hüften über das vordere Bein. Der Rücken bleibt lang und flach.',
    'Heb dort das hintere Bein und halte es drei bis fünf Sekunden oben.',
    `Senk es langsam, dann komm wieder hoch. ${HANDS}`,
  ],
  caution: SEAT_CAUTION,
  demonstration: {
    right: {
      caption: 'Mit langem Rücken vorbeugen, dann das hintere Bein heben, halten, senken und hochkommen.',
      description:
        'Im Sitz, ein Bein vorn, eins hinten: der Rumpf beugt sich mit geradem Rücken aus den Hüften über das vordere Bein. Dort hebt sich das hintere Bein, bleibt oben und sinkt; dann kommt der Rumpf hoch.',
    },
    cheat: {
      caption: 'Der Rumpf kippt zur Seite, wenn das Bein sich hebt. Brust über dem vorderen Schienbein lassen.',
      description:
        'Nach derselben Vorbeuge kippt der Rumpf seitlich vom hinteren Bein weg, während es sich hebt, und richtet sich auf, wenn es sinkt.',
    },
  },
  placement: {
    ...FRONT_PLACEMENT,
    blind:
      'Von hier sieht die Kamera nicht, ob dein Rücken in der Vorbeuge rund wird, ein Sitzbeinhöcker abhebt oder Becken oder Brust drehen; nichts davon wird überwacht.',
  },
  phases: [
    {
      title: 'Beugen und heben',
      instruction: 'Mit langem Rücken vorbeugen. Hinteres Bein heben, bis zum Ton halten, senken, hochkommen.',
    },
  ],
  words: { flagged: 'Der Rumpf ist mit dem Bein gekippt.', ...LIFT_WORDS },
  rules: {
    'trunk-lean': {
      cue: 'Lass die Brust über dem vorderen Schienbein.',
      explanation: 'Dein Rumpf ist zur Seite gekippt und hat das Bein hochgehievt; die Hüfte hatte weniger zu tun.',
    },
  },
};
