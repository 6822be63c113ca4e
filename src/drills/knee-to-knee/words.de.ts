import type { DrillTextsById } from '../../i18n/drill-texts.ts';
import { CHEST_HIGH, FIRST_ASK, FOLD, HEAVY, PINCH, STILL_THERE, STOP_RULE } from '../shared-words.de.ts';

const KNEE_STEPS = [
  'Lass beide Knie von selbst zueinander fallen. Warte einen Atemzug, dann bring sie zurück.',
  'Nimm dir zwei Sekunden für jeden Weg. Nichts wird gedrückt, nichts federt.',
  'Lass beide Gesäßtaschen schwer am Boden und die Füße, wo sie sind. Die Arme liegen am Boden.',
  'Am besten geht es nach dem Ball unter dem Gesäß. Hast du einen, setz dich zuerst darauf, ein bis zwei Minuten je Seite.',
  'Das löst festen Muskel, vor oder nach dem Training. Bleib vor einem harten Anschlag: Knochen dehnt sich nicht.',
] as const;

/** What both variants share. */
const KNEE_TO_KNEE = {
  caution: `${STOP_RULE} Nichts wird erzwungen. Fallen deine Knie ganz leicht zusammen, brauchst du diese Übung vielleicht nicht. ${FIRST_ASK}`,
  phases: [
    {
      title: 'Knie fallen lassen',
      word: 'Knie rein und zurück',
      instruction: 'Lass beide Knie nach innen fallen, warte einen Atemzug, bring sie zurück. Ohne Druck.',
      lesson: `${PINCH} ${STILL_THERE}`,
      feel: `${PINCH} ${STILL_THERE}`,
    },
  ],
  parts: { second: 'Knie fallen lassen', hold: 'Einen Atemzug warten', back: 'Knie zurück' },
  guide: [
    { begin: 'Langsam nach innen. Einen Atemzug dort. Und zurück.' },
    { begin: 'Wieder nach innen. Ausatmen. Dann zurück.' },
  ],
  words: {
    flagged: 'Das Becken ging mit.',
    thrown: 'Das war Schwung. Langsamer.',
    small: 'Die Knie haben sich kaum bewegt.',
    shortExternal: 'Komm zurück zum Start.',
    shortInternal: 'Lass die Knie ganz sinken.',
  },
  rules: {
    'pelvis-lift': {
      cue: HEAVY,
      explanation: 'Dein Becken kam vom Boden hoch; so fallen die Knie, ohne dass sich die Hüften drehen.',
    },
    'too-fast': {
      cue: 'Langsamer. Lass die Knie von selbst sinken.',
      explanation: 'Die Knie wurden nach innen geworfen; das zwingt die Hüfte, statt sie zu lösen.',
    },
  },
} as const;

export const kneeToKneeWall: DrillTextsById['knee-to-knee-wall'] = {
  ...KNEE_TO_KNEE,
  title: 'Knie zu Knie, Füße an der Wand',
  variant: 'Füße an der Wand',
  line: 'Im Liegen, Füße breit an der Wand. Beide Knie sinken zueinander. Schont den Rücken.',
  summary:
    'Auf dem Rücken, die Füße breit an einer Wand: Beide Knie fallen zueinander und kommen zurück. Sanft, langsam und rückenschonender als am Boden.',
  steps: [
    'Leg dich vor einer Wand auf den Rücken, die Füße breit an der Wand, Hüften und Knie im rechten Winkel.',
    ...KNEE_STEPS,
  ],
  demonstration: {
    right: {
      caption: 'Die Füße bleiben an der Wand. Lass beide Knie langsam zueinander fallen.',
      description:
        'In Rückenlage, die Füße breit an einer Wand, Hüften und Knie im rechten Winkel: Beide Knie sinken langsam zueinander, bleiben einen Moment und kommen zurück. Das Becken bleibt auf der Matte.',
    },
    cheat: {
      caption: 'Die Füße drücken sich ab und das Becken hebt sich. Deine Hüften drehen sich nicht weiter.',
      description:
        'Mit den Füßen an der Wand fallen die Knie nach innen, während die Füße drücken und das Becken von der Matte kommt, dann sinkt es zurück.',
    },
  },
  placement: {
    title: 'Hinter deinem Kopf, einen Schritt zur Seite',
    where: 'Etwa 30° neben der Linie über deinen Kopf hinaus, 2,3 bis 2,7 m von deinen Hüften',
    lens: CHEST_HIGH,
    tilt: FOLD,
    avoid: 'Nicht auf Höhe deiner Hüften: Das nahe Bein verdeckt das andere.',
    blind: 'Halt Becken und unteren Rücken ruhig: Ein Drehen sehe ich nicht.',
  },
};

export const kneeToKneeFloor: DrillTextsById['knee-to-knee-floor'] = {
  ...KNEE_TO_KNEE,
  title: 'Knie zu Knie, Füße am Boden',
  variant: 'Füße am Boden',
  line: 'Im Liegen, Füße breit am Boden. Beide Knie sinken zueinander.',
  summary:
    'Auf dem Rücken, die Füße breit aufgestellt: Beide Knie fallen zueinander und kommen zurück. Sanft und langsam.',
  steps: ['Leg dich auf den Rücken. Stell beide Füße mehr als hüftbreit auf, Knie nach oben.', ...KNEE_STEPS],
  demonstration: {
    right: {
      caption: 'Füße breit, Gesäß schwer am Boden. Lass beide Knie langsam zueinander fallen.',
      description:
        'In Rückenlage, beide Füße mehr als hüftbreit aufgestellt: Beide Knie sinken langsam zueinander, bleiben einen Moment und kommen zurück. Füße und Becken bleiben, wo sie sind.',
    },
    cheat: {
      caption: 'Die Knie werden zusammengeworfen und federn. Langsamer; hier gibt es nichts zu erzwingen.',
      description:
        'In derselben Position fallen die Knie fünfmal zusammen und federn auseinander, jedes Mal in weniger als einer Sekunde.',
    },
  },
  placement: {
    title: 'Neben dir, auf Höhe deiner Hüften',
    where: 'Genau links oder rechts von dir, 2,1 bis 2,5 m von deinen Hüften',
    lens: CHEST_HIGH,
    tilt: FOLD,
    avoid: 'Nie am Fußende und nicht auf einem Stuhl: Von unten verdeckt das nahe Bein das andere.',
    blind: 'Halt Becken und unteren Rücken ruhig: Ein Drehen sehe ich nicht.',
  },
};
