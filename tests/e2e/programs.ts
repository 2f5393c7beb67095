/** Motion's offer as the specification tells it: $75 once, or 20 % for 24 months. */
export const OFFERS = {
  contracts: [
    {
      version: 1,
      currency: 'USD',
      offers: [
        { name: 'once', label: '$75 once' },
        { name: 'share', label: '20% for 24 months' },
      ],
      payouts: [
        { event: 'subscription', offer: 'once', pay: { fixed: '75' }, for: { payments: 1 } },
        { event: 'subscription', offer: 'share', pay: { percent: '20%' }, for: { payments: 24 } },
      ],
      settlement: { lock: { days: 30 }, schedule: { every: 'month', day: 15, monthsAfter: 1 } },
    },
  ],
  scenario: {
    version: 1,
    start: '2027-01',
    months: 36,
    streams: [{ event: 'subscription', perMonth: '10', amount: '25', churn: '0%', margin: '80%' }],
  },
  presets: [
    { label: 'Newsletter, 5,000 readers', values: { 'subscription.perMonth': '12' } },
    { label: 'Podcast', values: { 'subscription.perMonth': '30', months: 'x', unknown: '1' } },
  ],
};

/** Tiers, a limit and a bonus, each within reach. */
export const STEPS = {
  contract: {
    version: 1,
    currency: 'USD',
    payouts: [
      {
        event: 'sale',
        label: 'Filing',
        pay: { percent: '10%' },
        tiers: [{ mode: 'graduated', measure: 'events', per: 'month', steps: [{ from: '50', percent: '12%' }] }],
      },
      { event: 'lead', label: 'Lead', pay: { fixed: '40' }, limits: [{ max: '600', per: 'month' }] },
    ],
    bonuses: [{ label: 'Launch', events: ['sale'], measure: 'revenue', per: 'quarter', ladder: [{ from: '20000', amount: '1000' }] }],
  },
  scenario: {
    version: 1,
    start: '2027-01',
    months: 3,
    streams: [
      { event: 'sale', perMonth: '40', amount: '100' },
      { event: 'lead', perMonth: '18' },
    ],
  },
};
