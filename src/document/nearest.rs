//! The known name nearest to a mistyped one.

/// The candidate that `name` was probably meant to be, if any is near enough to be worth saying.
pub(crate) fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Long text is not a mistyped name, and the comparison is quadratic in its length.
    if name.len() > 64 {
        return None;
    }
    let lowered = name.to_ascii_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (strsim::osa_distance(&lowered, &candidate.to_ascii_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= candidate.len().min(name.len()).div_ceil(3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_mistyped_name_finds_the_one_meant() {
        let known = ["event", "label", "pay", "percent"];
        for (typed, meant) in [
            ("lable", Some("label")),
            ("Event", Some("event")),
            ("precent", Some("percent")),
            ("pays", Some("pay")),
            ("colour", None),
            ("", None),
        ] {
            assert_eq!(nearest(typed, known), meant, "{typed}");
        }
    }
}
