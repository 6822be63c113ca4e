import type { Cell } from '../cells/cell.ts';
import { PELVIS_CHANNELS } from '../cells/cell-score.ts';
import { isWithin, rangeWords } from './circle-ranges.ts';
import { type PlaceSummary, showsArch } from './place-summary.ts';
import { bestPlace, type DrillView, type Proposal, verdictOn } from './proposal.ts';

/** The study as Markdown text and tables. */

const number = (value: number | null, digits = 1): string => (value === null ? '–' : value.toFixed(digits));
const percent = (share: number): string => `${Math.round(100 * share)} %`;
const metres = (values: readonly number[]): string =>
  values.length > 0 ? values.map((value) => value.toFixed(1)).join(', ') : 'none';

const row = (...parts: readonly string[]): string => `| ${parts.join(' | ')} |`;
const head = (...names: readonly string[]): string[] => [row(...names), row(...names.map(() => '---'))];

function gradesOf({ appGrades }: PlaceSummary): string {
  const given = (['good', 'fair', 'poor', 'refused'] as const).flatMap((grade) => {
    const count = appGrades[grade];
    return count ? [`${count} ${grade}`] : [];
  });
  return given.join(', ');
}

/**
 * Response (share of the true change) and, in brackets, the largest false motion: degrees; for the lift centimetres.
 */
function channelCell({ channels }: PlaceSummary, name: (typeof PELVIS_CHANNELS)[number]): string {
  const { response, falseMotion } = channels[name];
  const shown = falseMotion !== null && name === 'lift' ? falseMotion * 100 : falseMotion;
  return response === null ? '–' : `${number(response, 2)} (${number(shown)})`;
}

function placeRows(places: readonly PlaceSummary[]): string[] {
  const title = head(
    'azimuth',
    'lens',
    'distance',
    'error, worst body',
    'slope',
    'coverage',
    'person seen',
    'the app says',
    'twist',
    'obliquity',
    'lift',
    'back free, moves',
    'study',
  );
  const rows = places.map((place) =>
    row(
      `${place.azimuth}°`,
      `${number(place.height)} m`,
      `${number(place.distance)} m`,
      `${number(place.error)}, ${number(place.worstError)}`,
      number(place.slope, 2),
      percent(place.coverage),
      percent(place.detected),
      gradesOf(place),
      ...PELVIS_CHANNELS.map((name) => channelCell(place, name)),
      `${percent(place.outline.free)}, ${number(place.outline.shiftPixels)} px`,
      place.grade,
    ),
  );
  return [...title, ...rows];
}

const CHANNEL_WORDS = { yes: 'measurable', coarse: 'coarsely', no: 'not seen' } as const;

const VERDICT = {
  good: 'The azimuth that the app recommends is a good one.',
  fair: 'The azimuth that the app recommends is accepted, but not a good one.',
  poor: '**The azimuth that the app recommends lies outside the accepted range.**',
} as const;

function comparison(proposal: Proposal, drill: DrillView | undefined, places: readonly PlaceSummary[]) {
  const { view, neverSeen } = drill?.measure ?? {};
  const now = (text: (view: DrillView['measure']['view']) => string) => (view ? text(view) : 'not in the app');
  const there = view && places.some(({ azimuth }) => isWithin([[azimuth, azimuth]], view.recommended, 8));
  const verdict = !drill
    ? 'The app does not have this drill.'
    : !there
      ? 'The grid has no place at the azimuth that the app recommends, so the two cannot be compared.'
      : VERDICT[verdictOn(drill, proposal)];
  return [
    ...head('', 'the study', 'the app now'),
    row(
      'azimuth',
      `${proposal.recommended}°`,
      now((v) => `${v.recommended}°`),
    ),
    row(
      'lens height',
      `${number(proposal.lensHeight)} m (accepted: ${metres(proposal.heights)})`,
      now((v) => `${number(v.lensHeight, 2)} m`),
    ),
    row(
      'distance',
      `${number(proposal.distance)} m (accepted: ${metres(proposal.distances)})`,
      now((v) => `${number(v.distance)} m`),
    ),
    row(
      'good view',
      rangeWords(proposal.good),
      now((v) => rangeWords(v.good)),
    ),
    row(
      'fair or better',
      rangeWords(proposal.fair),
      now((v) => rangeWords(v.fair)),
    ),
    ...PELVIS_CHANNELS.map((name) =>
      row(`pelvis ${name}`, CHANNEL_WORDS[proposal.channels[name]], seenNow(name, neverSeen)),
    ),
    row(
      'arch in the outline of the back',
      proposal.archFrom.length > 0 ? `from ${rangeWords(proposal.archFrom)}` : 'from nowhere',
      seenNow('back-arch', neverSeen),
    ),
    '',
    verdict,
  ];
}

function seenNow(name: string, neverSeen: DrillView['measure']['neverSeen'] | undefined): string {
  if (!neverSeen) return 'not in the app';
  return neverSeen.some((channel) => channel === name || channel === `pelvis-${name}`) ? 'never seen' : 'watched';
}

/** Reasons why the app measured nothing, most frequent first. */
function turnedDown(cells: readonly Cell[]): string[] {
  const reasons = cells.flatMap(({ outcome, why }) => (outcome === 'measured' ? [] : [why ?? 'no reason']));
  const count = (reason: string) => reasons.filter((one) => one === reason).length;
  const each = [...new Set(reasons)].sort((a, b) => count(b) - count(a));
  if (each.length === 0) return [];
  const words = each.map((reason) => `${count(reason)} × “${reason}”`).join('; ');
  return [`Nothing was measured in ${reasons.length} of ${cells.length} cells: ${words}`, ''];
}

interface Section {
  readonly drill: string;
  readonly places: readonly PlaceSummary[];
  readonly cells: readonly Cell[];
  readonly proposal: Proposal | null;
  readonly view: DrillView | undefined;
  readonly maps: readonly string[];
}

function drillSection({ drill, places, cells, proposal, view, maps }: Section): string[] {
  const best = bestPlace(places);
  const intro =
    proposal && best
      ? `Best: ${proposal.recommended}°, lens at ${number(proposal.lensHeight)} m, ${number(proposal.distance)} m away: mean error ${number(proposal.error)}° (worst body ${number(best.worstError)}°), ${best.bodies} bodies. ${showsArch(best) ? 'An arch could be seen there in the outline of the back.' : 'An arch cannot be seen there in the outline of the back.'}`
      : 'Nothing was measured from any place.';
  return [
    `## ${drill}`,
    '',
    intro,
    '',
    ...(proposal ? [...comparison(proposal, view, places), ''] : []),
    ...turnedDown(cells),
    ...maps.map((file) => `![Heat map: ${file.replace(/\.svg$/, '').replaceAll('-', ' ')}](${file})`),
    '',
    '<details><summary>Every place</summary>',
    '',
    ...placeRows(places),
    '',
    '</details>',
    '',
  ];
}

export interface StudyReport {
  readonly places: readonly PlaceSummary[];
  readonly proposals: readonly (Proposal | null)[];
  readonly drills: readonly DrillView[];
  /** File names of the maps of a drill. */
  readonly mapsOf: (drill: string) => readonly string[];
  readonly cells: readonly Cell[];
}

/** The complete report. */
export function studyTable({ places, proposals, drills, mapsOf, cells }: StudyReport): string {
  const studied = [...new Set(places.map(({ drill }) => drill))];
  const bodies = [...new Set(cells.map(({ body }) => body))];
  const sections = studied.flatMap((drill) =>
    drillSection({
      drill,
      places: places.filter((place) => place.drill === drill),
      cells: cells.filter((cell) => cell.drill === drill),
      proposal: proposals.find((proposal) => proposal?.drill === drill) ?? null,
      view: drills.find(({ id }) => id === drill),
      maps: mapsOf(drill),
    }),
  );
  return [
    '# Where the laptop should stand',
    '',
    `Made by \`npm run placement\`: ${cells.length} cells, ${bodies.length} rendered bodies (${bodies.join(', ')}). Azimuth 0° is the feet or the front, 90° the working side, 180° the head or behind. In every cell the app's own pipeline measured a clip in which the neutral and then the poses of the study are held; its plan was told that the laptop stands where it stood, and no view was refused, so that also places which the app turns down today are known. Figures are medians over the bodies. Error: mean difference between read and true change of hip internal rotation, degrees. Pelvis: share of the true change that is read and, in brackets, the largest false motion (degrees; lift in centimetres). Back: share of the lower back that lies free on the outline, and how many of 960 pixels across it moves for an arch of 10°.`,
    '',
    'Limits: rendered people in one room and one light each, one lens (66°), six frames a second, a usable webcam. Their skin does not flatten on the mat, so on the back more of the lower back lies free than of a real person. Regions are to be trusted, not single places.',
    '',
    ...sections,
  ].join('\n');
}
