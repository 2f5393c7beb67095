/** Where steps are told: not among the lines of a script whose standard output is for programs. */
let tell = console.log;

/** Tells steps on the standard error from now on. */
export function quietly() {
  tell = console.error;
}

/**
 * Does one step: a line that says what and roughly how long, then how long it took.
 *
 * @template T
 * @param {string} what
 * @param {string} estimate such as "about 40 s"; empty for what takes a moment
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(what, estimate, work) {
  const started = performance.now();
  tell(`▸ ${what}${estimate && ` (${estimate})`}`);
  try {
    const result = await work();
    tell(`  done in ${secondsSince(started)}`);
    return result;
  } catch (error) {
    tell(`  failed after ${secondsSince(started)}`);
    throw error;
  }
}

/** Elapsed time for people: "0.4 s", "75 s". */
export function secondsSince(/** @type {number} */ started) {
  const seconds = (performance.now() - started) / 1000;
  return `${seconds < 10 ? seconds.toFixed(1) : seconds.toFixed(0)} s`;
}
