import type { DrillDefinition } from '../coach/drill-definition.ts';

/** The movement done right, or the typical way to cheat. */
export type LoopKind = 'right' | 'cheat';

/** Addresses of one demonstration loop; null: this copy of the app has no such file. */
export interface LoopFiles {
  readonly video: string | null;
  readonly poster: string | null;
}

const found: Record<string, string> = import.meta.glob('./assets/loops/*.{webm,webp}', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});

/** Among files named `<drill>-<kind>.webm` and `.webp`, by their path. */
export const loopFilesIn = (addresses: Readonly<Record<string, string>>, drill: string, kind: LoopKind): LoopFiles => {
  const at = (ending: string) => addresses[`./assets/loops/${drill}-${kind}.${ending}`] ?? null;
  return { video: at('webm'), poster: at('webp') };
};

/** The loop of a drill. Every one shows the LEFT side at work. */
export const loopFiles = (drill: string, kind: LoopKind): LoopFiles => loopFilesIn(found, drill, kind);

/** Whose loops a drill shows: a side check is its drill's own movement. */
export const loopOwner = ({ id, sideCheckOf }: Pick<DrillDefinition, 'id' | 'sideCheckOf'>): string =>
  sideCheckOf ?? id;
