/** The movement done right, or the typical way to cheat. */
export type LoopKind = 'right' | 'cheat';

/** Addresses of one demonstration loop. Null: this build has no such file. */
export interface LoopFiles {
  readonly video: string | null;
  readonly poster: string | null;
}

const found: Record<string, string> = import.meta.glob('./assets/loops/*.{webm,webp}', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});

/** Picks a loop from files named `<drill>-<kind>.webm` and `.webp`, given by path. */
export const loopFilesIn = (addresses: Readonly<Record<string, string>>, drill: string, kind: LoopKind): LoopFiles => {
  const at = (ending: string) => addresses[`./assets/loops/${drill}-${kind}.${ending}`] ?? null;
  return { video: at('webm'), poster: at('webp') };
};

/** The loop of a drill. Every loop shows the LEFT side working. */
export const loopFiles = (drill: string, kind: LoopKind): LoopFiles => loopFilesIn(found, drill, kind);
