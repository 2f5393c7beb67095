import { initialize, type Request, work } from '../analyses/work.js';

/** The worker's side: one answer for each request, once the engine is here. */
const ready = initialize();

addEventListener('message', async ({ data }: MessageEvent<Request>) => {
  const { id } = data;
  try {
    await ready;
    postMessage({ id, ...(await work(data, { slice: 50, pause: (done, of) => postMessage({ id, done, of }) })) });
  } catch (error) {
    postMessage({ id, failure: error instanceof Error ? error.message : String(error) });
  }
});
