'use client';

import type { Contract, Scenario } from 'payout-calculator';
import { PayoutCalculator } from 'payout-calculator/react';
import { useState } from 'react';

const CONTRACT: Contract = { version: 1, currency: 'USD', payouts: [{ event: 'lead', pay: { fixed: '100' } }] };
const SCENARIO: Scenario = { version: 1, start: '2027-03', months: 12, streams: [{ event: 'lead', perMonth: '8' }] };

export function Calculator() {
  const [earned, setEarned] = useState('');
  return (
    <>
      <PayoutCalculator contract={CONTRACT} scenario={SCENARIO} theme="light" onResult={(event) => setEarned(event.detail.totals.earned)}>
        <p>The program pays $100 a lead.</p>
      </PayoutCalculator>
      <output>{earned}</output>
    </>
  );
}
