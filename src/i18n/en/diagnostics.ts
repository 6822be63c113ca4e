import { wordsOf } from '../speaking.ts';

const engine = {
  title: 'Measuring',
  chosen: 'Chosen',
  notYet: 'nothing yet: do a set or the demo, then come back',
  model: 'Model',
  backend: 'Backend',
  why: 'Why this one',
  threads: 'Threads',
  isolated: 'Isolated',
};

const speed = {
  title: 'Speed',
  measured: 'Measured',
  nothing: 'nothing yet',
  perSecond: 'Frames per second',
  frames: (frames: number) => `${frames} frame${frames === 1 ? '' : 's'}`,
  leftOut: 'Skipped',
  dropped: (frames: number) => `${frames} frame${frames === 1 ? '' : 's'} (older ones make way for the newest)`,
  restarts: 'Restarts',
  stages: {
    pixels: 'Pixels',
    model: 'Model',
    surface: 'Pelvis surface',
    fit: 'Fit',
    total: 'Total',
  },
};

const storage = {
  title: 'Storage',
  asking: 'checking …',
  kept: 'Saved on this device',
  gone: 'no: lost when the tab closes',
  safe: 'Protected from clean-up',
  used: 'Used',
  room: 'Space',
};

const senses = {
  title: 'Sound and screen',
  voice: 'Voice',
  notTried: 'not tried yet',
  voices: {
    waiting: 'waiting for the browser’s voices',
    ready: 'speaks',
    none: 'none in this browser: beeps instead',
    broken: 'went silent: beeps instead',
  },
  beeps: 'Beeps',
  beepStates: { suspended: 'on hold', running: 'ready', none: 'none' },
  screen: 'Screen stays on',
  wakeLocks: {
    off: 'not now, only during a set',
    on: 'yes',
    refused: 'refused by the device, to save power',
    none: 'not possible in this browser',
  },
};

const versions = {
  title: 'Versions',
  engine: 'Measuring',
  browser: 'Browser',
  threads: 'Processor threads',
  isolated: 'Cross-origin isolated',
};

const trials = {
  title: 'Backends tried',
  backend: 'Backend',
  passed: 'Passed',
  frame: 'Per frame',
  note: 'Note',
  tried: (backend: string) => `Tried ${backend}`,
};

/** The page of the technical details. Names of models and backends, and the engine's notes, are not translated. */
export const diagnostics = {
  engine,
  speed,
  storage,
  senses,
  versions,
  trials,
  heading: 'Technical details',
  copy: 'Copy as text',
  copied: 'Copied.',
  notCopied: 'The browser does not allow copying.',
  yes: 'yes',
  no: 'no',
  unknown: 'unknown',
};

export const diagnosticsWords = wordsOf('diagnostics', diagnostics);

/** The page of licences. The texts of the licences themselves are not translated. */
export const licences = {
  heading: 'Licences',
  lead: 'Truehip is built with the work of many people. Here is what it ships, and what its makers ask for.',
  looking: 'Reading …',
  absent: 'The list could not be read. It comes with the built app. Try again with a network.',
  again: 'Try again',
  /** Behind the name of a part. */
  by: (makers: string) => `by ${makers}`,
};

export const licencesWords = wordsOf('licences', licences);
