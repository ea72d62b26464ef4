//! Repairs of words nobody knows, against the words somebody does.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::lexicon::{Kind, Lexicon, Term};
use super::normalise::Vocabulary;

/// A word that may have been meant.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Repair {
    /// The word, or two words written as one.
    pub(super) text: String,
    /// It names a movement.
    pub(super) head: bool,
    /// Edits needed, neighbouring keys and swapped letters counting less than one.
    pub(super) cost: f32,
    /// What it says; empty for words of a library.
    pub(super) terms: Box<[Term]>,
}

/// Known words, ready to be compared with.
#[derive(Debug, Clone, Default)]
pub(super) struct Spelling {
    known: Vec<Known>,
    keys: Keys,
}

#[derive(Debug, Clone)]
struct Known {
    letters: Box<[char]>,
    text: Box<str>,
    head: bool,
    terms: Box<[Term]>,
    /// Which letters occur, one bit each; two words that differ in many bits are far apart.
    mask: u32,
}

impl Spelling {
    pub(super) fn new(lexicon: &Lexicon, own: &Vocabulary) -> Self {
        let mut texts: BTreeSet<&str> = BTreeSet::new();
        for form in lexicon.forms() {
            let silent = |text: &str| {
                lexicon.lookup(text).is_some_and(|terms| {
                    terms.iter().all(|term| {
                        matches!(lexicon.kind(*term), Kind::Stop | Kind::Unit | Kind::Plan)
                    })
                })
            };
            if silent(form) {
                continue;
            }
            // words of phrases, and two words with a slip that are written as one
            texts.extend(form.split(' ').filter(|word| word.len() >= 3 && !silent(word)));
            if form.split(' ').count() == 2 {
                texts.insert(form);
            }
        }
        texts.extend(own.words().filter(|word| word.chars().count() >= 3));
        let known = texts.into_iter().map(|text| Known::new(text, lexicon)).collect();
        Self { known, keys: Keys::new() }
    }

    /// The nearest known words, best first, at most `limit`.
    pub(super) fn repairs(&self, word: &str, limit: usize) -> Vec<Repair> {
        let letters: Vec<char> = word.chars().collect();
        if letters.len() < 3 || letters.iter().any(char::is_ascii_digit) {
            return Vec::new();
        }
        // how many slips a word of that length may hold
        let most: f32 = match letters.len() {
            ..=4 => 1.2,
            5..=7 => 2.0,
            _ => 2.7,
        };
        let mask = mask(&letters);
        let mut found: Vec<Repair> = Vec::new();
        for known in &self.known {
            let apart = letters.len().abs_diff(known.letters.len());
            if apart as f32 > most || (known.mask ^ mask).count_ones() as f32 > 2.0 * most {
                continue;
            }
            let Some(cost) = distance(&letters, &known.letters, most, &self.keys) else { continue };
            found.push(known.repair(cost));
        }
        if found.iter().all(|repair| repair.cost > SLIP) {
            let whole = |known| Some((abbreviated(&letters, known)?, known));
            let whole = self.known.iter().filter_map(whole);
            found.extend(whole.map(|(cost, known)| known.repair(cost)));
        }
        found.sort_by(|a, b| a.cost.total_cmp(&b.cost).then_with(|| a.text.cmp(&b.text)));
        found.truncate(limit);
        found
    }
}

/// Edits up to which a word was mistyped and not broken off.
const SLIP: f32 = 1.2;

/// Letters of a word that is broken off: `Bankdr.`, `Klimmz.`. Longer ones are words of their own.
const BROKEN_OFF: RangeInclusive<usize> = 5..=10;

/// What completing a word costs that was broken off; short completions come first.
fn abbreviated(letters: &[char], known: &Known) -> Option<f32> {
    let missing = known.letters.len().checked_sub(letters.len())?;
    let begins =
        missing >= 2 && BROKEN_OFF.contains(&letters.len()) && known.letters.starts_with(letters);
    (begins && !known.text.contains(' ')).then_some(0.9 + 0.03 * missing as f32)
}

impl Known {
    fn repair(&self, cost: f32) -> Repair {
        let (text, terms) = (self.text.to_string(), self.terms.clone());
        Repair { text, head: self.head, cost, terms }
    }

    fn new(text: &str, lexicon: &Lexicon) -> Self {
        let letters: Box<[char]> = text.chars().filter(|letter| *letter != ' ').collect();
        let terms: Box<[Term]> = lexicon.lookup(text).unwrap_or_default().into();
        let head = terms.iter().any(|term| lexicon.kind(*term) == Kind::Head);
        Self { mask: mask(&letters), letters, text: text.into(), head, terms }
    }
}

fn mask(letters: &[char]) -> u32 {
    letters.iter().fold(0, |mask, letter| mask | 1 << ((*letter as u32) % 31))
}

/// Damerau's distance with cheaper slips (neighbouring key 0.7, swapped neighbours 0.8, doubled
/// or halved letter 0.7) and dearer first letters; `None` above `most`.
fn distance(a: &[char], b: &[char], most: f32, keys: &Keys) -> Option<f32> {
    let width = b.len() + 1;
    let (mut before, mut last): (Vec<f32>, Vec<f32>) =
        (vec![0.0; width], (0..width).map(|n| n as f32).collect());
    let mut row = vec![0.0; width];
    for (i, &x) in a.iter().enumerate() {
        let mut least = i as f32 + 1.0;
        if let Some(first) = row.first_mut() {
            *first = least;
        }
        for (j, &y) in b.iter().enumerate() {
            let get = |row: &[f32], at: usize| row.get(at).copied().unwrap_or(f32::MAX);
            let twin = |word: &[char], at: usize| at > 0 && word.get(at - 1) == word.get(at);
            let drop = get(&last, j + 1) + if twin(a, i) { 0.7 } else { 1.0 };
            let add = get(&row, j) + if twin(b, j) { 0.7 } else { 1.0 };
            let change = get(&last, j)
                + if x == y {
                    0.0
                } else if keys.are_near(x, y) {
                    0.7
                } else {
                    1.0
                };
            let mut best = drop.min(add).min(change);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(&y) && b.get(j - 1) == Some(&x);
            if swapped && x != y {
                best = best.min(get(&before, j - 1) + 0.8);
            }
            least = least.min(best);
            if let Some(cell) = row.get_mut(j + 1) {
                *cell = best;
            }
        }
        if least > most {
            return None;
        }
        std::mem::swap(&mut before, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    let first = if a.first() == b.first() { 0.0 } else { 0.2 };
    let cost = last.last().copied()? + first;
    (cost <= most).then_some(cost)
}

/// Letters that lie side by side on a QWERTY or QWERTZ keyboard: per letter one bit for each
/// neighbour. Looked up for every cell of every comparison, so it is worked out once.
#[derive(Debug, Clone, Copy, Default)]
struct Keys([u32; 26]);

impl Keys {
    fn new() -> Self {
        const ROWS: [&str; 4] = ["qwertyuiop", "qwertzuiop", "asdfghjkl", "zxcvbnm"];
        const COLUMNS: [&str; 9] = ["qaz", "wsx", "edc", "rfv", "tgb", "yhn", "ujm", "ik", "ol"];
        let mut keys = Self::default();
        for row in ROWS.iter().chain(&COLUMNS) {
            for (left, right) in row.chars().zip(row.chars().skip(1)) {
                keys.join(left, right);
                keys.join(right, left);
            }
        }
        keys
    }

    fn join(&mut self, one: char, other: char) {
        if let (Some(one), Some(other)) = (letter(one), letter(other))
            && let Some(near) = self.0.get_mut(one)
        {
            *near |= 1 << other;
        }
    }

    fn are_near(&self, one: char, other: char) -> bool {
        let near = letter(one).and_then(|one| self.0.get(one)).copied().unwrap_or(0);
        letter(other).is_some_and(|other| near >> other & 1 == 1)
    }
}

const fn letter(c: char) -> Option<usize> {
    if c.is_ascii_lowercase() { Some(c as usize - 'a' as usize) } else { None }
}
