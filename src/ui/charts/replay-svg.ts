import { scaleLinear } from 'd3-scale';
import { arc, pointRadial } from 'd3-shape';
import { svg } from 'lit';
import { FITTED_JOINTS } from '../../instrument/output/reading.ts';
import type { Degrees } from '../../instrument/geometry/units.ts';
import type { BodyMoment, BodyReplay, RotationParts } from '../../training/review/body-replay.ts';
import { formatWhole } from '../elements/format.ts';
import { rulePart } from '../shell/words.ts';
import type { Point } from './figure.ts';

type JointName = (typeof FITTED_JOINTS)[number];

const BONES: readonly (readonly [JointName, JointName])[] = [
  ['left shoulder', 'right shoulder'],
  ['left hip', 'right hip'],
  ...(['left', 'right'] as const).flatMap(
    (side) =>
      [
        [`${side} shoulder`, `${side} hip`],
        [`${side} hip`, `${side} knee`],
        [`${side} knee`, `${side} ankle`],
      ] as const,
  ),
];

/**
 * The fitted body at one moment. The working leg is coloured; invalid readings are dashed; a flagged pelvis is hatched.
 */
export function bodySvg({ figure, valid, side, flags }: BodyMoment, box: BodyReplay['box'], mirrored: boolean) {
  if (!figure) return null;
  const at = (name: JointName): Point => {
    const i = FITTED_JOINTS.indexOf(name);
    const x = figure[2 * i] ?? 0;
    return [mirrored ? 2 * box.left + box.width - x : x, figure[2 * i + 1] ?? 0];
  };
  const width = Math.max(box.width, box.height) / 45;
  const line = (from: JointName, to: JointName): string => `M${at(from).join(' ')}L${at(to).join(' ')}`;
  const works = (name: JointName): boolean => name === `${side} knee` || name === `${side} ankle`;
  const pelvisFlagged = flags.some(({ rule }) => rulePart(rule) === 'pelvis');
  return svg`${BONES.map(
    ([from, to]) =>
      svg`<path class="bone ${works(to) ? 'working' : ''} ${valid ? '' : 'doubtful'}" stroke-width=${width} d=${line(from, to)} />`,
  )}
    ${pelvisFlagged ? svg`<path class="moved" stroke-width=${2.6 * width} d=${line('left hip', 'right hip')} />` : null}
    ${FITTED_JOINTS.map((name) => svg`<circle class="joint" cx=${at(name)[0]} cy=${at(name)[1]} r=${0.7 * width} />`)}`;
}

const RADIUS = 100;
/** Angle at the right end of the dial. */
const FULL: Degrees = 60;
const TICKS: readonly Degrees[] = [0, 15, 30, 45, 60];

/** Converts hip rotation in degrees to radians on the half circle: 0 is upright, negative is left. */
const onDial = scaleLinear([0, FULL], [-Math.PI / 2, Math.PI / 2]).clamp(true);

const sector = arc<readonly [from: Degrees, to: Degrees]>()
  .innerRadius(0)
  .outerRadius(RADIUS)
  .startAngle(([from]) => onDial(from))
  .endAngle(([, to]) => onDial(to))
  .digits(1);

/** The rotation as a dial: the hip's own part solid, the pelvic contribution hatched after it. */
export function dialSvg(turn: RotationParts | null) {
  const own = turn ? Math.max(0, turn.own) : 0;
  const whole = turn ? own + turn.borrowed : 0;
  return svg`<defs>
      <pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hatch-ground" width="8" height="8" /><rect class="hatch-line" width="4" height="8" />
      </pattern>
    </defs>
    <path class="rim" d=${sector([0, FULL])} />
    ${own > 0 ? svg`<path class="own" d=${sector([0, own])} />` : null}
    ${turn && turn.borrowed >= 0.5 ? svg`<path class="lent" d=${sector([own, whole])} fill="url(#hatch)" />` : null}
    ${TICKS.map((angle) => {
      const [x, y] = pointRadial(onDial(angle), RADIUS + 14);
      return svg`<text x=${x} y=${y + 4} text-anchor="middle">${formatWhole(angle)}°</text>`;
    })}`;
}
