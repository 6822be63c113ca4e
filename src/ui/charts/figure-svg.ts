import { svg, type SVGTemplateResult } from 'lit';
import type { Vec3 } from '../../instrument/geometry/rotation.ts';
import type { Figure, Projection } from './figure.ts';

const fixed = (value: number): string => value.toFixed(1);

const pathOf = (points: readonly Vec3[], project: Projection, closed = false): string =>
  points
    .map((point, i) => {
      const [x, y] = project(point);
      return `${i === 0 ? 'M' : 'L'}${fixed(x)} ${fixed(y)}`;
    })
    .join('') + (closed ? 'Z' : '');

const depthOf = (points: readonly Vec3[], project: Projection): number =>
  points.reduce((sum, point) => sum + project(point)[2], 0) / points.length;

/**
 * Draws the figure from back to front.
 * @param unit drawing units per metre at the hips; it sets the line widths
 */
export function figureSvg(figure: Figure, project: Projection, unit: number): SVGTemplateResult {
  const limbs = figure.limbs.map(({ part, points }) => ({
    depth: depthOf(points, project),
    drawing: limbSvg(pathOf(points, project), part.replace(' ', '-'), unit * (part === 'arm' ? 0.075 : 0.12)),
  }));
  const [x, y, depth] = project(figure.head.centre);
  const torsoPath = pathOf(figure.torso, project, true);
  const torso = svg`<path class="figure-torso" stroke-width=${fixed(unit * 0.13)} d=${torsoPath} />`;
  const head = svg`<circle class="figure-head" cx=${fixed(x)} cy=${fixed(y)} r=${fixed(figure.head.radius * unit)} />`;
  const pieces = [...limbs, { depth: depthOf(figure.torso, project), drawing: torso }, { depth, drawing: head }];
  return svg`${pieces.sort((a, b) => b.depth - a.depth).map(({ drawing }) => drawing)}`;
}

const limbSvg = (path: string, part: string, width: number): SVGTemplateResult => svg`
  <path class="figure-edge" stroke-width=${fixed(width * 1.28)} d=${path} />
  <path class="figure-limb ${part}" stroke-width=${fixed(width)} d=${path} />`;
