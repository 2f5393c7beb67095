//! Random numbers, and the values of a distribution that belong to them.
//!
//! Here alone is binary floating point: what is drawn becomes a decimal before it is an amount. All functions are those of `libm`, so that
//! every machine draws the same.
#![allow(clippy::float_arithmetic, reason = "a random draw is no amount yet")]

use rand_core::RngCore;
use rand_pcg::Pcg32;

use crate::money::{Number, Units};
use crate::scenario::{Shape, Tail};

/// Uniform random numbers, one sequence for each place: PCG32 (XSH RR 64/32, `pcg-random.org`) with the seed as its state and the place as
/// its stream. So a place draws the same, whatever else is drawn.
#[derive(Clone, Debug)]
pub struct Draws {
    seed: u64,
    generators: Vec<Pcg32>,
}

impl Draws {
    /// Sequences of a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { seed, generators: Vec::new() }
    }

    /// The next number of a place: above 0 and below 1.
    pub fn next(&mut self, place: usize) -> f64 {
        while self.generators.len() <= place {
            let stream = u64::try_from(self.generators.len()).unwrap_or(u64::MAX);
            self.generators.push(Pcg32::new(self.seed, stream));
        }
        let drawn = self.generators.get_mut(place).map_or(0, RngCore::next_u32);
        (f64::from(drawn) + 0.5) / 4_294_967_296.0
    }
}

/// The value that a distribution stays below with a probability, as a decimal of at most nine places.
#[must_use]
pub fn quantile(shape: Shape, probability: f64) -> Number {
    Distribution::of(shape).quantile(probability)
}

/// How a value is distributed, with what is the same for all of its quantiles worked out.
#[derive(Clone, Copy, Debug)]
pub(super) enum Distribution {
    Exactly(Number),
    /// The mean and the standard deviation of the logarithm.
    Lognormal(f64, f64),
    Triangular {
        low: f64,
        likely: f64,
        high: f64,
    },
}

impl Distribution {
    pub fn of(shape: Shape) -> Self {
        match shape {
            Shape::Exactly(value) => Self::Exactly(value),
            Shape::Lognormal { low, high, tail } => {
                let (low, high) = (libm::log(to_float(low)), libm::log(to_float(high)));
                let width = normal(match tail {
                    Tail::Twentieth => 0.95,
                    Tail::Tenth => 0.9,
                });
                Self::Lognormal(low.midpoint(high), (high - low) / 2.0 / width)
            }
            Shape::Triangular { low, likely, high } => {
                Self::Triangular { low: to_float(low), likely: to_float(likely), high: to_float(high) }
            }
        }
    }

    pub fn quantile(self, probability: f64) -> Number {
        match self {
            Self::Exactly(value) => value,
            Self::Lognormal(mean, deviation) => to_number(libm::exp(mean + deviation * normal(probability))),
            Self::Triangular { low, likely, high } => {
                let (width, left, right) = (high - low, likely - low, high - likely);
                to_number(if probability * width < left {
                    low + libm::sqrt(probability * width * left)
                } else {
                    high - libm::sqrt((1.0 - probability) * width * right)
                })
            }
        }
    }
}

/// A decimal as the nearest binary number.
pub(super) fn to_float(number: Number) -> f64 {
    Units::to_float(number)
}

/// Decimals of a drawn value.
const PLACES: u32 = 9;

/// A binary number as a decimal of nine places; what is too large is the largest number of events that there may be.
pub(super) fn to_number(value: f64) -> Number {
    let value = value.clamp(0.0, 1e12);
    match Units::of_float(value * 1e9) {
        Some(units) => units.number(PLACES),
        None => Number::parse(&format!("{value:.9}")).unwrap_or_default(),
    }
}

/// The quantile of the standard normal distribution: algorithm AS 241 (PPND16), Wichura, Applied Statistics 37 (1988), 477–484; accurate
/// to about one part in 10^16.
#[allow(clippy::excessive_precision, clippy::many_single_char_names, reason = "the digits and the names of the paper")]
fn normal(p: f64) -> f64 {
    const A: [f64; 8] = [
        3.387_132_872_796_366_608,
        133.141_667_891_784_377_45,
        1_971.590_950_306_551_442_7,
        13_731.693_765_509_461_125,
        45_921.953_931_549_871_457,
        67_265.770_927_008_700_853,
        33_430.575_583_588_128_105,
        2_509.080_928_730_122_672_7,
    ];
    const B: [f64; 8] = [
        1.0,
        42.313_330_701_600_911_252,
        687.187_007_492_057_908_3,
        5_394.196_021_424_751_107_7,
        21_213.794_301_586_595_867,
        39_307.895_800_092_710_61,
        28_729.085_735_721_942_674,
        5_226.495_278_852_854_561,
    ];
    const C: [f64; 8] = [
        1.423_437_110_749_683_577_34,
        4.630_337_846_156_545_295_9,
        5.769_497_221_460_691_405_5,
        3.647_848_324_763_204_605_04,
        1.270_458_252_452_368_382_58,
        0.241_780_725_177_450_611_77,
        0.022_723_844_989_269_184_583_3,
        7.745_450_142_783_414_076_4e-4,
    ];
    const D: [f64; 8] = [
        1.0,
        2.053_191_626_637_758_821_87,
        1.676_384_830_183_803_849_4,
        0.689_767_334_985_100_004_55,
        0.148_103_976_427_480_074_59,
        0.015_198_666_563_616_457_196_6,
        5.475_938_084_995_344_946e-4,
        1.050_750_071_644_416_843_24e-9,
    ];
    const E: [f64; 8] = [
        6.657_904_643_501_103_777_2,
        5.463_784_911_164_114_369_9,
        1.784_826_539_917_291_335_8,
        0.296_560_571_828_504_891_23,
        0.026_532_189_526_576_123_093,
        1.242_660_947_388_078_438_6e-3,
        2.711_555_568_743_487_578_15e-5,
        2.010_334_399_292_288_132_65e-7,
    ];
    const F: [f64; 8] = [
        1.0,
        0.599_832_206_555_887_937_69,
        0.136_929_880_922_735_805_31,
        0.014_875_361_290_850_614_852_5,
        7.868_691_311_456_132_591e-4,
        1.846_318_317_510_054_681_8e-5,
        1.421_511_758_316_445_888_7e-7,
        2.044_263_103_389_939_785_64e-15,
    ];
    let polynomial = |factors: [f64; 8], x: f64| factors.iter().rev().fold(0.0, |sum, factor| sum * x + factor);
    let q = p - 0.5;
    if libm::fabs(q) <= 0.425 {
        let r = 0.180_625 - q * q;
        return q * polynomial(A, r) / polynomial(B, r);
    }
    let r = libm::sqrt(-libm::log(if q < 0.0 { p } else { 1.0 - p }));
    let far = if r <= 5.0 {
        polynomial(C, r - 1.6) / polynomial(D, r - 1.6)
    } else {
        polynomial(E, r - 5.0) / polynomial(F, r - 5.0)
    };
    if q < 0.0 { -far } else { far }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Source: the demonstration of the generator's authors, `check-pcg32.out` of the PCG C implementation: state 42, stream 54.
    #[test]
    fn the_generator_gives_its_authors_numbers() {
        let mut generator = Pcg32::new(42, 54);
        let drawn: Vec<u32> = (0..6).map(|_| generator.next_u32()).collect();
        assert_eq!(drawn, [0xa15c_02b7, 0x7b47_f409, 0xba1d_3330, 0x83d2_f293, 0xbfa4_784b, 0xcbed_606e]);
    }

    /// Sources: the values that the paper gives, and tables.
    #[test]
    fn the_normal_distribution_has_its_known_quantiles() {
        for (p, expected) in [
            (0.25, -0.674_489_750_196_081_7),
            (0.001, -3.090_232_306_167_813_5),
            (1e-20, -9.262_340_089_798_408),
            (0.975, 1.959_963_984_540_054),
            (0.9, 1.281_551_565_544_600_4),
            (0.5, 0.0),
        ] {
            assert!((normal(p) - expected).abs() < 1e-14 * expected.abs().max(1.0), "{p}: {}", normal(p));
        }
    }

    #[test]
    fn a_range_has_the_percentiles_that_it_was_given() {
        let number = |text: &str| Number::parse(text).unwrap();
        let tenth = Shape::Lognormal { low: number("150"), high: number("260"), tail: Tail::Tenth };
        assert_eq!(quantile(tenth, 0.1), number("150"));
        assert_eq!(quantile(tenth, 0.9), number("260"));
        assert_eq!(
            quantile(tenth, 0.5).round(6, crate::money::Rounding::HalfEven),
            tenth.median().round(6, crate::money::Rounding::HalfEven)
        );
        let triangle = Shape::Triangular { low: number("0"), likely: number("20"), high: number("100") };
        assert_eq!(quantile(triangle, 0.2), number("20"));
        assert_eq!(
            quantile(triangle, 0.5).round(6, crate::money::Rounding::HalfEven),
            triangle.median().round(6, crate::money::Rounding::HalfEven)
        );
    }
}
