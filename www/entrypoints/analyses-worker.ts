import { initialize, type Request, work } from '../analyses/work.js';

/** The worker's side: one answer for each request, once the engine is here. */
const ready = initialize();

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  void ready.then(
    () => postMessage({ id: data.id, ...work(data) }),
    (error: unknown) => postMessage({ id: data.id, failure: error instanceof Error ? error.message : String(error) }),
  );
});
