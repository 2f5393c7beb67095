import type { SyntaxNode, Tree } from '@lezer/common';
import { stepTo } from '../../state/pointers.js';

/** A part of a text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const VALUES = new Set(['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null']);

/** What of a JSON text a JSON Pointer names: a plain value, or the name or the bracket of what holds others; of a place that is not there, its nearest holder. */
export function spanOf(pointer: string, tree: Tree, text: string): Span {
  const { value, property } = find(pointer, tree, text);
  const name = property?.getChild('PropertyName');
  if (value && value.name !== 'Object' && value.name !== 'Array') return spanOfNode(value);
  if (name) return spanOfNode(name);
  const from = value?.from ?? 0;
  return { from, to: Math.min(from + 1, text.length) };
}

/** All that stands at a place, its name included. */
export function wholeOf(pointer: string, tree: Tree, text: string): Span {
  const { value, property } = find(pointer, tree, text);
  return spanOfNode(property ?? value ?? tree.topNode);
}

const spanOfNode = ({ from, to }: SyntaxNode): Span => ({ from, to });

/** The value at a place, and the property that it is the value of; of a place that is not there, its nearest holder. */
function find(pointer: string, tree: Tree, text: string): { value: SyntaxNode | null; property: SyntaxNode | null } {
  let found: ReturnType<typeof find> = { value: valueIn(tree.topNode), property: null };
  for (const step of pointer.split('/').slice(1)) {
    const next = found.value && stepInto(found.value, step.replaceAll('~1', '/').replaceAll('~0', '~'), text);
    if (!next) break;
    found = next;
  }
  return found;
}

/** The first place at which a text is no JSON; nothing where it is. */
export function brokenAt(tree: Tree): Span | undefined {
  let found: Span | undefined;
  tree.iterate({
    enter: (node) => {
      if (found) return false;
      if (node.type.isError) found = { from: node.from, to: Math.max(node.to, node.from + 1) };
      return undefined;
    },
  });
  return found;
}

/** Where in a document a position of its text is, and whether a name or a value is expected there. */
export function contextAt(
  position: number,
  tree: Tree,
  text: string,
): { readonly pointer: string; readonly expects: 'name' | 'value'; readonly from: number } {
  const node = tree.resolveInner(position, -1);
  const own = node.name === 'PropertyName' || VALUES.has(node.name) ? node : undefined;
  const isInside = own !== undefined && own.name !== 'Object' && own.name !== 'Array';
  const from = isInside ? own.from : position;
  const holder = isInside ? own.parent : node;
  if (holder?.name === 'Property') {
    const isName = own?.name === 'PropertyName';
    return { pointer: pointerOf(isName ? holder.parent : holder, text), expects: isName ? 'name' : 'value', from };
  }
  if (holder?.name === 'Array') return { pointer: `${pointerOf(holder, text)}/0`, expects: 'value', from };
  return { pointer: pointerOf(holder, text), expects: 'name', from };
}

/** The JSON Pointer of a node: of a property, that of its value. */
function pointerOf(node: SyntaxNode | null, text: string): string {
  if (!node || node.type.isTop) return '';
  const { parent } = node;
  if (node.name === 'Property') return stepTo(pointerOf(parent, text), nameOf(node, text));
  if (parent?.name === 'Property') return pointerOf(parent, text);
  if (parent?.name === 'Array')
    return stepTo(
      pointerOf(parent, text),
      valuesIn(parent).findIndex((value) => value.from === node.from),
    );
  return pointerOf(parent, text);
}

function stepInto(value: SyntaxNode, step: string, text: string): { value: SyntaxNode | null; property: SyntaxNode | null } | undefined {
  if (value.name === 'Array') {
    const entry = valuesIn(value)[Number(step)];
    return entry && { value: entry, property: null };
  }
  const property = value.getChildren('Property').find((each) => nameOf(each, text) === step);
  return property && { value: valueIn(property), property };
}

function nameOf(property: SyntaxNode, text: string): string {
  const name = property.getChild('PropertyName');
  try {
    return name ? (JSON.parse(text.slice(name.from, name.to)) as string) : '';
  } catch {
    return '';
  }
}

function valuesIn(holder: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = holder.firstChild; child; child = child.nextSibling) if (VALUES.has(child.name)) found.push(child);
  return found;
}

const valueIn = (holder: SyntaxNode): SyntaxNode | null => valuesIn(holder)[0] ?? null;
