export type * from '#documents';
export { EngineError, type EngineErrorCode } from '../engine/errors.js';
export type { WasmSource } from '../engine/load.js';
export { type Import, loadImport } from '../import/index.js';
