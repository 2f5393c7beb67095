export type { ErrorDetail, ResultDetail } from '../elements/payout-calculator/details.js';
export { PayoutCalculator } from '../elements/payout-calculator/payout-calculator.js';
export type { PayoutCalculatorEvents, PayoutCalculatorProperties } from '../elements/payout-calculator/public.js';
export type { AllInputOptions, InputOptions } from '../state/inputs.js';
export type { Saved } from '../state/saved.js';
export type { Preset } from '../state/session.js';
export * from './engine.js';
