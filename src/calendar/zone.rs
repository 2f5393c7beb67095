//! Time zones, by their names in the IANA database.
//!
//! Natively the database is jiff's; in a browser it is the browser's own, so that it need not be in the module.

use super::{Date, Moment};
use crate::document::{Code, Node, Plain, Reader};

/// A time zone, such as `Europe/Berlin`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone(String);

impl Default for Zone {
    fn default() -> Self {
        Self("UTC".to_owned())
    }
}

impl Zone {
    /// The zone of this name; nothing when there is none.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        (name == "UTC" || offsets::known(name)).then(|| Self(name.to_owned()))
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0
    }
}

/// Turns moments in UTC into local ones; remembers what it has found for each day.
#[derive(Debug)]
pub struct Clock {
    zone: Zone,
    /// By the day of the month, for months of even and of odd numbers.
    days: [Option<(Date, i64)>; 64],
}

impl Clock {
    /// The clock of a zone.
    #[must_use]
    pub fn of(zone: &Zone) -> Self {
        Self { zone: zone.clone(), days: [None; 64] }
    }

    /// The local time of a moment in UTC.
    pub fn local(&mut self, utc: Moment) -> Moment {
        if self.zone.0 == "UTC" {
            return utc;
        }
        // Where the day before and after agree, the zone's offset did not change in it.
        let (before, after) = (self.at_start(utc.day), self.at_start(utc.day.plus_days(1)));
        utc.plus(if before == after { before } else { offsets::milliseconds(&self.zone.0, utc) })
    }

    fn at_start(&mut self, day: Date) -> i64 {
        let (_, month, of_month) = day.parts();
        let place = usize::from(month).wrapping_mul(32).wrapping_add(usize::from(of_month)) % 64;
        if let Some((_, offset)) = self.days.get(place).copied().flatten().filter(|(known, _)| *known == day) {
            return offset;
        }
        let offset = offsets::milliseconds(&self.zone.0, Moment::start_of(day));
        if let Some(known) = self.days.get_mut(place) {
            *known = Some((day, offset));
        }
        offset
    }
}

impl Plain for Zone {
    fn empty() -> Self {
        Self(String::new())
    }

    fn plain(node: &Node, at: &mut Reader) -> Option<Self> {
        let expected = "an IANA time zone such as \"America/New_York\"";
        let text = at.text(node, expected)?;
        let zone = Self::parse(text);
        if zone.is_none() {
            let message = "There is no time zone of this name.".to_owned();
            at.report(Code::UnknownTimeZone, &message, expected, &node.describe(), None);
        }
        zone
    }
}

impl serde::Serialize for Zone {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.0)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Zone {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Zone".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "description": "An IANA time zone, such as Europe/Berlin." })
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod offsets {
    use jiff::Timestamp;
    use jiff::tz::TimeZone;

    use super::Moment;

    pub fn known(name: &str) -> bool {
        // Names are written as the database writes them; the browsers' databases know no others everywhere.
        TimeZone::get(name).is_ok_and(|zone| zone.iana_name() == Some(name))
    }

    /// How far local clocks are ahead of UTC.
    pub fn milliseconds(name: &str, utc: Moment) -> i64 {
        let Ok(zone) = TimeZone::get(name) else { return 0 };
        let Ok(moment) = Timestamp::from_millisecond(utc.since_1970()) else { return 0 };
        i64::from(zone.to_offset(moment).seconds()).saturating_mul(1000)
    }
}

#[cfg(target_arch = "wasm32")]
mod offsets {
    use js_sys::{Array, Function, Intl, Object, Reflect};
    use wasm_bindgen::{JsCast, JsValue};

    use super::{Date, Moment};

    pub fn known(name: &str) -> bool {
        // Browsers take any case; the name they answer tells whether it was written as the database writes it. They may answer
        // with another name for the same zone, so only the letters' case is compared where the rest agrees.
        format(name).is_some_and(|format| {
            let options = format.resolved_options();
            let found = Reflect::get(&options, &"timeZone".into()).ok().and_then(|zone| zone.as_string());
            found.is_none_or(|found| found == name || !found.eq_ignore_ascii_case(name))
                && name.starts_with(|first: char| first.is_ascii_uppercase())
        })
    }

    /// How far local clocks are ahead of UTC.
    pub fn milliseconds(name: &str, utc: Moment) -> i64 {
        local(name, utc).map_or(0, |local| local.since_1970().saturating_sub(utc.since_1970()))
    }

    fn format(name: &str) -> Option<Intl::DateTimeFormat> {
        let options = Object::new();
        let set = |key: &str, value: &str| Reflect::set(&options, &key.into(), &value.into()).ok();
        set("timeZone", name)?;
        set("hourCycle", "h23")?;
        for part in ["year", "month", "day", "hour", "minute", "second"] {
            set(part, "numeric")?;
        }
        // The constructor throws for a zone that it does not know, so it is called through Reflect.
        let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let constructor: Function = Reflect::get(&intl, &"DateTimeFormat".into()).ok()?.dyn_into().ok()?;
        let arguments = Array::of2(&"en-US".into(), &options);
        Reflect::construct(&constructor, &arguments).ok()?.dyn_into().ok()
    }

    fn local(name: &str, utc: Moment) -> Option<Moment> {
        #[allow(clippy::cast_precision_loss, clippy::as_conversions, reason = "milliseconds of the calendar are exact")]
        let date = js_sys::Date::new(&JsValue::from_f64(utc.since_1970() as f64));
        let parts = format(name)?.format_to_parts(&date);
        let part = |wanted: &str| {
            let found = parts.iter().find(|part| {
                Reflect::get(part, &"type".into()).is_ok_and(|kind| kind.as_string().as_deref() == Some(wanted))
            })?;
            Reflect::get(&found, &"value".into()).ok()?.as_string()
        };
        let two = |wanted: &str| part(wanted).map(|text| format!("{text:0>2}"));
        let day = Date::parse(&format!("{:0>4}-{}-{}", part("year")?, two("month")?, two("day")?))?;
        let number = |wanted: &str| part(wanted)?.parse::<u32>().ok();
        let seconds = number("hour")?.checked_mul(3600)?.checked_add(number("minute")?.checked_mul(60)?)?;
        let seconds = seconds.checked_add(number("second")?)?;
        Some(Moment { day, millisecond: seconds.checked_mul(1000)?.checked_add(utc.millisecond % 1000)? })
    }
}

crate::document::plain!(Zone);
