import { html } from 'lit';
import type { WorkingSide } from '../../instrument/geometry/units.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { cameraView, type Figure, type Projection, startFigure } from '../charts/figure.ts';
import { figureSvg } from '../charts/figure-svg.ts';

/** Size of the projected picture, px. */
const WIDTH = 480;
const HEIGHT = 270;
/** Empty margin on each side, share of the picture. */
const MARGIN = 0.14;

/**
 * The start posture as the camera sees it from the recommended place, cropped to fill the picture. Mirrored as the live picture is;
 * without a camera there is none.
 */
export const drillPicture = (drill: DrillDefinition, side: WorkingSide) => {
  const figure = startFigure(drill, side);
  const project = cameraView(drill, side, WIDTH, HEIGHT, drill.camera !== 'none');
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
