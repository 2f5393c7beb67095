import type { Hosting } from './work.js';

/** What the build says of the files that a page can load: `dist/manifest.json`. */
export interface Package {
  readonly name: string;
  readonly version: string;
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly integrity: string }[];
}

/** Whether a text may be a folder's address: of a host, or on the page's own. */
export function isFolder(base: string): boolean {
  return /^(https?:\/\/[\w.-]+(:\d+)?|\.{1,2})?(\/[\w.~@%+-]+)*\/?$/i.test(base.trim());
}

/** Whether a text may be a file's address. */
export function isFile(address: string): boolean {
  return isFolder(address) && /[^/]$/.test(address.trim());
}

/** Whether an address says its host, which a page on someone else's needs. */
export function hasHost(address: string): boolean {
  return /^https?:\/\//i.test(address.trim());
}

/** Whether what lies there could be changed on its way; a page over https loads nothing from there. */
export function isUnsafe(address: string): boolean {
  return /^http:/i.test(address.trim()) && !/^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?\//i.test(`${address.trim()}/`);
}

/** The folder with this version's files. What a page was made with stays there when another version comes, so its address has the version in it. */
export function folderOf({ base }: Hosting, { name, version }: Pick<Package, 'name' | 'version'>): string {
  const folder = base.trim().replace(/\/+$/, '');
  if (/\d+\.\d+\.\d+/.test(folder.replace(/^https?:\/\/[^/]*/i, ''))) return folder;
  return /^(https?:\/\/[^/]+|\.{0,2})$/i.test(folder) ? `${folder}/${name}@${version}` : `${folder}@${version}`;
}

/** A file's address with the hash that the browser holds it to; CORS, as hosts of other origins are read with it. */
export function fileOf(
  hosting: Hosting,
  files: Package,
  path: string,
): { readonly address: string; readonly held: Readonly<Record<string, string>> } {
  const integrity = files.files.find((file) => file.path === path)?.integrity;
  return { address: `${folderOf(hosting, files)}/${path}`, held: integrity ? { integrity, crossorigin: 'anonymous' } : {} };
}

/** What a policy calls the origin of an address. */
export function originOf(address: string): string {
  return /^https?:\/\/[^/]+/i.exec(address.trim())?.[0].toLowerCase() ?? "'self'";
}
