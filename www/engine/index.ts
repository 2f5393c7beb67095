export { type Engine, Incomplete, loadEngine, loadFirst, loadRest } from './engine.js';
export { EngineError, type EngineErrorCode } from './errors.js';
export type { WasmSource } from './load.js';
