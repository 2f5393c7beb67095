/** A failure to tell a person in its own words, without a stack trace. */
export class Failure extends Error {}

/**
 * Runs an entry script's work, and turns what goes wrong into a message and an exit code.
 *
 * @param {() => Promise<void>} work
 */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    process.exitCode ||= 1;
    console.error(error instanceof Failure ? `\n${error.message}` : error);
  }
}
