//! The keys of a plan file into domain values.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::shape::{Document, Dose, Item, Said, Section, Slot, Stream, Unit, Week};
use super::{NEWEST, PlanFile, PlanFileError};
use crate::domain::{
    self, Arg, Bilingual, Framework, FrameworkId, Message, Owner, Prescription, Profile, Program,
    Provenance, SectionKind, SupersetTag, Visibility,
};
use crate::notation;

impl Document {
    pub(super) fn into_plan(self) -> Result<PlanFile, PlanFileError> {
        if self.schema_version > NEWEST {
            return Err(PlanFileError::TooNew { found: self.schema_version });
        }
        match (self.kind.as_deref(), self.skeleton.is_some()) {
            (Some("unit"), _) => {
                let profile = self.profile.clone().map(Box::new);
                Ok(PlanFile::Unit(Box::new(self.into_unit()?), profile))
            }
            (Some("framework"), _) | (None, true) => {
                Ok(PlanFile::Framework(Box::new(self.into_framework()?)))
            }
            _ => Ok(PlanFile::Program(Box::new(self.into_program()?))),
        }
    }

    fn into_unit(self) -> Result<domain::Unit, PlanFileError> {
        let unit = self.weeks.into_iter().flat_map(|week| week.units).next();
        unit.ok_or_else(|| PlanFileError::Shape { line: 1, detail: "no unit in weeks".to_owned() })?
            .into_domain("/weeks/0/units/0", "u1")
    }

    fn into_program(self) -> Result<Program, PlanFileError> {
        let mut weeks = Vec::with_capacity(self.weeks.len());
        for (at, week) in self.weeks.into_iter().enumerate() {
            weeks.push(week.into_domain(at)?);
        }
        let profile = self.profile.unwrap_or_else(|| implied(&weeks));
        Ok(Program {
            id: domain::ProgramId::new(self.id),
            title: self.title,
            owner: self.owner.unwrap_or(Owner::Nobody),
            profile,
            framework: self.framework,
            start: self.start,
            mesocycles: self
                .mesocycles
                .into_iter()
                .map(|block| domain::Mesocycle {
                    title: block.title.into_message(),
                    first: block.first,
                    last: block.last,
                })
                .collect(),
            weeks,
            notes: messages(self.notes),
            provenance: Provenance {
                engine: self.engine,
                seed: self.seed.unwrap_or_default(),
                library_hash: self.library_hash,
                profile_hash: self.profile_hash.unwrap_or_default(),
                model: self.model,
                audit: self.audit,
                version_of: self.version_of,
            },
        })
    }

    fn into_framework(self) -> Result<Framework, PlanFileError> {
        let skeleton = self.skeleton.ok_or_else(|| PlanFileError::Shape {
            line: 1,
            detail: "a framework without skeleton".to_owned(),
        })?;
        let mut slots = Vec::with_capacity(skeleton.slots.len());
        for (at, slot) in skeleton.slots.into_iter().enumerate() {
            slots.push(slot.into_domain(&format!("/skeleton/slots/{at}"))?);
        }
        Ok(Framework {
            id: FrameworkId::new(self.id),
            title: self.title,
            target_group: domain::TargetGroupId::new(skeleton.target_group),
            style: skeleton.style.map(domain::StyleId::new),
            focus: skeleton.focus,
            training_types: skeleton.training_types,
            skills: skeleton.skills,
            slots,
            visibility: skeleton.visibility,
        })
    }
}

/// The profile of a file that names none: as many weeks and days as there are.
fn implied(weeks: &[domain::Week]) -> Profile {
    let days = weeks.iter().map(|week| week.units.len()).max().unwrap_or(1).clamp(1, 7);
    let weeks = weeks.iter().map(|week| week.index).max().unwrap_or(1);
    let days_per_week = u8::try_from(days).unwrap_or(7);
    Profile::Athlete(domain::AthleteProfile { weeks, days_per_week, ..Default::default() })
}

impl Week {
    fn into_domain(self, at: usize) -> Result<domain::Week, PlanFileError> {
        let index = self.index.unwrap_or_else(|| u16::try_from(at + 1).unwrap_or(u16::MAX));
        let mut units = Vec::with_capacity(self.units.len());
        for (day, unit) in self.units.into_iter().enumerate() {
            let path = format!("/weeks/{at}/units/{day}");
            units.push(unit.into_domain(&path, &format!("w{index}u{}", day + 1))?);
        }
        Ok(domain::Week { index, phase: self.phase, intent: messages(self.intent), units })
    }
}

impl Unit {
    fn into_domain(self, path: &str, id: &str) -> Result<domain::Unit, PlanFileError> {
        let mut sections = Vec::with_capacity(self.sections.len());
        for (at, section) in self.sections.into_iter().enumerate() {
            let path = format!("{path}/sections/{at}");
            sections.push(section.into_domain(&path, &format!("{id}s{}", at + 1))?);
        }
        let place = self.week.zip(self.day).map(|(week, day)| domain::Place {
            program: domain::ProgramId::new(self.program.unwrap_or_default()),
            week,
            day,
        });
        Ok(domain::Unit {
            id: domain::UnitId::new(self.id.unwrap_or_else(|| id.to_owned())),
            title: self.title,
            owner: self.owner.unwrap_or(Owner::Nobody),
            date: self.date,
            minutes: self.minutes,
            people: self.people,
            place,
            slot: self
                .slot
                .map(|slot| (FrameworkId::new(slot.framework), domain::SlotId::new(slot.slot))),
            streams: self.streams.into_iter().map(Stream::into_domain).collect(),
            sections,
            notes: self.notes,
            reasons: messages(self.reasons),
            suppress: self.suppress,
            visibility: self.visibility.unwrap_or(Visibility::Club),
            done: self.done,
        })
    }
}

impl Stream {
    fn into_domain(self) -> domain::Stream {
        let Self { phase, stream, title, level, size } = self;
        domain::Stream { phase, stream, title, level, size }
    }
}

impl Section {
    fn into_domain(self, path: &str, id: &str) -> Result<domain::Section, PlanFileError> {
        let mut items = Vec::with_capacity(self.items.len());
        for (at, item) in self.items.into_iter().enumerate() {
            let path = format!("{path}/items/{at}");
            items.push(item.into_domain(&path, &format!("{id}i{}", at + 1))?);
        }
        Ok(domain::Section {
            id: domain::SectionId::new(self.id.unwrap_or_else(|| id.to_owned())),
            kind: self.kind.unwrap_or(SectionKind::Main),
            title: self.title,
            phase: self.phase,
            stream: self.stream,
            format: self.format,
            rounds: self.rounds,
            cap_s: self.cap_s,
            minutes: self.minutes,
            notes: self.notes,
            items,
        })
    }
}

impl Item {
    fn into_domain(self, path: &str, id: &str) -> Result<domain::Item, PlanFileError> {
        let prescription = match self.prescription {
            Some(Dose::Fields { exact: Some(exact), .. }) => *exact,
            Some(Dose::Fields { text, exact: None } | Dose::Text(text)) => dose(&text, path)?,
            None => Prescription::default(),
        };
        let label = self.label.unwrap_or_else(|| {
            Bilingual::same(self.name.or_else(|| self.exercise.clone()).unwrap_or_default())
        });
        Ok(domain::Item {
            id: domain::ItemId::new(self.id.unwrap_or_else(|| id.to_owned())),
            exercise: self.exercise.map(domain::ExerciseId::new),
            label,
            prescription,
            superset: self.group.as_deref().and_then(superset),
            minutes: self.minutes,
            notes: self.notes,
            progression: self.progression,
            reasons: messages(self.reasons),
            suppress: self.suppress,
            log: self.log,
        })
    }
}

fn dose(text: &str, path: &str) -> Result<Prescription, PlanFileError> {
    if text.trim().is_empty() {
        return Ok(Prescription::default());
    }
    notation::parse(text).map_err(|error| PlanFileError::Prescription {
        path: format!("{path}/prescription"),
        text: text.to_owned(),
        error,
    })
}

/// `A1` as a place in a superset.
fn superset(text: &str) -> Option<SupersetTag> {
    let mut letters = text.chars();
    let letter = letters.next().filter(char::is_ascii_uppercase)?;
    Some(SupersetTag { letter, number: letters.as_str().parse().ok()? })
}

impl Slot {
    fn into_domain(self, path: &str) -> Result<domain::Slot, PlanFileError> {
        let blueprint = match self.blueprint {
            Some(unit) => {
                let unit =
                    unit.into_domain(&format!("{path}/blueprint"), &format!("{}-u", self.id));
                Some(Box::new(unit?))
            }
            None => None,
        };
        Ok(domain::Slot {
            id: domain::SlotId::new(self.id),
            title: self.title,
            role: self.role,
            minutes: self.minutes,
            focus: self.focus,
            patterns: self.patterns,
            skills: self.skills,
            notes: self.notes,
            blueprint,
        })
    }
}

impl Said {
    fn into_message(self) -> Message {
        match self {
            Self::Key { id, args } => Message { id: Cow::Owned(id), args: self::args(args) },
            Self::Text(text) => Message::new("import-said").with("text", text),
        }
    }
}

fn messages(said: Vec<Said>) -> Vec<Message> {
    said.into_iter().map(Said::into_message).collect()
}

fn args(values: Map<String, Value>) -> Vec<(Cow<'static, str>, Arg)> {
    values.into_iter().map(|(name, value)| (Cow::Owned(name), arg(value))).collect()
}

/// Numbers and texts as they are, `{en, de}` as a name, `{id, args}` as a sentence; anything else
/// as the text it is written with.
fn arg(value: Value) -> Arg {
    match value {
        Value::Number(number) => Arg::Number(number.as_f64().unwrap_or_default()),
        Value::String(text) => Arg::Text(text),
        Value::Object(mut keys) => {
            let mut text = |key: &str| match keys.remove(key) {
                Some(Value::String(text)) => Some(text),
                _ => None,
            };
            match (text("id"), text("en"), text("de")) {
                (Some(id), ..) => {
                    let args = match keys.remove("args") {
                        Some(Value::Object(args)) => self::args(args),
                        _ => Vec::new(),
                    };
                    Arg::Message(Box::new(Message { id: Cow::Owned(id), args }))
                }
                (None, en, de) => {
                    Arg::Name(Bilingual { en: en.unwrap_or_default(), de: de.unwrap_or_default() })
                }
            }
        }
        other => Arg::Text(other.to_string()),
    }
}
