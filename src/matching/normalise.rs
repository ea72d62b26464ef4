//! Folded words into terms: phrases, joined and split writings, inflections, German compounds.

use std::collections::HashMap;

use super::lexicon::{Kind, Lexicon, Term};

/// A library's own words, numbered behind the lexicon's terms.
#[derive(Debug, Clone, Default)]
pub(super) struct Vocabulary {
    ids: HashMap<String, Term>,
    kinds: Vec<Kind>,
    /// Words that are made of other known words, with what those say.
    parts: HashMap<Term, Vec<Term>>,
    /// Two words of a name written as one: `uchi komi` as `uchikomi`.
    joined: HashMap<String, [Term; 2]>,
}

/// Shortest word of a library that counts as part of a compound, in letters.
const OWN_PART: usize = 6;

impl Vocabulary {
    /// The term of a word, made on first sight.
    pub(super) fn learn(&mut self, lexicon: &Lexicon, word: &str) -> Term {
        if let Some(term) = self.ids.get(word) {
            return *term;
        }
        let term = (lexicon.len() + self.kinds.len()) as Term;
        let number = word.chars().all(|c| c.is_ascii_digit());
        self.kinds.push(if number { Kind::Number } else { Kind::Word });
        self.ids.insert(word.to_owned(), term);
        term
    }

    pub(super) fn get(&self, word: &str) -> Option<Term> {
        self.ids.get(word).copied()
    }

    /// Takes words apart that are made of others: `bodenrandori`, where `randori` is a word too.
    /// Words are learned in any order, so this comes when all are known.
    pub(super) fn take_apart(&mut self, lexicon: &Lexicon) {
        let long = self.ids.iter().filter(|(word, _)| word.len() >= 2 * OWN_PART - 1);
        let parts: HashMap<Term, Vec<Term>> =
            long.filter_map(|(word, term)| Some((*term, compound(word, lexicon, self)?))).collect();
        self.parts = parts;
    }

    /// Remembers neighbouring words of a name under what they are when written as one.
    pub(super) fn join(&mut self, lexicon: &Lexicon, words: &[String]) {
        for (one, other) in words.iter().zip(words.iter().skip(1)) {
            let long = one.len() + other.len() >= OWN_PART;
            let (Some(first), Some(second)) = (self.get(one), self.get(other)) else { continue };
            let whole = format!("{one}{other}");
            if long && lexicon.lookup(&whole).is_none() {
                self.joined.entry(whole).or_insert([first, second]);
            }
        }
    }

    /// What a word made of others says; empty for all other words.
    pub(super) fn parts(&self, term: Term) -> &[Term] {
        self.parts.get(&term).map_or(&[], Vec::as_slice)
    }

    fn is_part(&self, part: &str) -> bool {
        part.len() >= OWN_PART && self.ids.contains_key(part)
    }

    pub(super) fn kind(&self, lexicon: &Lexicon, term: Term) -> Kind {
        match (term as usize).checked_sub(lexicon.len()) {
            Some(own) => self.kinds.get(own).copied().unwrap_or(Kind::Word),
            None => lexicon.kind(term),
        }
    }

    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.ids.keys().map(String::as_str)
    }

    /// One more than the highest term.
    pub(super) fn end(&self, lexicon: &Lexicon) -> usize {
        lexicon.len() + self.kinds.len()
    }
}

/// A word or phrase of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// It says these terms.
    Known(Vec<Term>),
    /// Nobody knows the word at this place.
    Unknown(usize),
}

/// The pieces of a name's words, in order, without numbers and units that prescribe something.
pub(super) fn pieces(words: &[String], lexicon: &Lexicon, own: &Vocabulary) -> Vec<Piece> {
    pieces_of(words, usize::MAX, lexicon, own)
}

/// The same, each word for itself, whatever phrases they form.
pub(super) fn literal(words: &[String], lexicon: &Lexicon, own: &Vocabulary) -> Vec<Piece> {
    pieces_of(words, 1, lexicon, own)
}

/// The pieces, with phrases of at most so many words.
fn pieces_of(words: &[String], phrase: usize, lexicon: &Lexicon, own: &Vocabulary) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(words.len());
    let mut at = 0;
    let mut form = String::with_capacity(48);
    while at < words.len() {
        let found = longest(words, at, phrase, lexicon, &mut form);
        let found = found.or_else(|| split(words, at, lexicon, own));
        let (taken, piece) = found.unwrap_or_else(|| {
            let word = words.get(at).map_or("", String::as_str);
            (1, alone(word, at, lexicon, own))
        });
        at += taken;
        pieces.extend(piece);
    }
    pieces
}

/// The longest form of the lexicon that starts at `at`; two words that are one form when written
/// together count as well.
fn longest(
    words: &[String],
    at: usize,
    phrase: usize,
    lexicon: &Lexicon,
    form: &mut String,
) -> Option<(usize, Option<Piece>)> {
    // two words may be one form when written together, so at least two are tried
    let first = words.get(at)?;
    let most = lexicon.longest(first).max(2).min(words.len() - at).min(phrase);
    for taken in (1..=most).rev() {
        form.clear();
        for (n, word) in words.iter().skip(at).take(taken).enumerate() {
            if n > 0 {
                form.push(' ');
            }
            form.push_str(word);
        }
        if let Some(terms) = lexicon.lookup(form) {
            return Some((taken, Some(Piece::Known(terms.to_vec()))));
        }
        if taken == 2 {
            form.retain(|c| c != ' ');
            if form.len() > 4
                && let Some(terms) = lexicon.lookup(form)
                && !loses_movement(words.get(at), terms, lexicon)
            {
                return Some((2, Some(Piece::Known(terms.to_vec()))));
            }
        }
    }
    None
}

/// Two words nobody knows that are one word of the library: `nage komi`.
fn split(
    words: &[String],
    at: usize,
    lexicon: &Lexicon,
    own: &Vocabulary,
) -> Option<(usize, Option<Piece>)> {
    let (one, other) = (words.get(at)?, words.get(at + 1)?);
    let unknown = |word: &String| own.get(word).is_none() && lexicon.lookup(word).is_none();
    let term = own.get(&format!("{one}{other}")).filter(|_| unknown(one) && unknown(other))?;
    Some((2, Some(Piece::Known(vec![term]))))
}

/// Whether two words written as one would no longer say the movement that the first one says:
/// `dips barren` is no dip bar.
fn loses_movement(first: Option<&String>, joined: &[Term], lexicon: &Lexicon) -> bool {
    let moves = |terms: &[Term]| terms.iter().any(|term| lexicon.kind(*term) == Kind::Head);
    !moves(joined) && first.and_then(|word| lexicon.lookup(word)).is_some_and(moves)
}

/// What a word that is no form says; `None` where it only counts something.
fn alone(word: &str, at: usize, lexicon: &Lexicon, own: &Vocabulary) -> Option<Piece> {
    if let Some(term) = own.get(word) {
        let parts = own.parts(term);
        return Some(Piece::Known(if parts.is_empty() { vec![term] } else { parts.to_vec() }));
    }
    if let Some(two) = own.joined.get(word) {
        return Some(Piece::Known(two.to_vec()));
    }
    if counts_something(word, lexicon) {
        return None;
    }
    if let Some(terms) = inflected(word, lexicon).or_else(|| compound(word, lexicon, own)) {
        return Some(Piece::Known(terms));
    }
    Some(Piece::Unknown(at))
}

/// `3`, `60kg`, `3x8`, `x50`, `rpe6`: digits with at most a unit around them.
fn counts_something(word: &str, lexicon: &Lexicon) -> bool {
    if !word.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    word.split(|c: char| c.is_ascii_digit()).filter(|part| !part.is_empty()).all(|part| {
        part.len() == 1
            || lexicon.lookup(part).is_some_and(|terms| {
                terms.iter().all(|t| matches!(lexicon.kind(*t), Kind::Unit | Kind::Stop))
            })
    })
}

/// The word without a German ending, with umlauts written as two letters put right.
pub(super) fn inflected(word: &str, lexicon: &Lexicon) -> Option<Vec<Term>> {
    const ENDINGS: [&str; 7] = ["en", "er", "es", "em", "n", "e", "s"];
    let known = |form: &str| lexicon.lookup(form).map(<[Term]>::to_vec);
    for ending in ENDINGS {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.len() >= 4
            && let Some(terms) = known(stem)
        {
            return Some(terms);
        }
    }
    if ["ae", "oe", "ue"].iter().any(|two| word.contains(two)) {
        let single = word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
        return known(&single).or_else(|| compound(&single, lexicon, &Vocabulary::default()));
    }
    None
}

/// Shortest part of a compound, in letters.
const SHORTEST: usize = 3;

/// The parts of a word written together, the fewest that cover it wholly: `kurzhantelrudern`,
/// `hangclean`. Linking letters between German parts are skipped.
pub(super) fn compound(word: &str, lexicon: &Lexicon, own: &Vocabulary) -> Option<Vec<Term>> {
    if word.len() < 2 * SHORTEST || !word.is_ascii() {
        return None;
    }
    // best[i]: fewest parts that end at i, with the start of the last one
    let mut best: Vec<Option<(usize, usize, usize)>> = vec![None; word.len() + 1];
    if let Some(first) = best.first_mut() {
        *first = Some((0, 0, 0));
    }
    for end in SHORTEST..=word.len() {
        for start in 0..=end - SHORTEST {
            let Some(Some((parts, _, _))) = best.get(start).copied() else { continue };
            let Some(part) = word.get(start..end) else { continue };
            let whole = part.len() == word.len();
            if whole || !(is_part(part, lexicon) || own.is_part(part)) {
                continue;
            }
            for link in ["", "s", "n", "en"] {
                let after = end + link.len();
                let linked = word.get(end..after) == Some(link);
                if !linked || (!link.is_empty() && after == word.len() && link != "s") {
                    continue;
                }
                if let Some(slot) = best.get_mut(after)
                    && slot.is_none_or(|(fewest, _, _)| parts + 1 < fewest)
                {
                    *slot = Some((parts + 1, start, end));
                }
            }
        }
    }
    let mut spans = Vec::new();
    let mut at = word.len();
    while at > 0 {
        let (_, start, end) = best.get(at).copied().flatten()?;
        spans.push((start, end));
        at = start;
    }
    let parts =
        spans.into_iter().rev().filter_map(|(from, to)| said(word.get(from..to)?, lexicon, own));
    Some(parts.flatten().collect())
}

fn said(part: &str, lexicon: &Lexicon, own: &Vocabulary) -> Option<Vec<Term>> {
    let known = if is_part(part, lexicon) { lexicon.lookup(part) } else { None };
    known.map(<[Term]>::to_vec).or_else(|| own.get(part).map(|term| vec![term]))
}

fn is_part(part: &str, lexicon: &Lexicon) -> bool {
    lexicon.lookup(part).is_some_and(|terms| {
        terms.iter().all(|term| {
            !matches!(lexicon.kind(*term), Kind::Stop | Kind::Unit | Kind::Plan | Kind::Neutral)
        })
    })
}

/// Distinct terms in order, plus the movement a name without one means.
pub(super) fn distinct(
    mut terms: Vec<Term>,
    lexicon: &Lexicon,
    kind: impl Fn(Term) -> Kind,
) -> Vec<Term> {
    if !terms.iter().any(|term| kind(*term) == Kind::Head) {
        terms.extend_from_slice(lexicon.headless(&terms));
    }
    let mut seen = Vec::with_capacity(terms.len());
    terms.retain(|term| {
        let weight = kind(*term).weight();
        let new = weight > 0.0 && !seen.contains(term);
        seen.push(*term);
        new
    });
    terms
}
