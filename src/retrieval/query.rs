//! Reads a request in German or English: what is wanted, of what, for whom. A heuristic that needs
//! no model; a model may fill the same structure.

use crate::domain::{Contraindication, EquipmentId, ExerciseId, GraphId, Level, Partner, SkillId};
use crate::language::{number_word, tokens};

use super::vocabulary::Term;
use super::{Intent, RetrievalIndex};

/// A request taken apart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Parsed {
    /// What is wanted.
    pub intent: Intent,
    /// The exercise it is about, where it names one.
    pub anchor: Option<ExerciseId>,
    /// The progression graph, where it names one.
    pub graph: Option<GraphId>,
    /// Skills to train.
    pub skills: Vec<SkillId>,
    /// Alone, in pairs, or in a group.
    pub partner: Option<Partner>,
    /// Highest level.
    pub level: Option<Level>,
    /// Things to train with.
    pub equipment: Vec<EquipmentId>,
    /// Whether it must go without any equipment.
    pub without_equipment: bool,
    /// Regions the request says to spare: `bei Knieproblemen`, `shoulder pain`.
    pub injuries: Vec<Contraindication>,
    /// Minutes it may take.
    pub minutes: Option<f32>,
    /// Words to search for.
    pub text: String,
}

/// Beginnings of words that say what is wanted, the stronger ones first.
#[rustfmt::skip]
const INTENT_WORDS: &[(Intent, &[&str])] = &[
    (Intent::DeepenExercise, &[
        "vertief", "deepen", "deeper", "tiefer", "ahnlich", "similar", "variation", "variante",
        "variant", "festig", "consolidat", "davon",
    ]),
    (Intent::ProgressionNext, &[
        "progress", "steiger", "graph", "stufe", "harder", "schwerer", "schwieriger",
        "anspruchsvoller", "successor", "nachfolger", "folgt", "follows",
    ]),
    (Intent::ContinuePlanGoal, &[
        "aufbau", "baut", "continue", "fortsetz", "weiterfuhr", "anknupf", "ziel", "goal", "lucke",
        "gap", "fehlt", "missing", "build", "richtung", "toward",
    ]),
    (Intent::SuggestNext, &[
        "schlag", "vorschlag", "suggest", "recommend", "empfiehl", "empfehl", "nachst", "next",
        "weiter",
    ]),
];

/// Two beginnings of words that together ask for the next step: `was kommt nach`, `next step`.
const STEP_PHRASES: &[(&[&str], &[&str])] = &[
    (&["kommt", "kommen", "comes", "come"], &["nach", "after"]),
    (&["nachst", "next"], &["schritt", "step"]),
];

/// Words that carry no meaning of their own in a request, and stand in no name that matters.
#[rustfmt::skip]
const FILLERS: &[&str] = &[
    "a", "after", "against", "als", "alternative", "alternativen", "an", "and", "another", "any",
    "auf", "aus", "bei", "beim", "bisher", "bisherig", "bisherige", "bisherigen", "bitte", "come",
    "comes", "could", "das", "dem", "den", "der", "des", "despite", "die", "do", "drill", "drills",
    "easier", "ein", "eine", "einem", "einen", "einer", "einfacher", "es", "etwas", "exercise",
    "exercises", "for", "from", "fur", "gegen", "gib", "gibt", "give", "go", "ich", "im", "in",
    "instead", "into", "is", "ist", "it", "jetzt", "kommt", "konnte", "leichter", "machen", "me",
    "mir", "mit", "mochte", "my", "nach", "no", "noch", "now", "oder", "of", "or", "paar",
    "passend", "passende", "passt", "planning", "planung", "please", "should", "sinnvoll",
    "sinnvolle", "sinnvolles", "soll", "some", "something", "statt", "than", "that", "the", "thema",
    "theme", "there", "this", "to", "trotz", "ubung", "ubungen", "und", "uns", "unsere", "us",
    "von", "vor", "want", "was", "we", "wenn", "what", "when", "which", "wie", "wir", "with", "zu",
    "zum", "zur",
];

/// Words that stand in names of exercises, and mean nothing beside a word that says what is wanted.
const FILLERS_OF_REQUESTS: &[&str] =
    &["mehr", "more", "on", "one", "plan", "step", "steps", "there", "up", "upon"];

/// Beginnings of words that say with how many people.
const PARTNER_WORDS: &[(Partner, &[&str])] = &[
    (Partner::Pair, &["partner", "paaren", "pair", "zweit", "duo"]),
    (Partner::Triad, &["dritt", "triad", "dreier"]),
    (Partner::Group, &["gruppe", "group", "team", "mannschaft"]),
    (Partner::None, &["allein", "alone", "solo", "einzeln"]),
];

/// Beginnings of words for parts of the body that can hurt.
#[rustfmt::skip]
const REGIONS: &[(Contraindication, &[&str])] = &[
    (Contraindication::Knee, &["knie", "knee"]),
    (Contraindication::LowBack, &["rucken", "kreuz", "back", "bandscheibe", "lws"]),
    (Contraindication::Shoulder, &["schulter", "shoulder"]),
    (Contraindication::Elbow, &["ellbogen", "ellenbogen", "elbow"]),
    (Contraindication::Wrist, &["handgelenk", "wrist"]),
    (Contraindication::Hip, &["huft", "hip"]),
    (Contraindication::Ankle, &["sprunggelenk", "knochel", "ankle"]),
    (Contraindication::Neck, &["nacken", "hals", "neck"]),
];

/// Words that say that something hurts; they end a German compound or follow the region.
#[rustfmt::skip]
const COMPLAINTS: &[&str] = &[
    "problem", "schmerz", "beschwerden", "verletz", "pain", "injur", "issue", "trouble", "hurts",
];

/// A query with fewer letters asks for nothing yet.
const SHORTEST_QUERY: usize = 3;
/// How surely words must name an exercise to become the anchor.
const SURE_NAME: f32 = 0.8;

impl Parsed {
    /// Reads a request. Names of exercises are looked up only where the intent asks for an
    /// anchor, so that an ordinary search stays one.
    #[must_use]
    pub fn new(query: &str, index: &RetrievalIndex) -> Self {
        let words: Vec<String> = tokens(query).into_iter().map(|token| token.text).collect();
        let mut parsed = Self::default();
        let named = words.iter().filter_map(|word| begins(INTENT_WORDS, word));
        let step = asks_for_a_step(&words).then_some(Intent::ProgressionNext);
        let intent = named.chain(step).fold(None, |known, found| Some(stronger(known, found)));
        let mut rest: Vec<&str> = Vec::new();
        let mut before = "";
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let behind = words.get(at..).unwrap_or_default();
            let used = parsed
                .read_condition(before, behind)
                .or_else(|| parsed.read_graph(behind, intent, index))
                .or_else(|| parsed.read_term(behind, &mut rest, index));
            let is_idle = begins(INTENT_WORDS, word).is_some() || FILLERS.contains(&word.as_str());
            if used.is_none() && !is_idle {
                rest.push(word);
            }
            before = word;
            at += used.unwrap_or(1);
        }
        parsed.text = rest.join(" ");
        let letters: usize = words.iter().map(|word| word.chars().count()).sum();
        parsed.intent = match intent {
            _ if letters < SHORTEST_QUERY => Intent::SuggestNext,
            Some(intent) => intent,
            None if parsed.text.is_empty() && !parsed.names_something() => Intent::SuggestNext,
            None => Intent::FreeSearch,
        };
        if matches!(parsed.intent, Intent::DeepenExercise | Intent::ProgressionNext) {
            parsed.find_anchor(index);
        }
        if intent.is_some() && parsed.anchor.is_none() {
            rest.retain(|word| !FILLERS_OF_REQUESTS.contains(word));
            parsed.text = rest.join(" ");
        }
        parsed
    }

    /// Reads what limits the choice: minutes, partners, equipment ruled out. Returns how many
    /// words that took.
    fn read_condition(&mut self, before: &str, words: &[String]) -> Option<usize> {
        let [word, behind @ ..] = words else { return None };
        let next = behind.first().map(String::as_str).unwrap_or_default();
        let number = word.parse::<f32>().ok();
        let number = number.or_else(|| number_word(word).map(|number| number.value() as f32));
        if let Some(minutes) = number.filter(|_| next.starts_with("min")) {
            self.minutes = Some(minutes);
            return Some(2);
        }
        let complains = |text: &str| COMPLAINTS.iter().any(|complaint| text.contains(complaint));
        if let Some(region) = begins(REGIONS, word).filter(|_| complains(word) || complains(next)) {
            self.injuries.push(region);
            return Some(if complains(word) { 1 } else { 2 });
        }
        if matches!(word.as_str(), "ohne" | "without" | "no" | "kein" | "keine") {
            let article = matches!(next, "a" | "any" | "einen" | "eine" | "den" | "die");
            let denied = behind.get(usize::from(article)).map(String::as_str).unwrap_or_default();
            let used = 2 + usize::from(article);
            let things = ["gerat", "equipment", "material", "hilfsmittel"];
            if things.iter().any(|beginning| denied.starts_with(beginning)) {
                self.without_equipment = true;
                return Some(used);
            }
            if begins(PARTNER_WORDS, denied).is_some() {
                self.partner = Some(Partner::None);
                return Some(used);
            }
        }
        let partner = begins(PARTNER_WORDS, word)?;
        // "partner row" is a name; "with a partner" and "alone" are conditions
        let leads = ["mit", "with", "in", "im", "zu", "als", "for", "fur", "a", "einem", "einer"];
        if partner != Partner::None && !leads.contains(&before) {
            return None;
        }
        self.partner = Some(partner);
        Some(1)
    }

    fn read_graph(
        &mut self,
        words: &[String],
        intent: Option<Intent>,
        index: &RetrievalIndex,
    ) -> Option<usize> {
        if intent != Some(Intent::ProgressionNext) {
            return None;
        }
        let (used, graph) = index.vocabulary.graph_at(words)?;
        self.graph = Some(graph.clone());
        Some(used)
    }

    /// Notes what the words name. Skills and equipment stand in names as well, so those words stay
    /// to be searched for.
    fn read_term<'a>(
        &mut self,
        words: &'a [String],
        rest: &mut Vec<&'a str>,
        index: &RetrievalIndex,
    ) -> Option<usize> {
        if begins(INTENT_WORDS, words.first()?).is_some() {
            return None;
        }
        let (used, term) = index.vocabulary.named_at(words)?;
        match term {
            Term::Level(level) => {
                self.level = Some(*level);
                return Some(used);
            }
            Term::Skill(skill) if !self.skills.contains(skill) => self.skills.push(skill.clone()),
            Term::Equipment(thing) if !self.equipment.contains(thing) => {
                self.equipment.push(thing.clone());
            }
            Term::Skill(_) | Term::Equipment(_) => {}
        }
        rest.extend(words.iter().take(used).map(String::as_str));
        Some(used)
    }

    const fn names_something(&self) -> bool {
        !self.skills.is_empty()
            || !self.equipment.is_empty()
            || self.partner.is_some()
            || self.level.is_some()
            || self.without_equipment
            || !self.injuries.is_empty()
            || self.minutes.is_some()
    }

    fn find_anchor(&mut self, index: &RetrievalIndex) {
        let library = index.library();
        let best = library.search(&self.text, 1).into_iter().next();
        let named = best.filter(|found| found.confidence >= SURE_NAME);
        if let Some(exercise) = named.and_then(|found| library.at(found.position)) {
            self.anchor = Some(exercise.id.clone());
            self.text.clear();
        }
    }
}

/// The value whose list holds a beginning of the word.
fn begins<T: Copy>(table: &[(T, &[&str])], word: &str) -> Option<T> {
    let holds = |(_, beginnings): &&(T, &[&str])| beginnings.iter().any(|b| word.starts_with(b));
    table.iter().find(holds).map(|(value, _)| *value)
}

/// Whether two neighbouring words ask for what comes after something.
fn asks_for_a_step(words: &[String]) -> bool {
    let is = |word: &str, list: &[&str]| list.iter().any(|beginning| word.starts_with(beginning));
    words.windows(2).any(|pair| {
        let [one, other] = pair else { return false };
        STEP_PHRASES.iter().any(|(first, second)| is(one, first) && is(other, second))
    })
}

/// The intent that stands earlier in the table: "next step of the graph" is about the graph.
fn stronger(known: Option<Intent>, found: Intent) -> Intent {
    let rank = |intent: Intent| INTENT_WORDS.iter().position(|(other, _)| *other == intent);
    match known {
        Some(known) if rank(known) < rank(found) => known,
        _ => found,
    }
}
