import type { DrillTextsById } from '../../i18n/drill-texts.ts';
import { STOP_AT_ONCE } from '../shared-words.de.ts';

/** What both variants share. */
const SOFT_TISSUE = {
  caution: `Fest, aber angenehm: Du kannst die ganze Zeit atmen, und danach fühlt es sich besser an. Bleib auf dem Muskel, weg von Knochen und Kniekehle. ${STOP_AT_ONCE} Nicht auf Blutergüssen, Krampfadern, frischen Verletzungen oder Operationsnarben; mit Blutverdünnern frag zuerst deine Ärztin oder deinen Physiotherapeuten.`,
  placement: {
    title: 'In Hörweite',
    where: 'Überall, wo du ihn hörst: Die Kamera wird nicht gebraucht',
    lens: 'Die Linse wird nicht gebraucht',
    tilt: 'Wie du magst, sodass du die Uhr siehst.',
    avoid: 'Nichts zu vermeiden.',
    blind: null,
  },
  rules: {},
} as const;

export const softTissueBall: DrillTextsById['soft-tissue-ball'] = {
  ...SOFT_TISSUE,
  title: 'Ball unter der Gesäßmuskulatur',
  variant: 'Ball, äußeres Gesäß',
  line: 'Auf einem Ball sitzen, um das Gesäß zu lockern. Ein Timer, ohne Kamera.',
  summary:
    'Setz dich mit einer Gesäßhälfte auf einen Ball und lass die tiefen Muskeln hinter der Hüfte weich werden. Ein Timer mit Worten, ohne Kamera.',
  steps: [
    'Setz dich auf den Boden, einen Tennis- oder Massageball unter einer Gesäßhälfte, die Hände hinter dir.',
    'Such eine feste Stelle im Muskel, zwischen dem Sitzbeinhöcker und dem Knochenvorsprung seitlich an der Hüfte.',
    'Bleib darauf und atme, bis sie etwas nachlässt. Dann lass das Knie langsam nach außen und innen pendeln.',
    'Rück eine Fingerbreite weiter.',
  ],
  demonstration: {
    right: {
      caption: 'Gewicht weich, Atem lang. Bleib auf einer Stelle, bis sie loslässt, dann weiter.',
      description:
        'Auf einem Ball unter einer Gesäßhälfte, Hände hinten am Boden, bleibt die Person ruhig und atmet. Dann pendelt das Knie dieser Seite langsam nach außen und innen, und das Gesäß rückt etwas weiter.',
    },
    cheat: {
      caption: 'Schnell über die feste Stelle rollen und die Luft anhalten. Nichts hat Zeit, loszulassen.',
      description:
        'In derselben Position rollt das Gesäß schnell vor und zurück über den Ball, die Schultern hochgezogen, der Atem angehalten.',
    },
  },
  phases: [
    {
      title: 'Ball',
      word: 'Stelle suchen',
      instruction: 'Such eine feste Stelle im Muskel, bleib darauf und atme.',
      calls: [
        { text: 'Lass das Gewicht sinken. Lang ausatmen.', word: 'Gewicht sinken lassen' },
        { text: 'Lass das Knie langsam nach außen und innen pendeln.', word: 'Knie pendeln lassen' },
        { text: 'Eine Fingerbreite weiter. Bleib dort.', word: 'Ein wenig weiter' },
      ],
    },
  ],
};

export const softTissueRoller: DrillTextsById['soft-tissue-roller'] = {
  ...SOFT_TISSUE,
  title: 'Rolle unter der Beinrückseite',
  variant: 'Rolle, Oberschenkelrückseite',
  line: 'Eine Rolle unter dem Oberschenkel, um ihn zu lockern. Ein Timer, ohne Kamera.',
  summary:
    'Sitz mit einer Faszienrolle unter einem Oberschenkel und lass die Rückseite weich werden. Ein Timer mit Worten, ohne Kamera.',
  steps: [
    'Setz dich auf den Boden, die Rolle unter der Rückseite eines Oberschenkels, die Hände hinter dir, das andere Bein lang.',
    'Roll langsam von kurz unter dem Sitzbeinhöcker bis eine Handbreit über dem Knie und zurück.',
    'Wo es sich fest anfühlt, bleib und atme. Beug und streck dort ein paar Mal das Knie.',
    'Nie direkt auf der Kniekehle. Mit mehr Gewicht auf den Händen wird es leichter.',
  ],
  demonstration: {
    right: {
      caption: 'Langsam, ein Atemzug pro Handbreit. Bleib, wo es sich fest anfühlt, und beug dort das Knie.',
      description:
        'Im Sitz mit einer Rolle unter der Rückseite eines Oberschenkels, Hände hinten am Boden: Die Person rollt langsam Richtung Knie, bleibt, beugt und streckt das Knie und rollt weiter.',
    },
    cheat: {
      caption: 'Schnell über den ganzen Oberschenkel und über die Kniekehle rollen.',
      description:
        'In derselben Position schießt der Oberschenkel ohne Halt vor und zurück über die Rolle, bis hinunter zum Knie.',
    },
  },
  phases: [
    {
      title: 'Rolle',
      word: 'Langsam rollen',
      instruction: 'Roll langsam vom Gesäß Richtung Knie. Ein Atemzug pro Handbreit.',
      calls: [
        { text: 'Wo es sich fest anfühlt, bleib und atme aus.', word: 'Dort bleiben, ausatmen' },
        { text: 'Beug und streck dort langsam das Knie.', word: 'Knie beugen und strecken' },
        {
          text: 'Lass das Bein einen Atemzug ruhen und roll weiter.',
          word: 'Bein ruhen, rollen',
        },
      ],
    },
  ],
};
