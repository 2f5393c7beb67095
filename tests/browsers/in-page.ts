/**
 * Functions that run inside a page, for drivers that cannot see into shadow trees. Each is sent as text, so each is whole in
 * itself. They find things as a visitor does: by role, label and rendered text.
 */

/** The entry field or radio button with that label. */
export function findByLabel(type: 'text' | 'radio', label: string): HTMLInputElement | null {
  const under = (root: ParentNode): HTMLInputElement[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element instanceof HTMLInputElement && element.type === type ? [element] : []),
      ...(element.shadowRoot ? under(element.shadowRoot) : []),
    ]);
  const by = (input: HTMLInputElement) =>
    (input.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => (input.getRootNode() as ShadowRoot).getElementById(id)?.innerText ?? '')
      .join(' ');
  const labelled = (input: HTMLInputElement) =>
    input.ariaLabel?.startsWith(label) ||
    by(input).startsWith(label) ||
    [...(input.labels ?? [])].some((found) => found.innerText.trim().startsWith(label));
  return under(document).find(labelled) ?? null;
}

/** The headline, and the rows of the breakdown, as they are rendered; nothing before there is a result. */
export function readResult(): { headline: string; rows: string[][] } | null {
  const under = (root: ParentNode): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [element, ...(element.shadowRoot ? under(element.shadowRoot) : [])]);
  const all = under(document);
  const headline = all.find(({ tagName, innerText }) => tagName === 'H3' && innerText.startsWith('You could earn'));
  const table = all.find((element) => {
    const heading = element.getAttribute('aria-labelledby');
    return (
      element.role === 'table' &&
      heading &&
      (element.getRootNode() as ShadowRoot).getElementById(heading)?.innerText === 'Where it comes from'
    );
  });
  if (!headline || !table) return null;
  const rows = [...table.querySelectorAll('[role=row]')].map((row) =>
    [...row.querySelectorAll<HTMLElement>('[role=columnheader], [role=rowheader], [role=cell]')]
      .filter((cell) => cell.checkVisibility())
      .map((cell) => cell.innerText),
  );
  return { headline: headline.innerText, rows };
}

/** The button with that text. */
export function findButton(text: string): HTMLButtonElement | null {
  const under = (root: ParentNode): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [element, ...(element.shadowRoot ? under(element.shadowRoot) : [])]);
  const isIt = (element: HTMLElement) =>
    element instanceof HTMLButtonElement && element.checkVisibility() && element.innerText.trim() === text;
  return (under(document).find(isIt) as HTMLButtonElement | undefined) ?? null;
}

/** Whether the page's comparison shows its offers and pictures. */
export function isDrawn(): boolean {
  const root = document.querySelector('payout-comparison')?.shadowRoot;
  return ['.sheet', '.shade', '.map-cell'].every((part) => root?.querySelector(part));
}

/** What the page's comparison shows; nothing where there is none. */
export function readTable(): { totals: string[]; said: string[]; faults: string[]; status: string; link: string | undefined } | null {
  const root = document.querySelector('payout-comparison')?.shadowRoot;
  const text = (selector: string) => [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])].map(({ innerText }) => innerText.trim());
  if (!root) return null;
  return {
    totals: text('.sheet-total .figure').map((total) => total.replace(/\s/g, ' ')),
    said: text('.said li'),
    faults: text('.sheet .fault'),
    status: text('[role=status]').join(' '),
    link: root.querySelector<HTMLInputElement>('input.link')?.value,
  };
}

/** Gives the page's comparison another language. */
export function speak(locale: string): void {
  document.querySelector('payout-comparison')?.setAttribute('locale', locale);
}

/** Keeps the text of every file that is given from now on, beside giving it. */
export function keepFiles(): void {
  const give = URL.createObjectURL;
  URL.createObjectURL = (file: Blob) => {
    void file.text().then((text) => Object.assign(window, { givenFile: text }));
    return give.call(URL, file);
  };
}

/** The text of the file that was given last. */
export function givenFile(): string | null {
  return (window as unknown as { givenFile?: string }).givenFile ?? null;
}

/** What stands in the entry field with that label; nothing where there is none. */
export function readField(label: string): string {
  const root = document.querySelector('payout-calculator')?.shadowRoot;
  const fields = [...(root?.querySelectorAll<HTMLInputElement>('input[type=text]') ?? [])];
  const isIt = ({ ariaLabel, labels }: HTMLInputElement) =>
    ariaLabel === label || [...(labels ?? [])].some(({ innerText }) => innerText.trim().startsWith(label));
  return fields.find(isIt)?.value ?? '';
}

/** Sets properties of the page's calculator. */
export function setProperties(properties: object): void {
  Object.assign(document.querySelector('payout-calculator') as Element, properties);
}

/** Puts words of the page into a slot of its calculator. */
export function fillSlot(slot: string, text: string): void {
  document.querySelector('payout-calculator')?.append(Object.assign(document.createElement('p'), { slot, textContent: text }));
}

/** All that the page's calculator shows, and what it shows of the page's own. */
export function readAll(): string {
  const calculator = document.querySelector('payout-calculator');
  const own = [...(calculator?.children ?? [])].filter((element) => element.assignedSlot && element.checkVisibility());
  const shown = calculator?.shadowRoot?.querySelector<HTMLElement>('.frame');
  return [shown, ...own]
    .map((element) => (element as HTMLElement | undefined)?.innerText ?? '')
    .join(' ')
    .replace(/\s+/g, ' ');
}

/** Takes the clipboard away, which drivers can't read alike: a link is then shown, to be copied by hand. */
export function takeClipboard(): void {
  Object.defineProperty(navigator, 'clipboard', { value: undefined });
}

/** Keeps the text of the next file that is given to the visitor, in place of saving it where a driver can't find it. */
export function keepFile(): void {
  const make = URL.createObjectURL;
  URL.createObjectURL = (file) => {
    URL.createObjectURL = make;
    void (file as Blob).text().then((text) => {
      document.documentElement.dataset['file'] = text;
    });
    return '#';
  };
  addEventListener('click', (event) => event.preventDefault(), { once: true, capture: true });
}
