import type { Contract, Scenario } from 'payout-calculator';
import 'payout-calculator/define';
import type {} from 'payout-calculator/react';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const CONTRACT: Contract = { version: 1, currency: 'USD', payouts: [{ event: 'lead', pay: { fixed: '100' } }] };
const SCENARIO: Scenario = { version: 1, start: '2027-03', months: 12, streams: [{ event: 'lead', perMonth: '8' }] };

/** React 19's own support for custom elements, without the wrapper. */
function App() {
  const [earned, setEarned] = useState('');
  return (
    <>
      <payout-calculator
        contract={CONTRACT}
        scenario={SCENARIO}
        view="partner"
        onpayout-result={(event) => setEarned(event.detail.totals.earned)}
      />
      <output>{earned}</output>
    </>
  );
}

const root = document.createElement('main');
document.body.append(root);
createRoot(root).render(<App />);
