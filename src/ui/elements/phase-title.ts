import type { DrillDefinition } from '../../coach/drill-definition.ts';
import type { FlagRecord, PhaseRecord, SetRecord } from '../../coach/record/set-record.ts';
import { phaseName } from '../shell/words.ts';

/** The title of a phase up to its colon: "PAILs" for "PAILs: push out". */
export const shortTitle = (title: string): string => title.split(':', 1)[0] ?? title;

/**
 * The drill's own title of a recorded phase: the nth of its kind in a round has the title of the drill's nth phase of that kind.
 * For an unknown drill, and for phases that the app adds, the general name of the kind.
 * @param drill null: not known to this version
 */
export function recordedTitle(
  { phases }: Pick<SetRecord, 'phases'>,
  drill: DrillDefinition | null,
  { kind, start }: Pick<PhaseRecord, 'kind' | 'start'>,
): string {
  const own = phases.find((phase) => phase.kind === kind && phase.start === start);
  const before = phases.filter((phase) => phase.kind === kind && phase.round === own?.round && phase.side === own.side);
  const nth = before.filter((phase) => phase.start < start).length;
  const named = drill?.phases.filter((template) => template.kind === kind) ?? [];
  const title = (named[nth] ?? named[0])?.title;
  return title === undefined ? phaseName(kind) : shortTitle(title);
}

/** The title of the phase in which a flag was raised; null: in no phase. */
export function titleOfFlag(
  record: Pick<SetRecord, 'phases'>,
  drill: DrillDefinition | null,
  { phase: kind, start }: Pick<FlagRecord, 'phase' | 'start'>,
): string | null {
  if (kind === null) return null;
  const phase = record.phases.find((one) => one.kind === kind && start >= one.start && start <= one.end);
  return recordedTitle(record, drill, phase ?? { kind, start });
}
