import type { EngineName } from '../../workers/pose.api.ts';

/**
 * `?engine=own` in the page's address asks for our own engine. The reference engine stays the usual one until the own reads the
 * rendered clips no worse: its landmarks lie half a crop pixel elsewhere, and every threshold was found with the reference's.
 */
export const wantedEngine = (query: string): EngineName =>
  new URLSearchParams(query).get('engine') === 'own' ? 'own' : 'reference';
