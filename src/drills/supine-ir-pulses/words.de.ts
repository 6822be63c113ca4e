import type { DrillTextsById } from '../../i18n/drill-texts.ts';
import { kneeToKneeFloor } from '../knee-to-knee/words.de.ts';
import { CHEST_HIGH, FIRST_ASK, FOLD, HEAVY, HIPS_SHIFT, STOP_RULE } from '../shared-words.de.ts';

const PULSE_CAUTION = `${STOP_RULE} ${FIRST_ASK}`;

const BEHIND_HEAD = {
  title: 'Hinter deinem Kopf',
  where: 'In Verlängerung deines Körpers hinter dem Kopf oder bis 30° daneben, 2,0 bis 2,6 m von deinen Hüften',
  lens: CHEST_HIGH,
  tilt: FOLD,
  avoid: 'Nie am Fußende und nicht neben dir: Die Beine verdecken einander.',
} as const;

const PULSE_PELVIS = {
  'pelvis-twist': {
    cue: 'Gürtelschnalle zur Decke. Dreh aus den Hüften.',
    explanation: 'Dein Becken hat sich zu einer Seite gedreht; ein Bein hat weniger gedreht, als es aussah.',
  },
  'pelvis-lift': {
    cue: HEAVY,
    explanation: 'Dein Becken kam vom Boden hoch; der Rücken hat einen Teil der Arbeit gemacht.',
  },
  'too-fast': {
    cue: 'Langsamer. Ein Tick hinaus, ein Tick zurück.',
    explanation: 'Zu schnell: So ist es Schwung und keine Kraft.',
  },
} as const;

const PULSE_FEEL = 'Spür es tief in beiden Hüften.';

const PULSE_WORDS = {
  flagged: 'Das Becken ging mit.',
  thrown: 'Das war Schwung. Langsamer.',
  gripped: 'Du hast den Block gequetscht. Drück und dreh die Oberschenkel.',
  small: 'Die Füße haben sich kaum bewegt.',
  shortExternal: 'Komm zurück zum Start.',
  shortInternal: 'Schwing die Füße ganz nach außen.',
} as const;

export const supineIrPulses: DrillTextsById['supine-ir-pulses-feet-lifted'] = {
  title: 'Rotationsimpulse in Rückenlage, Füße angehoben',
  variant: 'Füße angehoben',
  line: 'Im Liegen, Füße in der Luft. Block drücken, beide Füße nach außen schwingen.',
  summary:
    'Auf dem Rücken, Knie über den Hüften, ein Yogablock zwischen den Knien. Drück den Block und schwing beide Füße im Takt nach außen. Wärmt gut auf vor tiefem Dehnen.',
  steps: [
    'Leg dich auf den Rücken, Hüften und Knie im rechten Winkel in der Luft, ein Yogablock zwischen den Knien.',
    'Drück die ganze Zeit fest und gleichmäßig in den Block, dreh beide Oberschenkel und schwing die Füße nach außen. Komm kontrolliert zurück. Drücken, nicht quetschen: Die Oberschenkel drehen sich.',
    'Ein Tick hinaus, ein Tick zurück. Die Knie bleiben über den Hüften.',
    'Lass den unteren Rücken am Boden: Rippen unten, Becken schwer, Arme ruhig. Atme weiter.',
    'Du spürst es tief in beiden Hüften.',
  ],
  caution: PULSE_CAUTION,
  demonstration: {
    right: {
      caption: 'Die Unterschenkel schwingen nach außen, die Knie bleiben. Der Druck auf den Block bleibt gleich.',
      description:
        'In Rückenlage, Hüften und Knie im rechten Winkel in der Luft, ein Block zwischen den Knien: Beide Füße schwingen dreimal langsam nach außen und zurück. Knie und Becken bleiben ruhig.',
    },
    cheat: {
      caption: 'Die Knie quetschen den Block, die Unterschenkel bleiben stehen. Deine Oberschenkel drehen nicht.',
      description:
        'In derselben Position kneifen die Knie zusammen und drücken den Block platt, während die Füße kaum auseinandergehen.',
    },
  },
  placement: {
    ...BEHIND_HEAD,
    blind: 'Halt den Rücken ruhig und beide Hüften gleich hoch: Das sehe ich nicht.',
  },
  phases: [
    {
      title: 'Drücken und schwingen',
      word: 'Drücken und Füße raus',
      instruction: 'Drück den Block, Füße beim Tick nach außen, beim nächsten zurück.',
      lesson: 'Drück durchgehend. Die Oberschenkel drehen nach innen, nichts verkrampft. Unterer Rücken schwer.',
      feel: PULSE_FEEL,
    },
  ],
  words: PULSE_WORDS,
  rules: {
    ...PULSE_PELVIS,
    'hips-shift': HIPS_SHIFT,
    grip: {
      cue: 'Weniger quetschen. Schwing die Füße.',
      change: 'Drück halb so fest und schwing die Füße.',
      explanation: 'Die Knie haben den Block zusammengedrückt; die Oberschenkel wurden gepresst statt gedreht.',
    },
    'shins-drop': {
      cue: 'Schienbeine waagrecht, als läge ein Tablett darauf.',
      change: 'Bring die Knie zurück über die Hüften. Mach Pause, wenn du sie brauchst.',
      explanation: 'Deine Unterschenkel sind zum Boden gesunken; den Impulsen fehlte der feste Stand.',
    },
  },
};

export const supineIrPulsesFeetFlat: DrillTextsById['supine-ir-pulses-feet-flat'] = {
  title: 'Rotationsimpulse in Rückenlage, Füße am Boden',
  variant: 'Füße am Boden',
  line: 'Im Liegen, Füße am Boden. Beide Knie in einen Block drücken.',
  summary:
    'Auf dem Rücken, Füße breit aufgestellt, ein Yogablock zwischen den Knien. Drück den Block im Takt. Wärmt gut auf vor tiefem Dehnen.',
  steps: [
    'Leg dich auf den Rücken, beide Füße breiter als die Knie aufgestellt, ein Yogablock zwischen den Knien.',
    'Halte immer etwas Druck auf dem Block: Drück beide Knie fest hinein, dann halb so fest. Es ist eine kleine, aktive Bewegung.',
    'Drücken, nicht quetschen: Die Oberschenkel drehen sich nach innen, die Füße bleiben flach. Von hier kann ich beides nicht unterscheiden; achte selbst darauf.',
    'Bei einem Tick fest drücken, beim nächsten halb so fest. Füße und Gesäßtaschen bleiben schwer, der untere Rücken am Boden, die Rippen unten. Atme weiter.',
    'Du spürst es tief in beiden Hüften.',
  ],
  caution: PULSE_CAUTION,
  demonstration: {
    right: {
      caption: 'Die Knie drücken in den Block, Füße und Gesäßtaschen bleiben schwer.',
      description:
        'In Rückenlage, beide Füße breiter als die Knie aufgestellt, ein Block zwischen den Knien: Die Knie drücken dreimal fest in den Block und dann halb so fest; Füße und Becken bewegen sich nicht.',
    },
    cheat: {
      caption: 'Das Becken kommt bei jedem Drücken hoch. Dann ist es eine Brücke, und die Hüften drehen sich nicht.',
      description:
        'In derselben Position löst sich das Becken bei jedem Drücken der Knie vom Boden und sinkt danach zurück.',
    },
  },
  placement: {
    ...kneeToKneeFloor.placement,
    blind: 'Drück weiter, auch wenn ich es nicht sehe. Becken und unterer Rücken bleiben ruhig.',
  },
  phases: [
    {
      title: 'Block drücken',
      word: 'Knie in den Block',
      instruction: 'Beim Tick Oberschenkel nach innen drehen, drücken, beim nächsten halb so fest.',
      lesson: 'Drück durchgehend. Nichts verkrampft. Unterer Rücken schwer.',
      feel: PULSE_FEEL,
    },
  ],
  words: PULSE_WORDS,
  rules: {
    'pelvis-lift': PULSE_PELVIS['pelvis-lift'],
    'hips-shift': HIPS_SHIFT,
    'foot-moved': {
      cue: 'Füße schwer, wie am Boden festgeklebt.',
      change: 'Drück sanfter.',
      explanation:
        'Dein Fuß hat seinen Platz verlassen; so wandert das Bein, statt dass sich die Hüfte über ihm dreht.',
    },
  },
};
