import { AppError } from './app-error.ts';
import { isAppErrorCode } from './app-error-text.ts';

/** Anything thrown, as an `AppError`: a known code in its name is kept, everything else is `unexpected`. */
export const asAppError = (thrown: unknown): AppError => {
  if (thrown instanceof AppError) return thrown;
  if (!(thrown instanceof Error)) return new AppError('unexpected', String(thrown));
  return new AppError(isAppErrorCode(thrown.name) ? thrown.name : 'unexpected', thrown.message, {
    cause: thrown,
  });
};
