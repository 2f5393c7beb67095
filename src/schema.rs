//! JSON Schema of every document that goes in or comes out, from the Rust types and their doc comments.

use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

#[cfg(feature = "analyses")]
use crate::analyses::{
    Bargain, BargainQuestion, BreakEven, Comparison, Equivalent, EquivalentQuestion, GoalQuestion, GoalSought, Grid,
    GridQuestion, Milestones, NextEvent, NextEventQuestion, Price, PriceQuestion, Sensitivity, Simulation,
    SimulationQuestion, VarianceQuestion, VarianceShares, Vary,
};
use crate::contract::{Contract, ContractFacts};
use crate::evaluate::{Options, Statement};
use crate::events::Event;
#[cfg(feature = "import")]
use crate::import::{ActionsOptions, ImportOptions, Imported, ImportedActions, ReadTable, TableOptions};
use crate::outcome::Outcome;
use crate::scenario::{Projection, Scenario};

/// The schema: a contract's at its root, all other documents' under `$defs`.
#[must_use]
pub fn schema() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    generator.subschema_for::<Contract>();
    generator.subschema_for::<Vec<Event>>();
    generator.subschema_for::<Options>();
    generator.subschema_for::<Scenario>();
    generator.subschema_for::<Outcome<ContractFacts>>();
    generator.subschema_for::<Outcome<Statement>>();
    generator.subschema_for::<Outcome<Projection>>();
    #[cfg(feature = "analyses")]
    {
        generator.subschema_for::<Vary>();
        generator.subschema_for::<EquivalentQuestion>();
        generator.subschema_for::<GoalQuestion>();
        generator.subschema_for::<PriceQuestion>();
        generator.subschema_for::<NextEventQuestion>();
        generator.subschema_for::<VarianceQuestion>();
        generator.subschema_for::<BargainQuestion>();
        generator.subschema_for::<GridQuestion>();
        generator.subschema_for::<Outcome<Grid>>();
        generator.subschema_for::<Outcome<Equivalent>>();
        generator.subschema_for::<Outcome<Price>>();
        generator.subschema_for::<Outcome<NextEvent>>();
        generator.subschema_for::<Outcome<Milestones>>();
        generator.subschema_for::<Outcome<VarianceShares>>();
        generator.subschema_for::<Outcome<Bargain>>();
        generator.subschema_for::<SimulationQuestion>();
        generator.subschema_for::<Outcome<Comparison>>();
        generator.subschema_for::<Outcome<BreakEven>>();
        generator.subschema_for::<Outcome<GoalSought>>();
        generator.subschema_for::<Outcome<Sensitivity>>();
        generator.subschema_for::<Outcome<Simulation>>();
    }
    #[cfg(feature = "import")]
    {
        generator.subschema_for::<ImportOptions>();
        generator.subschema_for::<Outcome<Imported>>();
        generator.subschema_for::<ActionsOptions>();
        generator.subschema_for::<Outcome<ImportedActions>>();
        generator.subschema_for::<TableOptions>();
        generator.subschema_for::<Outcome<ReadTable>>();
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Payout Calculator documents",
        "description": "A partner contract; under $defs every other document of the engine.",
        "$ref": "#/$defs/Contract",
        "$defs": generator.take_definitions(true),
    })
}
