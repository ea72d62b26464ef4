//! The chips of the suggestions: how the request was understood, and what the coach set beside it.
//! Each can be taken away; conditions can be changed.

use super::suggest::SuggestPane;
use crate::domain::{
    Arg, Bilingual, CatalogueKind, Contraindication, EquipmentId, ExerciseId, Lang, Level, Message,
    Partner, SkillId,
};
use crate::library::Library;
use crate::retrieval::{Intent, Parsed, Topic};

/// One chip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chip {
    /// The intent, read from the words or set by hand.
    Intent(Intent),
    /// An exercise named, or chosen as in "more like this".
    Anchor(ExerciseId),
    /// A graph named or chosen.
    Graph(crate::domain::GraphId),
    /// A skill.
    Skill(SkillId),
    /// What else it is about.
    Topic(Topic),
    /// With how many.
    Partner(Partner),
    /// Highest level.
    Level(Level),
    /// A thing.
    Equipment(EquipmentId),
    /// Without equipment.
    Bare,
    /// A region to spare.
    Spare(Contraindication),
    /// Minutes at most.
    Minutes(u16),
    /// The additional term.
    Term(String),
    /// An exercise kept on top.
    Pinned(ExerciseId),
    /// An exercise put aside.
    Dismissed(ExerciseId),
}

/// The chips that stand now, in the order they are shown.
#[must_use]
pub fn chips(pane: &SuggestPane) -> Vec<Chip> {
    let mut chips = Vec::new();
    chips.extend(pane.intent.map(Chip::Intent));
    chips.extend(pane.anchor.clone().map(Chip::Anchor));
    chips.extend(pane.graph.clone().map(Chip::Graph));
    if let Some(parsed) = pane.understood().filter(|_| !pane.query.trim().is_empty()) {
        chips.extend(of_request(parsed, pane));
    }
    chips.extend(Some(&pane.term).filter(|term| !term.is_empty()).cloned().map(Chip::Term));
    chips.extend(pane.pinned.iter().cloned().map(Chip::Pinned));
    chips.extend(pane.dismissed.iter().cloned().map(Chip::Dismissed));
    chips
}

/// The chips that stand in the pane: an intent read from the words stands in its heading already.
#[must_use]
pub fn shown(pane: &SuggestPane) -> Vec<Chip> {
    let mut chips = chips(pane);
    chips.retain(|chip| !matches!(chip, Chip::Intent(_)));
    chips
}

fn of_request(parsed: &Parsed, pane: &SuggestPane) -> Vec<Chip> {
    let mut chips = Vec::new();
    // that something should come next goes without saying
    if pane.intent.is_none() && parsed.intent != Intent::SuggestNext {
        chips.push(Chip::Intent(parsed.intent));
    }
    if pane.anchor.is_none() {
        chips.extend(parsed.anchor.clone().map(Chip::Anchor));
    }
    if pane.graph.is_none() {
        chips.extend(parsed.graph.clone().map(Chip::Graph));
    }
    chips.extend(parsed.skills.iter().cloned().map(Chip::Skill));
    // a topic that says no more than its skill or thing is one chip
    let is_told = |topic: &&Topic| {
        topic.meanings.iter().any(|meaning| match meaning.kind {
            CatalogueKind::Skills => parsed.skills.iter().any(|skill| skill.as_str() == meaning.id),
            CatalogueKind::Equipment => {
                parsed.equipment.iter().any(|thing| thing.as_str() == meaning.id)
            }
            _ => false,
        })
    };
    chips.extend(parsed.topics.iter().filter(|topic| !is_told(topic)).cloned().map(Chip::Topic));
    chips.extend(parsed.partner.map(Chip::Partner));
    chips.extend(parsed.level.map(Chip::Level));
    chips.extend(parsed.equipment.iter().cloned().map(Chip::Equipment));
    chips.extend(parsed.without_equipment.then_some(Chip::Bare));
    chips.extend(parsed.injuries.iter().copied().map(Chip::Spare));
    chips.extend(parsed.minutes.map(|minutes| Chip::Minutes(minutes.round() as u16)));
    chips
}

/// What a coach can put in the place of a chip; taking it away is always possible.
#[must_use]
pub fn alternatives(chip: &Chip) -> Vec<Chip> {
    match chip {
        Chip::Intent(known) => {
            Intent::ALL.into_iter().filter(|other| other != known).map(Chip::Intent).collect()
        }
        Chip::Partner(known) => [Partner::None, Partner::Pair, Partner::Triad, Partner::Group]
            .into_iter()
            .filter(|other| other != known)
            .map(Chip::Partner)
            .collect(),
        Chip::Level(known) => {
            Level::ALL.iter().copied().filter(|other| other != known).map(Chip::Level).collect()
        }
        Chip::Minutes(known) => {
            [5, 10, 15, 20].into_iter().filter(|other| other != known).map(Chip::Minutes).collect()
        }
        _ => Vec::new(),
    }
}

/// Takes a chip away, or puts another of its kind in its place.
pub fn change(pane: &mut SuggestPane, chip: &Chip, to: Option<&Chip>) {
    pane.choices += 1;
    match chip {
        Chip::Term(_) => pane.term.clear(),
        Chip::Pinned(id) => pane.pinned.retain(|known| known != id),
        Chip::Dismissed(id) => pane.dismissed.retain(|known| known != id),
        Chip::Intent(_) => {
            pane.intent = match to {
                Some(Chip::Intent(intent)) => Some(*intent),
                // what the words said is taken away by searching for them as they stand
                _ if pane.intent.is_none() => Some(Intent::FreeSearch),
                _ => None,
            };
        }
        Chip::Anchor(_) if pane.anchor.is_some() => pane.anchor = None,
        Chip::Graph(_) if pane.graph.is_some() => pane.graph = None,
        _ => {
            let Some(mut parsed) = pane.understood().cloned() else { return };
            change_request(&mut parsed, chip, to);
            pane.edited = Some(parsed);
        }
    }
}

fn change_request(parsed: &mut Parsed, chip: &Chip, to: Option<&Chip>) {
    let means = |topic: &Topic, kind, id: &str| {
        topic.meanings.iter().any(|meaning| meaning.kind == kind && meaning.id == id)
    };
    match chip {
        Chip::Anchor(_) => parsed.anchor = None,
        Chip::Graph(_) => parsed.graph = None,
        Chip::Skill(skill) => {
            parsed.skills.retain(|known| known != skill);
            parsed.topics.retain(|topic| !means(topic, CatalogueKind::Skills, skill.as_str()));
        }
        Chip::Topic(topic) => parsed.topics.retain(|known| known != topic),
        Chip::Partner(_) => {
            parsed.partner = to.and_then(|to| match to {
                Chip::Partner(partner) => Some(*partner),
                _ => None,
            });
        }
        Chip::Level(_) => {
            parsed.level = to.and_then(|to| match to {
                Chip::Level(level) => Some(*level),
                _ => None,
            });
        }
        Chip::Minutes(_) => {
            parsed.minutes = to.and_then(|to| match to {
                Chip::Minutes(minutes) => Some(f32::from(*minutes)),
                _ => None,
            });
        }
        Chip::Equipment(thing) => {
            parsed.equipment.retain(|known| known != thing);
            parsed.topics.retain(|topic| !means(topic, CatalogueKind::Equipment, thing.as_str()));
        }
        Chip::Bare => parsed.without_equipment = false,
        Chip::Spare(region) => parsed.injuries.retain(|known| known != region),
        Chip::Intent(_) | Chip::Term(_) | Chip::Pinned(_) | Chip::Dismissed(_) => {}
    }
}

/// What a chip says.
#[must_use]
pub fn label(chip: &Chip, library: &Library) -> Message {
    let named = |id: &'static str, name: Bilingual| Message::new(id).with("name", name);
    let entry = |kind, id: &str| library.catalogues().name(kind, id);
    let exercise = |id: &ExerciseId| library.get(id).map(|e| e.name.clone()).unwrap_or_default();
    let is = |name| named("ask-is", name);
    match chip {
        Chip::Intent(intent) => Message::new("ask-intent").with(
            "intent",
            Arg::Message(Box::new(Message {
                id: format!("intent-{}", intent.id().replace('_', "-")).into(),
                args: Vec::new(),
            })),
        ),
        Chip::Anchor(id) => named("ask-anchor", exercise(id)),
        Chip::Graph(id) => {
            named("ask-graph", library.graph(id).map(|g| g.name.clone()).unwrap_or_default())
        }
        Chip::Skill(id) => is(entry(CatalogueKind::Skills, id.as_str())),
        Chip::Topic(topic) => {
            is(topic.meanings.first().map(|m| entry(m.kind, &m.id)).unwrap_or_default())
        }
        Chip::Partner(partner) => Message::new(match partner {
            Partner::None => "ask-alone",
            Partner::Pair => "ask-pair",
            Partner::Triad => "ask-triad",
            Partner::Group => "ask-group",
        }),
        Chip::Level(level) => named("ask-level", entry(CatalogueKind::Levels, level.id())),
        Chip::Equipment(id) => named("ask-with", entry(CatalogueKind::Equipment, id.as_str())),
        Chip::Bare => Message::new("ask-bare"),
        Chip::Spare(region) => {
            named("ask-spare", entry(CatalogueKind::Contraindications, region.id()))
        }
        Chip::Minutes(minutes) => Message::new("ask-minutes").with("minutes", i32::from(*minutes)),
        Chip::Term(term) => Message::new("ask-term").with("term", term.as_str()),
        Chip::Pinned(id) => named("ask-pinned", exercise(id)),
        Chip::Dismissed(id) => named("ask-dismissed", exercise(id)),
    }
}

/// The chip as text, for lists.
#[must_use]
pub fn text(chip: &Chip, library: &Library, lang: Lang) -> String {
    crate::language::Catalogue::load(lang).text(&label(chip, library))
}
