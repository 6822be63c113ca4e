import { html } from 'lit';
import type { WorkingSide } from '../../instrument/geometry/units.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { boundsOf, cameraView, type Figure, figurePoints, type Projection, startFigure } from '../charts/figure.ts';
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
  const [left, top, right, bottom] = boundsOf(figurePoints(figure, project), pad);
  const width = Math.max(right - left, ((bottom - top) * WIDTH) / HEIGHT) / (1 - 2 * MARGIN);
  const height = (width * HEIGHT) / WIDTH;
  return [(left + right - width) / 2, (top + bottom - height) / 2, width, height].map((v) => v.toFixed(1)).join(' ');
}
