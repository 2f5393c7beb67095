export type * from '#documents';
export { type Engine, EngineError, type EngineErrorCode, loadEngine, type WasmSource } from '../engine/index.js';
