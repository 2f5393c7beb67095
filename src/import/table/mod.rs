//! Tiers that were pasted out of a spreadsheet: thresholds, what is paid from there, and names if there are any.

mod cells;
mod figure;
mod range;
mod report;

use crate::contract::Reached;
use crate::document::Node;
use crate::money::Number;

use super::draft::{self, Draft};
use cells::{Row, rows};
use figure::{Evidence, Figure, names_currency};
use range::Range;

pub use figure::DecimalSign;
pub use report::{
    CellCode, CellProblem, ColumnRole, Paid, ReadRow, ReadTable, TableOptions, TableReading, TableReadingCode,
};

/// Reads two or three columns, or four, pasted out of a spreadsheet: where tiers begin (and end), a rate or an amount, and a name.
///
/// Whatever can be read in several ways is told in `readings`; where nothing tells which is meant, there are no steps.
#[must_use]
pub fn read_tiers(text: &str, options: &TableOptions) -> ReadTable {
    let (mut rows, problems) = rows(text);
    let head = take_head(&mut rows);
    let columns = roles(&rows);
    let mut work = Work { options, columns, problems, readings: Vec::new() };
    if rows.is_empty() {
        work.problem(CellCode::NoRows, 0, 0, "");
    } else if !work.columns.contains(&ColumnRole::From) || !work.columns.contains(&ColumnRole::Paid) {
        work.problem(CellCode::Columns, 0, 0, &format!("{}", work.columns.len()));
    }
    let steps = if work.problems.is_empty() { work.steps(&rows, head.as_ref()) } else { None };
    let (steps, read) = steps.unzip();
    let steps = steps.filter(|_| work.problems.is_empty());
    let boundary = work.readings.iter().find(|reading| reading.code == TableReadingCode::Boundary);
    let above = boundary.is_some_and(|reading| reading.taken.as_deref() == Some(Reached::Above.word()));
    let tiers = steps.as_ref().zip(options.mode).map(|(steps, mode)| {
        let mut table = draft::map([("mode", draft::text(mode.word()))]);
        let measure = options.measure.map(|measure| ("measure", measure.word()));
        let per = options.per.map(|per| ("per", per.word()));
        let boundary = above.then_some(("boundary", Reached::Above.word()));
        for (name, word) in [measure, per, boundary].into_iter().flatten() {
            draft::put(&mut table, name, draft::text(word));
        }
        draft::put(&mut table, "steps", steps.0.clone());
        Draft(table)
    });
    ReadTable {
        steps,
        tiers,
        columns: work.columns,
        readings: work.readings,
        rows: read.unwrap_or_default(),
        problems: work.problems,
    }
}

/// The row of names above the numbers, if there is one.
fn take_head(rows: &mut Vec<Row>) -> Option<Row> {
    let named = rows.first()?.cells.iter().all(|cell| Range::of(cell).is_none());
    (named && rows.len() > 1).then(|| rows.remove(0))
}

/// What each column holds, by what stands in it: names where no cell is a number, percentages where one is, and the other numbers in their
/// order.
fn roles(rows: &[Row]) -> Vec<ColumnRole> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let cells =
        |column: usize| rows.iter().filter_map(move |row| row.cells.get(column)).filter(|cell| !cell.is_empty());
    let numeric: Vec<usize> =
        (0..width).filter(|column| cells(*column).any(|cell| Range::of(cell).is_some())).collect();
    let percent = numeric.iter().copied().find(|column| cells(*column).any(|cell| cell.ends_with('%')));
    let paid = percent.or(numeric.last().copied()).filter(|_| (2..=3).contains(&numeric.len()));
    let mut ends = numeric.iter().copied().filter(|column| Some(*column) != paid);
    let (from, to) = if paid.is_some() { (ends.next(), ends.next()) } else { (None, None) };
    let label = (0..width).find(|column| !numeric.contains(column) && cells(*column).next().is_some());
    (0..width)
        .map(|column| match Some(column) {
            column if column == from => ColumnRole::From,
            column if column == to => ColumnRole::To,
            column if column == paid => ColumnRole::Paid,
            column if column == label => ColumnRole::Label,
            _ => ColumnRole::Unused,
        })
        .collect()
}

struct Work<'o> {
    options: &'o TableOptions,
    columns: Vec<ColumnRole>,
    problems: Vec<CellProblem>,
    readings: Vec<TableReading>,
}

/// A row whose cells are figures, not yet read.
struct Line<'r> {
    row: &'r Row,
    range: Range,
    paid: Figure,
}

impl Work<'_> {
    fn problem(&mut self, code: CellCode, row: usize, column: usize, got: &str) {
        self.problems.push(CellProblem { code, row, column, got: got.to_owned() });
    }

    /// The column of a role, from 1; 0 where there is none.
    fn column(&self, role: ColumnRole) -> usize {
        self.columns.iter().position(|known| *known == role).map_or(0, |column| column.saturating_add(1))
    }

    fn cell<'r>(&self, row: &'r Row, role: ColumnRole) -> &'r str {
        let column = self.columns.iter().position(|known| *known == role);
        column.and_then(|column| row.cells.get(column)).map_or("", String::as_str)
    }

    fn steps(&mut self, rows: &[Row], head: Option<&Row>) -> Option<(Draft, Vec<ReadRow>)> {
        let lines: Vec<Option<Line>> = rows.iter().map(|row| self.line(row)).collect();
        let lines: Vec<Line> = lines.into_iter().collect::<Option<_>>()?;
        let sign = self.sign(&lines)?;
        let paid = self.paid(&lines, head)?;
        let froms = self.thresholds(&lines, sign)?;
        let mut steps = Vec::new();
        let mut read = Vec::new();
        for (line, from) in lines.iter().zip(froms) {
            let number = self.number(&line.paid, sign, line.row, ColumnRole::Paid)?;
            let said = if paid == Paid::Percent { format!("{number}%") } else { number.to_string() };
            let mut step = draft::map([("from", draft::text(from.to_string()))]);
            draft::put(&mut step, paid.word(), draft::text(said.clone()));
            let label = self.label(line.row);
            if let Some(label) = &label {
                draft::put(&mut step, "label", draft::text(label.clone()));
            }
            steps.push(step);
            read.push(ReadRow { row: line.row.number, from: from.to_string(), paid: said, label });
        }
        Some((Draft(Node::List(steps)), read))
    }

    fn line<'r>(&mut self, row: &'r Row) -> Option<Line<'r>> {
        let (from, to) = (self.cell(row, ColumnRole::From), self.cell(row, ColumnRole::To));
        let range = if self.column(ColumnRole::To) > 0 { Range::of_two(from, to) } else { Range::of(from) };
        let paid = self.cell(row, ColumnRole::Paid);
        let figure = Figure::of(paid);
        for (role, cell, read) in
            [(ColumnRole::From, from, range.is_some()), (ColumnRole::Paid, paid, figure.is_some())]
        {
            if !read {
                let code = if cell.is_empty() { CellCode::Empty } else { CellCode::NotANumber };
                self.problem(code, row.number, self.column(role), cell);
            }
        }
        Some(Line { row, range: range?, paid: figure? })
    }

    /// What stands before decimals: as told, else as the numbers tell that can be read in one way only, else so that separators stand between
    /// thousands.
    fn sign(&mut self, lines: &[Line]) -> Option<DecimalSign> {
        let figures = || lines.iter().flat_map(|line| line.range.figures().chain([&line.paid]));
        let mut sure = figures().filter_map(|figure| match figure.evidence() {
            Evidence::Only(sign) => Some(sign),
            _ => None,
        });
        let open: Vec<DecimalSign> = figures()
            .filter_map(|figure| match figure.evidence() {
                Evidence::Either(sign) => Some(sign),
                _ => None,
            })
            .collect();
        let told = self.options.decimal_sign.or(sure.next());
        let likely = open.first().copied().filter(|first| open.iter().all(|other| other == first));
        if told.is_none() && open.is_empty() {
            return Some(DecimalSign::Point);
        }
        let taken = told.or(likely);
        let cells = lines.iter().flat_map(|line| {
            let all =
                [ColumnRole::From, ColumnRole::To, ColumnRole::Paid].map(|role| (role, self.cell(line.row, role)));
            all.into_iter().filter(|(_, cell)| {
                let range = Range::of(cell);
                range.iter().flat_map(Range::figures).any(|figure| matches!(figure.evidence(), Evidence::Either(_)))
            })
        });
        let cells: Vec<String> = cells.map(|(_, cell)| cell.to_owned()).collect();
        self.readings.push(TableReading {
            code: TableReadingCode::DecimalSign,
            taken: taken.map(|sign| sign.word().to_owned()),
            options: DecimalSign::ALL.iter().map(|sign| sign.word().to_owned()).collect(),
            // Where another number tells, it must tell the likely: a point in "5.5%" makes ten of "10.000", which may be meant or not.
            certain: self.options.decimal_sign.is_some() || told.is_some() && (open.is_empty() || likely == told),
            cells,
        });
        if taken.is_none() {
            self.problem(CellCode::DecimalSignUnclear, 0, 0, "");
        }
        taken
    }

    /// What tiers pay: as the cells' own signs say, else as told, else as the column's head says.
    fn paid(&mut self, lines: &[Line], head: Option<&Row>) -> Option<Paid> {
        let own = |line: &Line| match (line.paid.percent, line.paid.money) {
            (true, _) => Some(Paid::Percent),
            (_, true) => Some(Paid::Fixed),
            _ => None,
        };
        let head = head.map(|head| self.cell(head, ColumnRole::Paid)).unwrap_or_default();
        let by_head =
            if head.contains('%') { Some(Paid::Percent) } else { names_currency(head).then_some(Paid::Fixed) };
        let said = lines.iter().find_map(own);
        let column = self.column(ColumnRole::Paid);
        let taken = said.or(self.options.paid).or(by_head);
        for line in lines {
            // A bare number among percentages may be meant as one, or be a slip.
            let fits = match own(line) {
                Some(own) => Some(own) == taken,
                None => said.is_none() || self.options.paid == taken || line.paid.is_zero(),
            };
            if !fits {
                self.problem(CellCode::MixedPay, line.row.number, column, self.cell(line.row, ColumnRole::Paid));
            }
        }
        if said.is_none() {
            let cells = lines.iter().map(|line| self.cell(line.row, ColumnRole::Paid).to_owned()).collect();
            self.readings.push(TableReading {
                code: TableReadingCode::Paid,
                taken: taken.map(|paid| paid.word().to_owned()),
                options: Paid::ALL.iter().map(|paid| paid.word().to_owned()).collect(),
                certain: taken.is_some(),
                cells,
            });
            if taken.is_none() {
                self.problem(CellCode::PayUnclear, 0, column, "");
            }
        }
        taken
    }

    fn number(&mut self, figure: &Figure, sign: DecimalSign, row: &Row, role: ColumnRole) -> Option<Number> {
        let number = figure.number(sign);
        if number.is_none() {
            let code =
                if figure.evidence() == Evidence::None { CellCode::NotANumber } else { CellCode::OtherDecimalSign };
            self.problem(code, row.number, self.column(role), self.cell(row, role));
        }
        number
    }

    /// Where tiers begin, in rising order and without gaps.
    fn thresholds(&mut self, lines: &[Line], sign: DecimalSign) -> Option<Vec<Number>> {
        let column = self.column(ColumnRole::From);
        let mut froms: Vec<Number> = Vec::new();
        // Whether tiers begin above their threshold, where a row says so, and the cell.
        let mut told: Option<Reached> = None;
        let mut end: Option<(Number, Option<bool>)> = None;
        let mut fine = true;
        for line in lines {
            let cell = self.cell(line.row, ColumnRole::From).to_owned();
            let read = |work: &mut Self, figure: &Option<Figure>, role: ColumnRole| match figure {
                Some(figure) => work.number(figure, sign, line.row, role).map(Some),
                None => Some(None),
            };
            let from = read(self, &line.range.from, ColumnRole::From);
            let to = read(
                self,
                &line.range.to,
                if self.column(ColumnRole::To) > 0 { ColumnRole::To } else { ColumnRole::From },
            );
            let (Some(from), Some(to)) = (from, to) else {
                fine = false;
                continue;
            };
            let says = match (&from, end) {
                // A tier that only has an end begins where the one before ends.
                (None, Some((_, Some(inside)))) => Some(if inside { Reached::Above } else { Reached::AtLeast }),
                // From nothing on, both come to the same.
                (Some(from), _) if !from.is_zero() || line.range.above == Some(true) => {
                    line.range.above.map(|above| if above { Reached::Above } else { Reached::AtLeast })
                }
                _ => None,
            };
            if let (Some(from), Some((before, inside))) = (from, end) {
                let apart = from.sub(before).unwrap_or(Number::ZERO);
                // Ends are written as the last number of a tier, or as the first of the next.
                let unit = if inside == Some(false) { Number::ZERO } else { Number::ONE };
                if apart.is_negative() || apart > unit {
                    self.problem(CellCode::GapOrOverlap, line.row.number, column, &cell);
                    fine = false;
                }
            }
            let from = from.or(end.map(|(end, _)| end)).unwrap_or(Number::ZERO);
            if froms.last().is_some_and(|before| *before >= from) || to.is_some_and(|to| to < from) {
                self.problem(CellCode::NotRising, line.row.number, column, &cell);
                fine = false;
            }
            match (told, says) {
                (Some(told), Some(says)) if told != says => {
                    self.problem(CellCode::MixedBoundary, line.row.number, column, &cell);
                    fine = false;
                }
                (None, says) => told = says,
                _ => {}
            }
            froms.push(from);
            end = to.map(|to| (to, line.range.to_inside));
        }
        self.boundary(lines, told);
        fine.then_some(froms)
    }

    fn boundary(&mut self, lines: &[Line], told: Option<Reached>) {
        let taken = self.options.boundary.or(told).unwrap_or(Reached::AtLeast);
        self.readings.push(TableReading {
            code: TableReadingCode::Boundary,
            taken: Some(taken.word().to_owned()),
            options: Reached::ALL.iter().map(|boundary| boundary.word().to_owned()).collect(),
            certain: self.options.boundary.is_some() || told.is_some(),
            cells: if told.is_some() {
                Vec::new()
            } else {
                lines.iter().map(|line| self.cell(line.row, ColumnRole::From).to_owned()).collect()
            },
        });
    }

    fn label(&mut self, row: &Row) -> Option<String> {
        const LONGEST: usize = 300;
        let label = self.cell(row, ColumnRole::Label);
        if label.chars().count() > LONGEST || label.chars().any(char::is_control) {
            self.problem(CellCode::Label, row.number, self.column(ColumnRole::Label), label);
            return None;
        }
        (!label.is_empty()).then(|| label.to_owned())
    }
}
