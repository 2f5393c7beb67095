import type { Page } from '@playwright/test';

declare global {
  interface Window {
    traps: number;
  }
}

export interface Reported {
  readonly code: string;
  readonly fatal: boolean;
  readonly problems: readonly { code: string; path: string }[];
}

/** A module whose one function, `trap`, is `unreachable`. */
export const TRAP: readonly number[] = [
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x04, 0x01, 0x60, 0x00, 0x00, 0x03, 0x02, 0x01, 0x00, 0x07, 0x08, 0x01, 0x04, 0x74,
  0x72, 0x61, 0x70, 0x00, 0x00, 0x0a, 0x05, 0x01, 0x03, 0x00, 0x00, 0x0b,
];

/** Collects what `payout-error` tells, from before the page begins. */
export async function errorsOf(page: Page): Promise<() => Promise<Reported[]>> {
  await page.addInitScript(() => {
    const reported: unknown[] = [];
    Object.assign(window, { reported });
    addEventListener('payout-error', (event) => reported.push((event as CustomEvent).detail));
  });
  return () => page.evaluate(() => (window as unknown as { reported: Reported[] }).reported);
}

/**
 * Makes the engine's `project` trap for real, as a defect in it would: in its first `instances` instances, and only for
 * scenarios with that many leads a month, where that is said. Runs in the page, before anything of it.
 */
export function trapping({ bytes, instances, perMonth }: { bytes: readonly number[]; instances: number; perMonth?: string }): void {
  window.traps = 0;
  const trap = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports['trap'] as () => never;
  const { Instance, instantiate } = WebAssembly;
  let made = 0;
  const spoilt = (instance: WebAssembly.Instance) => {
    made += 1;
    const project = instance.exports['project'] as (contract: unknown, scenario: unknown) => unknown;
    if (!project || made > instances) return instance;
    const exports = {
      ...instance.exports,
      project: (contract: unknown, scenario: { streams: { perMonth: string }[] }) => {
        if (perMonth !== undefined && scenario.streams[0]?.perMonth !== perMonth) return project(contract, scenario);
        window.traps += 1;
        return trap();
      },
    };
    return new Proxy(instance, { get: (target, key) => (key === 'exports' ? exports : Reflect.get(target, key)) });
  };
  WebAssembly.instantiate = (async (source: WebAssembly.Module, imports?: WebAssembly.Imports) =>
    spoilt(await instantiate(source, imports))) as typeof instantiate;
  WebAssembly.Instance = new Proxy(Instance, {
    construct: (target, [module, imports]) => spoilt(new target(module, imports)),
  });
}

/** Makes every export of WebAssembly with such a name trap for real. Runs in a worker, before the engine is there. */
export function trappingExport(bytes: readonly number[], named: RegExp): void {
  const trap = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports['trap'];
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = (async (source: WebAssembly.Module, imports?: WebAssembly.Imports) => {
    const instance = await instantiate(source, imports);
    const exports = Object.fromEntries(Object.entries(instance.exports).map(([name, value]) => [name, named.test(name) ? trap : value]));
    return new Proxy(instance, { get: (target, key) => (key === 'exports' ? exports : Reflect.get(target, key)) });
  }) as typeof instantiate;
}
