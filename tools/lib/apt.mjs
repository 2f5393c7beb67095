import { existsSync } from 'node:fs';
import { ask, which } from './ask.mjs';
import { Failure } from './failure.mjs';
import { run } from './run.mjs';
import { step } from './steps.mjs';

/**
 * Installs Debian packages: as root, or through a sudo that asks nothing.
 *
 * @param {string} what the step's line
 * @param {string} estimate
 * @param {readonly string[]} packages
 * @param {string} otherwise what else helps, for the error on a machine where this cannot be done
 * @throws {Failure} saying exactly what to install
 */
export async function install(what, estimate, packages, otherwise) {
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (!which(['apt-get'])) {
    throw new Failure(
      `${what}: this machine has no apt-get. Install what these Debian packages hold: ${packages.join(' ')}.\n${otherwise}`,
    );
  }
  const prefix = await rightsPrefix();
  if (!prefix) throw new Failure(`${what}: this needs an administrator. Run\n  sudo ${command}\n${otherwise}`);
  await step(what, estimate, async () => {
    const [program = 'apt-get', ...args] = [...prefix, 'apt-get', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Use-Pty=0', '-qq'];
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run(program, [...args, 'update'], { env });
    await run(program, [...args, ...command.split(' ').slice(1)], { env });
  });
}

/** What to put before a command that only root may run; undefined if nothing helps. */
async function rightsPrefix() {
  if (process.getuid?.() === 0) return [];
  return (await ask('sudo', ['-n', 'true'])) === undefined ? undefined : ['sudo', '-n'];
}

/** Whether Debian packages are installed, by a file that each brings. */
export const hasAll = (/** @type {string[]} */ ...files) => files.every(existsSync);
