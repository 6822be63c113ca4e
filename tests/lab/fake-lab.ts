import type { LabTools, Refusal } from '../../tools/lab/lab-tools.mjs';

/** A refusal that says why; the command makes exit statuses of them. */
export class Refused extends Error {
  readonly why: Refusal;
  constructor(why: Refusal, sentence: string) {
    super(sentence);
    this.why = why;
  }
}

export const refuse: LabTools['refuse'] = (why, sentence) => new Refused(why, sentence);
