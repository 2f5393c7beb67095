/** Gives a text to the visitor as a file. */
export function giveFile(text: string, name: string, type: 'text/csv' | 'application/json' = 'text/csv'): void {
  // With a mark, so that spreadsheets know it is UTF-8.
  const url = URL.createObjectURL(new Blob([type === 'text/csv' ? `\ufeff${text}` : text], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
