//! What of a written text is a name, and what a coach remarked beside it: `Squats - elbows up!`,
//! `optional: curls`, `C2. Rows 8/side`.

use std::collections::HashSet;
use std::sync::OnceLock;

use super::index::Index;
use super::lexicon::{Kind, Lexicon, Term};
use super::normalise::{Piece, Vocabulary, pieces};
use super::table::rows;
use super::words::words;

/// A text without what was remarked beside the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bare {
    /// Words of the name.
    pub(super) words: Vec<String>,
    /// All that was left out speaks of how to do it; else words nobody knows were left out too.
    pub(super) certain: bool,
}

/// Words of remarks, see `data/lexicon/cues.toml`.
#[derive(Debug, Default)]
struct Cues {
    strong: HashSet<String>,
    weak: HashSet<String>,
    body: HashSet<String>,
    starts: Vec<Vec<String>>,
    leads: Vec<Vec<String>>,
    before: Vec<Vec<String>>,
}

impl Cues {
    fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Cues> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            let mut cues = Self::default();
            let set = |value: &str| value.split(',').flat_map(words).collect();
            let phrases = |value: &str| value.split('|').map(words).collect();
            for row in rows(include_str!("../../data/lexicon/cues.toml")) {
                match row.key {
                    "strong" => cues.strong = set(row.value),
                    "weak" => cues.weak = set(row.value),
                    "body" => cues.body = set(row.value),
                    "starts" => cues.starts = phrases(row.value),
                    "before" => cues.before = phrases(row.value),
                    "leads" => cues.leads = phrases(row.value),
                    _ => {}
                }
            }
            cues
        })
    }

    /// Words in front of a clause that only lead in, if more follow.
    fn lead(&self, clause: &[String]) -> usize {
        let leads = self.before.iter().filter(|lead| clause.starts_with(lead)).map(Vec::len);
        leads.filter(|length| *length < clause.len()).max().unwrap_or(0)
    }

    /// Where behind its first word a clause turns into a remark.
    fn turn(&self, clause: &[String]) -> Option<usize> {
        let begins = |at: usize| {
            let rest = clause.get(at..).unwrap_or_default();
            self.starts.iter().any(|start| rest.starts_with(start))
        };
        (1..clause.len()).find(|at| begins(*at))
    }
}

/// The text without numbering and labels in front (`3)`, `B2.`) and without what is counted per
/// side (`8/side`).
pub(super) fn unlabelled(text: &str) -> String {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '(');
    let mut rest = text;
    let label: String = text.chars().take_while(char::is_ascii_alphanumeric).take(4).collect();
    let letters = label.chars().filter(char::is_ascii_alphabetic).count();
    let short = label.len() <= 3 && letters <= 1;
    if let Some(behind) = text.strip_prefix(label.as_str())
        && short
        && !label.is_empty()
        && let Some(behind) = behind.strip_prefix(['.', ')', ':'])
        && behind.starts_with(char::is_whitespace)
    {
        rest = behind;
    }
    let mut kept = String::with_capacity(rest.len());
    for word in rest.split_inclusive(char::is_whitespace) {
        match word.split_once('/') {
            Some((amount, _)) if amount.starts_with(|c: char| c.is_ascii_digit()) => {
                let side = word.trim_end_matches(|c: char| !c.is_alphabetic());
                let side = side.rsplit('/').next().unwrap_or_default().to_lowercase();
                kept.push_str(if is_side(&side) { amount } else { word });
                kept.push(' ');
            }
            _ => kept.push_str(word),
        }
    }
    kept
}

fn is_side(word: &str) -> bool {
    matches!(
        word,
        "side" | "sides" | "leg" | "arm" | "hand" | "seite" | "bein" | "hnd" | "ea" | "set"
    )
}

/// The words of the name alone; `None` where nothing is remarked.
pub(super) fn bare(text: &str, lexicon: &Lexicon, own: &Vocabulary) -> Option<Bare> {
    let cues = Cues::shipped();
    let mut kept: Vec<String> = Vec::new();
    let (mut left_out, mut certain) = (false, true);
    for clause in clauses(text) {
        let mut clause = words(clause);
        if kept.is_empty() {
            // what leads in is left out only where something follows
            if cues.leads.contains(&clause) {
                left_out = true;
                continue;
            }
            let lead = cues.lead(&clause);
            left_out |= lead > 0;
            clause.drain(..lead);
            if let Some(turn) = cues.turn(&clause) {
                clause.truncate(turn);
                left_out = true;
            }
            kept = clause;
            continue;
        }
        match remark(&clause, cues, lexicon, own) {
            Remark::No => {
                if let Some(turn) = cues.turn(&clause) {
                    clause.truncate(turn);
                    left_out = true;
                }
                kept.extend(clause);
            }
            Remark::Yes => left_out = true,
            Remark::Perhaps => {
                left_out = true;
                certain = false;
            }
        }
    }
    (left_out && !kept.is_empty()).then_some(Bare { words: kept, certain })
}

/// Names that are looked at for what a library tells apart.
const NEAREST: usize = 10;

/// Whether names of the library differ by what looks like a remark: `Pull Up (Negative)` beside
/// `Pull-Up - Eccentric Only`. What a library tells apart is no remark. `whole` is what the text
/// says, `bare` what is left without the remark.
pub(super) fn tells_apart(
    index: &Index,
    lexicon: &Lexicon,
    own: &Vocabulary,
    whole: &[Term],
    bare: &[String],
) -> bool {
    let known = |piece| match piece {
        Piece::Known(terms) => terms,
        Piece::Unknown(_) => Vec::new(),
    };
    let weighs = |term: &Term| index.kind(*term).weight() > 0.5;
    let name: Vec<Term> =
        pieces(bare, lexicon, own).into_iter().flat_map(known).filter(weighs).collect();
    let tells = |term: &&Term| {
        !name.contains(term)
            && matches!(index.kind(**term), Kind::Modifier | Kind::Word | Kind::Grip)
    };
    let remarks: Vec<Term> = whole.iter().filter(tells).copied().collect();
    if remarks.is_empty() || name.is_empty() {
        return false;
    }
    let mut tally = index.tally();
    let near = index.candidates(lexicon, whole, NEAREST, &mut tally);
    near.iter().filter_map(|(_, at)| index.surface(*at)).any(|surface| {
        name.iter().all(|term| surface.terms.contains(term))
            && remarks.iter().any(|term| surface.terms.contains(term))
    })
}

enum Remark {
    No,
    Yes,
    Perhaps,
}

/// Whether a clause behind the name is a remark.
fn remark(clause: &[String], cues: &Cues, lexicon: &Lexicon, own: &Vocabulary) -> Remark {
    let holds = |set: &HashSet<String>| clause.iter().any(|word| set.contains(word));
    if holds(&cues.strong) {
        return Remark::Yes;
    }
    let others: Vec<String> =
        clause.iter().filter(|word| !cues.weak.contains(*word)).cloned().collect();
    let (mut unknown, mut says, mut plan, mut target) = (0, 0, 0, 0);
    for piece in pieces(&others, lexicon, own) {
        match piece {
            Piece::Unknown(_) => unknown += 1,
            Piece::Known(terms) => {
                for term in terms {
                    match own.kind(lexicon, term) {
                        Kind::Stop | Kind::Unit | Kind::Neutral | Kind::Number => {}
                        Kind::Plan => plan += 1,
                        Kind::Target => target += 1,
                        _ => says += 1,
                    }
                }
            }
        }
    }
    if says == 0 && (plan > 0 || holds(&cues.weak) || others.is_empty()) {
        return Remark::Yes;
    }
    if target > 0 && holds(&cues.body) {
        return Remark::Yes;
    }
    if says == 0 && unknown > 0 { Remark::Perhaps } else { Remark::No }
}

/// The parts of a text between signs that part clauses. A hyphen parts them only between spaces, a
/// point only before one.
fn clauses(text: &str) -> Vec<&str> {
    let mut clauses = Vec::new();
    let mut from = 0;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let behind = at + c.len_utf8();
        let space = text.get(behind..).and_then(|rest| rest.chars().next());
        let space = space.is_none_or(char::is_whitespace);
        let parts = match c {
            '-' | '/' | '.' | '+' => {
                space && (before.is_whitespace() || (c == '.' && before != ' '))
            }
            ',' | ';' | '(' | ')' | '[' | ']' | ':' | '|' | '!' | '?' | '…' | '→' | '–' | '—'
            | '*' | '•' => true,
            _ => false,
        };
        if parts {
            clauses.extend(text.get(from..at));
            from = behind;
        }
        before = c;
    }
    clauses.extend(text.get(from..));
    clauses.retain(|clause| clause.chars().any(char::is_alphabetic));
    clauses
}
