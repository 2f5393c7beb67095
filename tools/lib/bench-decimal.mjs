import { Decimal } from 'decimal.js';

/**
 * The benchmark's contract, written out by hand with decimal.js as a careful developer would: a share of each sale, less for existing
 * customers, graduated monthly tiers on revenue, a limit for each customer and one for each month. The events come in order.
 *
 * @param {readonly { date: string, amount: string, customer: string, attributes: { customerStatus: string } }[]} events
 * @returns {string} what they earn
 */
export function earnedByHand(events) {
  const [most, monthly] = [new Decimal(500), new Decimal(150000)];
  const tiers = [
    { from: new Decimal(100000), rate: new Decimal('0.12') },
    { from: new Decimal(250000), rate: new Decimal('0.15') },
  ];
  const [fresh, known] = [new Decimal('0.10'), new Decimal('0.04')];
  /** @type {Map<string, Decimal>} */
  const paid = new Map();
  /** @type {Map<string, { revenue: Decimal, earned: Decimal }>} */
  const months = new Map();
  const cents = (/** @type {Decimal} */ amount) => amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  for (const event of events) {
    const amount = new Decimal(event.amount);
    const rate = event.attributes.customerStatus === 'existing' ? known : fresh;
    const own = cents(amount.times(rate));
    const before = paid.get(event.customer) ?? new Decimal(0);
    const kept = Decimal.min(own, Decimal.max(0, most.minus(before)));
    paid.set(event.customer, before.plus(kept));
    const name = event.date.slice(0, 7);
    const month = months.get(name) ?? { revenue: new Decimal(0), earned: new Decimal(0) };
    const end = month.revenue.plus(amount);
    let byTiers = new Decimal(0);
    let at = month.revenue;
    for (let band = 0; band <= tiers.length; band += 1) {
      const until = tiers[band]?.from;
      const to = until === undefined ? end : Decimal.min(end, until);
      if (to.greaterThan(at)) {
        byTiers = byTiers.plus(to.minus(at).times(tiers[band - 1]?.rate ?? rate));
        at = to;
      }
    }
    month.revenue = end;
    month.earned = month.earned.plus(kept).plus(cents(byTiers).minus(own));
    months.set(name, month);
  }
  let earned = new Decimal(0);
  for (const month of months.values()) earned = earned.plus(Decimal.min(month.earned, monthly));
  return earned.toFixed(2);
}
