/** How the preview is looked at; nothing of it is part of the work. */
export interface Seen {
  readonly width: SeenWidth;
  readonly mode: 'light' | 'dark';
  readonly direction: 'ltr' | 'rtl';
}

export type SeenWidth = 'phone' | 'tablet' | 'desktop';

/** In CSS pixels: those of common devices. */
export const WIDTHS: Readonly<Record<SeenWidth, number>> = { phone: 390, tablet: 820, desktop: 1280 };

/** A language of the element that is read from right to left. */
export const FROM_RIGHT = 'ar';
