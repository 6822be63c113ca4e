import type { BodyPart } from '../../instrument/output/reason.ts';

/** In the accusative, as after "Ich sehe … nicht". */
export const parts: Readonly<Record<BodyPart, string>> = {
  head: 'deinen Kopf',
  shoulders: 'deine Schultern',
  hips: 'deine Hüften',
  'left knee': 'dein linkes Knie',
  'right knee': 'dein rechtes Knie',
  'left foot': 'deinen linken Fuß',
  'right foot': 'deinen rechten Fuß',
};
