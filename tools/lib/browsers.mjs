import { existsSync } from 'node:fs';
import { install } from './apt.mjs';
import { which } from './ask.mjs';
import { Failure } from './failure.mjs';

/**
 * What the tests in browsers need: a variable that says where it is, the names it may have, and the Debian package that brings it.
 *
 * @type {Record<string, { names: readonly string[], package: string }>}
 */
const PROGRAMS = {
  CHROME_PATH: { names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'], package: 'chromium' },
  CHROMEDRIVER: { names: ['chromedriver'], package: 'chromium-driver' },
  FIREFOX_PATH: { names: ['firefox-esr', 'firefox'], package: 'firefox-esr' },
  WEBKIT_DRIVER: { names: ['WebKitWebDriver'], package: 'webkit2gtk-driver' },
  XVFB_RUN: { names: ['xvfb-run'], package: 'xvfb' },
};

/** What xvfb-run calls, and what tests look at processes with. */
const HELPERS = [
  { names: ['xauth'], package: 'xauth' },
  { names: ['ps'], package: 'procps' },
];

/** Latin, Arabic and Japanese, so that a screenshot shows what a visitor sees. */
const FONTS = [
  { folder: '/usr/share/fonts/truetype/liberation', package: 'fonts-liberation' },
  { folder: '/usr/share/fonts/truetype/dejavu', package: 'fonts-dejavu-core' },
  { folder: '/usr/share/fonts/truetype/noto', package: 'fonts-noto-core' },
  { folder: '/usr/share/fonts/opentype/ipafont-gothic', package: 'fonts-ipafont-gothic' },
];

/** As in a container: no sandbox for root, no graphics card, and no talk with anyone but the page. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Where a browser or its driver is.
 *
 * @param {string} variable its name in {@link PROGRAMS}
 * @throws {Failure} naming the package, if it is not there
 */
export function browserPath(variable) {
  const path = locate(variable);
  if (!path)
    throw new Failure(`${PROGRAMS[variable]?.names[0]} is missing. Install Debian's ${PROGRAMS[variable]?.package}, or set ${variable}.`);
  return path;
}

/** Installs the browsers and drivers that are missing; on Debian, the fonts too. */
export async function ensureBrowsers() {
  const programs = Object.keys(PROGRAMS).filter((variable) => !locate(variable));
  const fonts = which(['apt-get']) ? FONTS.filter(({ folder }) => !existsSync(folder)) : [];
  const packages = [...programs.map((variable) => PROGRAMS[variable]), ...HELPERS.filter(({ names }) => !which(names)), ...fonts];
  if (packages.length === 0) return;
  const otherwise = `Or say where they are: ${programs.map((variable) => `${variable}=…`).join(' ')}`;
  const names = packages.flatMap((wanted) => wanted?.package ?? []);
  await install('Install the browsers and fonts for tests', 'about 2 min', names, programs.length > 0 ? otherwise : '');
}

function locate(/** @type {string} */ variable) {
  return process.env[variable] ?? which(PROGRAMS[variable]?.names ?? []);
}
