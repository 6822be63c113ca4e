import { css, svg } from 'lit';
import type { Seconds } from '../../instrument/geometry/units.ts';
import { formatMoment, formatWhole } from '../elements/format.ts';
import {
  angleTicks,
  type PlotFrame,
  type PlotModel,
  plotPaths,
  type PlotScale,
  pointAt,
  timeTicks,
} from './plot-geometry.ts';
import { ruleName } from '../shell/words.ts';

/** Approximate width of a letter in pixels. A phase that is too narrow for its title is drawn without one. */
const LETTER = 8;
/** Distance in pixels from the curve to the first lane of flags. */
export const LANE_TOP = 8;
/** Distance in pixels from one lane to the next. */
export const LANE = 24;
/** Smallest width of a flag in pixels, so that its number can be read. */
const CHIP = 18;

export const phasesSvg = (model: PlotModel, frame: PlotFrame, scale: PlotScale) =>
  model.phases.map(({ title, start, end }, i) => {
    const x = scale.x(start);
    const width = Math.max(0, scale.x(end) - x);
    return svg`<rect class="phase ${i % 2 === 0 ? 'even' : 'odd'}" x=${x} y=${frame.top - 24} width=${width} height=${frame.height + 24} />
      ${width > title.length * LETTER ? svg`<text class="phase-name" x=${x + width / 2} y=${frame.top - 8}>${title}</text>` : null}`;
  });

export const axesSvg = (model: PlotModel, frame: PlotFrame, scale: PlotScale) => {
  const right = frame.left + frame.width;
  return svg`
    ${angleTicks(scale).map(
      (value) => svg`<path class=${value === 0 ? 'zero' : 'grid'} d="M${frame.left} ${scale.y(value)}H${right}" />
        <text class="tick" text-anchor="end" x=${frame.left - 8} y=${scale.y(value) + 4}>${formatWhole(value)}°</text>`,
    )}
    ${timeTicks(model, frame).map(
      (t) => svg`<path class="tick-mark" d="M${scale.x(t)} ${frame.axis}v6" />
        <text class="tick" text-anchor="middle" x=${scale.x(t)} y=${frame.axis + 20}>${formatMoment(t - model.start).replace(/[.,]0$/, '')}</text>`,
    )}`;
};

export const curvesSvg = (model: PlotModel, scale: PlotScale) => {
  const { band, curve } = plotPaths(scale);
  return svg`
  ${[...model.segments, ...model.rightSegments].map((points) => svg`<path class="band" d=${band(points)} />`)}
  ${model.levels.map(
    ({ start, end, clean }) => svg`<path class="level" d="M${scale.x(start)} ${scale.y(clean)}H${scale.x(end)}" />`,
  )}
  ${model.segments.map((points) => svg`<path class="curve" d=${curve(points)} />`)}
  ${model.rightSegments.map((points) => svg`<path class="curve other" d=${curve(points)} />`)}
  ${sideLabelsSvg(model, scale)}`;
};

/** If both hips have a curve, each curve and each level is marked with L or R. */
function sideLabelsSvg({ segments, rightSegments, levels }: PlotModel, scale: PlotScale) {
  if (rightSegments.length === 0) return null;
  const ends = [
    { name: 'L', point: segments.at(-1)?.at(-1) },
    { name: 'R', point: rightSegments.at(-1)?.at(-1) },
  ].flatMap(({ name, point }) => (point ? [{ name, t: point.t, value: point.value, dx: 4 }] : []));
  const tops = levels.map(({ side, end, clean }) => ({
    name: side === 'left' ? 'L' : 'R',
    t: end,
    value: clean,
    dx: side === 'left' ? -12 : -26,
  }));
  return [...ends, ...tops].map(
    ({ name, t, value, dx }) => svg`<text class="side" x=${scale.x(t) + dx} y=${scale.y(value) - 5}>${name}</text>`,
  );
}

/** Flags: numbered marks below the curve, and a shade over the time that does not count as clean. */
export const flagsSvg = (model: PlotModel, frame: PlotFrame, scale: PlotScale) => {
  return model.flags.map(({ rule, onset, start, end, severity, lane }, i) => {
    const y = frame.top + frame.height + LANE_TOP + lane * LANE;
    const x = scale.x(Math.min(onset, start));
    const width = Math.max(3, scale.x(end) - x);
    const chip = Math.max(CHIP, width);
    const left = x + (width - chip) / 2;
    return svg`<rect class="unclean" x=${x} y=${frame.top} width=${width} height=${frame.height} />
      <rect class="flag ${severity}" x=${left} y=${y} width=${chip} height="20" rx="5"><title>${ruleName(rule)}</title></rect>
      <text class="flag-number" x=${left + chip / 2} y=${y + 15}>${i + 1}</text>`;
  });
};

export const cursorSvg = (model: PlotModel, frame: PlotFrame, scale: PlotScale, t: Seconds) => {
  const points = [pointAt(model, t), pointAt({ segments: model.rightSegments }, t)];
  return svg`<path class="cursor" d="M${scale.x(t)} ${frame.top}V${frame.axis}" />
    ${points.map((point) => (point ? svg`<circle class="cursor-dot" cx=${scale.x(point.t)} cy=${scale.y(point.value)} r="5" />` : null))}`;
};

export const plotStyles = css`
  .phase.even {
    fill: var(--plot-even);
  }
  .phase.odd {
    fill: var(--plot-odd);
  }
  .phase-name {
    fill: var(--muted);
    font-size: 13px;
    font-weight: 580;
    text-anchor: middle;
  }
  .grid,
  .zero,
  .tick-mark {
    stroke: var(--plot-grid);
    fill: none;
  }
  .zero {
    stroke: var(--plot-zero);
  }
  .tick {
    fill: var(--muted);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }
  .band {
    fill: var(--focus);
    opacity: 0.24;
  }
  .curve {
    fill: none;
    stroke: var(--text);
    stroke-width: 2;
    stroke-linejoin: round;
  }
  .curve.other {
    stroke: var(--plot-other);
    stroke-width: 3;
    stroke-linecap: round;
    stroke-dasharray: 0.1 6;
  }
  .side {
    fill: var(--text);
    font-size: 13px;
    font-weight: 700;
  }
  .level {
    fill: none;
    stroke: var(--accent);
    stroke-width: 2.5;
    stroke-dasharray: 9 5;
  }
  .unclean {
    fill: var(--warn);
    opacity: 0.1;
  }
  .flag.amber {
    fill: var(--warn);
  }
  .flag.red {
    fill: var(--danger);
    stroke: var(--text);
    stroke-width: 2;
  }
  .flag-number {
    fill: var(--bg);
    font-size: 13px;
    font-weight: 700;
    text-anchor: middle;
  }
  .cursor {
    stroke: var(--focus);
    stroke-width: 1.5;
  }
  .cursor-dot {
    fill: var(--focus);
    stroke: var(--bg);
    stroke-width: 2;
  }
`;
