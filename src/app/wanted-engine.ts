import type { EngineName } from '../../workers/pose.api.ts';

/** `?engine=reference` in the page's address asks for the reference engine: for comparing, and for finding faults. */
export const wantedEngine = (query: string): EngineName =>
  new URLSearchParams(query).get('engine') === 'reference' ? 'reference' : 'own';
