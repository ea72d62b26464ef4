//! A plan as a Liftoscript program, as far as that language goes: sets of repetitions or seconds
//! with load, exertion, rest and supersets. What it has no words for (distance, calories, blocks
//! for time, tempo) stands in a remark below, so that nothing is lost without a trace.

use std::fmt::Write;

use super::Exported;
use crate::domain::{
    Basis, Item, Lang, Load, Prescription, Program, Quantity, Scheme, SetType, Span, Unit, Work,
};
use crate::language::shown;
use crate::notation;

/// The plan as a program; `None` for a framework, which holds no sets.
#[must_use]
pub fn liftoscript(plan: Exported<'_>, lang: Lang) -> Option<String> {
    let mut out = String::new();
    // writing to a string cannot fail
    let _ = match plan {
        Exported::Unit(unit) | Exported::Generated(unit, _) => write_unit(unit, lang, &mut out),
        Exported::Program(program) => write_program(program, lang, &mut out),
        Exported::Framework(_) => return None,
    };
    Some(out)
}

fn write_program(program: &Program, lang: Lang, out: &mut String) -> std::fmt::Result {
    for (at, week) in program.weeks.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        writeln!(out, "# Week {}", at + 1)?;
        for unit in &week.units {
            write_unit(unit, lang, out)?;
        }
    }
    Ok(())
}

fn write_unit(unit: &Unit, lang: Lang, out: &mut String) -> std::fmt::Result {
    writeln!(out, "## {}", plain(&unit.title))?;
    for section in &unit.sections {
        for item in &section.items {
            write_item(item, lang, out)?;
        }
    }
    Ok(())
}

fn write_item(item: &Item, lang: Lang, out: &mut String) -> std::fmt::Result {
    // slashes, commas, bars and brackets part what the line says
    let name = plain(item.label.get(lang)).replace(['/', ',', '|', '[', ']', '{', '}', ':'], " ");
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let dose = notation::print(&item.prescription, lang);
    let warm_up = item.prescription.set_type == SetType::Warmup;
    let Some(sets) = sets(&item.prescription).filter(|_| !warm_up && !name.is_empty()) else {
        return writeln!(out, "// {name}: {}", plain(&dose));
    };
    write!(out, "{name} / {}", sets.text)?;
    if let Some(superset) = item.superset {
        write!(out, " / superset: {}", superset.letter)?;
    }
    writeln!(out)?;
    if sets.partial { writeln!(out, "// {name}: {}", plain(&dose)) } else { Ok(()) }
}

/// The sets of a line.
struct Sets {
    text: String,
    /// Something of the prescription has no word here.
    partial: bool,
}

fn sets(prescription: &Prescription) -> Option<Sets> {
    let mut partial =
        prescription.tempo.is_some() || prescription.per_side || prescription.rir.is_some();
    let timer = |seconds: u32| match prescription.rest {
        Some(rest) => format!("1+ {seconds}s|{}s auto", rest.min),
        None => format!("1+ {seconds}s|0s auto"),
    };
    let timed = matches!(
        prescription.scheme,
        Scheme::Sets { work: Work::Seconds(_), .. }
            | Scheme::Intervals { .. }
            | Scheme::Emom { .. }
    );
    let entries: Vec<String> = match &prescription.scheme {
        Scheme::Sets { sets, work } => {
            let count = sets.map_or(1, |sets| sets.min).max(1);
            match (work, &prescription.load) {
                (Work::Seconds(span), _) => vec![format!("{count}x{}", timer(span.min))],
                (_, Some(Load::PerSet { amounts, .. })) => {
                    let reps = reps(work)?;
                    amounts.iter().map(|_| format!("1x{reps}")).collect()
                }
                _ => vec![format!("{count}x{}", reps(work)?)],
            }
        }
        Scheme::List(works) => {
            works.iter().map(|work| Some(format!("1x{}", reps(work)?))).collect::<Option<_>>()?
        }
        Scheme::Intervals { rounds, work_s, rest_s } => {
            vec![format!("{rounds}x1+ {work_s}s|{rest_s}s auto")]
        }
        Scheme::Emom { total_s, every_s, work } => {
            let slots = total_s / (*every_s).max(1);
            vec![format!("{slots}x{} {every_s}s|0s auto", reps(work)?)]
        }
        _ => return None,
    };
    let mut text = String::new();
    for (at, entry) in entries.iter().enumerate() {
        if at > 0 {
            text.push_str(", ");
        }
        text.push_str(entry);
        match &prescription.load {
            Some(Load::Of { basis, amount }) => match unit(*basis) {
                Some(unit) => {
                    partial |= !matches!(amount, Quantity::Exactly(_));
                    let _ = write!(text, " {}{unit}", amount.value());
                }
                None => partial = true,
            },
            Some(Load::PerSet { basis, amounts }) => match (unit(*basis), amounts.get(at)) {
                (Some(unit), Some(amount)) => {
                    let _ = write!(text, " {amount}{unit}");
                }
                _ => partial = true,
            },
            Some(_) => partial = true,
            None => {}
        }
        if let Some(rpe) = prescription.rpe {
            let _ = write!(text, " @{}", rpe.min);
        }
        if let Some(rest) = prescription.rest.filter(|_| !timed) {
            partial |= rest.min != rest.max;
            let _ = write!(text, " {}s", rest.min);
        }
    }
    Some(Sets { text, partial })
}

/// Repetitions as the language writes them; `None` for what it cannot count.
fn reps(work: &Work) -> Option<String> {
    match work {
        Work::Reps { count, amrap } => {
            let plus = if *amrap { "+" } else { "" };
            let Span { min, max } = *count;
            Some(if min == max { format!("{min}{plus}") } else { format!("{min}-{max}{plus}") })
        }
        Work::Max => Some("1+".to_owned()),
        _ => None,
    }
}

const fn unit(basis: Basis) -> Option<&'static str> {
    match basis {
        Basis::Kg => Some("kg"),
        Basis::Lb => Some("lb"),
        Basis::Pct1Rm => Some("%"),
        _ => None,
    }
}

/// One harmless line.
fn plain(text: &str) -> String {
    shown(text).as_str().trim().to_owned()
}
