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
  console.log(`▸ ${what}${estimate && ` (${estimate})`}`);
  try {
    const result = await work();
    console.log(`  done in ${secondsSince(started)}`);
    return result;
  } catch (error) {
    console.log(`  failed after ${secondsSince(started)}`);
    throw error;
  }
}

/** Elapsed time for people: "0.4 s", "75 s". */
export function secondsSince(/** @type {number} */ started) {
  const seconds = (performance.now() - started) / 1000;
  return `${seconds < 10 ? seconds.toFixed(1) : seconds.toFixed(0)} s`;
}
