import { html, type Markup } from '../../../../tools/report/markup.mjs';
import type { PlaceSummary } from './place-summary.ts';

/**
 * SVG maps of azimuth against lens height. Every field contains its number, so that no information is in the colour
 * alone.
 */

export interface MapKind {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly value: (place: PlaceSummary) => number | null;
  readonly digits: number;
  /** Values for the worst and the best colour. */
  readonly worst: number;
  readonly best: number;
}

export const MAP_KINDS: readonly MapKind[] = [
  {
    id: 'rotation-error',
    title: 'error of hip internal rotation',
    unit: 'degrees',
    value: ({ error }) => error,
    digits: 1,
    worst: 15,
    best: 2,
  },
  {
    id: 'twist-response',
    title: 'response to pelvis twist',
    unit: 'percent of the true change',
    value: ({ channels }) => percent(channels.twist.response),
    digits: 0,
    worst: 0,
    best: 100,
  },
  {
    id: 'obliquity-response',
    title: 'response to pelvis obliquity',
    unit: 'percent of the true change',
    value: ({ channels }) => percent(channels.obliquity.response),
    digits: 0,
    worst: 0,
    best: 100,
  },
  {
    id: 'lift-response',
    title: 'response to pelvis lift',
    unit: 'percent of the true change',
    value: ({ channels }) => percent(channels.lift.response),
    digits: 0,
    worst: 0,
    best: 100,
  },
  {
    id: 'back-outline',
    title: 'movement of the outline of the lower back for an arch of 10°',
    unit: 'pixels of 960',
    value: ({ outline }) => outline.shiftPixels,
    digits: 1,
    worst: 0,
    best: 10,
  },
];

const percent = (share: number | null): number | null => (share === null ? null : 100 * share);

const FIELD = { wide: 52, high: 40 } as const;
const MARGIN = { left: 118, top: 64, bottom: 92 } as const;

/** Some colours of viridis, dark to light: their order is visible to colour-blind people and in grey. */
const COLOURS = [
  [68, 1, 84],
  [59, 82, 139],
  [33, 145, 140],
  [94, 201, 98],
  [253, 231, 37],
] as const;
const EMPTY = '#e4e4e4';

type Rgb = readonly [number, number, number];

/** @param share 0 worst … 1 best */
export function colourAt(share: number): Rgb {
  const at = Math.max(0, Math.min(1, share)) * (COLOURS.length - 1);
  const low = COLOURS[Math.floor(at)] ?? COLOURS[0];
  const high = COLOURS[Math.ceil(at)] ?? COLOURS[0];
  const mix = (i: 0 | 1 | 2) => Math.round(low[i] + (at - Math.floor(at)) * (high[i] - low[i]));
  return [mix(0), mix(1), mix(2)];
}

/** Relative luminance of WCAG 2.2. */
export function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Black or white, whichever has the higher contrast. */
export const inkOn = (colour: Rgb): '#000' | '#fff' => (luminance(colour) > 0.179 ? '#000' : '#fff');

interface Rows {
  readonly azimuths: readonly number[];
  readonly settings: readonly { readonly height: number; readonly distance: number }[];
}

function rowsOf(places: readonly PlaceSummary[]): Rows {
  const azimuths = [...new Set(places.map(({ azimuth }) => azimuth))].sort((a, b) => a - b);
  const settings = new Map(
    places.map(({ height, distance }) => [`${height}/${distance}`, { height, distance }] as const),
  );
  const ordered = [...settings.values()].sort((a, b) => b.height - a.height || a.distance - b.distance);
  return { azimuths, settings: ordered };
}

function field(kind: MapKind, place: PlaceSummary | undefined, x: number, y: number): Markup {
  if (!place) return html``;
  const value = kind.value(place);
  const text = value === null ? '–' : value.toFixed(kind.digits).replace('-', '−');
  const where = `${place.azimuth}°, lens ${place.height} m, distance ${place.distance} m`;
  const colour = value === null ? null : colourAt((value - kind.worst) / (kind.best - kind.worst));
  const fill = colour ? `rgb(${colour.join(',')})` : EMPTY;
  const ink = colour ? inkOn(colour) : '#000';
  return html`<g><title>${where}: ${value === null ? 'no number' : `${text} ${kind.unit}`}</title><rect x="${x}" y="${y}" width="${FIELD.wide - 2}" height="${FIELD.high - 2}" fill="${fill}"/><text x="${x + FIELD.wide / 2 - 1}" y="${y + FIELD.high / 2 + 4}" text-anchor="middle" fill="${ink}">${text}</text></g>
`;
}

function scaleBar(kind: MapKind, y: number): Markup {
  const steps = [0, 0.25, 0.5, 0.75, 1];
  return html`<g>${steps.map((share, i) => {
    const colour = colourAt(share);
    const value = kind.worst + share * (kind.best - kind.worst);
    const x = MARGIN.left + i * FIELD.wide;
    return html`<rect x="${x}" y="${y}" width="${FIELD.wide}" height="16" fill="rgb(${colour.join(',')})"/><text x="${x + FIELD.wide / 2}" y="${y + 12}" text-anchor="middle" fill="${inkOn(colour)}">${value.toFixed(0)}</text>`;
  })}<text x="${MARGIN.left + steps.length * FIELD.wide + 8}" y="${y + 12}">${kind.unit}</text></g>`;
}

/** One map as an SVG file. */
export function heatMap(drill: string, kind: MapKind, places: readonly PlaceSummary[]): string {
  const { azimuths, settings } = rowsOf(places);
  const width = Math.max(560, MARGIN.left + azimuths.length * FIELD.wide + 12);
  const bottom = MARGIN.top + settings.length * FIELD.high;
  const height = bottom + MARGIN.bottom;
  const title = `${drill}: ${kind.title}`;
  const fields = settings.flatMap((setting, line) =>
    azimuths.map((azimuth, column) => {
      const here = places.find(
        (place) => place.azimuth === azimuth && place.height === setting.height && place.distance === setting.distance,
      );
      return field(kind, here, MARGIN.left + column * FIELD.wide, MARGIN.top + line * FIELD.high);
    }),
  );
  const described = `Columns are azimuths, rows lens heights and distances; each field gives ${kind.unit}.`;
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title about" font-family="system-ui, sans-serif" font-size="13">
<title id="title">${title}</title>
<desc id="about">${described}</desc>
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="12" y="24" font-size="16" font-weight="600">${title}</text>
<text x="12" y="${MARGIN.top - 10}">lens, distance</text>
${settings.map(({ height: lens, distance }, line) => html`<text x="12" y="${MARGIN.top + line * FIELD.high + 23}">${lens.toFixed(1)} m, ${distance.toFixed(1)} m</text>`)}
${fields}
${azimuths.map((azimuth, column) => html`<text x="${MARGIN.left + (column + 0.5) * FIELD.wide - 1}" y="${bottom + 16}" text-anchor="middle">${azimuth}°</text>`)}
<text x="${MARGIN.left}" y="${bottom + 38}">azimuth: 0° feet or front, 90° working side, 180° head or behind</text>
${scaleBar(kind, bottom + 54)}
</svg>
`.toString();
}

export const mapFile = (drill: string, kind: MapKind): string => `${drill}-${kind.id}.svg`;
