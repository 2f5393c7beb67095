import type { Counted } from '../messages.js';

/** What only the studio says. English is the list of what there is. */
export const en = {
  title: 'Studio: from a contract to a calculator',
  'studio.heading': 'Studio',
  'studio.intro': 'Bring your terms in, see what partners will see, and take a calculator for your page away.',
  'studio.private': 'Everything happens in your browser. Nothing is uploaded.',
  'studio.language': 'Language',
  'studio.steps': 'Steps',
  'step.start': 'Begin',
  'step.terms': 'Terms',
  'step.visitors': 'Questions',
  'step.look': 'Look',
  'step.sides': 'Both sides',
  'step.take': 'Take away',
  'studio.next': 'Next: {step}',
  'tool.undo': 'Undo',
  'tool.redo': 'Redo',
  'tool.save': 'Save as a file',
  'tool.open': 'Open a file',
  'tool.share': 'Copy a link to all of this',
  'tool.shared': 'The link is copied. Everything is in it, and nowhere else.',
  'tool.link': 'Link with everything in it',
  'tool.remember': 'Remember on this device',
  'tool.clear': 'Start over',
  'note.saved_damaged': 'This file or link is damaged, so nothing of it was used.',
  'note.saved_too_new': 'This was made by a later version of the studio. Nothing of it was used.',
  'note.unreadable': 'This file can’t be read as JSON, so nothing of it was used.',
  'note.too_large': 'This file is larger than any work of the studio. Nothing of it was used.',
  'note.recalled': 'Your work from last time is back.',
  'note.not_kept': 'This browser doesn’t let the page remember anything. Save your work as a file instead.',
  'note.engine': 'The calculator’s engine could not be started: {reason}',
  'studio.loading': 'Loading the engine…',
  'terms.none': 'There are no terms yet. Bring in a contract, choose a program that is close to yours, or build your own.',
  'terms.go': 'Begin with terms',
} as const satisfies Readonly<Record<string, string | Counted>>;

export type StudioKey = keyof typeof en;

/** A language's words for the studio. */
export type StudioTexts = { readonly [Key in StudioKey]: (typeof en)[Key] extends string ? string : Counted };
