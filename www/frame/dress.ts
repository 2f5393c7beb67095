const TAGS = { heading: 'h2', intro: 'p', cta: 'button', disclaimer: 'p' } as const;

/** Gives the calculator the page's words and look, none of which reaches into a frame by itself: texts by slot, a ready look, custom properties. */
export function dress(calculator: HTMLElement, documents: Readonly<Record<string, unknown>>): void {
  const { slots, ctaLink, look, style } = documents;
  for (const [name, tag] of Object.entries(TAGS)) {
    const text = Object(slots)[name];
    if (typeof text !== 'string' || text === '') continue;
    const link = name === 'cta' && typeof ctaLink === 'string' && /^(https?|mailto|tel):/i.test(ctaLink) ? ctaLink : undefined;
    const element = document.createElement(link === undefined ? tag : 'a');
    // A link leads the page somewhere, and not the frame.
    if (link !== undefined) Object.assign(element, { href: link, target: '_top' });
    element.slot = name;
    element.textContent = text;
    calculator.append(element);
  }
  if (typeof look === 'string' && /^[a-z]+$/.test(look)) calculator.classList.add(`payout-${look}`);
  for (const [name, value] of Object.entries(Object(style))) {
    if (/^--payout-[a-z-]+$/.test(name) && typeof value === 'string') calculator.style.setProperty(name, value);
  }
}
