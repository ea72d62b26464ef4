//! The lexicon of training: which words and phrases of both languages say the same, and what
//! they speak of. Parsed once per process from `data/lexicon/`, about a millisecond.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::table::rows;
use super::words::words;

/// A term of the lexicon or of a library's own vocabulary.
pub(super) type Term = u32;

/// What a term speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Kind {
    /// The movement itself.
    Head,
    /// What it is done with.
    Equipment,
    /// Slope of a bench.
    Angle,
    /// How the body stands, sits or lies.
    Position,
    /// One or both sides.
    Lateral,
    /// Where and how the hands grip.
    Grip,
    /// To where.
    Direction,
    /// Muscle or part of the body.
    Target,
    /// What it is done on.
    Place,
    /// Another quality.
    Modifier,
    /// A word that hardly changes what is meant.
    Neutral,
    /// A word that says nothing.
    Stop,
    /// A unit of a prescription.
    Unit,
    /// A word of plans and diaries, not of exercises.
    Plan,
    /// A number.
    Number,
    /// A word the lexicon does not know.
    Word,
}

impl Kind {
    fn of_section(section: &str) -> Option<Self> {
        Some(match section {
            "head" => Self::Head,
            "equipment" => Self::Equipment,
            "angle" => Self::Angle,
            "position" => Self::Position,
            "lateral" => Self::Lateral,
            "grip" => Self::Grip,
            "direction" => Self::Direction,
            "target" => Self::Target,
            "place" => Self::Place,
            "modifier" => Self::Modifier,
            "neutral" => Self::Neutral,
            "stop" => Self::Stop,
            "unit" => Self::Unit,
            "plan" => Self::Plan,
            _ => return None,
        })
    }

    /// Whether terms of this kind choose between variants of one movement.
    pub(super) const fn is_slot(self) -> bool {
        matches!(self, Self::Equipment | Self::Angle | Self::Position | Self::Lateral | Self::Grip)
    }

    /// How much a term of this kind weighs in a name.
    pub(super) const fn weight(self) -> f32 {
        match self {
            Self::Head => 1.5,
            Self::Word | Self::Modifier => 1.0,
            Self::Equipment | Self::Angle | Self::Target | Self::Place => 0.8,
            Self::Grip | Self::Lateral | Self::Direction | Self::Position => 0.7,
            Self::Plan => 1.2,
            Self::Neutral | Self::Number => 0.12,
            Self::Stop | Self::Unit => 0.0,
        }
    }
}

/// Terms, the forms that stand for them, and how near terms are to each other.
#[derive(Debug)]
pub(super) struct Lexicon {
    ids: HashMap<String, Term>,
    kinds: Vec<Kind>,
    /// Words joined by a space → terms.
    forms: HashMap<String, Vec<Term>>,
    /// Term → the terms near it, with the share of a match each is.
    kin: Vec<Vec<(Term, f32)>>,
    /// First word of forms → most words a form that starts so has.
    starts: HashMap<String, usize>,
    /// Groups of names for one and the same exercise, the plainest first.
    concepts: Vec<Vec<String>>,
    /// Terms a name leaves out when it means the usual: key terms → usual terms.
    usual: Vec<(Vec<Term>, Vec<Term>)>,
    /// Terms that name a movement only where no other is named.
    headless: Vec<(Vec<Term>, Vec<Term>)>,
}

impl Lexicon {
    /// The lexicon that ships with planwright.
    pub(super) fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Lexicon> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            Self::parse(&Tables {
                words: include_str!("../../data/lexicon/words.toml"),
                phrases: include_str!("../../data/lexicon/phrases.toml"),
                kin: include_str!("../../data/lexicon/kin.toml"),
                concepts: include_str!("../../data/lexicon/concepts.toml"),
                usual: include_str!("../../data/lexicon/usual.toml"),
            })
        })
    }

    fn parse(tables: &Tables<'_>) -> Self {
        let mut lexicon = Self {
            ids: HashMap::new(),
            kinds: Vec::new(),
            forms: HashMap::new(),
            kin: Vec::new(),
            starts: HashMap::new(),
            concepts: Vec::new(),
            usual: Vec::new(),
            headless: Vec::new(),
        };
        for row in rows(tables.words) {
            let Some(kind) = Kind::of_section(row.section) else { continue };
            let term = lexicon.term(row.key, kind);
            for form in row.value.split(',') {
                lexicon.form(form, vec![term]);
            }
        }
        for row in rows(tables.phrases) {
            // a phrase that is also a word of the tables above means what is said here
            let terms = lexicon.terms_of(row.value);
            lexicon.forms.insert(words(row.key).join(" "), terms);
        }
        for row in rows(tables.kin) {
            let share = row.value.parse().unwrap_or(0.0) / 100.0;
            if let [a, b] = lexicon.terms_of(row.key).as_slice() {
                lexicon.kin.resize(lexicon.kinds.len(), Vec::new());
                for (one, other) in [(*a, *b), (*b, *a)] {
                    if let Some(near) = lexicon.kin.get_mut(one as usize) {
                        near.push((other, share));
                    }
                }
            }
        }
        for row in rows(tables.concepts) {
            let names = std::iter::once(row.key).chain(row.value.split('|'));
            lexicon.concepts.push(names.map(|name| name.trim().to_owned()).collect());
        }
        for row in rows(tables.usual) {
            let (key, usual) = (lexicon.terms_of(row.key), lexicon.terms_of(row.value));
            let table =
                if row.section == "usual" { &mut lexicon.usual } else { &mut lexicon.headless };
            table.push((key, usual));
        }
        for form in lexicon.forms.keys() {
            let count = form.split(' ').count();
            let first = form.split(' ').next().unwrap_or_default();
            match lexicon.starts.get_mut(first) {
                Some(most) => *most = count.max(*most),
                None => {
                    lexicon.starts.insert(first.to_owned(), count);
                }
            }
        }
        // rules with more terms are more special and come first
        lexicon.usual.sort_by_key(|(key, _)| std::cmp::Reverse(key.len()));
        lexicon
    }

    /// The term with this name; it also stands for itself in texts.
    fn term(&mut self, name: &str, kind: Kind) -> Term {
        let term = self.kinds.len() as Term;
        self.ids.insert(name.to_owned(), term);
        self.kinds.push(kind);
        self.form(name, vec![term]);
        term
    }

    fn form(&mut self, form: &str, terms: Vec<Term>) {
        let words = words(form);
        if words.is_empty() {
            return;
        }
        // the first line that knows a form owns it
        self.forms.entry(words.join(" ")).or_insert(terms);
    }

    /// Terms written in a table: names of terms, single forms, or new words.
    fn terms_of(&mut self, text: &str) -> Vec<Term> {
        let mut terms = Vec::new();
        for word in text.split_whitespace() {
            if let Some(term) = self.ids.get(word) {
                terms.push(*term);
            } else if let Some(known) = words(word).first().and_then(|word| self.forms.get(word)) {
                terms.extend_from_slice(known);
            } else {
                terms.push(self.term(word, Kind::Word));
            }
        }
        terms
    }

    /// The terms a form of one or more folded words stands for.
    pub(super) fn lookup(&self, form: &str) -> Option<&[Term]> {
        self.forms.get(form).map(Vec::as_slice)
    }

    /// Most words of a form that starts with this word; 0: none does.
    pub(super) fn longest(&self, first: &str) -> usize {
        self.starts.get(first).copied().unwrap_or(0)
    }

    /// Number of terms; a library's own words are numbered from here on.
    pub(super) fn len(&self) -> usize {
        self.kinds.len()
    }

    /// The kind of a term; terms of a library are plain words.
    pub(super) fn kind(&self, term: Term) -> Kind {
        self.kinds.get(term as usize).copied().unwrap_or(Kind::Word)
    }

    /// The terms near a term, each with the share of a match it is.
    pub(super) fn near(&self, term: Term) -> &[(Term, f32)] {
        self.kin.get(term as usize).map_or(&[], Vec::as_slice)
    }

    /// Every form: its folded words joined by spaces.
    pub(super) fn forms(&self) -> impl Iterator<Item = &str> {
        self.forms.keys().map(String::as_str)
    }

    /// Groups of names for one and the same exercise.
    pub(super) fn concepts(&self) -> &[Vec<String>] {
        &self.concepts
    }

    /// The movement that a name with these terms and no movement means.
    pub(super) fn headless(&self, terms: &[Term]) -> &[Term] {
        self.headless
            .iter()
            .find(|(key, _)| key.iter().all(|term| terms.contains(term)))
            .map_or(&[], |(_, head)| head.as_slice())
    }

    /// The terms that a name with these terms leaves unsaid.
    pub(super) fn usual(&self, terms: &[Term]) -> &[Term] {
        self.usual
            .iter()
            .find(|(key, _)| key.iter().all(|term| terms.contains(term)))
            .map_or(&[], |(_, usual)| usual.as_slice())
    }
}

struct Tables<'a> {
    words: &'a str,
    phrases: &'a str,
    kin: &'a str,
    concepts: &'a str,
    usual: &'a str,
}
