import { wordsOf } from '../speaking.ts';

const engine = {
  title: 'Engine',
  chosen: 'Chosen',
  notYet: 'not yet: run a set or the demo once, then come back',
  model: 'Model',
  backend: 'Backend',
  why: 'Why',
  threads: 'Threads',
  isolated: 'Isolated',
};

const speed = {
  title: 'Speed',
  measured: 'Measured',
  nothing: 'nothing yet',
  perSecond: 'Frames a second',
  frames: (frames: number) => `${frames} frame${frames === 1 ? '' : 's'}`,
  leftOut: 'Left out',
  dropped: (frames: number) => `${frames} frame${frames === 1 ? '' : 's'} (the newest one wins)`,
  restarts: 'Restarts',
  stages: {
    pixels: 'Pixels',
    model: 'Model',
    surface: 'Pelvis surface',
    fit: 'Fit',
    total: 'In all',
  },
};

const storage = {
  title: 'Storage',
  asking: 'asking …',
  kept: 'Kept on this machine',
  gone: 'no: gone when the tab closes',
  safe: 'Safe from clearing',
  used: 'Used',
  room: 'Room',
};

const senses = {
  title: 'Sound and screen',
  voice: 'Voice',
  notTried: 'not tried yet',
  voices: {
    waiting: 'waiting for the browser’s voices',
    ready: 'speaks',
    none: 'this browser has none: beeps instead',
    broken: 'fell silent: beeps instead',
  },
  beeps: 'Beeps',
  beepStates: { suspended: 'suspended', running: 'running', none: 'none' },
  screen: 'Screen kept on',
  wakeLocks: {
    off: 'not now, only during a set',
    on: 'yes',
    refused: 'the machine refused, to save power',
    none: 'this browser cannot',
  },
};

const versions = {
  title: 'Versions',
  engine: 'Engine',
  browser: 'Browser',
  threads: 'Processor threads',
  isolated: 'Cross-origin isolated',
};

const trials = {
  title: 'Backends tried',
  backend: 'Backend',
  passed: 'Passed',
  frame: 'A frame',
  note: 'Note',
  tried: (backend: string) => `Tried ${backend}`,
};

/** The page of the diagnostics. Names of models and backends, and the engine's notes, are not translated. */
export const diagnostics = {
  engine,
  speed,
  storage,
  senses,
  versions,
  trials,
  heading: 'Diagnostics',
  copy: 'Copy as text',
  copied: 'Copied.',
  notCopied: 'The browser did not allow copying.',
  yes: 'yes',
  no: 'no',
  unknown: 'unknown',
};

export const diagnosticsWords = wordsOf('diagnostics', diagnostics);
