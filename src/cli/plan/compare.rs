//! `plan compare A B`: two versions of a program side by side, within 80 columns.

use clap::Args;

use crate::domain::{Bilingual, CatalogueKind, Message, Program};
use crate::generation::model::Used;
use crate::generation::{
    Change, DayPair, Figures, Placed, Row, SideBySide, WeekHead, WeekPair, WrittenBy, side_by_side,
};
use crate::import::PlanFile;
use crate::language::columns;
use crate::library::Library;
use crate::llm::money;
use crate::notation;
use crate::runtime::engines::used;

use crate::cli::context::Context;
use crate::cli::error::{CliError, Exit};
use crate::cli::output::{cut, wrapped};

use super::audit::calls;
use super::source::{Source, load};

#[derive(Debug, Args)]
pub(in crate::cli) struct Arguments {
    #[arg(value_name = "FILE|ID")]
    old: String,
    #[arg(value_name = "FILE|ID")]
    new: String,
    #[arg(long, value_name = "N")]
    week: Vec<u16>,
    #[arg(long)]
    all: bool,
    #[arg(long)]
    json: bool,
}

/// Columns of one version: two of them, a sign before and a bar between, make 80.
const SIDE: usize = 37;
/// Muscles whose sets differ by less than this are left out.
const HALF_A_SET: f32 = 0.5;

pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let (old, new) = (load(&arguments.old, context)?, load(&arguments.new, context)?);
    let (left, right) = (program(&old)?, program(&new)?);
    let mut both = side_by_side(left, right, &new.library);
    both.left.cost = cost(left, context)?;
    both.right.cost = cost(right, context)?;
    if !arguments.week.is_empty() {
        both.weeks.retain(|week| arguments.week.contains(&week.index));
    }
    if arguments.json {
        context.out.json(&both)?;
        return Ok(Exit::Ok);
    }
    let lines = Written { both: &both, library: &new.library, context, all: arguments.all }.lines();
    for line in lines {
        context.out.line(&line)?;
    }
    Ok(Exit::Ok)
}

fn program(source: &Source) -> Result<&Program, CliError> {
    match &source.plan {
        PlanFile::Program(program) => Ok(program),
        PlanFile::Unit(..) | PlanFile::Framework(_) => {
            Err(CliError::Usage(Message::new("cli-compare-no-program")))
        }
    }
}

/// What writing a version used, where its job stands in the ledger at hand.
fn cost(program: &Program, context: &Context<'_>) -> Result<Option<Used>, CliError> {
    let calls = calls(program, context)?;
    Ok((!calls.is_empty()).then(|| used(&calls)))
}

/// The comparison in words.
struct Written<'a, 'c> {
    both: &'a SideBySide,
    library: &'a Library,
    context: &'a Context<'c>,
    all: bool,
}

impl Written<'_, '_> {
    fn lines(&self) -> Vec<String> {
        let mut lines = self.figures();
        lines.push(String::new());
        lines.push(self.say("cli-compare-legend"));
        for week in &self.both.weeks {
            self.week(week, &mut lines);
        }
        lines
    }

    fn say(&self, id: &'static str) -> String {
        self.context.text(&Message::new(id))
    }

    fn name(&self, name: &Bilingual) -> String {
        name.get(self.context.lang()).to_owned()
    }

    fn figures(&self) -> Vec<String> {
        let SideBySide { left, right, muscles, rules, .. } = self.both;
        let mut lines = vec![
            pair(' ', &left.title, &right.title),
            pair(' ', left.id.as_str(), right.id.as_str()),
            pair(' ', &self.by(left), &self.by(right)),
            pair(' ', &self.size(left), &self.size(right)),
            pair(' ', &self.range(left), &self.range(right)),
            pair(' ', &self.weeks(left), &self.weeks(right)),
            pair(' ', &self.price(left), &self.price(right)),
        ];
        lines.retain(|line| line.chars().any(|sign| !matches!(sign, ' ' | '│')));
        let shown = muscles.iter().filter(|it| (it.left - it.right).abs() >= HALF_A_SET);
        for sets in shown {
            let name = self.library.catalogues().name(CatalogueKind::Muscles, sets.muscle.id());
            let name = self.name(&name);
            // what stands in brackets explains the name to people who read one list, not two
            let name = name.split(" (").next().unwrap_or_default();
            let said = |sets: f32| {
                let message = Message::new("cli-compare-sets");
                let sets = f64::from((sets * 10.0).round() / 10.0);
                self.context.text(&message.with("muscle", name).with("sets", sets))
            };
            lines.push(pair(' ', &said(sets.left), &said(sets.right)));
        }
        for rule in rules.iter().filter(|rule| rule.left != rule.right) {
            let said = |count: usize| {
                let message = Message::new("cli-compare-rule").with("rule", rule.rule.id());
                let message = message.with("severity", rule.severity.id()).with("count", count);
                self.context.text(&message)
            };
            lines.push(pair(' ', &said(rule.left), &said(rule.right)));
        }
        lines
    }

    fn by(&self, version: &Figures) -> String {
        match (&version.model, version.engine.as_str()) {
            (Some(model), _) => model.clone(),
            (None, "builtin") => self.say("cli-compare-planner"),
            (None, other) => other.to_owned(),
        }
    }

    fn size(&self, version: &Figures) -> String {
        self.context.text(
            &Message::new("cli-compare-size")
                .with("weeks", version.weeks)
                .with("units", version.units),
        )
    }

    fn range(&self, version: &Figures) -> String {
        self.context.text(
            &Message::new("cli-compare-range")
                .with("exercises", version.exercises)
                .with("minutes", f64::from(version.minutes.round())),
        )
    }

    fn weeks(&self, version: &Figures) -> String {
        let said = |id: &'static str, weeks: &[u16]| {
            let weeks: Vec<String> = weeks.iter().map(ToString::to_string).collect();
            let message = Message::new(id).with("weeks", weeks.join(", "));
            (!weeks.is_empty()).then(|| self.context.text(&message))
        };
        let parts = [
            said("cli-compare-repaired", &version.repaired),
            said("cli-compare-filled", &version.filled),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
    }

    fn price(&self, version: &Figures) -> String {
        let Some(used) = &version.cost else { return String::new() };
        let price = if used.unpriced > 0 { "?".to_owned() } else { money(used.price) };
        self.context.text(
            &Message::new("cli-compare-cost")
                .with("price", price)
                .with("output", used.usage.output as f64)
                .with("input", used.usage.input() as f64),
        )
    }

    fn week(&self, week: &WeekPair, lines: &mut Vec<String>) {
        if week.is_same() && !self.all {
            return;
        }
        lines.push(String::new());
        let head = |head: Option<WeekHead>| {
            head.map_or_else(String::new, |head| {
                let by = match head.by {
                    WrittenBy::Repaired => self.say("cli-compare-week-repaired"),
                    WrittenBy::Filled => self.say("cli-compare-week-filled"),
                    WrittenBy::Model | WrittenBy::Planner => String::new(),
                };
                let phase = self.say(head.phase.key());
                let message = Message::new("cli-compare-week").with("week", week.index);
                self.context.text(&message.with("phase", phase).with("by", by))
            })
        };
        lines.push(pair('#', &head(week.left), &head(week.right)));
        for day in week.days.iter().filter(|day| self.all || !day.is_same()) {
            self.day(day, lines);
        }
    }

    fn day(&self, day: &DayPair, lines: &mut Vec<String>) {
        let title = |title: &Option<String>| {
            title.as_ref().map_or_else(String::new, |title| format!("{}. {title}", day.day))
        };
        lines.push(pair(' ', &title(&day.left), &title(&day.right)));
        let shown = |row: &&Row| self.all || row.change != Change::Same;
        for row in day.rows.iter().filter(shown) {
            let sign = match row.change {
                Change::Same => '=',
                Change::Dose => '~',
                Change::Replaced => '/',
                Change::Gone => '-',
                Change::Come => '+',
            };
            self.row(sign, row, lines);
        }
        let same = day.rows.iter().filter(|row| row.change == Change::Same).count();
        if same > 0 && !self.all {
            let message = Message::new("cli-compare-same").with("count", same);
            lines.push(format!("    {}", self.context.text(&message)));
        }
    }

    /// A pair of lines: names, and the doses below where both do not fit beside each other.
    fn row(&self, sign: char, row: &Row, lines: &mut Vec<String>) {
        let name = |placed: &Option<Placed>| {
            placed.as_ref().map_or_else(String::new, |placed| {
                let known = placed.exercise.as_ref().and_then(|id| self.library.get(id));
                let name = self.name(known.map_or(&placed.label, |known| &known.name));
                match placed.superset {
                    Some(tag) => format!("{tag} {name}"),
                    None => name,
                }
            })
        };
        let dose = |placed: &Option<Placed>| {
            placed.as_ref().map_or_else(String::new, |placed| {
                let dose = notation::print(&placed.dose, self.context.lang());
                match placed.minutes {
                    Some(minutes) if dose.is_empty() => format!("{minutes} min"),
                    _ => dose,
                }
            })
        };
        lines.push(pair(sign, &name(&row.left), &name(&row.right)));
        let below = |placed| wrapped(&dose(placed), SIDE - 2);
        let (left, right) = (below(&row.left), below(&row.right));
        let of = |doses: &[String], at: usize| doses.get(at).map_or("", String::as_str).to_owned();
        for at in 0..left.len().max(right.len()) {
            let (left, right) = (of(&left, at), of(&right, at));
            if !(left.is_empty() && right.is_empty()) {
                lines.push(pair(' ', &format!("  {left}"), &format!("  {right}")));
            }
        }
    }
}

/// Both versions of a line, each in its column.
fn pair(sign: char, left: &str, right: &str) -> String {
    let left = cut(left, SIDE);
    let gap = " ".repeat(SIDE.saturating_sub(columns(&left)));
    format!("{sign} {left}{gap} │ {}", cut(right, SIDE)).trim_end().to_owned()
}
