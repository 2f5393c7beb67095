/** The analyses for a page's own thread, in a file that shares nothing: the engine beside them is another instance. */
export { initialize, work } from '../analyses/work.js';
