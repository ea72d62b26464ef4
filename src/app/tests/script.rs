//! A session to type into.

use std::sync::Arc;

use jiff::civil::date;

use crate::app::effect::{Fetched, Trainee, Who};
use crate::app::findings::find;
use crate::app::library::{LibraryEffect, LibraryReply};
use crate::app::open::OpenUnit;
use crate::app::page::Reasoned;
use crate::app::propose::propose;
use crate::app::{Effect, Event, Key, Keymap, Model, Reply, Shelf, Start, update};
use crate::config::Theme;
use crate::domain::{
    Bilingual, ExerciseId, Group, GroupId, IdSource, Item, Lang, Owner, Section, SectionKind,
    SkillWeights, TargetGroupId, Unit,
};
use crate::library::{Library, builtin};
use crate::lint::Severities;
use crate::retrieval::{self, RetrievalIndex};

/// A session with its effects so far.
pub(crate) struct Session {
    pub(crate) model: Model,
    pub(crate) effects: Vec<Effect>,
    shelf: Arc<Shelf>,
}

/// The built-in library with its index, made once for all tests.
pub(crate) fn shelf() -> Arc<Shelf> {
    static SHELF: std::sync::OnceLock<Arc<Shelf>> = std::sync::OnceLock::new();
    SHELF
        .get_or_init(|| {
            let data = builtin().unwrap();
            let library =
                Arc::new(Library::new(data.exercises, data.graphs, data.catalogues).unwrap());
            let index = Arc::new(RetrievalIndex::new(library.clone()));
            Arc::new(Shelf { library, index })
        })
        .clone()
}

/// A judo unit: a warm-up with two games, an empty main part.
pub(crate) fn unit() -> Unit {
    let mut ids = IdSource::new(7);
    let mut unit = Unit::new(ids.unit(), "Tonight", Owner::Group(GroupId::from("judo")));
    unit.minutes = Some(75);
    unit.date = Some(date(2026, 11, 20));
    let mut warmup = Section::new(ids.section(), SectionKind::Warmup);
    for (id, name) in [("tag_simple", "Simple tag"), ("roll_log", "Log roll")] {
        let label = Bilingual::same(name);
        warmup.items.push(Item::new(ids.item(), Some(ExerciseId::from(id)), label));
    }
    unit.sections.push(warmup);
    unit.sections.push(Section::new(ids.section(), SectionKind::Main));
    unit
}

/// The group the unit is for.
pub(crate) fn group() -> Group {
    Group {
        id: GroupId::from("judo"),
        name: "Judo U12".to_owned(),
        size: 13,
        age_min: 10,
        age_max: 12,
        target_group: TargetGroupId::from("kids_older"),
        style: Some("judo".into()),
        level_mix: std::collections::BTreeMap::new(),
        skills: SkillWeights::from([("falling".into(), 1.0)]),
        equipment: vec!["tatami".into(), "gi".into(), "belt".into(), "mat".into()],
        devices: std::collections::BTreeMap::new(),
        minutes: 75,
        units_per_week: 2,
        weeks: 12,
        framework: None,
        known: Vec::new(),
    }
}

impl Session {
    /// A session on [`unit`] with the library loaded and every ranking answered.
    pub(crate) fn new() -> Self {
        Self::with(Some(unit()))
    }

    /// A session on a unit, or on none.
    pub(crate) fn with(unit: Option<Unit>) -> Self {
        Self::on(shelf(), unit)
    }

    /// A session over another library.
    pub(crate) fn on(shelf: Arc<Shelf>, unit: Option<Unit>) -> Self {
        let trainee = Trainee { who: Who::Group(group()), recent: Vec::new(), framework: None };
        let model = Model::new(Start {
            lang: Lang::En,
            theme: Theme::Mono,
            keymap: Arc::new(Keymap::new([]).unwrap()),
            size: (80, 24),
            today: date(2026, 11, 20),
            seed: 11,
            trainee: Some(trainee),
            open: unit.map(|unit| OpenUnit::new(unit, 1, Vec::new(), Vec::new())),
            line: None,
            lang_chosen: None,
            onboarding: crate::app::people::Onboarding::default(),
        });
        let mut session = Self { model, effects: Vec::new(), shelf: shelf.clone() };
        session.event(Event::Reply(Reply::Shelf(shelf)));
        session
    }

    /// Lets an event happen; rankings are answered as the runtime would.
    pub(crate) fn event(&mut self, event: Event) {
        for effect in update(&mut self.model, event) {
            match effect {
                Effect::Suggest(ticket, asked) => {
                    let answer = retrieval::suggest(&self.shelf.index, &asked.pack, &asked.request);
                    self.event(Event::Reply(Reply::Suggested(ticket, Box::new(answer))));
                }
                Effect::Lint(ticket, judged) => {
                    let found = find(&judged, &self.shelf.library, &Severities::default());
                    self.event(Event::Reply(Reply::Linted(ticket, found)));
                }
                Effect::Library(effect) => self.library(*effect),
                Effect::Propose(ticket, ask) => {
                    let proposal = propose(&ask, &self.shelf);
                    self.event(Event::Reply(Reply::Proposed(ticket, Box::new(proposal))));
                }
                Effect::Explain(ticket, asked, exercises) => {
                    let reasoned = exercises.iter().filter_map(|exercise| {
                        let (pack, request) = (&asked.pack, &asked.request);
                        let why = retrieval::explain(&self.shelf.index, pack, request, exercise)?;
                        Some(Reasoned { exercise: exercise.clone(), explanation: why })
                    });
                    let reasoned = reasoned.collect();
                    self.event(Event::Reply(Reply::Explained(ticket, reasoned)));
                }
                effect => self.effects.push(effect),
            }
        }
    }

    /// Lists exercises as the runtime would; what needs a database is left for the test.
    fn library(&mut self, effect: LibraryEffect) {
        if let LibraryEffect::Browse(ticket, library, wanted) = effect {
            let listing = Box::new(library.browse(&wanted));
            let reply = LibraryReply::Listed(ticket, listing);
            self.event(Event::Reply(Reply::Library(Box::new(reply))));
        } else {
            self.effects.push(Effect::Library(Box::new(effect)));
        }
    }

    /// Presses keys, given by their names.
    pub(crate) fn keys(&mut self, names: &str) -> &mut Self {
        for name in names.split_whitespace() {
            self.event(Event::Key(name.parse().unwrap()));
        }
        self
    }

    /// Presses keys without answering the rankings they ask for; the newest question.
    pub(crate) fn silent(&mut self, names: &str) -> Effect {
        let mut asked = None;
        for name in names.split_whitespace() {
            for effect in update(&mut self.model, Event::Key(name.parse().unwrap())) {
                if matches!(effect, Effect::Suggest(..)) {
                    asked = Some(effect);
                }
            }
        }
        asked.expect("a question")
    }

    /// Answers a ranking, and those that follow from it.
    pub(crate) fn answer(&mut self, asked: Effect) {
        if let Effect::Suggest(ticket, asked) = asked {
            let answer = retrieval::suggest(&self.shelf.index, &asked.pack, &asked.request);
            self.event(Event::Reply(Reply::Suggested(ticket, Box::new(answer))));
        }
    }

    /// Types text, sign by sign.
    pub(crate) fn typed(&mut self, text: &str) -> &mut Self {
        for sign in text.chars() {
            self.event(Event::Key(Key::char(sign)));
        }
        self
    }

    /// The open unit.
    pub(crate) fn unit(&self) -> &Unit {
        &self.model.open.as_ref().unwrap().unit
    }

    /// English labels of the items of a section.
    pub(crate) fn labels(&self, section: usize) -> Vec<String> {
        let items = &self.unit().sections[section].items;
        items.iter().map(|item| item.label.en.clone()).collect()
    }

    /// The unit as the store would give it after somebody else changed it.
    pub(crate) fn fetched(unit: Unit, version: u32) -> Fetched {
        Fetched { unit, version, undo: Vec::new(), redo: Vec::new() }
    }
}
