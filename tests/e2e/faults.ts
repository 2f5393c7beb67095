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
export function trapping({ instances, perMonth }: { instances: number; perMonth?: string }): void {
  window.traps = 0;
  // A module whose one function is `unreachable`.
  const bytes = [
    0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x04, 0x01, 0x60, 0x00, 0x00, 0x03, 0x02, 0x01, 0x00, 0x07, 0x08, 0x01, 0x04,
    0x74, 0x72, 0x61, 0x70, 0x00, 0x00, 0x0a, 0x05, 0x01, 0x03, 0x00, 0x00, 0x0b,
  ];
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
