import type { Contract, Scenario } from 'payout-calculator';
import type { GivenSheet } from 'payout-calculator/comparison';
import 'payout-calculator/define';
import type {} from 'payout-calculator/react';
import { PayoutComparison } from 'payout-calculator/react-comparison';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const CONTRACT: Contract = { version: 1, currency: 'USD', payouts: [{ event: 'lead', pay: { fixed: '100' } }] };
const SCENARIO: Scenario = { version: 1, start: '2027-03', months: 12, streams: [{ event: 'lead', perMonth: '8' }] };

const SHEETS: readonly GivenSheet[] = [
  { contract: CONTRACT },
  { contract: { version: 1, currency: 'USD', payouts: [{ event: 'lead', pay: { fixed: '90' } }] }, role: 'counter' },
];

/** React 19's own support for custom elements, and the comparison by its component. */
function App() {
  const [earned, setEarned] = useState('');
  const [totals, setTotals] = useState('');
  return (
    <>
      <payout-calculator
        contract={CONTRACT}
        scenario={SCENARIO}
        view="partner"
        onpayout-result={(event) => setEarned(event.detail.totals.earned)}
      />
      <output>{earned}</output>
      <PayoutComparison
        sheets={SHEETS}
        scenario={SCENARIO}
        view="both"
        onResult={(event) => setTotals(event.detail.offers.map(({ total }) => total).join())}
      />
      <output>{totals}</output>
    </>
  );
}

const root = document.createElement('main');
document.body.append(root);
createRoot(root).render(<App />);
