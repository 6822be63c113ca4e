import type { DrillDefinition, Goal } from '../../coach/drill-definition.ts';
import type { DrillReference, Programme, ProgrammeItem } from './programme.ts';

/** What a programme needs to know about a drill. */
export type KnownDrill = Pick<
  DrillDefinition,
  'id' | 'title' | 'variant' | 'bilateral' | 'placement' | 'camera' | 'equipment'
>;

/** One set of a programme. An item of a block that is done three times makes three parts. */
export interface Part<Drill extends KnownDrill> {
  /** Position in the programme, from 0. It does not depend on what the person chooses. */
  readonly at: number;
  readonly item: ProgrammeItem;
  /** The drill that the person chose; the item's drill if there is no choice. */
  readonly reference: DrillReference;
  /** Null: this version of the app does not have the drill. */
  readonly drill: Drill | null;
  /** How often the block is done, and which repetition of the block this is, from 1. */
  readonly times: number;
  readonly time: number;
  /** Key of the item in `Choices`. Parts of the same item share it. */
  readonly key: string;
}

/** The chosen drill (`referenceId`) by the key of the item. Missing or unknown: the default. */
export type Choices = Readonly<Record<string, string>>;

/** Id of a reference, for `Choices` and addresses. */
export const referenceId = ({ drill, variant }: DrillReference): string =>
  variant === null ? drill : `${drill}-${variant}`;

/** The definition that a reference means; null: this version of the app has none. */
export const resolveDrill = <Drill extends KnownDrill>(
  drills: readonly Drill[],
  { drill: wanted, variant }: DrillReference,
): Drill | null => {
  const ways = drills.filter((drill) => drill.variant?.of === wanted);
  if (variant !== null) return ways.find((drill) => drill.variant?.id === variant) ?? null;
  return drills.find(({ id }) => id === wanted) ?? ways[0] ?? null;
};

/** The choice of the person; else the first drill that this version has; else the first. */
const chosen = (
  drills: readonly KnownDrill[],
  { drills: offered }: ProgrammeItem,
  choice: string | undefined,
): DrillReference => {
  const here = offered.filter((reference) => resolveDrill(drills, reference) !== null);
  const picked = here.find((reference) => referenceId(reference) === choice);
  return picked ?? here[0] ?? offered[0] ?? { drill: '', variant: null };
};

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

/** The parts whose drill this version of the app has. */
export const partsHere = <Drill extends KnownDrill>(
  parts: readonly Part<Drill>[],
): readonly (Part<Drill> & { readonly drill: Drill })[] =>
  parts.flatMap((part) => (part.drill === null ? [] : [{ ...part, drill: part.drill }]));

/** The goal of an item. @param goal the goal of the day, for items without their own */
export const goalOf = (item: ProgrammeItem, goal: Goal): Goal => item.goal ?? goal;
