import 'payout-calculator/define';
import 'payout-calculator/define-comparison';

const element = document.createElement('payout-calculator');
element.contract = { version: 1, currency: 'USD', payouts: [{ event: 'lead', pay: { fixed: '100' } }] };
element.scenario = { version: 1, start: '2027-03', months: 12, streams: [{ event: 'lead', perMonth: '8' }] };
document.body.append(element);

const comparison = document.createElement('payout-comparison');
const other = { ...element.contract, payouts: [{ event: 'lead', pay: { fixed: '80' } }], oneTime: [{ amount: '500', on: '2027-03-01' }] };
comparison.sheets = [{ contract: element.contract }, { contract: other }];
comparison.scenario = element.scenario;
document.body.append(comparison);
