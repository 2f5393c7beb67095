import { openSearch } from '../site/search.js';

/** The header's search. Without this script it leads to the documentation. */
const link = document.querySelector<HTMLAnchorElement>('.bar-search');

const isTyping = (target: EventTarget | undefined) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

if (link) {
  link.setAttribute('role', 'button');
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openSearch();
  });
  addEventListener('keydown', (event) => {
    const isAsked = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
    // The elements' own fields are inside their shadow trees.
    if (!isAsked || event.defaultPrevented || isTyping(event.composedPath()[0])) return;
    event.preventDefault();
    openSearch();
  });
}
