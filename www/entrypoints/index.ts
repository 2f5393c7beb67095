export { PayoutCalculator } from '../elements/payout-calculator/payout-calculator.js';
export * from './engine.js';
