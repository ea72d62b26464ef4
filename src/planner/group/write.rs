//! Writes drafted group units out as units of the plan.

use std::collections::BTreeMap;

use super::draft::{GroupDraft, PartDraft, RotationDraft, UnitDraft};
use super::history::is_technique;
use super::pool::available;
use crate::domain::{
    CatalogueKind, Exercise, FocusId, Format, GroupProfile, IdSource, Item, Lang, Message, Owner,
    Partner, Place, Prescription, Progression, ProgressionKind, Scheme, Section, SectionKind, Span,
    Stream, Unit, Work,
};
use crate::language::Catalogue;
use crate::library::Library;
use crate::lint::{ODD_REASON, WEIGHT_REASON};
use crate::planner::{Outline, WeekPlan, identity};

/// The units of one week.
pub(crate) fn units(
    outline: &Outline,
    profile: &GroupProfile,
    draft: &GroupDraft,
    plan: &WeekPlan,
    library: &Library,
) -> Vec<Unit> {
    let mut ids =
        identity::ids(&outline.profile_hash, &outline.library_hash, outline.seed, plan.index);
    let per_week = draft.weekdays.len();
    let first = usize::from(plan.index.saturating_sub(1)) * per_week;
    draft
        .units
        .iter()
        .skip(first)
        .take(per_week)
        .zip(&draft.weekdays)
        .map(|(unit, weekday)| {
            let writer = Writer { outline, profile, library, week: plan.index };
            writer.unit(unit, *weekday, &mut ids)
        })
        .collect()
}

struct Writer<'a> {
    outline: &'a Outline,
    profile: &'a GroupProfile,
    library: &'a Library,
    week: u16,
}

impl Writer<'_> {
    fn unit(&self, draft: &UnitDraft, weekday: u8, ids: &mut IdSource) -> Unit {
        let mut unit = Unit::new(ids.unit(), self.title(draft), Owner::Nobody);
        unit.minutes = Some(self.profile.minutes);
        unit.people = Some(self.profile.size);
        unit.place =
            Some(Place { program: self.outline.id.clone(), week: self.week, day: weekday });
        unit.date = self.outline.date_of(self.week, weekday);
        let mut phase = 0;
        let mut told = Vec::new();
        for (at, part) in draft.parts.iter().enumerate() {
            let splits_on = part.stream.is_some_and(|stream| stream.number > 0);
            if at > 0 && !splits_on {
                phase += 1;
            }
            if let Some(stream) = part.stream {
                unit.streams.push(Stream {
                    phase,
                    stream: stream.number,
                    title: self.level_name(stream.level.id()),
                    level: Some(stream.level),
                    size: Some(stream.size),
                });
            }
            unit.sections.push(self.section(part, phase, &mut told, ids));
        }
        unit
    }

    /// `told` holds what stands in the notes of the unit already: once is enough.
    fn section(
        &self,
        part: &PartDraft,
        phase: u16,
        told: &mut Vec<String>,
        ids: &mut IdSource,
    ) -> Section {
        let catalogue = self.catalogue();
        let mut section = Section::new(ids.section(), part.kind);
        section.phase = phase;
        section.stream = part.stream.map_or(0, |stream| stream.number);
        section.minutes = Some(part.minutes);
        let people = part.stream.map_or(self.profile.size, |stream| stream.size);
        organise(&mut section, part, people, catalogue);
        for drill in &part.drills {
            let exercise = &drill.exercise;
            let mut item = Item::new(ids.item(), Some(exercise.id.clone()), exercise.name.clone());
            item.reasons.clone_from(&drill.reasons);
            if let Some(rotation) = part.rotation {
                station(&mut item, rotation);
                section.items.push(item);
                continue;
            }
            item.minutes = Some(drill.minutes);
            item.prescription = Prescription::minutes(drill.minutes);
            item.prescription.per_side = exercise.unilateral;
            if part.kind == SectionKind::Skill && is_technique(exercise) {
                // the same again, then one new condition at a time (NEU)
                item.progression = Some(Progression {
                    kind: ProgressionKind::Complexity,
                    step: 1.0,
                    reps: None,
                    misses: Some(2),
                    back_off_pct: 0.0,
                });
            }
            // what must be seen on the floor stands in the notes, in words
            let notes: Vec<String> = drill
                .reasons
                .iter()
                .filter(|reason| reason.id == ODD_REASON || reason.id == WEIGHT_REASON)
                .cloned()
                .chain(lines(exercise, people).filter(|_| section.format.is_none()))
                .chain(self.shared(exercise, people))
                .map(|reason| catalogue.text(&reason))
                .collect();
            let new: Vec<String> = notes.into_iter().filter(|note| !told.contains(note)).collect();
            item.notes = new.join(" ");
            told.extend(new);
            section.items.push(item);
        }
        section
    }

    /// How many share a thing there is too little of.
    fn shared(&self, exercise: &Exercise, people: u16) -> Option<Message> {
        let wanted = if exercise.partner == Partner::Pair { people.div_ceil(2) } else { people };
        let there = available(self.profile, self.library);
        let set = exercise.equipment.iter().find(|set| set.iter().all(|it| there.contains(it)))?;
        let (thing, count) = set
            .iter()
            .filter_map(|thing| Some((thing, *self.profile.devices.get(thing)?)))
            .filter(|(_, count)| *count > 0 && *count < wanted)
            .min_by_key(|(_, count)| *count)?;
        let name = self.library.catalogues().name(CatalogueKind::Equipment, thing.as_str());
        Some(
            Message::new("note-share")
                .with("count", count)
                .with("thing", name)
                .with("each", wanted.div_ceil(count)),
        )
    }

    /// The two content domains most minutes of skill and main part go to.
    fn title(&self, draft: &UnitDraft) -> String {
        let mut minutes: BTreeMap<&FocusId, u16> = BTreeMap::new();
        let taught =
            |part: &&PartDraft| matches!(part.kind, SectionKind::Skill | SectionKind::Main);
        let circuit = draft.parts.iter().any(|part| part.rotation.is_some());
        for drill in draft.parts.iter().filter(taught).flat_map(|part| &part.drills) {
            if let Some(focus) = drill.exercise.focus.first() {
                *minutes.entry(focus).or_default() += drill.minutes;
            }
        }
        let mut themes: Vec<(&FocusId, u16)> = minutes.into_iter().collect();
        themes.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        let catalogues = self.library.catalogues();
        let name = |focus: &FocusId| catalogues.name(CatalogueKind::FocusAreas, focus.as_str());
        let message = match themes.as_slice() {
            _ if circuit => Message::new("unit-title-circuit"),
            [] => Message::new("unit-title-free"),
            [(one, _)] => Message::new("unit-title-one").with("focus", name(one)),
            [(one, _), (two, _), ..] => {
                Message::new("unit-title-two").with("focus", name(one)).with("other", name(two))
            }
        };
        self.catalogue().text(&message)
    }

    fn level_name(&self, level: &str) -> String {
        let name = self.library.catalogues().name(CatalogueKind::Levels, level);
        name.get(self.lang()).to_owned()
    }

    fn lang(&self) -> Lang {
        self.profile.language.unwrap_or_default()
    }

    fn catalogue(&self) -> &'static Catalogue {
        Catalogue::load(self.lang())
    }
}

/// How the people of a part move: from station to station, or in lines.
fn organise(section: &mut Section, part: &PartDraft, people: u16, catalogue: &Catalogue) {
    if let Some(rotation) = part.rotation {
        let stations = u16::try_from(part.drills.len()).unwrap_or(u16::MAX).max(1);
        section.format = Some(Format::Stations);
        section.rounds = Some(rotation.rounds);
        section.notes = catalogue.text(
            &Message::new("note-stations")
                .with("stations", stations)
                .with("each", people.div_ceil(stations))
                .with("rounds", rotation.rounds)
                .with("work", rotation.work_s)
                .with("pause", rotation.pause_s),
        );
        return;
    }
    let mut in_lines = part.drills.iter().map(|drill| lines(&drill.exercise, people));
    if let Some(Some(first)) = in_lines.next()
        && in_lines.all(|more| more.is_some())
    {
        section.format = Some(Format::Lines);
        section.notes = catalogue.text(&first);
    }
}

/// Relays and what runs to and fro: lines so short that nobody waits longer than they move.
fn lines(exercise: &Exercise, people: u16) -> Option<Message> {
    const MOST: u16 = 4;
    let id = exercise.id.as_str();
    if !id.starts_with("relay_") && id != "pass_run_lines" {
        return None;
    }
    let lines = people.div_ceil(MOST).max(2);
    Some(Message::new("note-lines").with("lines", lines).with("each", people.div_ceil(lines)))
}

/// Seconds at a station; five more when they have become easy.
fn station(item: &mut Item, rotation: RotationDraft) {
    let work = Work::Seconds(Span::exactly(rotation.work_s));
    item.prescription = Prescription {
        scheme: Scheme::Sets { sets: None, work },
        rest: Some(Span::exactly(rotation.pause_s)),
        ..Prescription::default()
    };
    item.progression = Some(Progression {
        kind: ProgressionKind::Time,
        step: 5.0,
        reps: None,
        misses: Some(3),
        back_off_pct: 10.0,
    });
}
