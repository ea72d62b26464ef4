//! A plan as it is read by people: every text chosen, worded and made harmless. Markdown and the
//! printable sheet are two ways to write it down.

use jiff::civil::Date;
use serde::Serialize;

use super::Exported;
use crate::domain::Lang;
use crate::domain::{
    CatalogueKind, Catalogues, Framework, Item, Message, Program, Section, Unit, Week,
};
use crate::language::{Catalogue, clean, shown};
use crate::notation;

/// A plan ready to be written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// Language of all texts, as a code.
    pub lang: &'static str,
    /// Title of the whole.
    pub title: String,
    /// Short facts below the title.
    pub facts: Vec<String>,
    /// Sentences about the whole.
    pub notes: Vec<String>,
    /// Parts with a heading of their own; a single unit has one without.
    pub parts: Vec<SheetPart>,
    /// Headings of the columns: exercise, dose, remarks.
    pub columns: [String; 3],
}

/// A week, or the slots of a framework.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetPart {
    /// Heading; empty where there is only one part.
    pub title: String,
    /// What it is meant to do.
    pub notes: Vec<String>,
    /// The meetings.
    pub units: Vec<SheetUnit>,
}

/// A meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetUnit {
    /// Title; empty where the sheet's own title says it.
    pub title: String,
    /// Date, minutes, people.
    pub facts: Vec<String>,
    /// The coach's remarks, by paragraph.
    pub notes: Vec<String>,
    /// Content in order.
    pub sections: Vec<SheetSection>,
}

/// A section, of everyone or of one stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetSection {
    /// Title, or the name of its kind.
    pub title: String,
    /// Minutes, format, rounds, cap.
    pub facts: Vec<String>,
    /// Who does it, where a phase splits; empty: everyone.
    pub stream: String,
    /// The coach's remarks.
    pub notes: Vec<String>,
    /// What is done.
    pub rows: Vec<SheetRow>,
}

/// One line of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetRow {
    /// Place in a superset; empty: none.
    pub group: String,
    /// The exercise.
    pub name: String,
    /// The prescription in the notation.
    pub dose: String,
    /// The coach's remarks, on one line.
    pub notes: String,
}

/// Words plans for people.
#[derive(Clone, Copy)]
pub struct SheetWriter<'a> {
    /// Sentences of the language.
    pub catalogue: &'a Catalogue,
    /// Names of section kinds and formats.
    pub catalogues: &'a Catalogues,
}

impl SheetWriter<'_> {
    /// Words a plan.
    #[must_use]
    pub fn sheet(&self, plan: Exported<'_>) -> Sheet {
        match plan {
            Exported::Unit(unit) | Exported::Generated(unit, _) => self.of_unit(unit),
            Exported::Program(program) => self.of_program(program),
            Exported::Framework(framework) => self.of_framework(framework),
        }
    }

    fn bare(&self, title: &str, facts: Vec<String>, notes: Vec<String>) -> Sheet {
        let columns = ["export-exercise", "export-dose", "export-remarks"];
        Sheet {
            lang: self.lang().code(),
            title: line(title),
            facts,
            notes,
            parts: Vec::new(),
            columns: columns.map(|key| self.catalogue.say(key)),
        }
    }

    fn of_unit(&self, unit: &Unit) -> Sheet {
        let worded = SheetUnit { title: String::new(), ..self.unit(unit) };
        let part = SheetPart { title: String::new(), notes: Vec::new(), units: vec![worded] };
        Sheet { parts: vec![part], ..self.bare(&unit.title, Vec::new(), Vec::new()) }
    }

    fn of_program(&self, program: &Program) -> Sheet {
        let facts = vec![
            self.text(&Message::new("export-weeks").with("weeks", program.weeks.len())),
            self.text(
                &Message::new("export-days")
                    .with("days", program.profile.days_per_week())
                    .with("minutes", program.profile.minutes()),
            ),
        ];
        let name = line(program.profile.name());
        let facts = [name].into_iter().filter(|name| !name.is_empty()).chain(facts).collect();
        let notes = program.notes.iter().map(|note| self.text(note)).collect();
        Sheet {
            parts: program.weeks.iter().map(|week| self.week(week)).collect(),
            ..self.bare(&program.title, facts, notes)
        }
    }

    fn of_framework(&self, framework: &Framework) -> Sheet {
        let name = |kind, id: &str| line(self.catalogues.name(kind, id).get(self.lang()));
        let mut facts = vec![name(CatalogueKind::TargetGroups, framework.target_group.as_str())];
        let style = framework.style.as_ref();
        facts.extend(style.map(|style| name(CatalogueKind::StyleDirections, style.as_str())));
        let units = framework.slots.iter().map(|slot| {
            let minutes = slot.minutes.map(|minutes| self.minutes(minutes));
            let blueprint = slot.blueprint.as_ref().map(|unit| self.unit(unit).sections);
            SheetUnit {
                title: line(&slot.title),
                facts: minutes.into_iter().collect(),
                notes: paragraphs(&slot.notes),
                sections: blueprint.unwrap_or_default(),
            }
        });
        let part = SheetPart { title: String::new(), notes: Vec::new(), units: units.collect() };
        Sheet { parts: vec![part], ..self.bare(&framework.title, facts, Vec::new()) }
    }

    fn week(&self, week: &Week) -> SheetPart {
        let title = Message::new("export-week")
            .with("week", week.index)
            .with("phase", Message::new(week.phase.key()));
        SheetPart {
            title: self.text(&title),
            notes: week.intent.iter().map(|intent| self.text(intent)).collect(),
            units: week.units.iter().map(|unit| self.unit(unit)).collect(),
        }
    }

    /// Words one unit.
    pub(super) fn unit(&self, unit: &Unit) -> SheetUnit {
        let mut facts = Vec::new();
        facts.extend(unit.date.map(|date| self.date(date)));
        facts.extend(unit.minutes.map(|minutes| self.minutes(minutes)));
        facts.extend(
            unit.people
                .map(|people| self.text(&Message::new("export-people").with("people", people))),
        );
        SheetUnit {
            title: line(&unit.title),
            facts,
            notes: paragraphs(&unit.notes),
            sections: unit.sections.iter().map(|section| self.section(unit, section)).collect(),
        }
    }

    fn section(&self, unit: &Unit, section: &Section) -> SheetSection {
        let name = |kind, id| line(self.catalogues.name(kind, id).get(self.lang()));
        let mut facts = Vec::new();
        facts.extend(section.format.map(|format| name(CatalogueKind::Formats, format.id())));
        facts.extend(
            section
                .rounds
                .map(|rounds| self.text(&Message::new("export-rounds").with("rounds", rounds))),
        );
        facts.extend(section.cap_s.map(|seconds| {
            let clock = format!("{}:{:02}", seconds / 60, seconds % 60);
            self.text(&Message::new("export-cap").with("time", clock))
        }));
        facts.extend(section.minutes.map(|minutes| self.minutes(minutes)));
        let stream = unit
            .streams
            .iter()
            .find(|stream| (stream.phase, stream.stream) == (section.phase, section.stream))
            .map(|stream| line(&stream.title));
        let title = line(&section.title);
        SheetSection {
            title: if title.is_empty() {
                name(CatalogueKind::SectionKinds, section.kind.id())
            } else {
                title
            },
            facts,
            stream: stream.unwrap_or_default(),
            notes: paragraphs(&section.notes),
            rows: section.items.iter().map(|item| self.row(item)).collect(),
        }
    }

    fn row(&self, item: &Item) -> SheetRow {
        let dose = notation::print(&item.prescription, self.lang());
        let minutes = item.minutes.map(|minutes| self.minutes(minutes));
        SheetRow {
            group: item.superset.map(|tag| tag.to_string()).unwrap_or_default(),
            name: line(item.label.get(self.lang())),
            dose: if dose.is_empty() { minutes.unwrap_or_default() } else { line(&dose) },
            notes: line(&item.notes),
        }
    }

    fn lang(&self) -> Lang {
        self.catalogue.lang()
    }

    fn text(&self, message: &Message) -> String {
        self.catalogue.text(message)
    }

    fn minutes(&self, minutes: u16) -> String {
        self.text(&Message::new("export-minutes").with("minutes", minutes))
    }

    fn date(&self, date: Date) -> String {
        match self.lang() {
            Lang::En => date.to_string(),
            Lang::De => format!("{:02}.{:02}.{}", date.day(), date.month(), date.year()),
        }
    }
}

/// Text from outside on one line, harmless.
fn line(text: &str) -> String {
    shown(text).trim().to_owned()
}

/// Text from outside by line, harmless, without empty ones.
fn paragraphs(text: &str) -> Vec<String> {
    let text = clean(text).text;
    text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}
