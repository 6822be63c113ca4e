import type { Seconds } from '../../instrument/geometry/units.ts';
import type { Reason } from '../../instrument/output/reason.ts';
import type { DrillDefinition, RuleDefinition } from '../drill-definition.ts';
import type { SpoiltTimes } from './range-rules.ts';
import { atRest, type RotationSpeed } from './rotation-speed.ts';
import { type RuleWatch, unwatched } from './rule-state.ts';

export interface RuleEntry {
  readonly rule: RuleDefinition;
  readonly watch: RuleWatch;
  /** Since when the channel has been hidden, and why; null while it is seen. */
  readonly unseen: { readonly since: Seconds; readonly reason: Reason } | null;
}

export interface RulesPart {
  readonly entries: readonly RuleEntry[];
  /** The last flags that spoil a repetition. */
  readonly spoilt: SpoiltTimes;
  /** The last flags of a part that helped along, amber ones too: a repetition with one counts, and is not clean. */
  readonly helped: SpoiltTimes;
  readonly speed: RotationSpeed;
}

export const openRules = ({ rules }: DrillDefinition): RulesPart => ({
  entries: rules.map((rule) => ({ rule, watch: unwatched, unseen: null })),
  spoilt: {},
  helped: {},
  speed: atRest,
});
