import type { BodyId } from '../bodies.ts';
import { drawScene, type Scene } from '../variety.ts';

/**
 * Who is filmed, in what room: the same from every place, so that places differ in nothing else. Clothes and room follow from
 * the seed; nothing stands in the way of any lens, the light comes from all sides, the webcam is a usable one. Its noise comes
 * when the clip is encoded: a still picture is painted only once.
 */
export function studyScene(body: BodyId, seed: number): Scene {
  const webcam = { blur: 0.4, noise: 0, drift: 0, shake: 0, crf: 30 };
  const look = { body, light: 'soft', mat: true, clutter: 0, webcam };
  return { ...drawScene(`placement/${body}#${seed}`, look), company: 'none' };
}
