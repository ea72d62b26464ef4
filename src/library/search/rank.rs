//! From the words a query may mean to entries in order. A first pass adds up, entry by entry, the
//! best place of every word; a second looks at the best few closely: does one name explain all?

use super::Found;
use super::index::{Field, Index, NO_WORD, Posting, Text};
use super::query::{Asked, Question};

/// How many entries the second pass looks at beyond those asked for.
const LOOKED_AT: usize = 192;
/// What a word is worth by where it stands.
const IN_NAME: f32 = 1.0;
const IN_ALIAS: f32 = 0.93;
const IN_FACT: f32 = 0.6;
const IN_MINOR_FACT: f32 = 0.35;
/// What is lost per further word of a name, so that short names come first.
const LOST_PER_WORD: f32 = 0.02;
/// What the first word of a name gains.
const FIRST: f32 = 0.04;

/// Parts of the confidence when one name holds every word asked for: a base, how exactly the words
/// fit, how much of the name they are, and whether they stand in the order typed.
const ONE_NAME: f32 = 0.55;
const BY_FIT: f32 = 0.2;
const BY_COVERAGE: f32 = 0.2;
const BY_ORDER: f32 = 0.05;
/// An alias that fits as well as a name stands behind it.
const ALIAS_FACTOR: f32 = 0.985;
/// Largest confidence of entries whose words stand in different names and facts.
const SCATTERED: f32 = 0.5;

/// Entries that hold every word, best first.
pub(super) fn every_word(index: &Index, question: &Question, limit: usize) -> Vec<Found> {
    if question.asked.is_empty() || question.asked.iter().any(|asked| asked.meanings.is_empty()) {
        return Vec::new();
    }
    let mut order: Vec<&Asked> = question.asked.iter().collect();
    // rare words first: the common ones then only confirm what is left
    order.sort_by_key(|asked| spread(asked, index));
    let mut tally = Tally::new(index.len());
    for asked in order {
        tally.next_word();
        visit(asked, index, |entry, worth| tally.confirm(entry, worth));
    }
    let mut found: Vec<(u32, f32)> = tally.seen(tally.word).collect();
    let looked_at = LOOKED_AT.max(2 * limit);
    best_first(&mut found, looked_at);
    let mean = |sum: f32| (sum / question.asked.len() as f32).clamp(0.0, 1.0);
    let mut ranked: Vec<(f32, u32, f32)> = found
        .into_iter()
        .map(|(entry, sum)| {
            let confidence = one_name(index, entry, question).unwrap_or(SCATTERED * mean(sum));
            (confidence, entry, sum)
        })
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.2.total_cmp(&a.2)).then(a.1.cmp(&b.1)));
    ranked.truncate(limit);
    ranked
        .into_iter()
        .map(|(confidence, entry, _)| Found { position: entry as usize, confidence })
        .collect()
}

/// Entries that hold any of the words, by place; rare words weigh more.
pub(super) fn any_word(index: &Index, question: &Question) -> Vec<Found> {
    let mut tally = Tally::new(index.len());
    let mut total = 0.0;
    for asked in &question.asked {
        // a word in every hundredth entry weighs 4.6, one in half of them 0.7
        let rarity = (1.0 + index.len() as f32 / (1.0 + spread(asked, index) as f32)).ln();
        total += rarity;
        tally.next_word();
        visit(asked, index, |entry, worth| tally.add(entry, worth * rarity));
    }
    let mut found: Vec<Found> = tally
        .seen(1)
        .map(|(entry, sum)| Found {
            position: entry as usize,
            confidence: (sum / total).clamp(0.0, 1.0),
        })
        .collect();
    found.sort_unstable_by_key(|found| found.position);
    found
}

/// In how many places a word stands.
fn spread(asked: &Asked, index: &Index) -> usize {
    let places = |word: u32| {
        let facts: usize = index.facts(word).map(|f| f.entries.len() + f.minor.len()).sum();
        index.postings(word).len() + facts
    };
    asked.meanings.iter().map(|(word, _)| places(*word)).sum()
}

/// Calls `see` for every place of a word with what the place is worth.
fn visit(asked: &Asked, index: &Index, mut see: impl FnMut(u32, f32)) {
    for (word, fit) in &asked.meanings {
        for posting in index.postings(*word) {
            see(posting.entry, fit * worth(*posting));
        }
        for fact in index.facts(*word) {
            fact.entries.iter().for_each(|entry| see(*entry, fit * IN_FACT));
            fact.minor.iter().for_each(|entry| see(*entry, fit * IN_MINOR_FACT));
        }
    }
}

fn worth(posting: Posting) -> f32 {
    let field = match posting.field {
        Field::Name => IN_NAME,
        Field::Alias => IN_ALIAS,
    };
    let first = if posting.first { FIRST } else { 0.0 };
    field + first - LOST_PER_WORD * f32::from(posting.length.saturating_sub(1).min(10))
}

/// Sums per entry, each word counted once with its best place.
struct Tally {
    cells: Vec<Cell>,
    touched: Vec<u32>,
    word: u8,
}

/// What is known of one entry; together, because a common word visits entries all over memory.
#[derive(Clone, Copy, Default)]
struct Cell {
    sum: f32,
    last_worth: f32,
    /// How many words were seen here.
    words: u8,
    /// Number of the word seen last.
    last_word: u8,
}

impl Tally {
    fn new(entries: usize) -> Self {
        Self { cells: vec![Cell::default(); entries], touched: Vec::new(), word: 0 }
    }

    fn next_word(&mut self) {
        self.word += 1;
    }

    /// Counts the word where all words before it were seen.
    fn confirm(&mut self, entry: u32, worth: f32) {
        if self.cells.get(entry as usize).is_some_and(|cell| cell.words + 1 >= self.word) {
            self.add(entry, worth);
        }
    }

    fn add(&mut self, entry: u32, worth: f32) {
        let Some(cell) = self.cells.get_mut(entry as usize) else { return };
        if cell.last_word == self.word {
            if worth > cell.last_worth {
                cell.sum += worth - cell.last_worth;
                cell.last_worth = worth;
            }
            return;
        }
        if cell.words == 0 {
            self.touched.push(entry);
        }
        cell.words += 1;
        cell.last_word = self.word;
        cell.last_worth = worth;
        cell.sum += worth;
    }

    /// Entries and sums at which at least so many words were seen.
    fn seen(&self, words: u8) -> impl Iterator<Item = (u32, f32)> {
        self.touched.iter().filter_map(move |entry| {
            let cell = self.cells.get(*entry as usize)?;
            (cell.words >= words).then_some((*entry, cell.sum))
        })
    }
}

/// Keeps the best `count`, in no particular order.
fn best_first(found: &mut Vec<(u32, f32)>, count: usize) {
    if found.len() > count {
        found.select_nth_unstable_by(count, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found.truncate(count);
    }
}

/// Confidence when one name or alias holds every word, by the one that fits best.
fn one_name(index: &Index, entry: u32, question: &Question) -> Option<f32> {
    let score = |text: &Text| {
        let factor = match text.field {
            Field::Name => 1.0,
            Field::Alias => ALIAS_FACTOR,
        };
        explains(index, text, question).map(|score| score * factor)
    };
    index.texts(entry).iter().filter_map(score).max_by(f32::total_cmp)
}

/// How well one text explains the whole query; `None` when a word is missing from it.
fn explains(index: &Index, text: &Text, question: &Question) -> Option<f32> {
    let places = index.places(text);
    let mut used = vec![false; places.len()];
    let mut fit_sum = 0.0;
    let mut at_before = None;
    let mut in_order = true;
    for asked in &question.asked {
        let mut best: Option<(f32, usize, usize)> = None;
        for (at, place) in places.iter().enumerate() {
            if used.get(at).copied().unwrap_or(true) {
                continue;
            }
            let alone = (asked.fit(place.word), at, 1);
            let next_is_free = used.get(at + 1) == Some(&false);
            let joined = if place.joined != NO_WORD && next_is_free {
                (asked.fit(place.joined), at, 2)
            } else {
                (0.0, at, 2)
            };
            for candidate in [alone, joined] {
                if candidate.0 > best.map_or(0.0, |(fit, ..)| fit) {
                    best = Some(candidate);
                }
            }
        }
        let (fit, at, count) = best?;
        used.iter_mut().skip(at).take(count).for_each(|place| *place = true);
        fit_sum += fit;
        in_order &= at_before.is_none_or(|before| before < at);
        at_before = Some(at);
    }
    let fit = fit_sum / question.asked.len() as f32;
    let coverage = used.iter().filter(|used| **used).count() as f32 / places.len().max(1) as f32;
    let order = if in_order { BY_ORDER } else { 0.0 };
    Some(ONE_NAME + BY_FIT * fit.min(1.0) + BY_COVERAGE * coverage + order)
}
