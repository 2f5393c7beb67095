import { Failure } from './failure.mjs';

/**
 * Runs an entry script's work, and turns what goes wrong into a message and an exit code.
 *
 * @param {() => Promise<void>} work
 */
export async function main(work) {
  endWithNpm();
  try {
    await work();
  } catch (error) {
    process.exitCode ||= 1;
    console.error(error instanceof Failure ? `\n${error.message}` : error);
  }
}

/** When npm is ended, it ends the shell between itself and the script, and that shell tells nobody. */
function endWithNpm() {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const shell = process.ppid;
  const look = () => {
    if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM');
  };
  setInterval(look, 250).unref();
}
