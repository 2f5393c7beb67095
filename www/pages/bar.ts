/** The header's search: its code and what it looks in come when it is first asked for. */
const link = document.querySelector<HTMLAnchorElement>('.bar-search');

async function open(): Promise<void> {
  const { openSearch } = await import('../site/search.js');
  await openSearch();
}

const isTyping = (target: EventTarget | undefined) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

if (link) {
  link.setAttribute('role', 'button');
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void open();
  });
  addEventListener('keydown', (event) => {
    const isAsked = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
    // The elements' own fields are inside their shadow trees.
    if (!isAsked || event.defaultPrevented || isTyping(event.composedPath()[0])) return;
    event.preventDefault();
    void open();
  });
}

export {};
