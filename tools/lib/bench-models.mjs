/** A contract with tiers, a duration, a limit and a guarantee of each month, over a year of which three numbers are not known. */
export const CONTRACT = {
  version: 1,
  currency: 'USD',
  payouts: [
    {
      event: 'sale',
      pay: { percent: '10%' },
      tiers: [
        {
          mode: 'graduated',
          steps: [
            { from: '5000', percent: '12%' },
            { from: '20000', percent: '15%' },
          ],
        },
      ],
    },
    { event: 'subscription', pay: { percent: '20%' }, for: { payments: 6 } },
  ],
  limits: [{ max: '3000', per: 'month' }],
  guarantees: [{ amount: '1000', per: 'month' }],
};

export const SCENARIO = {
  version: 1,
  start: '2027-01',
  months: 12,
  streams: [
    { event: 'sale', perMonth: { p10: '80', p90: '200' }, amount: { p10: '60', p90: '110' } },
    { event: 'subscription', perMonth: { p10: '10', p90: '30' }, amount: '49', churn: '5%' },
  ],
};

const Z90 = 1.2815515655446004;
const cents = (/** @type {number} */ amount) => Math.round(amount * 100) / 100;

/**
 * The mean of the same by hand, in plain binary numbers, as a programmer in a hurry would write it for this one contract.
 *
 * @param {number} draws
 */
export function meanByHand(draws) {
  let state = 1;
  const random = () => {
    // Mulberry32.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
  const lognormal = (/** @type {number} */ low, /** @type {number} */ high) => {
    const normal = Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
    return Math.exp((Math.log(low) + Math.log(high)) / 2 + ((Math.log(high) - Math.log(low)) / 2 / Z90) * normal);
  };
  let sum = 0;
  for (let draw = 0; draw < draws; draw += 1) sum += year(lognormal(80, 200), cents(lognormal(60, 110)), lognormal(10, 30));
  return sum / draws;
}

/**
 * @param {number} sales a month
 * @param {number} amount of each
 * @param {number} customers that are new each month
 */
function year(sales, amount, customers) {
  let earned = 0;
  const cohorts = [];
  for (let month = 1; month <= 12; month += 1) {
    const whole = Math.round(sales * month) - Math.round(sales * (month - 1));
    const revenue = whole * amount;
    let pay = whole * cents(amount * 0.1);
    pay += cents(Math.max(0, Math.min(revenue, 20000) - 5000) * 0.02) + cents(Math.max(0, revenue - 20000) * 0.05);
    cohorts.push({ left: Math.round(customers * month) - Math.round(customers * (month - 1)), payments: 0 });
    for (const cohort of cohorts) {
      cohort.payments += 1;
      if (cohort.payments <= 6) pay += Math.round(cohort.left) * 9.8;
      cohort.left *= 0.95;
    }
    earned += Math.max(1000, Math.min(3000, cents(pay)));
  }
  return earned;
}

/** The same year in Squiggle, as a function of samples. */
export const SQUIGGLE = `
sales = lognormal({ p10: 80, p90: 200 })
amounts = lognormal({ p10: 60, p90: 110 })
customers = lognormal({ p10: 10, p90: 30 })
cents(x) = round(x * 100) / 100
new(perMonth, month) = round(perMonth * month) - round(perMonth * (month - 1))
year(sales, amount, customers) = {
  price = cents(amount)
  month(m) = {
    count = new(sales, m)
    revenue = count * price
    tiers = cents(max([0, min([revenue, 20000]) - 5000]) * 0.02) + cents(max([0, revenue - 20000]) * 0.05)
    payments = List.reduce(List.upTo(max([1, m - 5]), m), 0, {|sum, begun| sum + round(new(customers, begun) * 0.95 ^ (m - begun))})
    max([1000, min([3000, cents(count * cents(price * 0.1) + tiers + payments * 9.8)])])
  }
  List.reduce(List.upTo(1, 12), 0, {|sum, m| sum + month(m)})
}
mean(SampleSet.map3(SampleSet(sales), SampleSet(amounts), SampleSet(customers), year))
`;

/** The same in Squiggle as one would write it first: whole distributions, every month alike, without whole events and cents. */
export const FRACTIONAL_SQUIGGLE = `
sales = SampleSet(lognormal({ p10: 80, p90: 200 }))
amount = SampleSet(lognormal({ p10: 60, p90: 110 }))
customers = SampleSet(lognormal({ p10: 10, p90: 30 }))
bySales = SampleSet.map(sales * amount, {|r| r * 0.1 + max([0, min([r, 20000]) - 5000]) * 0.02 + max([0, r - 20000]) * 0.05})
month(m) = {
  left = List.reduce(List.upTo(0, min([m, 6]) - 1), 0, {|sum, age| sum + 0.95 ^ age})
  SampleSet.map(bySales + customers * left * 9.8, {|pay| max([1000, min([3000, pay])])})
}
mean(List.reduce(List.upTo(2, 12), month(1), {|sum, m| sum + month(m)}))
`;
