/** Gives a text to the visitor as a file. */
export function giveFile(text: string, name: string): void {
  // With a mark, so that spreadsheets know it is UTF-8.
  const url = URL.createObjectURL(new Blob([`\ufeff${text}`], { type: 'text/csv' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
