export * from './engine.js';
export { PayoutCalculator } from '../elements/payout-calculator/payout-calculator.js';
