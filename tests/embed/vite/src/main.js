import 'payout-calculator/define';

const element = document.createElement('payout-calculator');
element.contract = { version: 1, currency: 'USD', payouts: [{ event: 'lead', pay: { fixed: '100' } }] };
element.scenario = { version: 1, start: '2027-03', months: 12, streams: [{ event: 'lead', perMonth: '8' }] };
document.body.append(element);

await import('payout-calculator/define-comparison');
const comparison = document.createElement('payout-comparison');
comparison.sheets = [{ contract: element.contract }, { contract: element.contract, role: 'counter' }];
comparison.scenario = element.scenario;
document.body.append(comparison);
