//! Which words stand for the terms' own words.

use super::say::Say;
use crate::contract::terms::{Base, LimitScope, Measure, Part, Period, Span, WeekDay};

pub(super) const fn base(base: Base) -> Say {
    match base {
        Base::OrderAmount => Say::OrderAmount,
        Base::RecurringPayment => Say::RecurringPayment,
        Base::ContractValue => Say::ContractValue,
        Base::Collected => Say::Collected,
        Base::Margin => Say::Margin,
        Base::Commission => Say::Commission,
        Base::NetRevenue => Say::NetRevenue,
    }
}

pub(super) const fn part(part: Part) -> Say {
    match part {
        Part::Discount => Say::Discount,
        Part::TaxInside => Say::TaxInside,
        Part::TaxOnTop => Say::TaxOnTop,
        Part::Shipping => Say::Shipping,
        Part::Cost => Say::Cost,
    }
}

pub(super) const fn measure(measure: Measure) -> Say {
    match measure {
        Measure::Revenue => Say::Revenue,
        Measure::Events => Say::Events,
        Measure::Units => Say::Units,
        Measure::Customers => Say::Customers,
        Measure::ActiveCustomers => Say::ActiveCustomers,
    }
}

pub(super) const fn period(period: Period) -> Say {
    match period {
        Period::Order => Say::PerOrder,
        Period::Day => Say::PerDay,
        Period::Week => Say::PerWeek,
        Period::Month => Say::PerMonth,
        Period::Quarter => Say::PerQuarter,
        Period::Year => Say::PerYear,
        Period::CustomerYear => Say::PerCustomerYear,
        Period::Contract => Say::InAll,
    }
}

pub(super) const fn span(span: Span) -> Say {
    period(span.period())
}

pub(super) const fn scope(scope: LimitScope) -> Say {
    match scope {
        LimitScope::Event => Say::PerEvent,
        LimitScope::Item => Say::PerItem,
        LimitScope::Customer => Say::PerCustomer,
        LimitScope::Day => Say::PerDay,
        LimitScope::Week => Say::PerWeek,
        LimitScope::Month => Say::PerMonth,
        LimitScope::Quarter => Say::PerQuarter,
        LimitScope::Year => Say::PerYear,
        LimitScope::Contract => Say::InAll,
    }
}

pub(super) const fn weekday(day: WeekDay) -> Say {
    match day {
        WeekDay::Monday => Say::Monday,
        WeekDay::Tuesday => Say::Tuesday,
        WeekDay::Wednesday => Say::Wednesday,
        WeekDay::Thursday => Say::Thursday,
        WeekDay::Friday => Say::Friday,
        WeekDay::Saturday => Say::Saturday,
        WeekDay::Sunday => Say::Sunday,
    }
}

pub(super) fn fact(name: &str) -> Option<Say> {
    Some(match name {
        "customerStatus" => Say::CustomerStatus,
        "customerMonths" => Say::CustomerMonths,
        "paymentNumber" => Say::PaymentNumber,
        "country" => Say::Country,
        "region" => Say::Region,
        "sku" => Say::Sku,
        "category" => Say::Category,
        "brand" => Say::Brand,
        "list" => Say::List,
        "promoCode" => Say::PromoCode,
        "orderTotal" => Say::OrderTotal,
        "quantity" => Say::Quantity,
        "device" => Say::Device,
        "partnerGroup" => Say::PartnerGroup,
        _ => return None,
    })
}
