//! The boundary to JavaScript: stateless functions, one value in for each document, one value out.
//!
//! Documents come as the plain values that `JSON.parse` makes, or as JSON text. Every function answers `{ ok: … }` or `{ problems: […] }`; amounts
//! and counts are decimal strings. None of them throws; a defect in the engine itself traps, and the caller starts a new instance.

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(feature = "analyses")]
use crate::analyses::{Running, Simulation};
use crate::document::{
    Code, DocumentKind, Limits, Node, Problem, Refusal, from_js, from_text, is_whole, quoted, to_json,
};
#[cfg(feature = "import")]
use crate::outcome;
use crate::outcome::{Given, Outcome, check_contract as check, evaluate_events, project_scenario};
#[cfg(feature = "analyses")]
use crate::outcome::{
    begin_simulation, compare_contracts, find_bargain, find_break_even, find_equivalent_offers, find_milestones,
    find_next_event, find_price_of_clause, find_sensitivity, find_variance_shares, lay_out_grid, seek_goal,
    simulate_contracts,
};

/// Of a quarter of the code of the standard library's.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Names the place of a panic in the console, before the trap that follows it; in builds whose panics have a place, which those for
/// release have not.
#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|place| format!(" at {}:{}", place.file(), place.line())).unwrap_or_default();
        web_sys::console::error_1(&format!("payout-calculator: a defect in the engine{place}").into());
    }));
}

/// The engine's version.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Checks a contract.
#[wasm_bindgen]
#[must_use]
pub fn check_contract(contract: &JsValue) -> JsValue {
    written(&check(Document::new(contract).given(DocumentKind::Contract)))
}

/// Evaluates a contract against a list of events; options may be left out.
#[wasm_bindgen]
#[must_use]
pub fn evaluate(contract: &JsValue, events: &JsValue, options: &JsValue) -> JsValue {
    let asked = !(options.is_undefined() || options.is_null());
    let (contract, events, options) = (Document::new(contract), Document::new(events), Document::new(options));
    let options = asked.then(|| options.given(DocumentKind::Options));
    written(&evaluate_events(contract.given(DocumentKind::Contract), events.given(DocumentKind::Events), options))
}

/// Projects a contract over a scenario.
#[wasm_bindgen]
#[must_use]
pub fn project(contract: &JsValue, scenario: &JsValue) -> JsValue {
    let (contract, scenario) = (Document::new(contract), Document::new(scenario));
    written(&project_scenario(contract.given(DocumentKind::Contract), scenario.given(DocumentKind::Scenario)))
}

/// Brings in contracts of impact.com; options may be left out.
#[cfg(feature = "import")]
#[wasm_bindgen]
#[must_use]
pub fn import_impact(payload: &JsValue, options: &JsValue) -> JsValue {
    let (payload, asked) = (Document::new(payload), Document::new(options));
    written(&outcome::import_impact(payload.given(DocumentKind::Payload), asked.if_said(DocumentKind::Options)))
}

/// Brings in actions of impact.com, as values, JSON text or comma separated text, with their items if these are given.
#[cfg(feature = "import")]
#[wasm_bindgen]
#[must_use]
pub fn import_actions(actions: &JsValue, items: &JsValue, options: &JsValue) -> JsValue {
    let (actions, items, asked) = (Document::new(actions), Document::new(items), Document::new(options));
    let items = items.is_said().then(|| items.table());
    written(&outcome::import_actions(actions.table(), items, asked.if_said(DocumentKind::Options)))
}

/// Reads tiers that were pasted out of a spreadsheet; options may be left out.
#[cfg(feature = "import")]
#[wasm_bindgen]
#[must_use]
pub fn read_tiers(text: &JsValue, options: &JsValue) -> JsValue {
    let asked = Document::new(options);
    // What is no text has no rows.
    let text = text.as_string().unwrap_or_default();
    written(&outcome::read_tiers(&text, asked.if_said(DocumentKind::Options)))
}

/// Compares a list of contracts over a scenario.
#[cfg(feature = "analyses")]
#[wasm_bindgen]
#[must_use]
pub fn compare(contracts: &JsValue, scenario: &JsValue) -> JsValue {
    let (contracts, scenario) = (Document::new(contracts), Document::new(scenario));
    written(&compare_contracts(contracts.given(DocumentKind::Contract), scenario.given(DocumentKind::Scenario)))
}

/// Finds where the two contracts of a list pay the same over a scenario, along the number that the question is about.
#[cfg(feature = "analyses")]
#[wasm_bindgen]
#[must_use]
pub fn break_even(contracts: &JsValue, scenario: &JsValue, question: &JsValue) -> JsValue {
    let (contracts, scenario, question) = (Document::new(contracts), Document::new(scenario), Document::new(question));
    let contracts = contracts.given(DocumentKind::Contract);
    written(&find_break_even(contracts, scenario.given(DocumentKind::Scenario), question.given(DocumentKind::Options)))
}

/// Lays out what the contracts of a list pay at many values of one or two numbers.
#[cfg(feature = "analyses")]
#[wasm_bindgen]
#[must_use]
pub fn grid(contracts: &JsValue, scenario: &JsValue, question: &JsValue) -> JsValue {
    let (contracts, scenario, question) = (Document::new(contracts), Document::new(scenario), Document::new(question));
    let contracts = contracts.given(DocumentKind::Contract);
    written(&lay_out_grid(contracts, scenario.given(DocumentKind::Scenario), question.given(DocumentKind::Options)))
}

/// Finds what reaches a goal.
#[cfg(feature = "analyses")]
#[wasm_bindgen]
#[must_use]
pub fn goal_seek(contract: &JsValue, scenario: &JsValue, question: &JsValue) -> JsValue {
    let (contract, scenario, question) = (Document::new(contract), Document::new(scenario), Document::new(question));
    let contract = contract.given(DocumentKind::Contract);
    written(&seek_goal(contract, scenario.given(DocumentKind::Scenario), question.given(DocumentKind::Options)))
}

/// Tells where a contract stands at the end of each month of a scenario.
#[cfg(feature = "analyses")]
#[wasm_bindgen]
#[must_use]
pub fn milestones(contract: &JsValue, scenario: &JsValue) -> JsValue {
    let (contract, scenario) = (Document::new(contract), Document::new(scenario));
    written(&find_milestones(contract.given(DocumentKind::Contract), scenario.given(DocumentKind::Scenario)))
}

/// Finds which range of a scenario moves the result most.
#[cfg(feature = "analyses")]
#[wasm_bindgen]
#[must_use]
pub fn sensitivity(contract: &JsValue, scenario: &JsValue) -> JsValue {
    let (contract, scenario) = (Document::new(contract), Document::new(scenario));
    written(&find_sensitivity(contract.given(DocumentKind::Contract), scenario.given(DocumentKind::Scenario)))
}

/// Simulates a list of contracts over a scenario.
#[cfg(feature = "analyses")]
#[wasm_bindgen]
#[must_use]
pub fn simulate(contracts: &JsValue, scenario: &JsValue, question: &JsValue) -> JsValue {
    let (contracts, scenario, question) = (Document::new(contracts), Document::new(scenario), Document::new(question));
    let contracts = contracts.given(DocumentKind::Contract);
    written(&simulate_contracts(
        contracts,
        scenario.given(DocumentKind::Scenario),
        question.given(DocumentKind::Options),
    ))
}

/// A simulation that is run in parts, so that a page can show how far it is.
#[cfg(feature = "analyses")]
#[wasm_bindgen]
#[derive(Debug)]
pub struct RunningSimulation(Running);

#[cfg(feature = "analyses")]
#[wasm_bindgen]
impl RunningSimulation {
    /// Reads the documents.
    ///
    /// # Errors
    /// Throws an outcome with what is wrong with them.
    #[wasm_bindgen(constructor)]
    pub fn new(contracts: &JsValue, scenario: &JsValue, question: &JsValue) -> Result<Self, JsValue> {
        let (contracts, scenario, question) =
            (Document::new(contracts), Document::new(scenario), Document::new(question));
        let (contracts, scenario) = (contracts.given(DocumentKind::Contract), scenario.given(DocumentKind::Scenario));
        begin_simulation(contracts, scenario, question.given(DocumentKind::Options))
            .map(Self)
            .map_err(|problems| written(&Outcome::<Simulation>::Problems(problems)))
    }

    /// Draws so many more times; answers with how many draws are done, and how many there are to be.
    #[must_use]
    pub fn draw(&mut self, times: u32) -> JsValue {
        written(&Outcome::from(self.0.draw(times.into()).map(|()| self.0.progress())))
    }

    /// What was found so far. After it, the simulation is gone.
    #[must_use]
    pub fn finish(self) -> JsValue {
        written(&Outcome::from(self.0.finish()))
    }
}

/// Finds what makes the other contracts of a list worth what the first one is.
#[cfg(feature = "analyses")]
#[wasm_bindgen]
#[must_use]
pub fn equivalent_offers(contracts: &JsValue, scenario: &JsValue, question: &JsValue) -> JsValue {
    let (contracts, scenario, question) = (Document::new(contracts), Document::new(scenario), Document::new(question));
    let contracts = contracts.given(DocumentKind::Contract);
    let question = question.given(DocumentKind::Options);
    written(&find_equivalent_offers(contracts, scenario.given(DocumentKind::Scenario), question))
}

/// Finds what a clause is worth.
#[cfg(feature = "analyses")]
#[wasm_bindgen]
#[must_use]
pub fn price_of_clause(contract: &JsValue, scenario: &JsValue, question: &JsValue) -> JsValue {
    asked_of_one(contract, scenario, question, find_price_of_clause)
}

/// Finds what one more event adds.
#[cfg(feature = "analyses")]
#[wasm_bindgen]
#[must_use]
pub fn next_event(contract: &JsValue, scenario: &JsValue, question: &JsValue) -> JsValue {
    asked_of_one(contract, scenario, question, find_next_event)
}

/// Finds how much of the spread each range explains.
#[cfg(feature = "analyses")]
#[wasm_bindgen]
#[must_use]
pub fn variance_shares(contract: &JsValue, scenario: &JsValue, question: &JsValue) -> JsValue {
    asked_of_one(contract, scenario, question, find_variance_shares)
}

/// Finds what two sides can agree on.
#[cfg(feature = "analyses")]
#[wasm_bindgen]
#[must_use]
pub fn bargain(contract: &JsValue, scenario: &JsValue, question: &JsValue) -> JsValue {
    asked_of_one(contract, scenario, question, find_bargain)
}

#[cfg(feature = "analyses")]
fn asked_of_one<T: Serialize>(
    contract: &JsValue,
    scenario: &JsValue,
    question: &JsValue,
    find: fn(Given, Given, Given) -> Outcome<T>,
) -> JsValue {
    let (contract, scenario, question) = (Document::new(contract), Document::new(scenario), Document::new(question));
    let contract = contract.given(DocumentKind::Contract);
    written(&find(contract, scenario.given(DocumentKind::Scenario), question.given(DocumentKind::Options)))
}

/// A document: what JavaScript gave, and its JSON text, which costs one crossing of the border where the value costs one a question.
struct Document<'v> {
    value: &'v JsValue,
    text: Option<String>,
}

impl<'v> Document<'v> {
    #[inline(never)]
    fn new(value: &'v JsValue) -> Self {
        // What can't be written, such as a value inside itself, is read as a value, which finds where the mistake is.
        let text = value.as_string().or_else(|| js_sys::JSON::stringify(value).ok().and_then(|text| text.as_string()));
        Self { value, text }
    }

    /// Its tree, unless JavaScript left it out.
    #[cfg(feature = "import")]
    fn if_said(&self, document: DocumentKind) -> Option<Given<'_>> {
        self.is_said().then(|| self.given(document))
    }

    #[cfg(feature = "import")]
    fn is_said(&self) -> bool {
        !self.value.is_undefined() && !self.value.is_null()
    }

    /// Rows, as values, JSON text or comma separated text.
    #[cfg(feature = "import")]
    fn table(&self) -> Given<'_> {
        let text = self.text.as_deref().filter(|text| self.value.is_string() && crate::import::is_table(text));
        match text {
            Some(text) => crate::import::rows(text, DocumentKind::Payload),
            None => self.within(DocumentKind::Payload, Limits::EVENTS),
        }
    }

    /// Its tree, within the limits of its kind.
    #[inline(never)]
    fn given(&self, document: DocumentKind) -> Given<'_> {
        self.within(document, Limits::of(document))
    }

    #[inline(never)]
    fn within(&self, document: DocumentKind, limits: Limits) -> Given<'_> {
        let given = self.value.is_string();
        let text = self.text.as_deref().unwrap_or_default();
        if given && !is_whole(text, self.value) {
            return Ok(Node::Refused(Refusal::HalfCharacter));
        }
        if let Some(node) = from_text(text, limits) {
            return Ok(node);
        }
        if !given {
            return Ok(from_js(self.value, limits));
        }
        js_sys::JSON::parse(text).map(|value| from_js(&value, limits)).map_err(|_| {
            vec![Problem::new(
                document,
                Code::InvalidJson,
                "",
                "This text is not JSON.",
                "a value, or JSON text",
                &quoted(text),
                None,
            )]
        })
    }
}

fn written<T: Serialize>(outcome: &Outcome<T>) -> JsValue {
    // Serializing our own types has no way to fail: no maps with other keys than text.
    js_sys::JSON::parse(&to_json(outcome)).unwrap_or(JsValue::UNDEFINED)
}
