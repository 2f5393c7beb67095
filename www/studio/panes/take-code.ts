import { html, type TemplateResult } from 'lit';
import type { Actions, Shown } from '../shown.js';

/** A text that is copied as it stands. Its name tells it from others. */
export function codeBlock(id: string, name: string, text: string, shown: Shown, actions: Actions): TemplateResult {
  const { speech, choices } = shown;
  const isCopied = choices['copied'] === text;
  return html`<figure class="code">
    <figcaption>
      <span class="code-name">${name}</span>
      <button type="button" aria-label=${speech.tell('take.copy.named', { name: { text: name } })} @click=${() => void copy(id, name, text, shown, actions)}>
        ${isCopied ? speech.tell('take.copied') : speech.tell('take.copy')}
      </button>
    </figcaption>
    <pre tabindex="0" role="region" aria-label=${name} dir="ltr"><code id=${id} translate="no">${text}</code></pre>
  </figure>`;
}

/** Where a page may not write to the clipboard, the text is selected to be copied by hand. */
async function copy(id: string, name: string, text: string, { speech }: Shown, actions: Actions): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    actions.choose({ copied: text });
    actions.note(speech.tell('take.copied.named', { name: { text: name } }));
  } catch {
    const code = document.getElementById(id);
    if (code) getSelection()?.selectAllChildren(code);
    code?.parentElement?.focus({ preventScroll: true });
    actions.note(speech.tell('take.select', { name: { text: name } }));
  }
}
