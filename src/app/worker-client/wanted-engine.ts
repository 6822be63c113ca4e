import type { EngineName } from '../../../workers/pose.api.ts';

/**
 * Our own engine around the models is the usual one: it reads the rendered clips as well, and costs less beside the model
 * (`npm run bench` has the ratio). `?engine=reference` in the page's address asks for `@tensorflow-models/pose-detection`,
 * which also stands in where our own does not start.
 */
export const wantedEngine = (query: string): EngineName =>
  new URLSearchParams(query).get('engine') === 'reference' ? 'reference' : 'own';
