import type { LabTools, Refusal } from '../../../tools/lab/lab-tools.mjs';

/** An error with a message for the user; the command turns it into an exit status. */
export class Refused extends Error {
  readonly why: Refusal;
  constructor(why: Refusal, sentence: string) {
    super(sentence);
    this.why = why;
  }
}

export const refuse: LabTools['refuse'] = (why, sentence) => new Refused(why, sentence);
