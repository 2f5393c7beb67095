import { type ComparisonTexts, en } from './en.js';

export const de: ComparisonTexts = en;
