//! `bindgen INPUT.wasm OUT_DIR`: writes the JavaScript beside a compiled engine, for browsers and Node alike.
//! With `KEEP_NAMES=1` the module keeps its functions' names.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let input = arguments.next().context("usage: bindgen INPUT.wasm OUT_DIR")?;
    let output = arguments.next().context("usage: bindgen INPUT.wasm OUT_DIR")?;
    Bindgen::new()
        .input_path(input)
        .out_name("payout_calculator")
        .web(true)?
        .typescript(true)
        // The package has one place that knows where the module is: www/engine.
        .omit_default_module_path(true)
        // After a trap, www/engine starts the engine anew.
        .reset_state_function(true)
        // A size profiler needs the names of functions; nobody else does.
        .remove_name_section(env::var_os("KEEP_NAMES").is_none())
        .remove_producers_section(true)
        .generate(output)
}
