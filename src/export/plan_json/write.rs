//! Domain values into the public shape.

use std::borrow::Cow;
use std::io;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::SCHEMA_VERSION;
use super::shape::{
    Document, Dose, Item, Mesocycle, Said, Section, Skeleton, Slot, SlotRef, Stream, Unit, Week,
};
use crate::domain::{self, Arg, Framework, Message, Prescription, Profile, Program, Provenance};
use crate::export::{Layout, write_json};
use crate::language::Catalogue;
use crate::notation::{self, Flat};

/// What can be exported.
#[derive(Debug, Clone, Copy)]
pub enum Exported<'a> {
    /// One unit.
    Unit(&'a domain::Unit),
    /// A whole program.
    Program(&'a Program),
    /// A unit with the program it was generated as, for profile, engine and seed.
    Generated(&'a domain::Unit, &'a Program),
    /// A framework.
    Framework(&'a Framework),
}

impl<'a> Exported<'a> {
    /// The meetings of the plan, in order; a framework has none.
    pub(in crate::export) fn units(self) -> Vec<&'a domain::Unit> {
        match self {
            Self::Unit(unit) | Self::Generated(unit, _) => vec![unit],
            Self::Program(program) => program.units().collect(),
            Self::Framework(_) => Vec::new(),
        }
    }
}

/// Writes plans in the public shape.
#[derive(Clone, Copy)]
pub struct PlanWriter<'a> {
    /// Language of names, sentences and prescriptions; reading back does not depend on it.
    pub catalogue: &'a Catalogue,
    /// Content hash of the library at hand, for plans that name none of their own.
    pub library_hash: &'a str,
}

impl PlanWriter<'_> {
    /// Writes one plan as an indented document with a line break at the end.
    ///
    /// # Errors
    /// When writing fails.
    pub fn write(&self, out: &mut dyn io::Write, plan: Exported<'_>) -> io::Result<()> {
        write_json(&mut *out, &self.document(plan), Layout::Indented)?;
        out.write_all(b"\n")
    }

    /// The plan as a value with the public keys.
    #[must_use]
    pub fn document<'b>(&'b self, plan: Exported<'b>) -> impl Serialize + 'b {
        match plan {
            Exported::Unit(unit) => self.unit_document(unit),
            Exported::Program(program) => self.program_document(program),
            Exported::Generated(unit, program) => Document {
                notes: self.said(&program.notes),
                ..Self::made(&program.profile, &program.provenance, self.unit_document(unit))
            },
            Exported::Framework(framework) => self.framework_document(framework),
        }
    }

    fn bare<'b>(&'b self, kind: &'static str, id: &'b str, title: &'b str) -> Document<'b> {
        Document {
            schema: "planwright-plan",
            schema_version: SCHEMA_VERSION,
            kind,
            id,
            title,
            language: self.catalogue.lang().code(),
            owner: None,
            profile: None,
            engine: "hand",
            seed: None,
            library_hash: self.library_hash,
            profile_hash: None,
            model: None,
            audit: None,
            version_of: None,
            framework: None,
            start: None,
            mesocycles: Vec::new(),
            notes: Vec::new(),
            weeks: Vec::new(),
            skeleton: None,
        }
    }

    /// A document with what it was made from.
    fn made<'b>(
        profile: &'b Profile,
        made: &'b Provenance,
        document: Document<'b>,
    ) -> Document<'b> {
        Document {
            profile: Some(profile),
            engine: &made.engine,
            seed: Some(made.seed),
            library_hash: &made.library_hash,
            profile_hash: Some(&made.profile_hash),
            model: made.model.as_deref(),
            audit: made.audit.as_deref(),
            version_of: made.version_of.as_ref().map(domain::ProgramId::as_str),
            ..document
        }
    }

    fn unit_document<'b>(&'b self, unit: &'b domain::Unit) -> Document<'b> {
        let index = unit.place.as_ref().map_or(1, |place| place.week);
        let phase = domain::WeekPhase::default();
        let week = Week { index, phase, intent: Vec::new(), units: vec![self.unit(unit)] };
        Document {
            owner: Some(&unit.owner),
            start: unit.date,
            weeks: vec![week],
            ..self.bare("unit", unit.id.as_str(), &unit.title)
        }
    }

    fn program_document<'b>(&'b self, program: &'b Program) -> Document<'b> {
        let bare = self.bare("program", program.id.as_str(), &program.title);
        Document {
            owner: Some(&program.owner),
            framework: program.framework.as_ref().map(domain::FrameworkId::as_str),
            start: program.start,
            mesocycles: program.mesocycles.iter().map(|block| self.mesocycle(block)).collect(),
            notes: self.said(&program.notes),
            weeks: program.weeks.iter().map(|week| self.week(week)).collect(),
            ..Self::made(&program.profile, &program.provenance, bare)
        }
    }

    fn framework_document<'b>(&'b self, framework: &'b Framework) -> Document<'b> {
        let skeleton = Skeleton {
            target_group: framework.target_group.as_str(),
            style: framework.style.as_ref().map(domain::StyleId::as_str),
            focus: framework.focus.iter().map(domain::FocusId::as_str).collect(),
            training_types: framework
                .training_types
                .iter()
                .map(domain::TrainingTypeId::as_str)
                .collect(),
            skills: &framework.skills,
            visibility: framework.visibility,
            slots: framework.slots.iter().map(|slot| self.slot(slot)).collect(),
        };
        Document {
            skeleton: Some(skeleton),
            ..self.bare("framework", framework.id.as_str(), &framework.title)
        }
    }

    fn slot<'b>(&'b self, slot: &'b domain::Slot) -> Slot<'b> {
        Slot {
            id: slot.id.as_str(),
            title: &slot.title,
            role: slot.role,
            minutes: slot.minutes,
            focus: slot.focus.iter().map(domain::FocusId::as_str).collect(),
            patterns: slot.patterns.iter().map(|pattern| pattern.id()).collect(),
            skills: &slot.skills,
            notes: &slot.notes,
            blueprint: slot.blueprint.as_deref().map(|unit| self.unit(unit)),
        }
    }

    fn mesocycle(&self, block: &domain::Mesocycle) -> Mesocycle {
        Mesocycle { title: self.sentence(&block.title), first: block.first, last: block.last }
    }

    fn week<'b>(&'b self, week: &'b domain::Week) -> Week<'b> {
        Week {
            index: week.index,
            phase: week.phase,
            intent: self.said(&week.intent),
            units: week.units.iter().map(|unit| self.unit(unit)).collect(),
        }
    }

    fn unit<'b>(&'b self, unit: &'b domain::Unit) -> Unit<'b> {
        let place = unit.place.as_ref();
        Unit {
            id: unit.id.as_str(),
            title: &unit.title,
            owner: &unit.owner,
            program: place.map(|place| place.program.as_str()),
            week: place.map(|place| place.week),
            day: place.map(|place| place.day),
            date: unit.date,
            minutes: unit.minutes,
            people: unit.people,
            slot: unit.slot.as_ref().map(|(framework, slot)| SlotRef {
                framework: framework.as_str(),
                slot: slot.as_str(),
            }),
            streams: unit.streams.iter().map(stream).collect(),
            sections: unit.sections.iter().map(|section| self.section(section)).collect(),
            notes: &unit.notes,
            reasons: self.said(&unit.reasons),
            suppress: &unit.suppress,
            visibility: unit.visibility,
            done: unit.done,
        }
    }

    fn section<'b>(&'b self, section: &'b domain::Section) -> Section<'b> {
        Section {
            id: section.id.as_str(),
            kind: section.kind,
            title: &section.title,
            phase: section.phase,
            stream: section.stream,
            format: section.format,
            rounds: section.rounds,
            cap_s: section.cap_s,
            minutes: section.minutes,
            notes: &section.notes,
            items: section.items.iter().map(|item| self.item(item)).collect(),
        }
    }

    fn item<'b>(&'b self, item: &'b domain::Item) -> Item<'b> {
        Item {
            id: item.id.as_str(),
            exercise: item.exercise.as_ref().map(domain::ExerciseId::as_str),
            name: item.label.get(self.catalogue.lang()),
            label: &item.label,
            group: item.superset.map(|tag| tag.to_string()),
            prescription: self.dose(&item.prescription),
            minutes: item.minutes,
            notes: &item.notes,
            progression: item.progression.as_ref(),
            reasons: self.said(&item.reasons),
            suppress: &item.suppress,
            log: item.log.as_ref(),
        }
    }

    /// The notation carries a prescription; the value itself goes along only where reading the
    /// text back would not give it.
    fn dose<'b>(&self, prescription: &'b Prescription) -> Dose<'b> {
        let flat = Flat::of(prescription, self.catalogue.lang());
        let same = notation::parse(&flat.text).is_ok_and(|read| read == *prescription);
        let exact = (!same && !prescription.is_empty()).then_some(prescription);
        Dose { flat, exact }
    }

    fn said(&self, messages: &[Message]) -> Vec<Said> {
        messages.iter().map(|message| self.sentence(message)).collect()
    }

    fn sentence(&self, message: &Message) -> Said {
        Said {
            id: message.id.to_string(),
            args: args(&message.args),
            text: self.catalogue.text(message),
        }
    }
}

fn stream(stream: &domain::Stream) -> Stream<'_> {
    Stream {
        phase: stream.phase,
        stream: stream.stream,
        title: &stream.title,
        level: stream.level,
        size: stream.size,
    }
}

/// The values of a sentence: numbers and texts as they are, names as `{en, de}`, sentences as
/// `{id, args}`.
fn args(args: &[(Cow<'static, str>, Arg)]) -> Map<String, Value> {
    args.iter().map(|(name, value)| (name.to_string(), arg(value))).collect()
}

fn arg(value: &Arg) -> Value {
    match value {
        Arg::Number(number) => json!(number),
        Arg::Text(text) => json!(text),
        Arg::Name(name) => json!({ "en": name.en, "de": name.de }),
        Arg::Message(message) => json!({ "id": message.id, "args": args(&message.args) }),
    }
}
