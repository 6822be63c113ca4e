import { html } from 'lit';
import type { WorkingSide } from '../../instrument/geometry/units.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { asTheLensSees, type Figure, type Projection, startFigure } from '../charts/figure.ts';
import { figureSvg } from '../charts/figure-svg.ts';

const WIDTH = 480;
const HEIGHT = 270;
/** Share of the picture that stays empty on each side. */
const MARGIN = 0.14;

/** The start posture as the laptop sees it from the recommended place, as large as the picture allows. */
export const drillPicture = (drill: DrillDefinition, side: WorkingSide) => {
  const figure = startFigure(drill, side);
  const project = asTheLensSees(drill, side, WIDTH, HEIGHT, true);
  const unit = (0.77 * WIDTH) / Math.hypot(drill.measure.view.distance, drill.measure.view.lensHeight);
  return html`<svg viewBox=${viewBoxOf(figure, project, figure.head.radius * unit)} aria-hidden="true">
    ${figureSvg(figure, project, unit)}
  </svg>`;
};

function viewBoxOf(figure: Figure, project: Projection, pad: number): string {
  const points = [...figure.torso, figure.head.centre, ...figure.limbs.flatMap((limb) => limb.points)].map(project);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right] = [Math.min(...xs) - pad, Math.max(...xs) + pad];
  const [top, bottom] = [Math.min(...ys) - pad, Math.max(...ys) + pad];
  const width = Math.max(right - left, ((bottom - top) * WIDTH) / HEIGHT) / (1 - 2 * MARGIN);
  const height = (width * HEIGHT) / WIDTH;
  return [(left + right - width) / 2, (top + bottom - height) / 2, width, height].map((v) => v.toFixed(1)).join(' ');
}
