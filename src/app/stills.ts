import type { DrillDefinition } from '../coach/drill-definition.ts';

/** The still pictures of the right loops. They are a few names only, because the first page needs them. */
const posters: Record<string, string> = import.meta.glob('./assets/loops/*-right.webp', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});

/** Stills of drills whose poster does not show what they are about. */
const own: Record<string, string> = import.meta.glob('./assets/stills/*.webp', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});

/** Size of every still, px. */
export const STILL_SIZE = { width: 640, height: 360 } as const;

/** Address of a still of a rendered person in a drill, the LEFT side working; null: there is none. */
export const drillStill = (drill: string): string | null =>
  own[`./assets/stills/${drill}.webp`] ?? posters[`./assets/loops/${drill}-right.webp`] ?? null;

/** Id of the drill whose still and loops are shown: a side check shows those of its drill. */
export const loopOwner = ({ id, sideCheckOf }: Pick<DrillDefinition, 'id' | 'sideCheckOf'>): string =>
  sideCheckOf ?? id;
