import { termsStyles } from '../parts/terms-editor.styles.js';
import { toneStyles } from '../parts/tones.styles.js';
import { frameStyles } from '../payout-calculator/frame.styles.js';
import { preferenceStyles } from '../payout-calculator/preferences.styles.js';
import { themeStyles } from '../payout-calculator/theme.styles.js';
import { deskStyles } from './desk.styles.js';
import { comparisonPreferences } from './preferences.styles.js';
import { sheetStyles } from './sheets.styles.js';

export const styles = [themeStyles, frameStyles, toneStyles, termsStyles, sheetStyles, deskStyles, preferenceStyles, comparisonPreferences];
