import type { Contract } from '#documents';
import { emptyWork, type Work } from '../../www/state/studio/work.js';

/** What a page or program would take for its own: ends of scripts and comments, mustaches, Liquid, shortcodes, entities, quotes. */
const HOSTILE =
  '</script><!--<script>alert(1)</script>--> {{ 7 | times: 6 }} {% raw %}{% endraw %} \u0024{x} {x} [gallery] "q" \'s\' \\ &amp; <img src=x onerror=alert(1)>';

const lead = (name: string, label: string): Contract => ({
  version: 1,
  name,
  currency: 'USD',
  payouts: [{ event: 'lead', label, pay: { fixed: '100' } }],
});

const EMPTY = emptyWork(new Date('2027-02-10'));

const plain: Work = {
  ...EMPTY,
  contracts: [lead('Leads', 'Qualified lead')],
  scenario: { version: 1, start: '2027-03', months: '12', streams: [{ event: 'lead', perMonth: '8' }] },
};

const dressed: Work = {
  ...EMPTY,
  contracts: [
    {
      version: 1,
      name: 'Provision',
      currency: 'EUR',
      payouts: [
        {
          event: 'sale',
          label: 'Bestellung',
          pay: { percent: '8%' },
          tiers: [{ mode: 'graduated', per: 'month', steps: [{ from: '1000', percent: '10%' }] }],
        },
      ],
    },
    { ...lead('Lead', 'Anfrage'), currency: 'EUR' },
  ],
  scenario: {
    version: 1,
    start: '2027-03',
    months: '6',
    streams: [
      { event: 'sale', perMonth: { p10: '10', p90: '40' }, amount: '95.5' },
      { event: 'lead', perMonth: '3' },
    ],
  },
  inputs: { 'sale.perMonth': { min: '0', max: '80', label: 'Bestellungen im Monat' }, months: { locked: true } },
  presets: [{ label: 'Newsletter, 5.000 Leser', values: { 'sale.amount': '120' } }],
  words: {
    heading: 'Was Sie verdienen könnten',
    intro: 'Mit echten Konditionen gerechnet.',
    cta: 'Partner werden',
    ctaLink: 'https://brand.example/partner?von=rechner&x=1',
    disclaimer: 'Eine Schätzung, keine Zusage.',
  },
  locale: 'de',
  look: { scheme: 'dark', ready: 'harbor', light: { accent: '#7a1f5c', radius: '14' }, dark: { accent: '#ffb3dd' } },
};

const hostile: Work = {
  ...plain,
  contracts: [lead(HOSTILE, HOSTILE)],
  inputs: { 'lead.perMonth': { label: HOSTILE } },
  presets: [{ label: HOSTILE, values: { 'lead.perMonth': '12' } }],
  words: { heading: HOSTILE, intro: HOSTILE, cta: HOSTILE, ctaLink: `https://brand.example/?q=${HOSTILE}`, disclaimer: HOSTILE },
  look: { scheme: 'page', ready: 'none', light: { accent: '#7a1f5c' }, dark: {} },
};

const inFile: Work = { ...dressed, hosting: { ...dressed.hosting, terms: 'file' } };

/** What brands made in the studio, and what none should have. */
export const WORKS = { plain, dressed, hostile, inFile };
