import type { Words } from '../words.ts';

export const loops: Words['loops'] = {
  names: { right: 'Richtig', cheat: 'Der übliche Fehler' },
  caption: (text) => text,
  play: 'Abspielen',
  pause: 'Anhalten',
  theLoop: (name) => `der Schleife „${name}“`,
  start: 'Startposition',
  above: 'Von oben (Bogen: gut)',
  side: 'Von der Seite',
  fromAbove: (where) => `Von oben gesehen: ${where}`,
  fromSide: (lens, tilt) => `Von der Seite gesehen: ${lens}. ${tilt}`,
};

const turnsBehind = 'Der Rumpf dreht sich zum hinteren Fuß. Die große Zahl ist die Hüfte dieses Beins.';
const upright = 'Achte auf den Rumpf: Er soll aufrecht bleiben.';

export const demo: Words['demo'] = {
  start: 'Du schaust nur zu. Der Coach spricht mit der Person im Bild.',
  moves: {
    'supine-sleeper': ['Das Knie fällt nach innen. Die große Zahl ist die Hüfte allein, ohne das Becken.'],
    'supine-ir-pulses-feet-lifted': [
      'Die Füße schwingen nach außen und zurück, die Knie drücken den Block.',
      'Achte auf das Becken: Es soll ruhig liegen.',
    ],
    'supine-ir-pulses-feet-flat': [
      'Die Knie drücken den Block, beide Füße stehen flach.',
      'Achte auf Gesäß und Füße: Sie sollen bleiben, wo sie sind.',
    ],
    'knee-to-knee-wall': [
      'Beide Knie fallen nach innen. Die große Zahl ist die Hüfte allein.',
      'Achte auf das Gesäß: Es soll am Boden bleiben.',
    ],
    'knee-to-knee-floor': [
      'Beide Knie fallen nach innen. Das Gesäß soll unten bleiben.',
      'Achte auf das Tempo: Es soll langsam sein.',
    ],
    'ninety-ninety-pails-rails': [turnsBehind],
    'ninety-ninety-stretch': [turnsBehind, 'Achte auf den Rumpf: Er soll sich drehen, nicht neigen.'],
    'ninety-ninety-contract-relax': ['Der Rumpf dreht sich ein Stück. Die große Zahl ist die hintere Hüfte.'],
    'ninety-ninety-lift-off': [
      'Der hintere Fuß hebt ab, bleibt oben und sinkt. Die große Zahl ist die Hüfte dieses Beins.',
      upright,
    ],
    'ninety-ninety-lift-off-hinge': [
      'Der Rumpf beugt sich vor. Dort hebt das hintere Bein ab und bleibt oben.',
      'Achte auf den Rumpf: Er soll nicht zur Seite kippen.',
    ],
    'quadruped-band-ir': [
      'Das Band zieht den Fuß nach außen; die Hüfte bremst ihn und zieht ihn zurück.',
      'Achte auf das Becken: Es soll bleiben, wo es ist.',
    ],
    'standing-hamstring': [
      'Der Rumpf kippt aus der Hüfte nach vorn. Die große Zahl zeigt, wie weit sich die Hüfte beugt.',
    ],
    'hip-movement-sequence': [
      'Das Bein geht hoch, nach hinten, zur Seite und vorn überkreuz. Die große Zahl zeigt, wie weit sich die Hüfte beugt.',
      upright,
    ],
  },
  push: 'Drücken gegen etwas, das nicht nachgibt. Jetzt soll sich nichts bewegen.',
  pull: 'Jetzt wird in die andere Richtung gezogen. Achte darauf, was sich sonst bewegt.',
  caught: (fault) => `Da: ${fault}. Der Coach sagt es, und dieser Teil zählt nicht.`,
  sink: 'Tiefer sinken. Gleich siehst du, wie weit die Hüfte selbst kam.',
};
