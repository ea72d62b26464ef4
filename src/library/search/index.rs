//! The index: a sorted dictionary of words, for each word the texts it stands in, and facts that
//! many entries share, each stored once with its entries. Everything is numbers in flat arrays, so
//! that a hundred thousand entries take tens of megabytes and a keystroke a few milliseconds.

use std::collections::HashMap;
use std::ops::Range;

use super::SearchEntry;
use super::words::{prepared, words};

/// No word; stands where two neighbours are not joined.
pub(super) const NO_WORD: u32 = u32::MAX;

/// A place where a word stands in a name or alias.
#[derive(Debug, Clone, Copy)]
pub(super) struct Posting {
    pub(super) entry: u32,
    /// Number of words in the text, at most 255.
    pub(super) length: u8,
    pub(super) field: Field,
    /// Whether it is the first word of the text.
    pub(super) first: bool,
}

/// What sort of text a word stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Name,
    Alias,
}

/// A word of a text; `joined` is the word it makes with the next one, as `pullup` in `pull-up`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) word: u32,
    pub(super) joined: u32,
}

/// One name or alias of an entry.
#[derive(Debug, Clone)]
pub(super) struct Text {
    pub(super) field: Field,
    places: Range<u32>,
}

/// A fact and the entries it is true of.
#[derive(Debug, Default)]
pub(super) struct Fact {
    pub(super) entries: Vec<u32>,
    /// Entries it describes less.
    pub(super) minor: Vec<u32>,
}

#[derive(Debug)]
pub(super) struct Index {
    /// Every word once, sorted, each behind a line feed: one text to look for inner parts in.
    dictionary: String,
    /// Where each word starts in the dictionary, and one end more.
    starts: Vec<u32>,
    postings: Vec<Posting>,
    posting_starts: Vec<u32>,
    facts: Vec<Fact>,
    /// (word, fact), sorted.
    fact_words: Vec<(u32, u32)>,
    texts: Vec<Text>,
    text_starts: Vec<u32>,
    places: Vec<Place>,
    ids: Vec<Box<str>>,
}

impl Index {
    pub(super) fn new(entries: impl IntoIterator<Item = SearchEntry>) -> Self {
        let mut building = Building::default();
        for entry in entries {
            building.add(&entry);
        }
        building.finish()
    }

    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    pub(super) fn id(&self, position: usize) -> Option<&str> {
        self.ids.get(position).map(AsRef::as_ref)
    }

    /// The word with a number.
    pub(super) fn word(&self, number: u32) -> &str {
        let start = self.starts.get(number as usize).copied().unwrap_or_default() as usize;
        let end = self.starts.get(number as usize + 1).copied().unwrap_or_default() as usize;
        // a word lies between two line feeds
        self.dictionary.get(start..end.saturating_sub(1)).unwrap_or_default()
    }

    /// Number of different words.
    pub(super) fn words(&self) -> u32 {
        self.starts.len().saturating_sub(1) as u32
    }

    /// The words that begin with `prefix`.
    pub(super) fn beginning_with(&self, prefix: &str) -> Range<u32> {
        let from = self.partition(|word| word < prefix);
        let to = self.partition(|word| word < prefix || word.starts_with(prefix));
        from..to
    }

    /// The number of a word that is in the dictionary.
    pub(super) fn exactly(&self, word: &str) -> Option<u32> {
        let number = self.partition(|known| known < word);
        (self.word(number) == word).then_some(number)
    }

    /// The words that hold `part` anywhere but at their beginning.
    pub(super) fn holding(&self, part: &str) -> Vec<u32> {
        let mut holding: Vec<u32> = Vec::new();
        for (offset, _) in self.dictionary.match_indices(part) {
            let number = self.starts.partition_point(|start| *start as usize <= offset) as u32;
            let Some(number) = number.checked_sub(1) else { continue };
            let inside = self.starts.get(number as usize).is_some_and(|s| (*s as usize) < offset);
            if inside && holding.last() != Some(&number) {
                holding.push(number);
            }
        }
        holding
    }

    fn partition(&self, is_before: impl Fn(&str) -> bool) -> u32 {
        let (mut low, mut high) = (0, self.words());
        while low < high {
            let middle = low.midpoint(high);
            if is_before(self.word(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Where a word stands in names and aliases.
    pub(super) fn postings(&self, word: u32) -> &[Posting] {
        slice(&self.postings, &self.posting_starts, word)
    }

    /// The facts a word belongs to.
    pub(super) fn facts(&self, word: u32) -> impl Iterator<Item = &Fact> {
        let from = self.fact_words.partition_point(|(known, _)| *known < word);
        let pairs = self.fact_words.iter().skip(from).take_while(move |(known, _)| *known == word);
        pairs.filter_map(|(_, fact)| self.facts.get(*fact as usize))
    }

    /// Names and aliases of an entry.
    pub(super) fn texts(&self, entry: u32) -> &[Text] {
        slice(&self.texts, &self.text_starts, entry)
    }

    /// The words of a text, in order.
    pub(super) fn places(&self, text: &Text) -> &[Place] {
        let range = text.places.start as usize..text.places.end as usize;
        self.places.get(range).unwrap_or_default()
    }
}

fn slice<'a, T>(values: &'a [T], starts: &[u32], at: u32) -> &'a [T] {
    let bound = |at: usize| starts.get(at).map_or(values.len(), |start| *start as usize);
    values.get(bound(at as usize)..bound(at as usize + 1)).unwrap_or_default()
}

/// Words numbered in the order they turn up; [`Building::finish`] sorts them.
#[derive(Default)]
struct Building {
    numbers: HashMap<Box<str>, u32>,
    postings: Vec<(u32, Posting)>,
    facts: Vec<Fact>,
    fact_numbers: HashMap<Box<str>, u32>,
    fact_words: Vec<(u32, u32)>,
    texts: Vec<Text>,
    text_starts: Vec<u32>,
    places: Vec<Place>,
    ids: Vec<Box<str>>,
}

impl Building {
    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = self.numbers.len() as u32;
        self.numbers.insert(word.into(), number);
        number
    }

    fn add(&mut self, entry: &SearchEntry) {
        let position = self.ids.len() as u32;
        self.ids.push(entry.id.as_str().into());
        self.text_starts.push(self.texts.len() as u32);
        for name in &entry.names {
            self.add_text(position, Field::Name, name);
        }
        for alias in &entry.aliases {
            self.add_text(position, Field::Alias, alias);
        }
        for attribute in &entry.attributes {
            let fact = self.fact(attribute);
            if let Some(fact) = self.facts.get_mut(fact) {
                fact.entries.push(position);
            }
        }
        for attribute in &entry.minor_attributes {
            let fact = self.fact(attribute);
            if let Some(fact) = self.facts.get_mut(fact) {
                fact.minor.push(position);
            }
        }
    }

    fn add_text(&mut self, entry: u32, field: Field, text: &str) {
        /// Two words are also one where a hyphen glues them or one is as short as `up`.
        const SHORT: usize = 4;
        let folded = prepared(text);
        let from = self.places.len();
        let mut before: Option<&str> = None;
        let mut joined_words = Vec::new();
        for (word, glued) in words(&folded) {
            if let Some(last) = before
                && (glued || last.len().min(word.len()) <= SHORT)
            {
                let joined = self.number(&format!("{last}{word}"));
                joined_words.push(joined);
                if let Some(place) = self.places.last_mut() {
                    place.joined = joined;
                }
            }
            let number = self.number(word);
            self.places.push(Place { word: number, joined: NO_WORD });
            before = Some(word);
        }
        let places = self.places.get(from..).unwrap_or_default();
        let length = places.len().min(255) as u8;
        let posting = |first| Posting { entry, length, field, first };
        for (at, place) in places.iter().enumerate() {
            self.postings.push((place.word, posting(at == 0)));
        }
        self.postings.extend(joined_words.into_iter().map(|word| (word, posting(false))));
        let places = from as u32..self.places.len() as u32;
        self.texts.push(Text { field, places });
    }

    /// The number of a fact; one that is new is noted with its words.
    fn fact(&mut self, text: &str) -> usize {
        if let Some(number) = self.fact_numbers.get(text) {
            return *number as usize;
        }
        let number = self.facts.len();
        self.fact_numbers.insert(text.into(), number as u32);
        self.facts.push(Fact::default());
        for (word, _) in words(&prepared(text)) {
            let word = self.number(word);
            self.fact_words.push((word, number as u32));
        }
        number
    }

    fn finish(mut self) -> Index {
        let mut words: Vec<(Box<str>, u32)> = self.numbers.drain().collect();
        words.sort_unstable();
        let mut sorted = vec![NO_WORD; words.len()];
        let mut dictionary = String::from("\n");
        let mut starts = Vec::with_capacity(words.len() + 1);
        for (place, (word, number)) in words.iter().enumerate() {
            starts.push(dictionary.len() as u32);
            dictionary.push_str(word);
            dictionary.push('\n');
            if let Some(slot) = sorted.get_mut(*number as usize) {
                *slot = place as u32;
            }
        }
        starts.push(dictionary.len() as u32);
        let renumber = |word: u32| sorted.get(word as usize).copied().unwrap_or(NO_WORD);
        for place in &mut self.places {
            *place = Place { word: renumber(place.word), joined: renumber(place.joined) };
        }
        for (word, _) in &mut self.postings {
            *word = renumber(*word);
        }
        self.postings.sort_by_key(|(word, _)| *word);
        let mut posting_starts = vec![0_u32; words.len() + 1];
        for (word, _) in &self.postings {
            if let Some(start) = posting_starts.get_mut(*word as usize + 1) {
                *start += 1;
            }
        }
        let mut sum = 0;
        for start in &mut posting_starts {
            sum += *start;
            *start = sum;
        }
        let mut fact_words: Vec<(u32, u32)> =
            self.fact_words.iter().map(|(word, fact)| (renumber(*word), *fact)).collect();
        fact_words.sort_unstable();
        fact_words.dedup();
        self.text_starts.push(self.texts.len() as u32);
        Index {
            dictionary,
            starts,
            postings: self.postings.into_iter().map(|(_, posting)| posting).collect(),
            posting_starts,
            facts: self.facts,
            fact_words,
            texts: self.texts,
            text_starts: self.text_starts,
            places: self.places,
            ids: self.ids,
        }
    }
}
