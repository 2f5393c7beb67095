import { linesStyles } from '../parts/breakdown.styles.js';
import { modelStyles } from '../parts/model-choice.styles.js';
import { fieldStyles } from '../parts/slider-field.styles.js';
import { toneStyles } from '../parts/tones.styles.js';
import { frameStyles } from './frame.styles.js';
import { preferenceStyles } from './preferences.styles.js';
import { resultStyles } from './result.styles.js';
import { themeStyles } from './theme.styles.js';

export const styles = [themeStyles, resultStyles, frameStyles, modelStyles, fieldStyles, toneStyles, linesStyles, preferenceStyles];
