import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  closeBrackets,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import {
  bracketMatching,
  ensureSyntaxTree,
  foldGutter,
  foldKeymap,
  HighlightStyle,
  indentOnInput,
  syntaxHighlighting,
  syntaxTree,
} from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { brokenAt, contextAt, spanOf, wholeOf } from './places.js';
import { namesAt, rootOf, type Schema, type Suggestion, valuesAt } from './schema.js';

/** What is wrong at a place of the document. */
export interface Mark {
  readonly pointer: string;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

const PARSE_MS = 500;

/**
 * A JSON editor that knows our schema. It stands in a shadow root, into which CodeMirror puts its styles as constructed sheets, as a strict
 * content security policy wants them.
 */
export class JsonEditor extends HTMLElement {
  #view: EditorView | undefined;
  #value = '';
  #label = '';
  #marks: readonly Mark[] = [];
  #schema: Schema | undefined;

  get value(): string {
    return this.#view ? this.#view.state.doc.toString() : this.#value;
  }

  set value(value: string) {
    if (value === this.value) return;
    this.#value = value;
    this.#view?.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: value } });
  }

  set label(label: string) {
    this.#label = label;
    this.#view?.contentDOM.setAttribute('aria-label', label);
  }

  set schema(schema: Schema) {
    this.#schema = rootOf(schema);
  }

  /** What is wrong, told at its place. A text that is no JSON is told at the place where it ceases to be. */
  set marks(marks: readonly Mark[]) {
    if (marks === this.#marks) return;
    this.#marks = marks;
    this.#mark();
  }

  /** Shows a place of the document, and puts the cursor there. */
  go(pointer: string, whole = false): void {
    const view = this.#view;
    if (!view) return;
    const [tree, text] = [this.#tree(view.state), view.state.doc.toString()];
    const span =
      pointer === '' ? (brokenAt(tree) ?? spanOf(pointer, tree, text)) : whole ? wholeOf(pointer, tree, text) : spanOf(pointer, tree, text);
    view.dispatch({ selection: { anchor: span.from, head: span.to }, effects: EditorView.scrollIntoView(span.from, { y: 'center' }) });
    view.focus();
  }

  connectedCallback(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    this.#view = new EditorView({ parent: root, root, state: this.#state() });
    this.#mark();
  }

  disconnectedCallback(): void {
    this.#value = this.value;
    this.#view?.destroy();
    this.#view = undefined;
  }

  #state(): EditorState {
    return EditorState.create({
      doc: this.#value,
      extensions: [
        lineNumbers(),
        foldGutter(),
        lintGutter(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        json(),
        syntaxHighlighting(colours),
        autocompletion({ override: [(context) => this.#complete(context)] }),
        // Tab leaves the editor, as it does any field.
        keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap, ...foldKeymap]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': this.#label, dir: 'ltr', lang: 'en' }),
        EditorView.updateListener.of(({ docChanged }) => {
          if (docChanged) this.dispatchEvent(new Event('input'));
        }),
        theme,
      ],
    });
  }

  #tree(state: EditorState) {
    return ensureSyntaxTree(state, state.doc.length, PARSE_MS) ?? syntaxTree(state);
  }

  #mark(): void {
    const view = this.#view;
    if (!view) return;
    const [tree, text] = [this.#tree(view.state), view.state.doc.toString()];
    const broken = brokenAt(tree);
    const diagnostics = this.#marks.map(({ pointer, message, severity }): Diagnostic => {
      const { from, to } = (pointer === '' && broken) || spanOf(pointer, tree, text);
      return { from: Math.min(from, text.length), to: Math.min(to, text.length), message, severity };
    });
    view.dispatch(setDiagnostics(view.state, diagnostics));
  }

  #complete(context: CompletionContext): CompletionResult | null {
    const schema = this.#schema;
    if (!schema) return null;
    const text = context.state.doc.toString();
    const { pointer, expects, from } = contextAt(context.pos, this.#tree(context.state), text);
    if (from === context.pos && !context.explicit) return null;
    const found =
      expects === 'name' ? namesAt(schema, pointer, this.#namesBeside(pointer, text.slice(from, context.pos))) : valuesAt(schema, pointer);
    if (found.length === 0) return null;
    const after = /^\w*"?/.exec(text.slice(context.pos))?.[0].length ?? 0;
    return { from, to: context.pos + after, options: found.map((each) => optionOf(each, expects)), filter: true };
  }

  /** What the object has already, without what is just being typed. */
  #namesBeside(pointer: string, typed: string): readonly string[] {
    try {
      const holder = pointer
        .split('/')
        .slice(1)
        .reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], JSON.parse(this.value));
      return Object.keys(holder as object).filter((name) => name !== typed.replaceAll('"', ''));
    } catch {
      return [];
    }
  }
}

function optionOf({ text, about, opens }: Suggestion, expects: 'name' | 'value'): Completion {
  const shown = expects === 'name' ? `"${text}"` : text;
  if (expects === 'value') return { label: shown, info: about, type: 'constant' };
  return {
    label: shown,
    info: about,
    type: 'property',
    apply: (view, _completion, from, to) => {
      const hasColon = /^\s*:/.test(view.state.sliceDoc(to, to + 10));
      const insert = hasColon ? shown : `${shown}: ${opens}`;
      const inside = hasColon ? insert.length : insert.length - (opens === '' ? 0 : 1);
      view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + inside } });
    },
  };
}

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'light-dark(#0b4f6b, #8ecbe6)' },
  { tag: tags.string, color: 'light-dark(#0b5f46, #6fd0a8)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'light-dark(#7a3e00, #f0b67a)' },
]);

const theme = EditorView.theme({
  '&': {
    fontSize: '0.875rem',
    color: 'var(--ink)',
    backgroundColor: 'var(--paper)',
    border: '1px solid light-dark(#7f8a84, #8a958f)',
    borderRadius: '2px',
  },
  '&.cm-focused': { outline: '3px solid var(--accent)', outlineOffset: '2px' },
  '.cm-scroller': {
    fontFamily: "ui-monospace, 'DejaVu Sans Mono', monospace",
    lineHeight: '1.5',
    maxBlockSize: '34rem',
    minBlockSize: '14rem',
    overflow: 'auto',
  },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderInlineStartColor: 'var(--ink)' },
  '.cm-gutters': { color: 'var(--muted)', backgroundColor: 'var(--sheet)', border: '0' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in oklab, var(--accent) 6%, transparent)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'color-mix(in oklab, var(--accent) 25%, transparent)',
  },
  '.cm-tooltip': { color: 'var(--ink)', backgroundColor: 'var(--sheet)', border: '1px solid var(--rule)', maxInlineSize: '30rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.25rem 0.5rem' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { color: 'var(--on-accent)', background: 'var(--accent)' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy light-dark(#a1281c, #ffa396)' },
  '.cm-lintRange-warning': { backgroundImage: 'none', textDecoration: 'underline wavy light-dark(#7a5200, #f0c674)' },
  // CodeMirror's own marks are images in data addresses, which the page's policy does not let in.
  '.cm-lint-marker': { inlineSize: '0.625rem', blockSize: '0.625rem', margin: '0.375rem 0.125rem' },
  '.cm-lint-marker-error': { content: 'normal', background: 'light-dark(#a1281c, #ffa396)' },
  '.cm-lint-marker-warning': { content: 'normal', borderRadius: '50%', border: '2px solid light-dark(#7a5200, #f0c674)' },
  '.cm-diagnostic-error': { borderInlineStart: '5px solid light-dark(#a1281c, #ffa396)' },
});
