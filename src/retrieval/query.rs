//! Reads a request in German or English: what is wanted, of what, for whom. A heuristic that needs
//! no model; a model may fill the same structure.

use crate::domain::{
    CatalogueKind, Contraindication, EquipmentId, ExerciseId, GraphId, Level, Partner, SkillId,
};
use crate::language::{number_word, tokens};

use super::topic::{Meaning, Topic};
use super::vocabulary::Term;
use super::words::{
    BEFORE_NAMES, COMPLAINTS, FILLERS, FILLERS_OF_REQUESTS, INTENT_WORDS, MATCHING, PARTNER_WORDS,
    REGIONS, STEP_PHRASES,
};
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
    /// What it is about, word by word.
    pub topics: Vec<Topic>,
    /// Words to search for.
    pub text: String,
}

/// A query with fewer letters asks for nothing yet.
const SHORTEST_QUERY: usize = 3;
/// How surely words must name an exercise to become the anchor.
const SURE_NAME: f32 = 0.8;
/// The same for a part of the request, which is a name by chance more easily.
const VERY_SURE_NAME: f32 = 0.88;

/// Words of a request that are read; whoever holds a key down means none of the later ones.
const MOST_WORDS: usize = 40;

impl Parsed {
    /// Reads a request. Names of exercises are looked up only where the intent asks for an
    /// anchor, so that an ordinary search stays one.
    #[must_use]
    pub fn new(query: &str, index: &RetrievalIndex) -> Self {
        let words: Vec<String> = tokens(query)
            .into_iter()
            .take(MOST_WORDS)
            .map(|token| corrected(token.text, index))
            .collect();
        let mut parsed = Self::default();
        let named = words.iter().filter_map(|word| begins(INTENT_WORDS, word));
        let step = asks_for_a_step(&words).then_some(Intent::ProgressionNext);
        let mut intent = named.chain(step).fold(None, |known, found| Some(stronger(known, found)));
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
        let matches = words.iter().any(|word| MATCHING.contains(&word.as_str()));
        if matches && intent.is_none_or(|known| known == Intent::SuggestNext) {
            parsed.find_anchor(&words, index);
            intent = intent.or(parsed.anchor.is_some().then_some(Intent::DeepenExercise));
            if parsed.anchor.is_some() {
                intent = Some(Intent::DeepenExercise);
            }
        }
        let letters: usize = words.iter().map(|word| word.chars().count()).sum();
        parsed.intent = match intent {
            _ if letters < SHORTEST_QUERY => Intent::SuggestNext,
            Some(intent) => intent,
            None if parsed.text.is_empty() && !parsed.names_something() => Intent::SuggestNext,
            None => Intent::FreeSearch,
        };
        let builds = matches!(parsed.intent, Intent::DeepenExercise | Intent::ProgressionNext);
        // a single word is a theme before it is a name
        if let ([theme], Intent::ProgressionNext, None) = (&*rest, parsed.intent, &parsed.graph) {
            parsed.graph = index.vocabulary.graph_like(theme).cloned();
        }
        if builds && parsed.anchor.is_none() && parsed.graph.is_none() {
            parsed.find_anchor(&words, index);
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
        let named = index.vocabulary.named_at(words);
        if let Some((used, Term::Level(level))) = named {
            self.level = Some(*level);
            return Some(used);
        }
        let meaning = named.and_then(|(_, term)| self.note(term));
        let topic = index.vocabulary.topic_at(words);
        let used = named.map(|(used, _)| used).max(topic.as_ref().map(|(used, _)| *used))?;
        let mut topic = topic.map_or_else(|| Topic { meanings: Vec::new() }, |(_, topic)| topic);
        // a skill that is named is meant; else the first that a coach's word stands for
        let is_skill = |meaning: &&Meaning| meaning.kind == CatalogueKind::Skills;
        let is_named = meaning.as_ref().is_some_and(|meaning| is_skill(&meaning));
        if let Some(first) = topic.meanings.iter().find(is_skill).filter(|_| !is_named) {
            let skill = SkillId::from(first.id.as_str());
            if !self.skills.contains(&skill) {
                self.skills.push(skill);
            }
        }
        if let Some(meaning) = meaning.filter(|meaning| !topic.meanings.contains(meaning)) {
            topic.meanings.insert(0, meaning);
        }
        if !topic.meanings.is_empty() && !self.topics.contains(&topic) {
            self.topics.push(topic);
        }
        rest.extend(words.iter().take(used).map(String::as_str));
        Some(used)
    }

    /// Notes a skill or thing that is named, and says what that makes the request be about.
    fn note(&mut self, term: &Term) -> Option<Meaning> {
        match term {
            Term::Skill(skill) => {
                if !self.skills.contains(skill) {
                    self.skills.push(skill.clone());
                }
                Some(Meaning { kind: CatalogueKind::Skills, id: skill.to_string() })
            }
            Term::Equipment(thing) => {
                if !self.equipment.contains(thing) {
                    self.equipment.push(thing.clone());
                }
                Some(Meaning { kind: CatalogueKind::Equipment, id: thing.to_string() })
            }
            Term::Level(_) => None,
        }
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

    /// Looks for the exercise the request is about: all that is left of it, else the longest run
    /// of words behind a small word like `zum` or `after` that is surely a name.
    fn find_anchor(&mut self, words: &[String], index: &RetrievalIndex) {
        const LONGEST: usize = 5;
        let library = index.library();
        let named = |text: &str, sure: f32| {
            let best = library.search(text, 1).into_iter().next();
            best.filter(|found| found.confidence >= sure)
                .and_then(|found| library.at(found.position))
                .map(|exercise| exercise.id.clone())
        };
        let all = named(&self.text, SURE_NAME);
        let is_small = |word: &String| BEFORE_NAMES.contains(&word.as_str());
        let begins = (1..words.len()).filter(|at| {
            words.get(at - 1).is_some_and(is_small) && !words.get(*at).is_some_and(is_small)
        });
        let mut runs = begins.flat_map(|from| {
            let longest = LONGEST.min(words.len() - from);
            (1..=longest).rev().filter_map(move |length| words.get(from..from + length))
        });
        let found = all.or_else(|| runs.find_map(|run| named(&run.join(" "), VERY_SURE_NAME)));
        if found.is_some() {
            self.anchor = found;
            self.text.clear();
            self.topics.clear();
            self.skills.clear();
        }
    }
}

/// The word as it was meant: mistyped words are those no name and no vocabulary begins with.
fn corrected(word: String, index: &RetrievalIndex) -> String {
    let is_known = begins(INTENT_WORDS, &word).is_some()
        || FILLERS.contains(&word.as_str())
        || index.vocabulary.knows(&word)
        || !index.library().search_index().search_as_typed(&word, 1).is_empty();
    if is_known {
        return word;
    }
    index.vocabulary.corrected(&word).unwrap_or(word)
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
