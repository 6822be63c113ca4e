import { wordsOf } from '../speaking.ts';

/** Export and import of everything as a file. */
export const transfer = {
  exportAll: 'Export all',
  import: 'Import …',
  file: 'Import',
  ask: {
    title: 'Use the settings from the file too?',
    text: 'The settings in the file are different: sound, your height, times and rounds, programmes, your week. They would replace yours.',
    yes: 'Use them',
    no: 'Keep mine',
  },
  added: (sets: number) => `${sets} set${sets === 1 ? '' : 's'} added`,
  checks: (checks: number) => `${checks} check${checks === 1 ? '' : 's'} against your own instrument added`,
  updated: (sets: number) => `${sets} got a newer note or answer`,
  skipped: (sets: number) => `${sets} already here`,
  reading: (share: string) => `Reading the file: ${share}`,
  storing: 'Saving …',
  collecting: 'Collecting your sets …',
  cancel: 'Cancel',
  cancelled: 'Cancelled. Nothing was imported.',
  nothing: 'Nothing was imported.',
  hold: {
    title: (drill: string) => `Lift the hold on “${drill}”?`,
    text: (symptom: string, date: string) =>
      `You stopped this drill twice for ${symptom}. The file says that you had it checked on ${date}. Lift the hold only if that was you, and you were told you may go on.`,
    yes: 'Lift the hold',
    no: 'Keep the hold',
  },
  held: (drill: string) => `“${drill}” stays on hold.`,
  lifted: (drill: string) => `“${drill}” is no longer on hold.`,
  taken: 'The settings from the file are in use.',
  kept: 'You keep your own settings.',
};

export const transferWords = wordsOf('transfer', transfer);
