import type { EngineInfo } from '../../../workers/pose.api.ts';
import type { RecordEngine } from '../../coach/record/set-record.ts';

/** What a record keeps of the engine that measured it. */
export function recordEngine(engine: EngineInfo | null): RecordEngine {
  if (!engine) return { model: 'none', backend: 'none', why: 'not loaded', version: '' };
  const { model, backend, why, version } = engine;
  return { model, backend, why, version };
}
