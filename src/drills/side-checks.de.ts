import type { DrillTextsById } from '../i18n/drill-texts.ts';
import { quadrupedBandIr } from './quadruped-band-ir/words.de.ts';
import { supineSleeper } from './supine-sleeper/words.de.ts';

const TITLE = 'Kontrolle von der Seite';
const BACK_TO_ITS_PLACE = 'Stell den Laptop danach wieder an den Platz der Übung.';
const LENS = '0,6 bis 0,9 m: ein niedriger Tisch oder ein Stuhl mit einem Buch';
const UPRIGHT = 'Fast senkrecht, sodass Kopf, Rücken und beide Füße im Bild sind.';

export const quadrupedBandIrSide: DrillTextsById['quadruped-band-ir-side'] = {
  title: 'Vierfüßlerstand: den Rücken von der Seite prüfen',
  summary:
    'Dieselbe Bewegung für knapp eine Minute, von der Seite gefilmt. Ich achte darauf, ob dein unterer Rücken durchhängt oder sich wölbt, und auf sonst nichts.',
  steps: [
    'Vierfüßlerstand, Oberschenkel senkrecht, das Band am Knöchel wie in der Übung.',
    'Halte den Rücken flach, während ich den Start aufnehme: alles Weitere zählt von dort.',
    'Mach zwei oder drei langsame Wiederholungen: Fuß herein, hinaus, etwas weiter und zurück.',
    BACK_TO_ITS_PLACE,
  ],
  caution: quadrupedBandIr.caution,
  demonstration: quadrupedBandIr.demonstration,
  placement: {
    title: 'Genau von der Seite',
    where: 'Auf Höhe der Rückenmitte, 1,7 bis 2,2 m entfernt, links oder rechts von dir',
    lens: `Etwas höher als dein Rücken, ${LENS}`,
    tilt: UPRIGHT,
    avoid: 'Nicht von schräg hinten: dort zeigt der Umriss deine Flanke. Kein weites Hemd, das vom Rücken hängt.',
    blind: 'Von hier wird nur die Linie deines Rückens überwacht, nicht die Rotation der Hüfte und nicht das Becken.',
  },
  phases: [
    {
      title: TITLE,
      instruction: 'Zwei oder drei langsame Wiederholungen. Dein Rücken bleibt so flach wie jetzt.',
    },
  ],
  rules: {
    'back-arch': {
      cue: 'Heb den Bauch vom Boden weg.',
      explanation: 'Dein unterer Rücken hing durch; der Fuß kam weiter, ohne dass die Hüfte drehte.',
    },
    'back-round': {
      cue: 'Lass den Rücken lang werden wie eine Tischplatte.',
      explanation: 'Dein unterer Rücken hat sich gewölbt, und das Becken rollte mit ein.',
    },
  },
};

export const supineSleeperSide: DrillTextsById['supine-sleeper-side'] = {
  title: 'Innenrotation in Rückenlage: den Rücken von der Seite prüfen',
  summary:
    'Das Knie fällt für knapp eine Minute nach innen, tief von der Seite gefilmt. Ich achte darauf, ob das Becken kippt und der Bauch steigt, wie sie es über einem Hohlkreuz tun.',
  steps: [
    'Rückenlage wie in der Übung, Füße mehr als hüftbreit aufgestellt, die Arme etwas vom Körper weg.',
    'Atme ruhig, während ich den Start aufnehme: alles Weitere zählt von dort.',
    'Lass das Knie nach innen fallen, zieh es etwas tiefer und bring es zurück. Langsam, zwei- oder dreimal.',
    BACK_TO_ITS_PLACE,
  ],
  caution: supineSleeper.caution,
  demonstration: supineSleeper.demonstration,
  placement: {
    title: 'Tief und genau von der Seite',
    where: 'Auf der Seite des Beins, das still bleibt, auf Höhe deines Bauchs, 1,8 bis 2,3 m entfernt',
    lens: 'Tief, 0,5 bis 0,7 m: ein Stuhl mit einem Buch',
    tilt: 'Etwas nach vorn geklappt, sodass Kopf, beide Knie und beide Füße im Bild sind.',
    avoid: 'Nicht höher als ein Stuhl mit Büchern und nicht von halb vorn. Kein Arm auf Bauch oder Hüfte.',
    blind:
      'Den Rücken selbst verdeckt der Boden. Ein Hohlkreuz sehe ich nur daran, wie sich Becken, Bauch und Rippen bewegen; darum heißt es möglich. Sonst wird von hier nichts überwacht.',
  },
  phases: [
    {
      title: TITLE,
      instruction:
        'Lass das Knie nach innen fallen, zieh es tiefer, bring es zurück. Atme. Die unteren Rippen bleiben schwer.',
    },
  ],
  rules: {
    'back-arch': {
      cue: 'Vielleicht ein Hohlkreuz: hintere Rippen schwer.',
      explanation: 'Das Becken kippte nach vorn gegen die Rippen: möglicherweise hob der untere Rücken ab.',
    },
  },
};
