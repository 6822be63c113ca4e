import { PlainError } from './plain-error.mjs';

/** Exit statuses of `analyze`, `accuracy` and `subject`, so that a script can tell why there is no result. */
export const EXIT = Object.freeze({
  unforeseen: 1,
  usage: 2,
  noFile: 3,
  notVideo: 4,
  codec: 5,
  timeline: 6,
  noPerson: 7,
  noEngine: 8,
  worse: 9,
  noSpace: 10,
  noEncoder: 11,
  noAssets: 12,
  noPose: 13,
  changed: 14,
});

/** A `PlainError` with an exit status of its own. */
export class ExitError extends PlainError {
  constructor(status: number, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.status = status;
  }
}
