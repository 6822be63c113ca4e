import type { Channel } from '../../instrument/output/reading.ts';
import type { DrillDefinition, RuleId } from '../../coach/drill-definition.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import { midSentence } from '../elements/format.ts';
import { reasonText, storedReasonText } from '../shell/reason-text.ts';
import { ruleName } from '../shell/words.ts';

export interface Unwatched {
  readonly name: string;
  /** In the middle of a sentence. */
  readonly why: string;
}

/**
 * Ways of cheating that people ask about, by the channel that would show them. The pelvis' yaw in the room is left out: in
 * every drill it is one of the others, seen from above.
 */
const CHEATS: Partial<Readonly<Record<Channel, RuleId>>> = {
  'pelvis-twist': 'pelvis-twist',
  'pelvis-obliquity': 'pelvis-list',
  'pelvis-lift': 'pelvis-lift',
  'back-arch': 'back-arch',
};

/** What silence must not be taken for praise about: what was out of sight in this set, and what the view never shows. */
export function unwatched(muted: SetRecord['summary']['muted'], drill: DrillDefinition | null): readonly Unwatched[] {
  const found = new Map<string, string>();
  for (const { rule, reason } of muted) found.set(ruleName(rule), storedReasonText(reason));
  const never = drill?.measure.neverSeen ?? [];
  // In the order of the list above, whatever the order of the drill's own.
  for (const [channel, cheat] of Object.entries(CHEATS)) {
    if (!never.some((unseen) => unseen === channel)) continue;
    const rule = drill?.rules.find((own) => own.channel === channel);
    const name = ruleName(rule?.id ?? cheat);
    if (!found.has(name)) found.set(name, reasonText('not-seen-from-here').what);
  }
  return [...found].map(([name, why]) => ({ name, why: midSentence(why) }));
}
