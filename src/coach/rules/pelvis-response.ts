import { type Degrees, type Estimate, sdOfBound90, type Share } from '../../instrument/geometry/units.ts';
import type { Channel, FittedBody, LegAngles } from '../../instrument/output/reading.ts';
import type { RuleDefinition } from '../drill-definition.ts';
import type { ControlRecord } from '../record/set-record.ts';
import type { JudgedReading } from './judged-reading.ts';
import { PELVIS_ROTATION } from './range-rules.ts';

/** Turn that a pelvis may have which the app does not see: 90 % limit. */
const UNSEEN_TURN: Degrees = 10;
/** Thresholds are never scaled below this share: the noise of the channel stays as it is. */
const LEAST_SCALE: Share = 0.5;

/** The channels that the positive control judges, and those computed from them. */
const CONTROLLED: readonly Channel[] = ['pelvis-twist', 'pelvis-yaw', 'knee-chase'];

/**
 * A reading as far as the positive control lets it count. `none`: the pelvis is not watched, so its channels are unseen
 * and the hip's angle may contain its turn. `weak`: values count, with the bands that the missed share asks for.
 */
export function withPelvisResponse(judged: JudgedReading, control: ControlRecord | null): JudgedReading {
  const { body } = judged;
  if (body === null || control === null || control.response === 'good' || control.response === 'not-done')
    return judged;
  return { ...judged, body: control.response === 'none' ? unwatched(body) : widened(body, control.gain) };
}

function unwatched(body: FittedBody): FittedBody {
  const legs = legsWith(body, sdOfBound90(UNSEEN_TURN));
  return {
    ...body,
    leg: {
      left: { ...legs.left, pelvisContribution: null },
      right: { ...legs.right, pelvisContribution: null },
    },
    pelvis: { ...body.pelvis, twist: null },
    kneeChase: null,
    unseen: { ...body.unseen, ...Object.fromEntries(CONTROLLED.map((channel) => [channel, 'pelvis-no-response'])) },
  };
}

function widened(body: FittedBody, gain: Share): FittedBody {
  const share = Math.max(LEAST_SCALE, gain);
  const wider = (estimate: Estimate<Degrees> | null) => estimate && { ...estimate, sd: estimate.sd / share };
  return {
    ...body,
    leg: legsWith(body, sdOfBound90((1 - gain) * UNSEEN_TURN)),
    pelvis: { ...body.pelvis, twist: wider(body.pelvis.twist) },
  };
}

const legsWith = ({ leg }: FittedBody, sd: Degrees): FittedBody['leg'] => ({
  left: rotationWith(leg.left, sd),
  right: rotationWith(leg.right, sd),
});

const rotationWith = (leg: LegAngles, sd: Degrees): LegAngles => ({
  ...leg,
  internalRotation: leg.internalRotation && { ...leg.internalRotation, sd: Math.hypot(leg.internalRotation.sd, sd) },
});

/** A rule of a pelvis that answers weakly: what it shows of a turn is smaller by the gain, and so is the threshold. */
export function scaledRule(rule: RuleDefinition, control: ControlRecord | null): RuleDefinition {
  const isControlled = PELVIS_ROTATION.has(rule.channel) || rule.channel === 'knee-chase';
  if (control?.response !== 'weak' || !isControlled) return rule;
  const scale = Math.min(1, Math.max(LEAST_SCALE, control.gain));
  const { enter, red, falseMotion, certainty, lasting } = rule;
  return {
    ...rule,
    enter: enter * scale,
    red: red * scale,
    falseMotion: falseMotion * scale,
    // The band was widened by the same share: what is certain enough stays so.
    ...(certainty === undefined ? {} : { certainty: certainty * scale }),
    ...(lasting === undefined ? {} : { lasting: { ...lasting, certainty: lasting.certainty * scale } }),
  };
}
