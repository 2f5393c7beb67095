import schema from '../../../schema/payout-calculator.schema.json' with { type: 'json' };
import { JsonEditor } from './editor.js';
import type { Schema } from './schema.js';

/** Defines the editor's element, and gives what it completes from. */
export function editorSchema(): Schema {
  if (!customElements.get('studio-json')) customElements.define('studio-json', JsonEditor);
  return schema as unknown as Schema;
}
