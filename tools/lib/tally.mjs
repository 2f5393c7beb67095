/**
 * How many tests there were.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 */

/** @type {Tally} */
export const NONE = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export const sum = (tallies) =>
  tallies.reduce(
    (one, other) => ({ passed: one.passed + other.passed, failed: one.failed + other.failed, skipped: one.skipped + other.skipped }),
    NONE,
  );

/**
 * What a runner counted, and one failure more if it failed without a failing test, or ran none.
 *
 * @param {Tally} counted
 * @param {number} exitCode
 * @returns {Tally}
 */
export function judgedBy(counted, exitCode) {
  const silent = counted.failed === 0 && (exitCode !== 0 || counted.passed === 0);
  return silent ? { ...counted, failed: 1 } : counted;
}

/** The count of every `test result:` line that Rust's test harness prints. */
export function rustTally(/** @type {string} */ output) {
  const lines = output.matchAll(/^test result: .*? (?<passed>\d+) passed; (?<failed>\d+) failed; (?<skipped>\d+) ignored;/gm);
  return sum(
    [...lines].map(({ groups = {} }) => ({
      passed: Number(groups['passed']),
      failed: Number(groups['failed']),
      skipped: Number(groups['skipped']),
    })),
  );
}

/**
 * The count of Playwright's JSON report.
 *
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: readonly unknown[] }} report
 */
export function playwrightTally({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}

/** The line that ends a test run. */
export function closingLine(/** @type {Tally} */ { passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
