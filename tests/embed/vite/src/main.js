import 'payout-calculator/define';

const element = document.createElement('payout-calculator');
element.contract = { version: 1, currency: 'USD', payouts: [{ event: 'lead', pay: { fixed: '100' } }] };
element.scenario = { version: 1, start: '2027-03', months: 12, streams: [{ event: 'lead', perMonth: '8' }] };
document.body.append(element);
