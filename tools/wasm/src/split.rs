//! Splits a module in two by what a run of it used: what a page needs at once, and the rest, which is loaded when it is needed.
//!
//! `split mark INPUT OUTPUT` adds an exported global `used0`, `used1`, … for each function, which is 1 after the function was called.
//! `split part INPUT USED FIRST REST` puts the functions whose numbers stand in the file USED into FIRST, all others into REST.
//!
//! FIRST has the imports and exports of INPUT; in it, a call of a function of REST goes through a place in the function table. These
//! places are empty until REST is instantiated with `{ first: <the exports of FIRST> }`; calling one before that traps.

use std::collections::BTreeSet;
use std::env;
use std::fs;

use anyhow::{Context, Result, bail};
use walrus::ir::{Value, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind, GlobalId, GlobalKind,
    ImportedFunction, Module, TableId, ValType,
};

/// The name under which REST imports what FIRST exports, and that of the memory.
const FIRST: &str = "first";
const MEMORY: &str = "m";

/// The names of the globals of a marked module begin with this, before the numbers of their functions.
const USED: &str = "used";

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["mark", input, output] => {
            let mut module = Module::from_file(input)?;
            mark(&mut module);
            module.emit_wasm_file(output)
        }
        ["part", input, used, first, rest] => {
            let used = fs::read_to_string(used).with_context(|| format!("no {used}"))?;
            let used = used.split_whitespace().map(str::parse).collect::<Result<BTreeSet<usize>, _>>()?;
            let parting = Parting::new(&Module::from_file(input)?, &used)?;
            written(input, first, |module| parting.first(module))?;
            written(input, rest, |module| parting.rest(module))
        }
        _ => bail!("usage: split mark INPUT OUTPUT, or split part INPUT USED FIRST REST"),
    }
}

/// Changes a module, and writes what is still reached.
fn written(input: &str, output: &str, change: impl FnOnce(&mut Module) -> Result<()>) -> Result<()> {
    let mut module = Module::from_file(input)?;
    change(&mut module)?;
    walrus::passes::gc::run(&mut module);
    module.emit_wasm_file(output)
}

/// Gives every function that has a body an exported global, which it sets to 1.
fn mark(module: &mut Module) {
    let bodies: Vec<_> = module.funcs.iter_local().map(|(id, _)| id).collect();
    for (number, id) in bodies.into_iter().enumerate() {
        let used = module.globals.add_local(ValType::I32, true, false, ConstExpr::Value(Value::I32(0)));
        module.exports.add(&format!("{USED}{number}"), used);
        let function = module.funcs.get_mut(id).kind.unwrap_local_mut();
        function.builder_mut().func_body().const_at(0, Value::I32(1)).global_set_at(1, used);
    }
}

/// What becomes of each function of a module. Everything is known by its index, which is the same each time that a file is read.
struct Parting {
    /// The functions of the rest that the first part mentions: each gets a place in the table, after those that it had.
    called: Vec<usize>,
    /// What the rest uses of the first part.
    functions: BTreeSet<usize>,
    globals: BTreeSet<usize>,
    tables: BTreeSet<usize>,
}

/// What a function mentions.
#[derive(Default)]
struct Mentions {
    functions: BTreeSet<usize>,
    globals: BTreeSet<usize>,
    tables: BTreeSet<usize>,
}

impl<'i> Visitor<'i> for Mentions {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.functions.insert(function.index());
    }

    fn visit_global_id(&mut self, global: &GlobalId) {
        self.globals.insert(global.index());
    }

    fn visit_table_id(&mut self, table: &TableId) {
        self.tables.insert(table.index());
    }
}

impl Parting {
    fn new(module: &Module, used: &BTreeSet<usize>) -> Result<Self> {
        let (mut first, mut rest) = (Mentions::default(), Mentions::default());
        let mut own = BTreeSet::new();
        for (number, (id, body)) in module.funcs.iter_local().enumerate() {
            let side = if used.contains(&number) {
                &mut first
            } else {
                own.insert(id.index());
                &mut rest
            };
            dfs_in_order(side, body, body.entry_block());
        }
        for element in module.elements.iter() {
            let ElementItems::Functions(functions) = &element.items else { bail!("a table is filled by expressions") };
            first.functions.extend(functions.iter().map(|id| id.index()));
        }
        for export in module.exports.iter() {
            if let ExportItem::Function(id) = export.item {
                first.functions.insert(id.index());
            }
        }
        rest.tables.insert(function_table(module)?.index());
        Ok(Self {
            called: first.functions.intersection(&own).copied().collect(),
            functions: rest.functions.difference(&own).copied().collect(),
            globals: rest.globals,
            tables: rest.tables,
        })
    }

    /// Calls of the rest go through the table; what the rest uses is exported.
    fn first(&self, module: &mut Module) -> Result<()> {
        let table = function_table(module)?;
        let place = module.tables.get(table).initial;
        for (place, index) in (place..).zip(&self.called) {
            let id = module.funcs.iter().find(|function| function.id().index() == *index).context("a function")?.id();
            let ty = module.funcs.get(id).ty();
            let (parameters, results) =
                (module.types.get(ty).params().to_vec(), module.types.get(ty).results().to_vec());
            let arguments: Vec<_> = parameters.iter().map(|ty| module.locals.add(*ty)).collect();
            let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
            let mut body = builder.func_body();
            for argument in &arguments {
                body.local_get(*argument);
            }
            body.i32_const(i32::try_from(place)?).call_indirect(ty, table);
            module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(arguments));
        }
        let table = module.tables.get_mut(table);
        table.initial += self.called.len() as u64;
        table.maximum = table.maximum.map(|_| table.initial);

        let memory = module.get_memory_id()?;
        module.exports.add(MEMORY, memory);
        let functions: Vec<_> = module.funcs.iter().map(walrus::Function::id).collect();
        for id in functions.into_iter().filter(|id| self.functions.contains(&id.index())) {
            module.exports.add(&name('f', id.index()), id);
        }
        let globals: Vec<_> = module.globals.iter().map(walrus::Global::id).collect();
        for id in globals.into_iter().filter(|id| self.globals.contains(&id.index())) {
            module.exports.add(&name('g', id.index()), id);
        }
        let tables: Vec<_> = module.tables.iter().map(walrus::Table::id).collect();
        for id in tables.into_iter().filter(|id| self.tables.contains(&id.index())) {
            module.exports.add(&name('t', id.index()), id);
        }
        Ok(())
    }

    /// What stands in the first part is imported from there; the places of its calls are filled.
    fn rest(&self, module: &mut Module) -> Result<()> {
        let table = function_table(module)?;
        let place = i32::try_from(module.tables.get(table).initial)?;
        module.start = None;
        for id in module.exports.iter().map(walrus::Export::id).collect::<Vec<_>>() {
            module.exports.delete(id);
        }
        for id in module.elements.iter().map(walrus::Element::id).collect::<Vec<_>>() {
            module.elements.delete(id);
        }
        for table in module.tables.iter_mut() {
            table.elem_segments.clear();
        }
        for id in module.data.iter().map(walrus::Data::id).collect::<Vec<_>>() {
            module.data.delete(id);
        }
        let functions: Vec<_> = module.funcs.iter().map(|function| (function.id(), function.ty())).collect();
        for (id, ty) in functions.iter().filter(|(id, _)| self.functions.contains(&id.index())) {
            if let FunctionKind::Import(before) = &module.funcs.get(*id).kind {
                module.imports.delete(before.import);
            }
            let import = module.imports.add(FIRST, &name('f', id.index()), *id);
            module.funcs.get_mut(*id).kind = FunctionKind::Import(ImportedFunction { import, ty: *ty });
        }
        let memory = module.get_memory_id()?;
        let import = module.imports.add(FIRST, MEMORY, memory);
        let memory = module.memories.get_mut(memory);
        memory.import = Some(import);
        memory.data_segments.clear();
        for id in module.globals.iter().map(walrus::Global::id).collect::<Vec<_>>() {
            let import = module.imports.add(FIRST, &name('g', id.index()), id);
            module.globals.get_mut(id).kind = GlobalKind::Import(import);
        }
        for id in module.tables.iter().map(walrus::Table::id).collect::<Vec<_>>() {
            let import = module.imports.add(FIRST, &name('t', id.index()), id);
            let table = module.tables.get_mut(id);
            table.import = Some(import);
            // An import may not be smaller than what it imports, which is longer in the first part.
            table.maximum = None;
        }
        let called = functions.iter().filter(|(id, _)| self.called.contains(&id.index())).map(|(id, _)| *id).collect();
        let offset = ConstExpr::Value(Value::I32(place));
        let element = module.elements.add(ElementKind::Active { table, offset }, ElementItems::Functions(called));
        module.tables.get_mut(table).elem_segments.insert(element);
        Ok(())
    }
}

fn function_table(module: &Module) -> Result<TableId> {
    module.tables.main_function_table()?.context("the module has no function table")
}

/// The name of what the two parts share.
fn name(kind: char, index: usize) -> String {
    format!("{kind}{index:x}")
}
