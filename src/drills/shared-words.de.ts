/** German texts that drills of several families share. */
export const HEAVY = 'Gesäßtaschen schwer am Boden.';

// The rule to stop, as in `shared-words.ts`.

const COME_BACK = 'geh zurück, bis es weg ist.';
export const PINCH = `Zwickt es vorn, ${COME_BACK}`;
export const STILL_THERE = 'Bleibt es, ist die Übung vorbei.';
export const STOP_AT_ONCE = 'Bei Schmerz (auch in Knie oder Rücken), Taubheit oder Kribbeln hör sofort auf.';
export const STOP_RULE = `Nur im schmerzfreien Bereich. Zwickt es vorn in der Hüfte, ${COME_BACK} ${STILL_THERE} ${STOP_AT_ONCE}`;

export const FIRST_ASK =
  'Nicht bei frischer Verletzung, künstlichem Hüftgelenk oder kürzlich operierter Hüfte: Frag zuerst deine Ärztin oder deinen Physiotherapeuten.';
/** Of every drill with pushes of 5 s or more. */
export const KEEP_BREATHING =
  'Atme weiter, während du drückst. Bei hohem Blutdruck frag vor kräftigem Drücken deine Ärztin oder deinen Arzt.';
export const CHEST_HIGH = 'Brusthoch, etwa 1,4 m: eine Kommode oder Bücher auf einem Tisch';
export const FOLD = 'Klapp den Bildschirm nach vorn, bis Kopf, beide Knie und beide Füße im Bild sind.';

export const HIPS_SHIFT = {
  cue: 'Lass deine Hüfte, wo sie war.',
  explanation: 'Deine Hüfte hat ihren Platz verlassen; das Hüftgelenk hat nicht allein gearbeitet.',
} as const;

export const SIDE_CHECK = {
  title: 'Kontrolle von der Seite',
  backToItsPlace: 'Stell den Laptop danach wieder an den Platz der Übung.',
} as const;
