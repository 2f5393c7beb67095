import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const DIST = new URL('../../dist/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, DIST));
const { name, version, files } = JSON.parse(String(read('manifest.json'))) as {
  name: string;
  version: string;
  files: { path: string; bytes: number; integrity: string }[];
};

test('the manifest of the files to host is true, and lists all that a page can ask for', () => {
  const described = JSON.parse(readFileSync(new URL('../package.json', DIST), 'utf8'));
  expect({ name, version }).toEqual({ name: described.name, version: described.version });
  for (const { path, bytes, integrity } of files) {
    const contents = read(path);
    expect({ path, bytes, integrity }).toEqual({
      path,
      bytes: contents.length,
      integrity: `sha384-${createHash('sha384').update(contents).digest('base64')}`,
    });
  }
  const served = readdirSync(DIST).filter((file) => /\.(js|css|html|wasm)$/.test(file));
  expect(files.map(({ path }) => path).sort()).toEqual(served.sort());
});
