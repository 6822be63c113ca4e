import type { Preset } from '../../coach/drill-definition.ts';
import { PROGRAMME_LIMITS, type ProgrammeItem } from '../planning/programme.ts';
import type { HipProposal, ProposalInput, Why } from './hip-programme.ts';
import { lengthOfItems } from './propose.ts';

/**
 * The proposal with the person's own numbers. Every drill that has numbers here gets them, because an item may offer
 * several of them by choice. A change of the rounds goes to each of their items, so the hip that does one more keeps it.
 */
export function overruled(
  proposal: HipProposal,
  own: Preset,
  input: Pick<ProposalInput, 'drills' | 'lengthOf' | 'clamp'>,
): HipProposal {
  const [first] = proposal.presets;
  if (first === undefined) return proposal;
  const preset = input.clamp(own);
  const more = preset.rounds - first.preset.rounds;
  const hasNumbers = ({ drills }: ProgrammeItem) =>
    drills.some(({ drill }) => proposal.presets.some((one) => one.drill === drill));
  const roundsOf = ({ rounds }: ProgrammeItem) =>
    Math.min(PROGRAMME_LIMITS.rounds, Math.max(1, (rounds ?? first.preset.rounds) + more));
  const blocks = proposal.programme.blocks.map((block) => ({
    ...block,
    items: block.items.map((item) => (hasNumbers(item) ? { ...item, rounds: roundsOf(item) } : item)),
  }));
  const presets = proposal.presets.map((one) => ({ ...one, preset }));
  const items = blocks.flatMap((block) => block.items);
  const uneven = items.some((item) => hasNumbers(item) && item.rounds !== preset.rounds);
  const why = proposal.why.filter(({ about }) => about !== 'side' || uneven).map((one) => withOwn(one, preset));
  const programme = { ...proposal.programme, blocks };
  return { ...proposal, programme, presets, why, length: lengthOfItems(input, items, presets) };
}

/** A reason with the person's own number. */
function withOwn(one: Why, preset: Preset): Why {
  switch (one.about) {
    case 'passive':
      return { ...one, seconds: preset.passive };
    case 'push':
      return { ...one, seconds: preset.pailsRamp + preset.pailsHold };
    case 'pull':
      return { ...one, seconds: preset.rails };
    case 'rounds':
      return { ...one, rounds: preset.rounds };
    default:
      return one;
  }
}
