export type * from '#documents';
export { type Analyses, type Asked, loadAnalyses } from '../analyses/index.js';
export { EngineError, type EngineErrorCode } from '../engine/errors.js';
export type { WasmSource } from '../engine/load.js';
