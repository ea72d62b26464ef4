//! Looks ahead: the units as they will be once the rows are in.

use super::place::To;
use super::preview::{Preview, PreviewLine};
use super::review::ReviewPane;
use crate::domain::{Bilingual, ExerciseId, Format, Lang, SectionKind};
use crate::import::Verdict;
use crate::library::Library;
use crate::notation;

impl ReviewPane {
    /// The units as they will be, with names and doses in `lang`.
    #[must_use]
    pub fn previewed(&self, library: Option<&Library>, lang: Lang) -> Preview {
        let mut lines = Vec::new();
        for (number, place) in self.places.iter().enumerate() {
            if !place.to.goes() && place.to != To::Done {
                continue;
            }
            lines.push(PreviewLine::Unit(number));
            let of_day = |day: Option<u16>| day == place.day;
            for section in &self.draft.sections {
                if !of_day(section.day.as_ref().map(|day| day.n)) {
                    continue;
                }
                let mut rows =
                    section.rows.iter().filter(|row| row.verdict != Verdict::Ignored).peekable();
                if rows.peek().is_none() {
                    continue;
                }
                lines.push(PreviewLine::Section {
                    kind: section.kind.unwrap_or(SectionKind::Main),
                    title: section.title.clone(),
                    format: section.format.filter(|format| *format != Format::Straight),
                    rounds: section.rounds,
                    cap_s: section.cap_s,
                });
                lines.extend(rows.map(|row| {
                    let exercise = row.exercise();
                    PreviewLine::Item {
                        group: row.group.clone().unwrap_or_default(),
                        name: name_of(exercise.as_ref(), &row.verdict, &row.name, library, lang),
                        dose: notation::print(&row.prescription, lang),
                        known: exercise.is_some(),
                    }
                }));
            }
        }
        Preview { lines, scroll: 0 }
    }
}

fn name_of(
    exercise: Option<&ExerciseId>,
    verdict: &Verdict,
    written: &str,
    library: Option<&Library>,
    lang: Lang,
) -> String {
    let known = exercise.and_then(|id| library?.get(id)).map(|known| &known.name);
    let decided = match verdict {
        Verdict::Is(_, name) => Some(name),
        _ => None,
    };
    let name: Option<&Bilingual> = known.or(decided);
    name.map_or(written, |name| name.get(lang)).to_owned()
}
