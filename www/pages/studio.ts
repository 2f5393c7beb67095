import { STUDIO_LANGUAGES } from '../locales/studio/index.js';
import { Studio } from '../studio/studio.js';

const root = document.querySelector('main') as HTMLElement;
const [preferred = ''] = navigator.language.toLowerCase().split('-', 1);
void new Studio(root).open(STUDIO_LANGUAGES.find((known) => known === preferred) ?? 'en');
