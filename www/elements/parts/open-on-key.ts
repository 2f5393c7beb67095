/**
 * For a list from which something is done once it is chosen. A closed list of Windows and Linux goes to the next option at each arrow key, and
 * would do that one's; so the keys open it first.
 */
export function openOnKey(event: KeyboardEvent): void {
  const moves = /^(Arrow|Page|Home|End)/.test(event.key) || (event.key.length === 1 && event.key !== ' ');
  const list = event.currentTarget as HTMLSelectElement;
  if (!moves || event.ctrlKey || event.metaKey || event.altKey || !('showPicker' in list)) return;
  event.preventDefault();
  list.showPicker();
}
