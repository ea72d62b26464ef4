//! The ways a query may be meant: as written, with repaired words, and by the other names of the
//! exercise it holds.

use super::concepts::Concepts;
use super::lexicon::{Kind, Lexicon};
use super::normalise::{Piece, Vocabulary, distinct, literal, pieces};
use super::spelling::{Repair, Spelling};
use super::variant::{MOST, Variant, same};

/// Every reading of the words worth following up, the plainest first.
pub(super) fn variants(
    words: &[String],
    lexicon: &Lexicon,
    own: &Vocabulary,
    spelling: &Spelling,
    concepts: &Concepts,
) -> Vec<Variant> {
    let plain = reading(pieces(words, lexicon, own), lexicon, own);
    let mut all = Vec::with_capacity(MOST);
    let told =
        plain.0.terms.iter().any(|term| {
            !matches!(own.kind(lexicon, *term), Kind::Plan | Kind::Number | Kind::Neutral)
        });
    let alone = if plain.1.len() == words.len() {
        Some(FARTHEST)
    } else if told {
        None
    } else {
        Some(BESIDE_AMOUNTS)
    };
    let places = Places { unknown: &plain.1, alone };
    for repaired in repaired(words, places, lexicon, own, spelling) {
        if !all.iter().any(|known: &Variant| same(&known.terms, &repaired.terms)) {
            all.push(repaired);
        }
    }
    let (single, _) = reading(literal(words, lexicon, own), lexicon, own);
    if single.unknown == 0 && !same(&single.terms, &plain.0.terms) {
        // `vorgebeugtes Seitheben` is a phrase, and in some libraries a name of its words
        all.push(Variant { penalty: LITERAL, ..single });
    }
    all.push(plain.0);
    all.sort_by(|a, b| (a.unknown as f32 + a.penalty).total_cmp(&(b.unknown as f32 + b.penalty)));
    all.truncate(6);
    for variant in all.clone() {
        concepts.extend(&variant, lexicon, own, &mut all);
    }
    all
}

/// What reading the words of a phrase one by one costs.
const LITERAL: f32 = 0.03;

/// The pieces as they stand, and the places of words nobody knows.
fn reading(pieces: Vec<Piece>, lexicon: &Lexicon, own: &Vocabulary) -> (Variant, Vec<usize>) {
    let mut terms = Vec::with_capacity(pieces.len());
    let mut unknown = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Known(known) => terms.extend(known),
            Piece::Unknown(at) => unknown.push(at),
        }
    }
    let variant = Variant {
        terms: distinct(terms, lexicon, |term| own.kind(lexicon, term)),
        unknown: unknown.len(),
        penalty: 0.0,
        repaired: 0.0,
        doubtful: false,
        renamed: false,
        left_out: Vec::new(),
        words: Vec::new(),
    };
    (variant, unknown)
}

/// Most unknown words that are repaired together.
const REPAIRED: usize = 3;

/// Letters of a word that may have lost an `s`.
const SHORT: usize = 5;

/// Slips per letter of a text without a known word from which on another word was meant.
const FARTHEST: f32 = 0.15;

/// The same beside amounts, where a name is to be expected: `sqaut 3x5`, but not `2 Wdh. im Tank`.
const BESIDE_AMOUNTS: f32 = 0.25;

/// Where words stand that nobody knows.
#[derive(Debug, Clone, Copy)]
struct Places<'a> {
    unknown: &'a [usize],
    /// No other word says anything of an exercise: slips per letter that are believed.
    alone: Option<f32>,
}

/// The readings with unknown words repaired, each by the words that may have been meant.
fn repaired(
    words: &[String],
    Places { unknown, alone }: Places<'_>,
    lexicon: &Lexicon,
    own: &Vocabulary,
    spelling: &Spelling,
) -> Vec<Variant> {
    // (words so far, cost, penalty, doubtful)
    let mut texts: Vec<(Vec<String>, f32, f32, bool)> = vec![(words.to_vec(), 0.0, 0.0, false)];
    for &at in unknown.iter().take(REPAIRED) {
        let Some(word) = words.get(at) else { continue };
        let mut repairs = spelling.repairs(word, 6);
        if word.chars().count() <= SHORT || repairs.first().is_none_or(|first| first.cost > 1.0) {
            // the last letter may have been taken for the ending of a plural: `pres`
            repairs.extend(spelling.repairs(&format!("{word}s"), 6));
            repairs.sort_by(|a, b| a.cost.total_cmp(&b.cost).then_with(|| a.text.cmp(&b.text)));
            repairs.dedup_by(|a, b| a.text == b.text);
            repairs.truncate(6);
        }
        let length = word.chars().count().max(1) as f32;
        let nearest = repairs.first().map_or(0.0, |repair| repair.cost);
        let mut next = Vec::new();
        for (text, cost, penalty, doubtful) in &texts {
            for repair in &repairs {
                let mut text = text.clone();
                if let Some(slot) = text.get_mut(at) {
                    slot.clone_from(&repair.text);
                }
                let alone = alone.is_some_and(|most| repair.cost > most * length);
                let doubt = *doubtful || alone || doubted(repair, &repairs);
                let farther = 0.12 * (repair.cost - nearest);
                let penalty = penalty + 0.02 + 0.25 * repair.cost / length + farther;
                next.push((text, cost + repair.cost, penalty, doubt));
            }
            if repairs.is_empty() {
                next.push((text.clone(), *cost, *penalty, *doubtful));
            }
        }
        next.sort_by(|a, b| a.2.total_cmp(&b.2));
        next.truncate(8);
        texts = next;
    }
    texts.retain(|(_, cost, _, _)| *cost > 0.0);
    texts
        .into_iter()
        .map(|(text, cost, penalty, doubtful)| {
            // two words may have been put in the place of one
            let text: Vec<String> =
                text.iter().flat_map(|words| words.split(' ').map(str::to_owned)).collect();
            let (variant, _) = reading(pieces(&text, lexicon, own), lexicon, own);
            Variant { repaired: cost, penalty, doubtful, words: text, ..variant }
        })
        .collect()
}

/// Whether a repair makes a movement of the word while another movement is about as near.
fn doubted(repair: &Repair, all: &[Repair]) -> bool {
    repair.head
        && all.iter().any(|other| {
            other.head && other.terms != repair.terms && other.cost <= repair.cost + 0.35
        })
}
