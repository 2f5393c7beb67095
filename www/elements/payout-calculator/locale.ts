/** The locale that is asked for, else the page's, else the browser's; one that is not well formed is as good as English. */
export function localeOf(element: Element, asked: string | null | undefined): string {
  const wanted = asked || element.closest('[lang]')?.getAttribute('lang') || navigator.language;
  try {
    return Intl.getCanonicalLocales(wanted)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
