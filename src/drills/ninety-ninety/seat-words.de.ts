/** What all drills in the 90/90 seat say alike. */
export const SEAT_CAUTION =
  'Nur im schmerzfreien Bereich. Hör auf bei Knieschmerz, Zwicken vorn in der Hüfte, Taubheit oder Kribbeln. Nicht bei frischer Verletzung, künstlichem Hüftgelenk oder kürzlich operierter Gelenklippe: frag zuerst deine Ärztin oder deinen Physiotherapeuten.';

export const SEAT_STEP =
  'Setz dich hin: ein Schienbein quer vor dir, das andere Bein seitlich nach hinten, beide Knie im rechten Winkel.';

export const FRONT_PLACEMENT = {
  title: 'Gerade vor dir',
  where: 'Dir gegenüber, 1,8 bis 2,3 m entfernt',
  lens: 'Zwischen Stuhlsitz (0,5 m) und Tisch (1,0 m)',
  tilt: 'Aufrecht, sodass Kopf, beide Knie und beide Füße im Bild sind.',
  avoid: 'Nicht neben dir und nicht hinter dir: die Beine verdecken einander.',
  blind:
    'Von hier sieht die Kamera nicht, ob dein Rücken rund wird oder nur der Brustkorb dreht; beides wird nicht überwacht. Dein Becken dreht hier mit Absicht.',
} as const;

export const SIT_BONE = {
  cue: 'Beide Sitzbeinhöcker schwer. Der Boden trägt sie.',
  explanation:
    'Der Sitzbeinhöcker auf der Seite des hinteren Beins kam vom Boden hoch; das nimmt die Drehung aus der Hüfte.',
} as const;

export const CHEST_ALONE = {
  cue: 'Dreh die Gürtelschnalle mit. Das Becken führt.',
  explanation: 'Deine Brust hat weitergedreht, während das Becken blieb; so dreht die Wirbelsäule und nicht die Hüfte.',
} as const;

export const CHEST_SWINGS = {
  cue: 'Die Brust bleibt nach vorn. Nur das Bein bewegt sich.',
  explanation: 'Deine Brust hat gedreht und das Bein hochgeschwungen; die Hüfte hatte weniger zu tun.',
} as const;

export const PRESS_DRIFT = {
  cue: 'Drück, ohne dich zu bewegen. Halte die Form.',
  explanation: 'Die Hüfte hat sich bewegt, während du gegen etwas Festes drücken solltest.',
} as const;

export const LIFT_WORDS = {
  small: 'Heb den Fuß etwas höher.',
  shortExternal: 'Beginne mit dem Fuß am Boden.',
  shortInternal: 'Er kam zu früh herunter. Halte ihn oben bis zum Ton.',
} as const;
