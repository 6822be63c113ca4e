import type { BodyPose, DrillDefinition, PhoneRuleId, RuleDefinition } from '../drill-definition.ts';
import type { PhoneWords } from '../setup/gate-words.ts';

type Measured = Pick<RuleDefinition, 'channel' | 'direction'>;

const TWIST: Measured = { channel: 'pelvis-twist', direction: 'either' };
const SIDEWAYS: Measured = { channel: 'pelvis-obliquity', direction: 'either' };
const ARCH: Measured = { channel: 'pelvis-tilt', direction: 'positive' };

/**
 * What each fault is for the pelvis in a position. On hands and knees the long axis is level, so a pelvis that lists turns about it, and
 * one that swings round turns about its front axis.
 */
const MEASURED: Readonly<Record<BodyPose, Readonly<Partial<Record<PhoneRuleId, Measured>>>>> = {
  lying: { 'pelvis-twist': TWIST, 'back-arch': ARCH },
  kneeling: { 'pelvis-twist': SIDEWAYS, 'pelvis-list': TWIST, 'back-arch': ARCH },
  // Over the lying legs a turning pelvis rolls to the front leg, as it should; a sit bone that lifts rolls it the other way.
  sitting: { 'pelvis-list': { ...SIDEWAYS, direction: 'positive' } },
  standing: { 'pelvis-list': SIDEWAYS, 'back-arch': ARCH },
};

/**
 * Degrees. A fault of 6° is flagged: the smoothing of the alarm takes half a degree from a short one. Breath, zero and noise reach 2.5°
 * in a still pelvis (`npm run lab -- phone`).
 */
const LIMITS = { enter: 5.2, red: 10, falseMotion: 4, certainty: 3 } as const;

/**
 * The drill as it is watched by a phone on the pelvis: its faults become rules, and are no blind spots any more. A rule of the drill with
 * the same id is measured by the phone from then on, in its own words.
 * @param words null: nothing is said, for a record that is only summarised
 */
export function withPhone(drill: DrillDefinition, words: PhoneWords | null): DrillDefinition {
  const pose = drill.pose;
  const asked = Object.entries(drill.phone ?? {}) as [PhoneRuleId, RuleDefinition['phaseFactors']][];
  const rules = asked.flatMap(([id, phaseFactors]): readonly RuleDefinition[] => {
    const measured = pose && MEASURED[pose][id];
    const own = drill.rules.find((rule) => rule.id === id);
    const text = own ?? (words === null ? { cue: '', explanation: '' } : pose && words.rules[pose][id]);
    if (!measured || !text) return [];
    const { cue, explanation, change } = { change: undefined, ...text };
    const said = { cue, explanation, ...(change === undefined ? {} : { change }) };
    return [{ id, ...measured, ...LIMITS, phaseFactors, ...said, byPhone: true }];
  });
  if (rules.length === 0) return drill;
  // A knee that chases the floor is the turn that the phone measures, told by the camera.
  const isNew = ({ id }: { readonly id: string }) =>
    !rules.some((rule) => rule.id === id || (id === 'knee-chase' && rule.id === 'pelvis-twist'));
  const { blindSpots = [], placement } = drill;
  return {
    ...drill,
    rules: [...rules, ...drill.rules.filter(isNew)],
    blindSpots: blindSpots.filter(isNew),
    placement: { ...placement, blind: placement.blind && (words?.blind ?? null) },
  };
}
