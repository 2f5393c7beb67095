//! The cases under `outcomes/`: documents in, and the exact bytes that come out of every boundary.

/// One call with its documents, and the answer.
pub struct Case {
    pub name: &'static str,
    /// `{ "call": …, "documents": […] }`
    pub given: &'static str,
    /// The answer's JSON text.
    pub answer: &'static str,
}

macro_rules! cases {
    ($($name:literal),+ $(,)?) => {
        pub const CASES: &[Case] = &[$(Case {
            name: $name,
            given: include_str!(concat!("outcomes/", $name, ".in.json")),
            answer: include_str!(concat!("outcomes/", $name, ".out.json")),
        }),+];
    };
}

cases! {
    "accounting-combination",
    "accounting-commission",
    "accounting-facts",
    "accounting-lead",
    "accounting-one-time",
    "accounting-projection",
    "accounting-revenue-share",
    "analysis-bargain",
    "analysis-break-even",
    "analysis-compare",
    "analysis-equivalent-certainty",
    "analysis-equivalent-offers",
    "analysis-goal-seek",
    "analysis-grid",
    "analysis-milestones",
    "analysis-mistakes",
    "analysis-next-event",
    "analysis-price-of-clause",
    "analysis-sensitivity",
    "analysis-simulate",
    "analysis-variance-shares",
    "conflicting-ids",
    "currency-with-four-decimals",
    "currency-with-three-decimals",
    "currency-without-decimals",
    "expected-counts",
    "five-mistakes",
    "horizon-out-of-range",
    "import-impact",
    "import-mistakes",
    "import-tiers",
    "large-integers",
    "mistakes-in-both",
    "no-amount",
    "not-paid",
    "numbers-by-their-shortest-form",
    "overflow",
    "projection-cash",
    "prototype-keys",
    "rate-above-whole",
    "rounding-half-even",
    "rounding-per-event",
    "stated-contract-value-and-recurring-payment",
    "too-deep",
    "views-accumulate",
    "wrong-types",
}
