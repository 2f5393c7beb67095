import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** An environment variable that names the program, else the first of the names on the path, or of the places, that is there. */
function program(variable: string, debianPackage: string, names: readonly string[], places: readonly string[] = []): string {
  const named = process.env[variable];
  if (named) return named;
  const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const found = [...onPath, ...places].find((path) => existsSync(path));
  if (found) return found;
  throw new Error(`${names[0]} is missing: install Debian's ${debianPackage}, or set ${variable}.`);
}

const WEBKIT_FOLDERS = ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((name) => `/usr/lib/${architecture()}-linux-gnu/${name}`);

export const firefoxPath = () => program('FIREFOX_PATH', 'firefox-esr', ['firefox-esr', 'firefox']);

export const webKitDriverPath = () => program('WEBKIT_DRIVER', 'webkit2gtk-driver', ['WebKitWebDriver']);

export const miniBrowserPath = () =>
  program(
    'MINIBROWSER_PATH',
    'webkit2gtk-driver',
    ['MiniBrowser'],
    WEBKIT_FOLDERS.map((folder) => join(folder, 'MiniBrowser')),
  );

export const xvfbRunPath = () => program('XVFB_RUN', 'xvfb and xauth', ['xvfb-run']);

function architecture(): string {
  return process.arch === 'arm64' ? 'aarch64' : 'x86_64';
}
