import type { DrillTextsById } from '../../i18n/drill-texts.ts';
import { FIRST_ASK, SIDE_CHECK, STOP_RULE } from '../shared-words.de.ts';

export const quadrupedBandIr: DrillTextsById['quadruped-band-ir'] = {
  title: 'Bandrotation im Vierfüßlerstand',
  line: 'Auf Händen und Knien. Ein Band zieht den Fuß nach außen, du ziehst ihn zurück.',
  summary:
    'Im Vierfüßlerstand zieht ein Band am Knöchel den Fuß zur Seite. Zieh ihn dagegen nach innen, lass ihn hinaus, geh weiter mit.',
  steps: [
    'Vierfüßlerstand, Oberschenkel senkrecht. Das Band liegt um den Knöchel und ist neben diesem Fuß tief an etwas Schwerem befestigt.',
    'Rück zur Seite, weg von der Befestigung, bis das Band zieht.',
    'Dreh den Oberschenkel, sodass der Fuß gegen das Band nach innen kommt. Halte ein oder zwei Sekunden.',
    'Lass ihn langsam hinaus. Dreh am Ende mit dem Band etwas weiter und halte zwei oder drei Sekunden.',
    'Halte den Rücken flach und das Gewicht gleich auf beiden Knien.',
  ],
  caution: `${STOP_RULE} Ein leichtes Band genügt. ${FIRST_ASK}`,
  demonstration: {
    right: {
      caption: 'Das Band zieht zur Seite: Lass den Fuß langsam hinaus, zieh ihn wieder herein. Becken waagrecht.',
      description:
        'Im Vierfüßlerstand zieht ein Band einen Knöchel nach außen. Der Fuß schwingt gegen das Band nach innen, dann langsam über den Start hinaus und zurück; der Oberschenkel bleibt senkrecht, das Becken waagrecht.',
    },
    cheat: {
      caption: 'Das Becken kippt mit dem Fuß. Der Fuß kommt weiter, deine Hüfte nicht.',
      description:
        'Im Vierfüßlerstand schwingt der Fuß mit dem Band nach außen. Eine Beckenseite zieht mit hoch, der untere Rücken kippt, dann kommt beides zurück.',
    },
  },
  placement: {
    title: 'Hinter dir, auf der Seite des Bands',
    where: 'Etwa 30° neben der Linie gerade hinter dir, 2,3 bis 2,8 m von deinen Hüften',
    lens: 'Tischhöhe oder höher, 0,9 bis 1,4 m',
    tilt: 'Klapp den Bildschirm nach vorn, bis Kopf und beide Füße im Bild sind.',
    avoid: 'Nicht genau hinter dir, wo die Beine einander verdecken, und nicht näher als 2 m.',
    blind: 'Halt den Rücken selbst flach: Ob er durchhängt oder rund wird, sehe ich nicht.',
  },
  phases: [
    {
      title: 'Fuß rein und raus',
      instruction: 'Zieh den Fuß nach innen, halte bis zum Ton. Langsam hinaus, etwas weiter, halten.',
      lesson: 'Dreh aus dem Oberschenkel.',
      feel: 'Dreh den ganzen Oberschenkel, nicht nur den Fuß.',
      bounded: 'Zieh den Fuß nach innen, halte bis zum Ton. Langsam hinaus, halten.',
      unseen: 'Zieh den Fuß nach innen, halte zwei Sekunden. Langsam hinaus, etwas weiter, halten.',
    },
  ],
  parts: { first: 'Fuß nach\u00a0innen', second: 'Fuß raus, noch weiter', back: 'Fuß nach\u00a0innen' },
  guide: [
    {
      begin: 'Zieh den Fuß nach innen, und halte.',
      first: 'Jetzt langsam hinaus. Etwas weiter, und halten.',
      second: 'Und wieder nach innen.',
    },
    {
      begin: 'Zieh weiter nach innen. Halten.',
      first: 'Langsam hinaus. Dreh mit dem Band weiter, und halten.',
      second: 'Zieh ihn wieder nach innen.',
    },
  ],
  otherSide: 'Band um den anderen Knöchel. Knie dich auf die andere Seite der Befestigung, Blick wie vorher.',
  otherLaptop: 'Der Laptop steht hinter dir, auf der Seite des Bands.',
  rules: {
    'hips-shift': {
      cue: 'Becken ruhig, als stünde ein Glas darauf.',
      explanation: 'Dein Becken ist nicht an seinem Platz geblieben; ein Teil des Wegs kam nicht aus dem Hüftgelenk.',
    },
    'too-fast': {
      cue: 'Langsamer. Brems den Fuß, wenn das Band ihn hinauszieht.',
      explanation: 'Das Band hat den Fuß hinausgeschleudert; deine Hüfte hatte nichts zu bremsen.',
    },
  },
};

export const quadrupedBandIrSide: DrillTextsById['quadruped-band-ir-side'] = {
  title: 'Vierfüßlerstand: den Rücken von der Seite prüfen',
  summary:
    'Die Bewegung der Bandrotation, knapp eine Minute lang, von der Seite gesehen. Ich achte nur darauf, ob dein unterer Rücken durchhängt oder rund wird.',
  steps: [
    'Vierfüßlerstand, Oberschenkel senkrecht, das Band am Knöchel wie in der Übung.',
    'Halte den Rücken flach, während ich die Startposition aufnehme. Alles Weitere zählt von dort.',
    'Mach zwei oder drei langsame Wiederholungen: Fuß herein, hinaus, etwas weiter und zurück.',
    SIDE_CHECK.backToItsPlace,
  ],
  caution: quadrupedBandIr.caution,
  demonstration: quadrupedBandIr.demonstration,
  placement: {
    title: 'Genau von der Seite',
    where: 'Auf Höhe der Rückenmitte, 1,7 bis 2,2 m entfernt, links oder rechts von dir',
    lens: 'Etwas höher als dein Rücken, 0,6 bis 0,9 m: ein niedriger Tisch oder ein Stuhl mit einem Buch',
    tilt: 'Fast senkrecht, sodass Kopf, Rücken und beide Füße im Bild sind.',
    avoid: 'Nicht von schräg hinten: Dort zeigt der Umriss deine Flanke. Kein weites Hemd, das vom Rücken hängt.',
    blind: 'Achte auf alles andere selbst: Von hier sehe ich nur deinen Rücken.',
  },
  phases: [
    {
      title: SIDE_CHECK.title,
      word: 'Fuß rein, dann raus',
      instruction: 'Dreimal langsam: Fuß nach innen, nach außen. Rücken bleibt flach. Dann bleib ruhig.',
    },
  ],
  otherSide: 'Band um den anderen Knöchel. Knie dich andersherum hin.',
  rules: {
    'back-arch': {
      cue: 'Heb den Bauch vom Boden weg.',
      change: 'Geh nur halb so weit.',
      explanation: 'Dein unterer Rücken hing durch; der Fuß kam weiter, ohne dass sich die Hüfte drehte.',
    },
    'back-round': {
      cue: 'Lass den Rücken lang werden wie eine Tischplatte.',
      change: 'Geh nur halb so weit.',
      explanation: 'Dein unterer Rücken hat sich gewölbt, und das Becken rollte mit ein.',
    },
  },
};
