import { wordsOf } from '../speaking.ts';

/** Export and import of everything as a file. */
export const transfer = {
  exportAll: 'Export all',
  import: 'Import …',
  file: 'Import',
  ask: {
    title: 'Take over the settings too?',
    text: 'The file has other settings than this machine: sound, heights, numbers of the drills, programmes, the week. Yours would be replaced.',
    yes: 'Take them over',
    no: 'Keep mine',
  },
  added: (sets: number) => `${sets} set${sets === 1 ? '' : 's'} added`,
  checks: (checks: number) => `${checks} check${checks === 1 ? '' : 's'} against your own instrument added`,
  updated: (sets: number) => `${sets} got a newer note or answer`,
  skipped: (sets: number) => `${sets} already there`,
  taken: 'The settings were taken over.',
  kept: 'Your settings stay as they were.',
};

export const transferWords = wordsOf('transfer', transfer);
