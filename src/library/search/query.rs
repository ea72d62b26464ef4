//! A typed query as, per word, the words of the dictionary it may mean and how well each fits.

use super::index::Index;
use super::words::{prepared, synonyms, variants, words};

/// How well a word of the dictionary answers a typed one: the same, beginning, same meaning, stem,
/// inner part, one typing error away. A beginning counts more the more of the word is typed.
const EXACT: f32 = 1.0;
const BEGINNING: f32 = 0.7;
const BEGINNING_GROWS: f32 = 0.25;
const SYNONYM: f32 = 0.95;
const VARIANT: f32 = 0.9;
const INNER: f32 = 0.55;
const MISTYPED: f32 = 0.5;
/// Inner parts and typing errors of shorter words mean too many things.
const LONG_ENOUGH: usize = 4;

/// A typed word and what it may mean: (word, fit), sorted by word, each word once.
#[derive(Debug)]
pub(super) struct Asked {
    pub(super) meanings: Vec<(u32, f32)>,
}

impl Asked {
    /// How well a word of the dictionary answers; 0: not at all.
    pub(super) fn fit(&self, word: u32) -> f32 {
        let at = self.meanings.binary_search_by_key(&word, |(known, _)| *known);
        at.ok().and_then(|at| self.meanings.get(at)).map_or(0.0, |(_, fit)| *fit)
    }
}

/// A query word by word.
#[derive(Debug)]
pub(super) struct Question {
    pub(super) asked: Vec<Asked>,
}

impl Question {
    /// Longer queries are cut: nobody types them, pasted prose must not block the screen.
    const MOST_WORDS: usize = 24;

    pub(super) fn new(query: &str, index: &Index) -> Self {
        let folded = prepared(query);
        let mut asked = Vec::new();
        for (word, _) in words(&folded).take(Self::MOST_WORDS) {
            let meant = ask(word, index);
            match halves(word, index).filter(|_| meant.meanings.is_empty()) {
                Some((left, right)) => asked.extend([ask(left, index), ask(right, index)]),
                None => asked.push(meant),
            }
        }
        Self { asked }
    }

    /// The query read more freely: two neighbouring words as one (`pull up` for a library that
    /// writes `pullup`) where that is a word, and words one typing error away. `None` where there
    /// is no other way to read it.
    pub(super) fn loose(query: &str, index: &Index) -> Option<Self> {
        let folded = prepared(query);
        let typed: Vec<&str> =
            words(&folded).take(Self::MOST_WORDS).map(|(word, _)| word).collect();
        let mut asked = Vec::new();
        let mut changed = false;
        let mut rest = typed.as_slice();
        while let Some((word, behind)) = rest.split_first() {
            rest = behind;
            if let Some((next, after)) = behind.split_first() {
                let joined = format!("{word}{next}");
                if !index.beginning_with(&joined).is_empty() {
                    asked.push(ask(&joined, index));
                    rest = after;
                    changed = true;
                    continue;
                }
            }
            let mut meant = ask(word, index);
            if meant.meanings.is_empty() {
                meant = mistyped(word, index);
                changed |= !meant.meanings.is_empty();
            }
            asked.push(meant);
        }
        changed.then_some(Self { asked })
    }
}

fn ask(word: &str, index: &Index) -> Asked {
    let mut meanings = Vec::new();
    begin(word, EXACT, index, &mut meanings);
    for other in synonyms(word) {
        begin(other, SYNONYM, index, &mut meanings);
    }
    let mut hold = |part: &str, fit: f32| {
        if part.chars().count() >= LONG_ENOUGH {
            meanings.extend(index.holding(part).into_iter().map(|number| (number, fit)));
        }
    };
    hold(word, INNER);
    let variants = variants(word);
    for other in &variants {
        hold(other, INNER * VARIANT);
    }
    for other in &variants {
        begin(other, VARIANT, index, &mut meanings);
    }
    best_of_each(meanings)
}

/// The two words of a German compound the library does not know: `Reaktionsspiel` is `Reaktion` and
/// `Spiel`. The right one must be known, the left one may carry a joining s; the longest left wins.
fn halves<'a>(word: &'a str, index: &Index) -> Option<(&'a str, &'a str)> {
    let is_known = |part: &str| !index.beginning_with(part).is_empty();
    let cuts = word.char_indices().map(|(at, _)| at).filter(|at| *at >= LONG_ENOUGH);
    let mut halves = cuts.filter_map(|at| {
        let (left, right) = word.split_at_checked(at)?;
        let left = if is_known(left) { left } else { left.strip_suffix('s')? };
        (right.len() >= LONG_ENOUGH && is_known(left) && is_known(right)).then_some((left, right))
    });
    let first = halves.next()?;
    Some(halves.next_back().unwrap_or(first))
}

/// Adds the words that begin with `prefix`.
fn begin(prefix: &str, fit: f32, index: &Index, meanings: &mut Vec<(u32, f32)>) {
    for number in index.beginning_with(prefix) {
        let typed = prefix.len() as f32 / index.word(number).len().max(1) as f32;
        let share = if typed >= 1.0 { 1.0 } else { BEGINNING + BEGINNING_GROWS * typed };
        meanings.push((number, fit * share));
    }
}

/// The words whose beginning is one typing error away: a letter too many, too few, wrong, or two
/// letters swapped. The first letter is taken as right.
fn mistyped(word: &str, index: &Index) -> Asked {
    let typed: Vec<char> = word.chars().collect();
    let (Some(first), true) = (typed.first(), typed.len() >= LONG_ENOUGH) else {
        return Asked { meanings: Vec::new() };
    };
    let candidates = index.beginning_with(first.encode_utf8(&mut [0; 4]));
    let close = |number: &u32| one_error_away(&typed, index.word(*number));
    best_of_each(candidates.filter(close).map(|number| (number, MISTYPED)).collect())
}

/// Whether `known` begins with something that is at most one error away from `typed`.
fn one_error_away(typed: &[char], known: &str) -> bool {
    let known: Vec<char> = known.chars().take(typed.len() + 1).collect();
    let same = typed.iter().zip(&known).take_while(|(a, b)| a == b).count();
    let typed = typed.get(same..).unwrap_or_default();
    let known = known.get(same..).unwrap_or_default();
    let begins = |whole: &[char], part: &[char]| whole.starts_with(part);
    match (typed, known) {
        // all typed, or the last letter is one too many
        ([], _) | ([_], []) => true,
        ([a, rest @ ..], [b, behind @ ..]) => {
            let swapped = matches!((rest, behind), ([c, after @ ..], [d, left @ ..])
                if a == d && b == c && begins(left, after));
            swapped || begins(known, rest) || begins(behind, rest) || begins(behind, typed)
        }
        _ => false,
    }
}

fn best_of_each(mut meanings: Vec<(u32, f32)>) -> Asked {
    meanings.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    meanings.dedup_by_key(|(word, _)| *word);
    Asked { meanings }
}
