import type { Package } from '../state/studio/hosting.js';

type EnginePackage = typeof import('../entrypoints/engine.js');
type ImportPackage = typeof import('../entrypoints/import.js');
type AnalysesPackage = typeof import('../entrypoints/analyses.js');

/** What the studio asks of the package as it is published, so that it is not bundled a second time; each is loaded when it is first asked for. */
export interface Services {
  readonly engine: () => ReturnType<EnginePackage['loadEngine']>;
  readonly importing: () => ReturnType<ImportPackage['loadImport']>;
  readonly analyses: () => ReturnType<AnalysesPackage['loadAnalyses']>;
  /** What there is to host. */
  readonly files: () => Promise<Package>;
}

export const services: Services = {
  engine: once(() => packaged<EnginePackage>('engine.js').then(({ loadEngine }) => loadEngine())),
  importing: once(() => packaged<ImportPackage>('import.js').then(({ loadImport }) => loadImport())),
  analyses: once(() => packaged<AnalysesPackage>('analyses.js').then(({ loadAnalyses }) => loadAnalyses())),
  files: once(async () => {
    const response = await fetch('/package/manifest.json');
    if (!response.ok) throw new Error(`The list of files answered ${response.status}.`);
    return (await response.json()) as Package;
  }),
};

function packaged<T>(name: string): Promise<T> {
  return import(`${new URL(`/package/${name}`, location.origin)}`) as Promise<T>;
}

/** After a failure the next call tries again. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}
