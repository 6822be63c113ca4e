import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cell } from '../cells/cell.ts';
import { heatMap, MAP_KINDS, mapFile } from './heat-map.ts';
import { type PlaceSummary, summarisePlaces } from './place-summary.ts';
import { type DrillView, type Proposal, proposalFor, verdictOn } from './proposal.ts';
import { studyTable } from './study-table.ts';

export const STUDY_FILE = 'placement.json';

/** Content of `placement.json`. */
export interface StudyFile {
  readonly version: 1;
  readonly proposals: readonly Proposal[];
  readonly cells: readonly Cell[];
}

const whole = (folder: string, name: string, text: string): void => {
  const file = join(folder, name);
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
};

/** The JSON text with one cell per line, so that a later study changes only the lines of new measurements. */
export function studyJson({ version, proposals, cells }: StudyFile): string {
  const lines = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join(',\n');
  return `{"version":${version},"proposals":[\n${lines(proposals)}\n],"cells":[\n${lines(cells)}\n]}\n`;
}

/** The maps of a drill. A channel without figures has no map. */
const mapsOf = (places: readonly PlaceSummary[]) =>
  MAP_KINDS.filter((kind) => places.some((place) => kind.value(place) !== null));

/**
 * Writes `placement.json`, `placement.md` and the maps.
 * @returns lines to show in the terminal
 */
export function writeOutputs(folder: string, cells: readonly Cell[], drills: readonly DrillView[]): string[] {
  mkdirSync(folder, { recursive: true });
  const ordered = [...cells].sort(
    (a, b) =>
      a.drill.localeCompare(b.drill) ||
      a.body.localeCompare(b.body) ||
      a.azimuth - b.azimuth ||
      a.height - b.height ||
      a.distance - b.distance,
  );
  const places = summarisePlaces(ordered);
  const studied = [...new Set(places.map(({ drill }) => drill))];
  const proposals = studied.map((drill) => proposalFor(drill, places));
  const ofDrill = (drill: string) => places.filter((place) => place.drill === drill);
  for (const drill of studied) {
    for (const kind of mapsOf(ofDrill(drill))) {
      whole(folder, mapFile(drill, kind), heatMap(drill, kind, ofDrill(drill)));
    }
  }
  const found = proposals.filter((proposal) => proposal !== null);
  whole(folder, STUDY_FILE, studyJson({ version: 1, proposals: found, cells: ordered }));
  const report = {
    places,
    proposals,
    drills,
    mapsOf: (drill: string) => mapsOf(ofDrill(drill)).map((kind) => mapFile(drill, kind)),
    cells: ordered,
  };
  whole(folder, 'placement.md', studyTable(report));
  return studied.map((drill) => {
    const proposal = found.find((one) => one.drill === drill);
    const view = drills.find(({ id }) => id === drill);
    if (!proposal) return `${drill}: nothing was measured`;
    const word = view && verdictOn(view, proposal) === 'poor' ? '; the app recommends a place outside the range' : '';
    return `${drill}: best at ${proposal.recommended}°, lens ${proposal.lensHeight} m, error ${proposal.error.toFixed(1)}°${word}`;
  });
}
