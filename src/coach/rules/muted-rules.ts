import type { Reason } from '../../instrument/output/reason.ts';
import type { DrillDefinition, RuleId } from '../drill-definition.ts';
import { recordedChannel } from '../record/frame-record.ts';
import type { FrameRecord, PhaseRecord, SetSummary } from '../record/set-record.ts';

/** Why a rule's channel was last out of sight. */
export type MutedTally = ReadonlyMap<RuleId, Reason>;

/** Seen for less than this share of its armed frames, a rule was not watched. */
const WATCHED_SHARE = 0.5;

/**
 * Rules that could not be watched in this set, from the record alone: the view never shows the channel, or it was out of sight
 * for most of the valid frames in the phases in which the rule is armed.
 */
export function mutedRules(
  frames: readonly FrameRecord[],
  phases: readonly PhaseRecord[],
  drill: DrillDefinition,
  unseen: MutedTally,
): SetSummary['muted'] {
  return drill.rules.flatMap((rule) => {
    if (drill.measure.neverSeen.includes(rule.channel)) return [{ rule: rule.id, reason: 'not-seen-from-here' }];
    let armed = 0;
    let watched = 0;
    for (const frame of frames) {
      const phase = frame.valid ? phases.find(({ start, end }) => frame.t >= start && frame.t < end) : undefined;
      if (phase === undefined || rule.armed[phase.kind] === undefined) continue;
      armed += 1;
      if (recordedChannel(frame, rule.channel, phase.side) !== null) watched += 1;
    }
    return armed > 0 && watched < WATCHED_SHARE * armed
      ? [{ rule: rule.id, reason: unseen.get(rule.id) ?? 'not-seen-from-here' }]
      : [];
  });
}
