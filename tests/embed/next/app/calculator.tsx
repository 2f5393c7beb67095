'use client';

import type { Contract, Scenario } from 'payout-calculator';
import type { GivenSheet } from 'payout-calculator/comparison';
import { PayoutCalculator } from 'payout-calculator/react';
import { PayoutComparison } from 'payout-calculator/react-comparison';
import { useState } from 'react';

const CONTRACT: Contract = { version: 1, currency: 'USD', payouts: [{ event: 'lead', pay: { fixed: '100' } }] };
const SHEETS: readonly GivenSheet[] = [{ contract: CONTRACT }, { contract: CONTRACT, role: 'counter' }];
const SCENARIO: Scenario = { version: 1, start: '2027-03', months: 12, streams: [{ event: 'lead', perMonth: '8' }] };

export function Calculator() {
  const [earned, setEarned] = useState('');
  return (
    <>
      <PayoutCalculator contract={CONTRACT} scenario={SCENARIO} theme="light" onResult={(event) => setEarned(event.detail.totals.earned)}>
        <p>The program pays $100 a lead.</p>
      </PayoutCalculator>
      <output>{earned}</output>
      <PayoutComparison sheets={SHEETS} scenario={SCENARIO} theme="light">
        <p>Both pay $100 a lead.</p>
      </PayoutComparison>
    </>
  );
}
