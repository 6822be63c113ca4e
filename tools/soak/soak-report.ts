import { largest, mean, median } from '../shared/statistics.ts';

/** One set of a soak. */
export interface SoakSet {
  /** Names, in order. */
  faults: readonly string[];
  /** How it was ended. */
  end: string;
  seconds: number;
  readings: number;
  /** Readings that belong into the record. */
  recorded: number;
  /** Of the worker. */
  restarts: number;
  /** Sets in the list afterwards, less those before. */
  added: number;
  /** Sets that are only in memory. */
  unsaved: number;
  /** Sets that cannot be read any more. */
  damaged: number;
  /** Phases that began unheard, pages that were empty, and what is wrong in the record. */
  wrong: readonly string[];
}

/** The browser at rest between two sets, after collecting garbage. */
export interface Rest {
  /** Counts the loads of the page; a load begins a new heap. */
  life: number;
  /** Of the page, MB. */
  heap: number;
  /** Of the page. */
  nodes: number;
  /** Counts the pose workers; 0: there is none. */
  worker: number;
  /** Of the pose worker, MB. */
  workerHeap: number | null;
  /** Of all processes, MB; null where the system does not say. */
  memory: number | null;
}

export interface SoakRun {
  sets: readonly SoakSet[];
  rests: readonly Rest[];
  /** Unhandled errors and rejections, of page and workers. */
  errors: readonly string[];
  /** That no fault explains. */
  consoleErrors: readonly string[];
  /** Requests to another origin. */
  foreign: readonly string[];
  /** In total. */
  requests: number;
  /** Frames of the camera that nobody closed. */
  unclosed: number;
}

/**
 * Largest growth from set to set. A picture of 960 × 540 pixels takes 2 MB and a worker 60 MB or more, so one of them kept from each set
 * shows, and the list of sets, a few kB for each, does not.
 */
const MOST_HEAP = 0.5;
const MOST_MEMORY = 5;
/** A screen that stays has 50 nodes or more; one of every fifth set shows. */
const MOST_NODES = 10;
/** The first sets fill caches of the browser, those after a load of the page fetch code. A slope of fewer points is chance. */
const WARM_UP = 3;
const FEWEST = 8;

/**
 * Growth of a value from one set to the next: least squares with one line for each group and one slope for all.
 * @returns null: too few points to judge
 */
export function growthOf(points: readonly { group: number; at: number; value: number }[]): number | null {
  if (points.length < FEWEST) return null;
  let [over, under] = [0, 0];
  for (const group of new Set(points.map((point) => point.group))) {
    const own = points.filter((point) => point.group === group);
    const at = mean(own.map((point) => point.at)) ?? 0;
    const value = mean(own.map((point) => point.value)) ?? 0;
    for (const point of own) {
      over += (point.at - at) * (point.value - value);
      under += (point.at - at) ** 2;
    }
  }
  return under === 0 ? null : over / under;
}

/**
 * Growth that goes on: the mean step from one set to the next, without the largest and the smallest of each group. A screen that is shown for
 * the first time leaves its templates once, and a browser may keep the last screen for a while; neither comes again with every set. A step within two
 * standard errors of none is chance and counts as none: the screens that are kept for a while differ by some thousand nodes.
 * @param points in order
 * @returns null: too few points to judge
 */
export function lastingGrowthOf(points: readonly { group: number; value: number }[]): number | null {
  if (points.length < FEWEST) return null;
  const steps = [...new Set(points.map(({ group }) => group))].flatMap((group) => {
    const values = points.filter((point) => point.group === group).map(({ value }) => value);
    const own = values.slice(1).map((value, index) => value - (values[index] ?? value));
    return own.toSorted((a, b) => a - b).slice(1, -1);
  });
  const step = mean(steps);
  if (step === null) return null;
  const spread = mean(steps.map((one) => (one - step) ** 2)) ?? 0;
  return Math.abs(step) > 2 * Math.sqrt(spread / steps.length) ? step : 0;
}

function growths(rests: readonly Rest[]) {
  const numbered = rests.map((rest, at) => ({ ...rest, at }));
  const memory = numbered.flatMap((rest) =>
    rest.memory === null || rest.at < WARM_UP ? [] : [{ group: 0, at: rest.at, value: rest.memory }],
  );
  const warm = numbered.filter(({ life }, at) => rests[at - WARM_UP]?.life === life);
  const heap = warm.map(({ life, at, heap: value }) => ({ group: life, at, value }));
  const nodes = warm.map(({ life, nodes: value }) => ({ group: life, value }));
  // After a load, a page has nothing of its own yet; what is there more than last time is left of the pages before.
  const loads = rests
    .filter(({ life }, at) => at > 0 && rests[at - 1]?.life !== life)
    .map(({ nodes: value }, at) => ({ group: 0, at, value }));
  const workerHeap = warm.flatMap(({ worker, at, workerHeap: value }) =>
    value === null ? [] : [{ group: worker, at, value }],
  );
  return {
    memory: growthOf(memory),
    heap: growthOf(heap),
    workerHeap: growthOf(workerHeap),
    nodes: lastingGrowthOf(nodes),
    loads: growthOf(loads),
  };
}

/** A change of phase may be told this much late, before the set waits; milliseconds. Beside it: how often is looked. */
const TOLD_WITHIN = 2000;
const UNSURE = 1200;

/** Phases that began without a tone or a word. The first of a set follows the person's own key. */
export const unheard = (begun: readonly { phase: string; at: number }[], heard: readonly number[]): string[] =>
  begun
    .slice(1)
    .filter(({ at }) => !heard.some((one) => Math.abs(one - at) < TOLD_WITHIN + UNSURE))
    .map(({ phase }) => `the phase "${phase}" began unheard`);

interface Kept {
  /** Phase null: the set was paused, or waited because nobody could hear it. */
  readonly seen: readonly { readonly t: number; readonly phase: string | null }[];
  readonly phases: readonly Span[];
  /** While the person was out of the position. It is known a moment later, so the phase ends before frames that were its own. */
  readonly away: readonly Span[];
}

interface Span {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** What cannot be true in a record: phases that end before they begin or overlap, frames of a phase that are outside of all. */
export function wrongIn({ seen, phases, away }: Kept): string[] {
  const last = phases.at(-1)?.end ?? Infinity;
  const isAway = (t: number): boolean => away.some(({ start, end }) => start <= last + 1 && t <= end + 1);
  const backward = phases.filter(({ start, end }, at) => end < start || start < (phases[at - 1]?.end ?? 0) - 0.01);
  const late = seen.filter(
    ({ t, phase }, at) => t < (seen[at - 1]?.t ?? 0) || (phase !== null && t > last + 1 && !isAway(t)),
  );
  return [
    ...backward.map(({ kind, start, end }) => `the record has a ${kind} from ${start} to ${end} s`),
    ...(late.length > 0
      ? [
          `${late.length} frames of a record are out of order or after its end, at ${late[0]?.t} s, the last phase ends at ${last} s, away: ${JSON.stringify(away)}`,
        ]
      : []),
  ];
}

/** Sets whose record is not in the list. */
const isLost = ({ recorded, added }: SoakSet) => (recorded > 0 ? added !== 1 : added > 1 || added < 0);

export function judgeSoak({ sets, rests, errors, consoleErrors, foreign, unclosed }: SoakRun) {
  const growth = growths(rests);
  const lost = sets.filter(isLost).length;
  const unsaved = sets.filter((set) => set.unsaved > 0).length;
  // A worker has one frame at a time, and takes it along when it dies.
  const deaths = sets.flatMap(({ faults }) => faults.filter((name) => name.startsWith('worker'))).length;
  const restarts = sets.reduce((sum, set) => sum + set.restarts, 0);
  const wrong = sets.flatMap((set) => set.wrong);
  const damaged = largest(sets.map((set) => set.damaged)) ?? 0;
  const grew = (slope: number | null, most: number, unit: string) =>
    slope !== null && slope > most && `${slope.toFixed(2)} ${unit} more with every set`;
  const complaints = [
    sets.length === 0 && 'no set was made',
    errors.length > 0 && `${errors.length} unhandled errors, the first: ${errors[0]}`,
    consoleErrors.length > 0 && `${consoleErrors.length} errors on the console, the first: ${consoleErrors[0]}`,
    lost > 0 && `${lost} sets were recorded but are not in the list`,
    unsaved > 0 && `${unsaved} sets are only in memory`,
    damaged > 0 && `${damaged} sets cannot be read any more`,
    wrong.length > 0 && `${wrong.length} times a set was wrong: ${[...new Set(wrong)].slice(0, 5).join('; ')}`,
    foreign.length > 0 && `${foreign.length} requests off-origin, the first: ${foreign[0]}`,
    unclosed > deaths + restarts &&
      `${unclosed} frames were never closed, though only ${deaths + restarts} workers died`,
    grew(growth.heap, MOST_HEAP, 'MB of heap'),
    grew(growth.workerHeap, MOST_HEAP, "MB of the worker's heap"),
    grew(growth.memory, MOST_MEMORY, 'MB of memory'),
    grew(growth.nodes, MOST_NODES, 'nodes'),
    growth.loads !== null &&
      growth.loads > MOST_NODES &&
      `${growth.loads.toFixed(2)} nodes more with every load of the page`,
  ].filter((one) => one !== false);
  return {
    begun: sets.filter(({ recorded }) => recorded > 0).length,
    faults: sets.reduce((sum, set) => sum + set.faults.length, 0),
    restarts,
    growth,
    complaints,
  };
}

export function soakLines(
  { begun, faults, restarts, growth, complaints }: ReturnType<typeof judgeSoak>,
  { sets, requests, unclosed }: SoakRun,
): string[] {
  const rate = median(sets.filter(({ seconds }) => seconds > 0).map(({ readings, seconds }) => readings / seconds));
  const slopes = Object.entries(growth).map(([name, slope]) => `${name} ${slope?.toFixed(2) ?? 'too few to judge'}`);
  return [
    `${sets.length} sets with ${faults} faults; sets that recorded: ${begun}; restarts of the worker: ${restarts}; readings a second (median): ${rate?.toFixed(1) ?? '?'}`,
    `growth with every set, MB or nodes, and of nodes with every load of the page: ${slopes.join(', ')}`,
    `requests: ${requests}; frames taken along by dead workers: ${unclosed}`,
    ...(complaints.length === 0 ? ['all is well'] : complaints.map((one) => `WRONG: ${one}`)),
  ];
}
