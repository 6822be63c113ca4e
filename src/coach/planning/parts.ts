import type { DrillDefinition, Goal } from '../drill-definition.ts';
import type { DrillReference, Programme, ProgrammeItem } from './programme.ts';

/** What of a definition a programme has to know. */
export type KnownDrill = Pick<DrillDefinition, 'id' | 'title' | 'variant' | 'bilateral' | 'placement' | 'camera'> &
  Partial<Pick<DrillDefinition, 'turnsForOtherSide'>>;

/** One set of a programme in its place: an item of a block that is done three times is three parts. */
export interface Part<Drill extends KnownDrill> {
  /** Position in the programme, from 0. It stays the same whatever the person picks. */
  readonly at: number;
  readonly item: ProgrammeItem;
  /** What the person picks between, or the one drill. */
  readonly reference: DrillReference;
  /** Null: not in this copy of the app yet. */
  readonly drill: Drill | null;
  /** How often its block is done, and which time this is, from 1. */
  readonly times: number;
  readonly time: number;
  /** The item's own key in `choices`; parts of the same item share it. */
  readonly key: string;
}

/** The picked drill by an item's key; what is missing or unknown is the usual one. */
export type Choices = Readonly<Record<string, string>>;

/** Id of a reference in `Choices` and in addresses. */
export const referenceId = ({ drill, variant }: DrillReference): string =>
  variant === null ? drill : `${drill}-${variant}`;

/** The definition that a reference means, or null where this copy of the app has none. */
export const resolveDrill = <Drill extends KnownDrill>(
  drills: readonly Drill[],
  { drill: wanted, variant }: DrillReference,
): Drill | null => {
  const ways = drills.filter((drill) => drill.variant?.of === wanted);
  if (variant !== null) return ways.find((drill) => drill.variant?.id === variant) ?? null;
  return drills.find(({ id }) => id === wanted) ?? ways[0] ?? null;
};

/** What is picked, else the first that this copy has, else the first. */
const chosen = (
  drills: readonly KnownDrill[],
  { drills: offered }: ProgrammeItem,
  choice: string | undefined,
): DrillReference => {
  const here = offered.filter((reference) => resolveDrill(drills, reference) !== null);
  const picked = here.find((reference) => referenceId(reference) === choice);
  return picked ?? here[0] ?? offered[0] ?? { drill: '', variant: null };
};

/** Every set of a programme in order. */
export const partsOf = <Drill extends KnownDrill>(
  programme: Programme,
  drills: readonly Drill[],
  choices: Choices,
): readonly Part<Drill>[] => {
  const parts: Omit<Part<Drill>, 'at'>[] = programme.blocks.flatMap(({ times, items }, block) =>
    Array.from({ length: times }, (_, lap) =>
      items.map((item, index) => {
        const key = `${programme.id}/${block}.${index}`;
        const reference = chosen(drills, item, choices[key]);
        return {
          item,
          reference,
          drill: resolveDrill(drills, reference),
          times,
          time: lap + 1,
          key,
        };
      }),
    ).flat(),
  );
  return parts.map((part, at) => ({ ...part, at }));
};

/** The parts that can be done with this copy of the app. */
export const partsHere = <Drill extends KnownDrill>(
  parts: readonly Part<Drill>[],
): readonly (Part<Drill> & { readonly drill: Drill })[] =>
  parts.flatMap((part) => (part.drill === null ? [] : [{ ...part, drill: part.drill }]));

/** `goal`: the goal of the day, for the items that follow it. */
export const goalOf = (item: ProgrammeItem, goal: Goal): Goal => item.goal ?? goal;
