/** Places in JSON documents, by JSON Pointer (RFC 6901). */

const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** A pointer's next step: `/` and `~` are written as RFC 6901 wants them. */
export const stepTo = (pointer: string, step: string | number): string =>
  `${pointer}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** What stands at a place; nothing where the document has no such place. */
export function valueAt(document: unknown, pointer: string): unknown {
  return stepsOf(pointer).reduce<unknown>((node, step) => (isHolder(node) && Object.hasOwn(node, step) ? node[step] : undefined), document);
}

/** The document with another value at a place, whose holder it has; the document itself stays as it is. */
export function withValueAt<T>(document: T, pointer: string, value: unknown): T {
  return changed(document, stepsOf(pointer), (holder, step) => {
    holder[step] = value;
  }) as T;
}

/** The document without an entry of a list, or without a field; lists and objects that are left empty go too. */
export function withoutPlace<T>(document: T, pointer: string): T {
  const steps = stepsOf(pointer);
  const without = changed(document, steps, (holder, step) => {
    if (Array.isArray(holder)) holder.splice(Number(step), 1);
    else delete holder[step];
  }) as T;
  const holder = pointer.slice(0, pointer.lastIndexOf('/'));
  const left = valueAt(without, holder);
  const isEmpty = isHolder(left) && Object.keys(left).length === 0;
  return isEmpty && holder !== '' ? withoutPlace(without, holder) : without;
}

export interface Leaf {
  readonly path: string;
  readonly value: string | number;
}

/** Every text and number of a document, in its order. */
export function leavesOf(document: unknown, path = ''): readonly Leaf[] {
  if (typeof document === 'string' || typeof document === 'number') return [{ path, value: document }];
  if (!isHolder(document)) return [];
  return Object.entries(document).flatMap(([step, value]) => leavesOf(value, stepTo(path, step)));
}

type Holder = Record<string, unknown>;

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null;
}

function changed(node: unknown, steps: readonly string[], change: (holder: Holder, step: string) => void): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || !isHolder(node)) return node;
  const copy = (Array.isArray(node) ? [...node] : { ...node }) as Holder;
  if (rest.length === 0) change(copy, step);
  else if (Object.hasOwn(copy, step)) copy[step] = changed(copy[step], rest, change);
  return copy;
}
