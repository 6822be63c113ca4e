import type { DrillDefinition } from '../../coach/drill-definition.ts';
import type { FlagRecord, PhaseRecord, SetRecord } from '../../coach/record/set-record.ts';
import { phaseName } from '../shell/words.ts';

/** A phase as its drill calls it, without what follows a colon: "PAILs: push out" is called "PAILs". */
export const shortTitle = (title: string): string => title.split(':', 1)[0] ?? title;

/**
 * A recorded phase as its drill calls it: the nth of its kind in a round is the drill's nth of that kind. The general word for
 * its kind where the drill is not known, and for what is the app's own.
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

/** The phase in which a flag was raised; null when it was none. */
export function titleOfFlag(
  record: Pick<SetRecord, 'phases'>,
  drill: DrillDefinition | null,
  { phase: kind, start }: Pick<FlagRecord, 'phase' | 'start'>,
): string | null {
  if (kind === null) return null;
  const phase = record.phases.find((one) => one.kind === kind && start >= one.start && start <= one.end);
  return recordedTitle(record, drill, phase ?? { kind, start });
}
