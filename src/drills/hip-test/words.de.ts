import type { DrillTextsById } from '../../i18n/drill-texts.ts';
import { FIRST_ASK } from '../shared-words.de.ts';

const CAUTION = `Nur im schmerzfreien Bereich. Hör auf bei Zwicken vorn in der Hüfte, Knie- oder Rückenschmerz, Taubheit oder Kribbeln. ${FIRST_ASK}`;

const tries = <T extends string>(title: T, instruction: string) => {
  return [
    { title, instruction },
    { title, instruction: 'Noch einmal: bis ans Ende und zurück.' },
    { title, instruction: 'Ein letztes Mal: bis ans Ende und zurück.' },
  ] as const;
};

const PHASES = [
  ...tries('Fuß nach außen, mit dem Gurt', 'Bein locker. Zieh den Fuß langsam nach außen und zurück.'),
  ...tries(
    'Fuß nach außen, allein',
    'Gurt locker. Bring den Fuß aus eigener Kraft nach außen, warte kurz, dann zurück.',
  ),
  ...tries('Fuß nach innen, mit dem Gurt', 'Bein locker. Zieh den Fuß langsam nach innen und zurück.'),
  ...tries(
    'Fuß nach innen, allein',
    'Gurt locker. Bring den Fuß aus eigener Kraft nach innen, warte kurz, dann zurück.',
  ),
] as const;

export const hipTestSeated: DrillTextsById['hip-test-seated'] = {
  title: 'Hüfttest im Sitzen',
  variant: 'Im Sitzen',
  summary:
    'Auf der Kante eines hohen Sitzes drehst du jede Hüfte nach innen und außen: je dreimal mit dem Gurt, dreimal aus eigener Kraft. Etwa zehn Minuten für beide Hüften, mit Aufbau.',
  steps: [
    'Setz dich aufrecht auf die Kante eines Tischs oder hohen Stuhls: Oberschenkel waagrecht, Knie im rechten Winkel und etwas auseinander, Füße in der Luft.',
    'Leg einen Gurt oder ein Handtuch um den Fuß, der getestet wird. Halte die Enden mit beiden Händen.',
    'Jeder Versuch: langsam bis ans Ende, kurz warten und zurück. Der Oberschenkel bleibt auf dem Sitz.',
  ],
  caution: CAUTION,
  demonstration: {
    right: {
      caption: 'Der Unterschenkel schwingt, Oberschenkel und Becken bleiben.',
      description:
        'Aufrecht auf der Kante eines hohen Sitzes schwingt ein Unterschenkel langsam wie ein Pendel nach außen, wartet und kommt zurück.',
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
  otherSide: 'Leg den Gurt um den anderen Fuß.',
  phases: PHASES,
  rules: {},
};
