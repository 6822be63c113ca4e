import type { Preset } from '../drill-definition.ts';
import { PROGRAMME_LIMITS, type ProgrammeItem } from '../planning/programme.ts';
import type { HipProposal, ProposalInput } from './hip-programme.ts';
import { lengthOfItems } from './propose.ts';

const isOf = ({ drills }: ProgrammeItem, drill: string): boolean =>
  drills.some((reference) => reference.drill === drill);

/**
 * The proposal with the person's own numbers for one of its drills. A change of the rounds goes to each of its items, so the
 * hip that does one more keeps it.
 */
export function overruled(
  proposal: HipProposal,
  drill: string,
  own: Preset,
  input: Pick<ProposalInput, 'drills' | 'lengthOf' | 'clamp'>,
): HipProposal {
  const old = proposal.presets.find((one) => one.drill === drill)?.preset;
  if (old === undefined) return proposal;
  const preset = input.clamp(own);
  const more = preset.rounds - old.rounds;
  const roundsOf = ({ rounds }: ProgrammeItem) =>
    Math.min(PROGRAMME_LIMITS.rounds, Math.max(1, (rounds ?? old.rounds) + more));
  const blocks = proposal.programme.blocks.map((block) => ({
    ...block,
    items: block.items.map((item) => (isOf(item, drill) ? { ...item, rounds: roundsOf(item) } : item)),
  }));
  const presets = proposal.presets.map((one) => (one.drill === drill ? { ...one, preset } : one));
  const items = blocks.flatMap((block) => block.items);
  const programme = { ...proposal.programme, blocks };
  return { ...proposal, programme, presets, length: lengthOfItems(input, items, presets) };
}
