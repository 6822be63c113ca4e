import type { DrillTextsById } from '../../i18n/drill-texts.ts';
import { FIRST_ASK, STOP_RULE } from '../shared-words.de.ts';

const CAUTION = `${STOP_RULE} ${FIRST_ASK}`;

const BACK = { text: 'Und zurück.', word: 'Und zurück' } as const;
const UNTIL = 'bis das Bein stoppt oder dein Po abheben will.';
const END = [
  { text: 'Halt, wenn das Bein stoppt oder dein Po abheben will.', word: 'Am Ende anhalten' },
  BACK,
] as const;

/** @param move and @param way are the two ends of the German verb, between which "once more" stands */
const tries = <T extends string>(title: T, word: string, instruction: string, move: string, way: string) => {
  return [
    { title, word, instruction, calls: END },
    { title, word, instruction: `${move} noch einmal ${way}, ${UNTIL}`, calls: [BACK] },
    { title, word, instruction: `${move} ein letztes Mal ${way}, ${UNTIL}`, calls: [BACK] },
  ] as const;
};

const PHASES = [
  {
    title: 'Probe',
    word: 'Fuß weg, dann hinüber',
    instruction: 'Zieh den Fuß vom anderen Bein weg, dann über die Mitte. Das zählt noch nicht.',
    calls: [{ text: 'Stopp, bevor es wehtut, in Hüfte oder Knie.', word: 'Stopp, bevor es wehtut' }],
    instead: { instruction: 'Bewege den Fuß vom anderen Bein weg, dann über die Mitte. Das zählt noch nicht.' },
  },
  ...tries(
    'Nach innen drehen, mit Hilfe',
    'Fuß wegziehen',
    'Bein locker. Zieh den Fuß langsam vom anderen Bein weg.',
    'Zieh den Fuß',
    'weg',
  ),
  ...tries(
    'Nach innen drehen, allein',
    'Fuß wegbewegen',
    'Gurt locker. Bewege den Fuß aus eigener Kraft weg.',
    'Bewege den Fuß',
    'weg',
  ),
  ...tries(
    'Nach außen drehen, mit Hilfe',
    'Fuß hinüberziehen',
    'Bein locker. Zieh den Fuß langsam über die Mitte.',
    'Zieh den Fuß',
    'über die Mitte',
  ),
  ...tries(
    'Nach außen drehen, allein',
    'Fuß hinüberbewegen',
    'Gurt locker. Bewege den Fuß aus eigener Kraft über die Mitte.',
    'Bewege den Fuß',
    'über die Mitte',
  ),
] as const;

export const hipTestSeated: DrillTextsById['hip-test-seated'] = {
  title: 'Hüfttest im Sitzen',
  variant: 'Im Sitzen',
  summary:
    'Auf der Kante eines hohen Sitzes drehst du jede Hüfte nach innen und nach außen: je dreimal mit Hilfe eines Gurts, dreimal allein. Vor dem Training, nicht danach. Etwa zwölf Minuten für beide Hüften, mit Aufbau.',
  steps: [
    'Setz dich aufrecht auf die Kante eines Tischs oder hohen Stuhls: Oberschenkel waagrecht, Knie im rechten Winkel und etwas auseinander, Füße in der Luft.',
    'Roll ein Handtuch und leg es unter den Oberschenkel, der getestet wird, nah am Knie. Leg einen Gurt oder ein Band um dieses Bein, knapp über dem Knöchel, und halte die Enden mit zwei Fingern: nicht mehr Kraft als für eine Tasse.',
    'Zuerst eine Probe, die nicht zählt. Dann je drei Versuche; der mittlere zählt.',
    'Jeder Versuch: langsam, bis das Bein stoppt oder dein Po abheben will. Kurz warten und zurück. Der Oberschenkel bleibt auf dem Handtuch.',
  ],
  caution: CAUTION,
  demonstration: {
    right: {
      caption: 'Der Unterschenkel schwingt, Oberschenkel und Becken bleiben.',
      description:
        'Aufrecht auf der Kante eines hohen Sitzes schwingt ein Unterschenkel langsam wie ein Pendel vom anderen weg, wartet und kommt zurück.',
    },
    cheat: {
      caption: 'Die Hüfte hebt vom Sitz ab, und der Fuß scheint weiter zu kommen.',
      description:
        'Im selben Sitz kommt am Ende des Schwungs eine Seite des Beckens hoch, und der Rumpf neigt sich zur anderen.',
    },
  },
  placement: {
    title: 'Gerade vor dir',
    where: 'Gerade vor dir, 1,9 bis 2,5 m von deinen Hüften',
    lens: 'Etwa 0,75 m hoch: ein Tisch',
    tilt: 'Aufrecht, sodass Kopf und beide Füße im Bild sind.',
    avoid: 'Nicht von der Seite: Der Oberschenkel würde den Schwung verdecken.',
    blind: null,
  },
  otherSide: 'Gurt und Handtuch zum anderen Bein.',
  phases: PHASES,
  rules: {},
};
