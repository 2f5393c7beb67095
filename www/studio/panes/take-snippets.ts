import { html, type nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Package } from '../../state/studio/hosting.js';
import { markupOf } from '../../state/studio/markup.js';
import { ruleOf } from '../../state/studio/pasted.js';
import { policyOf, policyText } from '../../state/studio/policy.js';
import { type Hindrance, type Part, snippetOf, TARGETS, type Target } from '../../state/studio/snippets.js';
import type { Actions, Shown } from '../shown.js';
import { codeBlock } from './take-code.js';

/** What is pasted, for the kind of page that it goes into, and what that page has to allow. */
export function snippetPart(
  target: Target,
  files: Package,
  shown: Shown,
  actions: Actions,
  choose: (target: Target) => void,
): TemplateResult {
  const { speech, work } = shown;
  const { parts, hindrances } = snippetOf(target, work, files);
  const policy = policyText(policyOf(target, work, files, styleHash(shown, actions)));
  return html`<section class="take-part" aria-labelledby="take-target">
    <h3 id="take-target">${speech.tell('take.target')}</h3>
    <div class="targets" role="radiogroup" aria-labelledby="take-target">
      ${TARGETS.map(
        (each) => html`<label>
          <input type="radio" name="take-target" .checked=${live(each === target)} @change=${() => choose(each)} />
          ${speech.tell(`take.target.${each}`)}
        </label>`,
      )}
    </div>
    <p>${speech.tell(`take.how.${target}`)}</p>
    ${hindrances.map((hindrance) => html`<p class="hindrance">${hindered(hindrance, target, shown)}</p>`)}
    ${parts.map((part, place) => codeBlock(`take-part-${place}`, nameOf(part, shown), part.text, shown, actions))}
    <h4>${speech.tell('take.policy')}</h4>
    <p>${speech.tell('take.policy.text')}</p>
    <div class="wrapped">
      ${codeBlock('take-policy', speech.tell('take.policy.named'), `Content-Security-Policy: ${policy}`, shown, actions)}
    </div>
  </section>`;
}

function nameOf({ file, text }: Part, { speech }: Shown): string {
  return file ?? (text.startsWith('npm ') ? speech.tell('take.part.command') : speech.tell('take.part.page'));
}

function hindered(hindrance: Hindrance, target: Target, { speech }: Shown): string | typeof nothing {
  const facts = { target: { text: speech.tell(`take.target.${target}`) } };
  if (hindrance.code !== 'too_long') return speech.tell(`take.hindrance.${hindrance.code}`, facts);
  const counts = { count: { count: String(hindrance.length) }, most: { count: String(hindrance.most) } };
  return speech.tell('take.hindrance.too_long', { ...facts, ...counts });
}

/** By which a policy knows the brand's rule. The browser works it out later than it shows the rest. */
function styleHash({ work, choices }: Shown, actions: Actions): string | undefined {
  const rule = ruleOf(markupOf(work));
  const known = choices['ruleHash'] as { readonly rule: string; readonly hash: string } | undefined;
  if (rule === undefined || known?.rule === rule) return rule && known?.hash;
  // Browsers have it on secure pages only.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  void subtle?.digest('SHA-256', new TextEncoder().encode(rule)).then((bytes) => {
    const hash = btoa(String.fromCharCode(...new Uint8Array(bytes)));
    actions.choose({ ruleHash: { rule, hash: `sha256-${hash}` } });
  });
  return undefined;
}
