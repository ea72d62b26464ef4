//! Rows of cells below a row of column titles, as in a training log kept as a table.

use super::reading::Reading;
use super::title_words::is_day_word;
use crate::language::fold;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    /// The day or week a row begins; empty where the day before goes on.
    Day,
    Name,
    Sets,
    Reps,
    Load,
    Rest,
    Rpe,
    Rir,
    Tempo,
    Duration,
    Distance,
    /// A free prescription: `3x8 @60kg`.
    Dose,
    Other,
}

/// The columns of a table.
#[derive(Debug, Clone)]
pub(super) struct Table {
    /// With the unit that the title names.
    columns: Vec<(Column, String)>,
    /// Tabs part the cells, so that empty ones can be seen.
    pub(super) tabs: bool,
}

impl Table {
    /// Reads a row of titles; `None` when it names no exercise column.
    pub(super) fn of(cells: &[String]) -> Option<Self> {
        let columns: Vec<(Column, String)> = cells.iter().map(|cell| column(cell)).collect();
        let names = columns.iter().any(|(column, _)| *column == Column::Name);
        let others = columns
            .iter()
            .filter(|(column, _)| !matches!(column, Column::Other | Column::Day))
            .count();
        (names && others >= 2).then_some(Self { columns, tabs: false })
    }

    /// Number of columns.
    pub(super) fn width(&self) -> usize {
        self.columns.len()
    }

    /// A row of titles with wide gaps: most of them have to name a column.
    pub(super) fn of_wide(cells: &[String]) -> Option<Self> {
        let table = Self::of(cells)?;
        let known = table.columns.iter().filter(|(column, _)| *column != Column::Other).count();
        (known >= 3 && 4 * known >= 3 * cells.len()).then_some(table)
    }

    /// The day that begins with a row.
    pub(super) fn day<'a>(&self, cells: &'a [String]) -> Option<&'a str> {
        let at = self.columns.iter().position(|(column, _)| *column == Column::Day)?;
        cells.get(at).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    }

    /// A row of titles that stand apart by spaces: every one of them has to name a column.
    pub(super) fn of_spaced(cells: &[String]) -> Option<Self> {
        let mut titles: Vec<String> = Vec::new();
        for cell in cells {
            match titles.last_mut() {
                Some(last) if cell.starts_with('(') => {
                    last.push(' ');
                    last.push_str(cell);
                }
                _ => titles.push(cell.clone()),
            }
        }
        let table = Self::of(&titles)?;
        let all = table.columns.iter().all(|(column, _)| *column != Column::Other);
        let name = table.columns.iter().filter(|(column, _)| *column == Column::Name).count() == 1;
        (all && name && titles.len() >= 3).then_some(table)
    }

    /// A row whose cells are parted by spaces: the words in front that are no numbers are the name.
    pub(super) fn read_spaced(&self, cells: &[String]) -> Option<Reading> {
        if self.columns.first().is_none_or(|(column, _)| *column != Column::Name) {
            return None;
        }
        let values = self.columns.len() - 1;
        let name = cells.len().checked_sub(values).filter(|words| *words > 0)?;
        let (name, values) = cells.split_at(name);
        let value = |cell: &String| {
            cell.contains(|c: char| c.is_ascii_digit())
                || cell == "-"
                || is_most(cell)
                || cell == "BW"
        };
        if !values.iter().all(value)
            || name.iter().any(|word| word.starts_with(|c: char| c.is_ascii_digit()))
        {
            return None;
        }
        let joined = std::iter::once(name.join(" ")).chain(values.iter().cloned());
        self.read(&joined.collect::<Vec<_>>())
    }

    /// One row; `None` for rulers and rows without a name.
    pub(super) fn read(&self, cells: &[String]) -> Option<Reading> {
        let mut name = String::new();
        let mut rest = String::new();
        let mut most = false;
        for ((column, unit), cell) in self.columns.iter().zip(cells) {
            let cell = cell.trim();
            if cell.is_empty() || cell.chars().all(|c| matches!(c, '-' | ':' | '–' | ' ')) {
                continue;
            }
            let bare = !cell.chars().any(char::is_alphabetic);
            let piece = match column {
                Column::Name => {
                    cell.clone_into(&mut name);
                    continue;
                }
                Column::Reps if is_most(cell) => {
                    most = true;
                    continue;
                }
                Column::Sets => format!("{cell} sets"),
                Column::Reps if bare => format!("{} reps", cell.replace('/', ",")),
                // behind the word a small number is no exertion
                Column::Load if bare && !cell.contains('%') => format!("with {cell}{unit}"),
                Column::Rest if bare && !cell.contains(':') => format!("rest {cell}{unit}"),
                Column::Rest => format!("rest {cell}"),
                Column::Rpe => format!("RPE {cell}"),
                Column::Rir => format!("RIR {cell}"),
                Column::Tempo => format!("tempo {cell}"),
                Column::Duration if bare && !cell.contains(':') => format!("{cell} {unit}"),
                Column::Distance if bare => format!("{cell} {unit}"),
                Column::Reps
                | Column::Load
                | Column::Duration
                | Column::Distance
                | Column::Dose => cell.to_owned(),
                Column::Day | Column::Other => continue,
            };
            rest.push_str("; ");
            rest.push_str(&piece);
        }
        if !name.chars().any(char::is_alphabetic) {
            return None;
        }
        let letters: Vec<char> = rest.chars().collect();
        let mut reading = Reading::of(&letters, 0);
        reading.scan.fields.amrap |= most;
        // the characters were put together here, so no span of the line is known
        reading.scan.roles.iter_mut().for_each(|role| *role = None);
        reading.name = Some((0, 0));
        reading.called = name;
        reading.settle();
        Some(reading)
    }
}

/// As many as possible.
fn is_most(cell: &str) -> bool {
    matches!(fold(cell).trim_end_matches('.'), "max" | "amrap" | "amap" | "failure" | "maximal")
}

fn column(title: &str) -> (Column, String) {
    let folded = fold(title);
    let has = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    let unit = ["kg", "lb", "min", "sek", "sec", "km", "m"]
        .into_iter()
        .find(|unit| folded.split(|c: char| !c.is_alphanumeric()).any(|word| word == *unit))
        .unwrap_or("");
    let first = folded.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
    let dated = |word: &str| is_day_word(word) || matches!(word, "datum" | "date" | "wochentag");
    let column = if first.is_some_and(dated) {
        Column::Day
    } else if has(&["ubung", "exercise", "movement", "lift", "name"]) {
        Column::Name
    } else if has(&["rest", "pause"]) {
        Column::Rest
    } else if has(&["wiederholung", "wdh", "reps", "repetition"]) && has(&["sets", "satze"]) {
        Column::Dose
    } else if has(&["satze", "sets", "satz", "set"]) {
        Column::Sets
    } else if has(&["wiederholung", "wdh", "reps", "repetition", "rep"]) {
        Column::Reps
    } else if has(&["rpe"]) {
        Column::Rpe
    } else if has(&["rir"]) {
        Column::Rir
    } else if has(&["tempo"]) {
        Column::Tempo
    } else if has(&["kg", "lb", "gewicht", "weight", "load", "last"]) {
        Column::Load
    } else if has(&["dauer", "duration", "zeit", "time", "min"]) {
        Column::Duration
    } else if has(&["distanz", "distance", "strecke"]) {
        Column::Distance
    } else {
        Column::Other
    };
    (column, unit.to_owned())
}
