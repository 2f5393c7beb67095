import { bundle } from './bundle.mjs';
import { buildDocumentTypes } from './documents.mjs';
import { buildEngine } from './engine.mjs';
import { step } from './steps.mjs';

/** Builds what the pages need: the engine and the types where their sources changed, the bundles always. */
export async function buildDemo() {
  await buildEngine();
  await buildDocumentTypes();
  await step('Bundle the package and the pages', '', bundle);
}
