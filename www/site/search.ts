import type { Found, Section } from './search-index.js';

/** So many letters before and after the first word that was found. */
const [BEFORE, AFTER] = [60, 150];

let search: Promise<(query: string) => readonly Found[]> | undefined;

/** Opens the search over the page, with the field in focus at once: who presses a key types on. What it looks in comes meanwhile. */
export function openSearch(): void {
  const dialog = document.querySelector<HTMLDialogElement>('.search') ?? makeDialog();
  if (!dialog.open) dialog.showModal();
  const field = dialog.querySelector('input') as HTMLInputElement;
  field.select();
  void show(dialog, field.value);
}

function makeDialog(): HTMLDialogElement {
  const dialog = make('dialog', { className: 'search', ariaLabel: 'Search' });
  // Not of the type "search", of which Escape would only clear the text.
  const field = make('input', {
    type: 'text',
    inputMode: 'search',
    enterKeyHint: 'search',
    placeholder: 'Search the documentation',
    autocomplete: 'off',
    spellcheck: false,
  });
  field.setAttribute('role', 'searchbox');
  field.setAttribute('aria-label', 'Search the documentation');
  field.addEventListener('input', () => void show(dialog, field.value));
  const close = make('button', { type: 'button', textContent: 'Close' });
  close.addEventListener('click', () => dialog.close());
  const head = make('div', { className: 'search-head' });
  head.append(field, close);
  const told = make('p', { className: 'search-told' });
  told.setAttribute('role', 'status');
  dialog.append(head, told, make('ul', { className: 'search-found' }));
  dialog.addEventListener('keydown', (event) => walk(event, dialog));
  // A press beside it, which is one on the dialog itself, closes it.
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  document.body.append(dialog);
  return dialog;
}

async function show(dialog: HTMLDialogElement, query: string): Promise<void> {
  const told = dialog.querySelector('.search-told') as HTMLElement;
  const list = dialog.querySelector('.search-found') as HTMLElement;
  const asked = query.trim();
  search ??= load();
  const find = await search.catch(() => undefined);
  // What was typed since then has its own answer.
  if (dialog.querySelector('input')?.value !== query) return;
  // The next letter tries again.
  if (!find) search = undefined;
  const found = find && asked ? find(asked) : [];
  list.replaceChildren(...found.map(entry));
  if (!find) told.textContent = 'The search could not be loaded.';
  else if (asked) told.textContent = found.length > 0 ? counted(found.length) : `Nothing has “${asked}”.`;
  else told.textContent = '';
}

const counted = (count: number) => (count === 1 ? '1 place' : `${count} places`);

async function load(): Promise<(query: string) => readonly Found[]> {
  const [{ searchIn }, response] = await Promise.all([import('./search-index.js'), fetch('/search.json')]);
  if (!response.ok) throw new Error(`${response.status}`);
  return searchIn((await response.json()) as Section[]);
}

function entry({ page, heading, url, text, words }: Found): HTMLElement {
  const link = make('a', { href: url });
  const title = make('span', { className: 'search-title' });
  title.append(...marked(heading || page, words));
  const excerpt = make('span', { className: 'search-text' });
  excerpt.append(...marked(cut(text, words), words));
  link.append(title, ...(heading ? [make('span', { className: 'search-page', textContent: page })] : []), excerpt);
  const item = make('li', {});
  item.append(link);
  return item;
}

/** The part of a text around the first word that was found, in whole words. */
function cut(text: string, words: readonly string[]): string {
  const at = Math.max(0, text.search(pattern(words)));
  const from = at <= BEFORE ? 0 : text.indexOf(' ', at - BEFORE) + 1;
  const end = text.length <= at + AFTER ? text.length : text.lastIndexOf(' ', at + AFTER);
  return `${from > 0 ? '… ' : ''}${text.slice(from, end)}${end < text.length ? ' …' : ''}`;
}

const pattern = (words: readonly string[]) =>
  words.length > 0 ? new RegExp(`(${words.map((word) => word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')).join('|')})`, 'giu') : /(?!)/;

/** A text with the words that were found marked. */
const marked = (text: string, words: readonly string[]) =>
  text.split(pattern(words)).map((part, place) => (place % 2 === 1 ? make('mark', { textContent: part }) : part));

/** Arrows go through what was found; Enter in the field opens the first. */
function walk(event: KeyboardEvent, dialog: HTMLDialogElement): void {
  const links = [...dialog.querySelectorAll<HTMLElement>('.search-found a')];
  const field = dialog.querySelector('input') as HTMLInputElement;
  const at = links.indexOf(document.activeElement as HTMLElement);
  if (event.key === 'Enter' && document.activeElement === field) links[0]?.click();
  else if (event.key === 'ArrowDown') (links[at + 1] ?? links.at(-1) ?? field).focus();
  else if (event.key === 'ArrowUp') (links[at - 1] ?? field).focus();
  else return;
  event.preventDefault();
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}
