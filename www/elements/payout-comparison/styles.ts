import { termsStyles } from '../parts/terms-editor.styles.js';
import { toneStyles } from '../parts/tones.styles.js';
import { frameStyles } from '../payout-calculator/frame.styles.js';
import { preferenceStyles } from '../payout-calculator/preferences.styles.js';
import { themeStyles } from '../payout-calculator/theme.styles.js';
import { barStyles } from './bar.styles.js';
import { figureStyles } from './figures.styles.js';
import { numberStyles } from './numbers.styles.js';
import { comparisonPreferences } from './preferences.styles.js';
import { printStyles } from './print.styles.js';
import { sheetStyles } from './sheets.styles.js';

export const styles = [
  themeStyles,
  frameStyles,
  toneStyles,
  termsStyles,
  sheetStyles,
  barStyles,
  numberStyles,
  figureStyles,
  preferenceStyles,
  comparisonPreferences,
  printStyles,
];
