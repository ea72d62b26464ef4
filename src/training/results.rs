//! What was really done, in one line: `8,8,7 @80kg RPE9` in the notation of prescriptions, `ok` for
//! as planned, `x` for missed. Read into a log, and printed back.

use crate::domain::{
    Basis, Explain, Item, ItemLog, Lang, Load, Message, Prescription, Quantity, Scheme, SetLog,
    Span, Work,
};
use crate::language::fold;
use crate::notation;

/// Words for "as planned" and for "missed", folded.
const AS_PLANNED: [&str; 6] = ["", "ok", "+", "done", "erledigt", "wie geplant"];
const MISSED: [&str; 5] = ["x", "-", "missed", "ausgefallen", "0"];

/// Why a line is no result.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ResultError {
    /// It is no line of the notation.
    #[error("{0}; a result is written like 8,8,7 @80kg RPE9, or ok, or x")]
    Notation(#[from] notation::NotationError),
    /// It holds no sets.
    #[error("`{0}` holds no sets; a result is written like 8,8,7 @80kg RPE9, or ok, or x")]
    NoSets(String),
}

impl Explain for ResultError {
    fn message(&self) -> Message {
        match self {
            Self::Notation(error) => error.message(),
            Self::NoSets(text) => Message::new("error-result-no-sets").with("text", text.as_str()),
        }
    }
}

/// Reads the result of an item. What the line leaves out is as planned.
///
/// # Errors
/// [`ResultError`] says what was expected.
pub fn read_result(text: &str, item: &Item) -> Result<ItemLog, ResultError> {
    let folded = fold(text.trim());
    if AS_PLANNED.contains(&folded.as_str()) || text.trim() == "✓" {
        return Ok(as_planned(item));
    }
    if MISSED.contains(&folded.as_str()) || text.trim() == "✗" {
        return Ok(ItemLog::default());
    }
    let done = notation::parse(text)?;
    let planned = &item.prescription;
    let filled = Prescription { load: done.load.clone().or_else(|| planned.load.clone()), ..done };
    let sets = sets(&filled);
    if sets.is_empty() {
        return Err(ResultError::NoSets(text.to_owned()));
    }
    Ok(ItemLog { done: true, sets })
}

/// The log of an item that was done as it stands in the plan.
#[must_use]
pub fn as_planned(item: &Item) -> ItemLog {
    // an effort that was planned is no effort that was felt
    let planned = Prescription { rpe: None, rir: None, ..item.prescription.clone() };
    ItemLog { done: true, sets: sets(&planned) }
}

/// The sets of a line, the lower end of ranges.
fn sets(prescription: &Prescription) -> Vec<SetLog> {
    let works: Vec<&Work> = match &prescription.scheme {
        Scheme::Sets { sets, work } => {
            let count = sets.map_or(1, |sets| sets.min);
            std::iter::repeat_n(work, usize::from(count.min(50))).collect()
        }
        Scheme::Rounds { rounds, work } => {
            std::iter::repeat_n(work, usize::from(rounds.min.min(50))).collect()
        }
        Scheme::List(works) | Scheme::ForTime { work: works, .. } => works.iter().collect(),
        _ => Vec::new(),
    };
    let rpe = prescription
        .rpe
        .map(|span| span.max)
        .or_else(|| prescription.rir.map(|span| 10.0 - span.min));
    works
        .into_iter()
        .enumerate()
        .map(|(at, work)| {
            let mut set = SetLog { load_kg: kilograms(prescription, at), rpe, ..SetLog::default() };
            match work {
                Work::Reps { count, .. } => set.reps = Some(count.min),
                Work::Seconds(span) => set.seconds = Some(span.min),
                Work::Metres(metres) => set.metres = Some(metres.value()),
                Work::Unsaid | Work::Max | Work::Calories(_) => {}
            }
            set
        })
        .collect()
}

fn kilograms(prescription: &Prescription, set: usize) -> Option<f64> {
    const KG_PER_LB: f64 = 0.453_592_37;
    let (basis, amount) = match prescription.load.as_ref()? {
        Load::Of { basis, amount } => (*basis, amount.value()),
        Load::PerSet { basis, amounts } => (*basis, *amounts.get(set).or(amounts.last())?),
        _ => return None,
    };
    match basis {
        Basis::Kg | Basis::BodyweightPlusKg => Some(amount),
        Basis::Lb | Basis::BodyweightPlusLb => Some(amount * KG_PER_LB),
        _ => None,
    }
}

/// The log as a line a coach would write.
#[must_use]
pub fn print_result(log: &ItemLog, lang: Lang) -> String {
    if !log.done {
        return "✗".to_owned();
    }
    let works: Vec<Work> = log.sets.iter().map(work).collect();
    let scheme = match works.as_slice() {
        [] => return "✓".to_owned(),
        // what was done once for some time reads as that time
        [Work::Seconds(once)] => Scheme::Sets { sets: None, work: Work::Seconds(*once) },
        [first, rest @ ..] if rest.iter().all(|work| work == first) => Scheme::Sets {
            sets: Some(Span::exactly(u16::try_from(works.len()).unwrap_or(u16::MAX))),
            work: first.clone(),
        },
        _ => Scheme::List(works.clone()),
    };
    let loads: Vec<f64> = log.sets.iter().filter_map(|set| set.load_kg).collect();
    let load = match loads.as_slice() {
        [] => None,
        [first, rest @ ..] if rest.iter().all(|load| load == first) => {
            Some(Load::Of { basis: Basis::Kg, amount: Quantity::Exactly(*first) })
        }
        _ => Some(Load::PerSet { basis: Basis::Kg, amounts: loads.clone() }),
    };
    let rpe = log.sets.iter().filter_map(|set| set.rpe).reduce(f64::max);
    let line =
        Prescription { scheme, load, rpe: rpe.map(Span::exactly), ..Prescription::default() };
    format!("✓ {}", notation::print(&line, lang))
}

fn work(set: &SetLog) -> Work {
    match (set.reps, set.seconds, set.metres) {
        (Some(reps), _, _) => Work::Reps { count: Span::exactly(reps), amrap: false },
        (None, Some(seconds), _) => Work::Seconds(Span::exactly(seconds)),
        (None, None, Some(metres)) => Work::Metres(Quantity::Exactly(metres)),
        (None, None, None) => Work::Unsaid,
    }
}
