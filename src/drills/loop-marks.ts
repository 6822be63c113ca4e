import type { LookMark, PicturePlace } from '../coach/drill-definition.ts';

/** A ring round what must keep still or goes wrong. @param size radius in per cent of the picture's width */
export const ring = (x: number, y: number, size = 7): LookMark => ({ ring: [x, y], size });

/** An arrow along what moves. @param over the path bends towards it; absent: it is straight */
export const arrow = (from: PicturePlace, to: PicturePlace, over?: PicturePlace): LookMark => ({
  from,
  to,
  ...(over ? { over } : {}),
});
