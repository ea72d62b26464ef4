//! Names and contact data, covered before anything is sent and shown again in what comes back.
//!
//! People and groups the program knows are found by name, also by first or last name alone;
//! mail addresses and telephone numbers by their form. What stands in for them says what it was,
//! so that a model can still write a sentence about "[person-1]".

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// Covers and uncovers.
#[derive(Debug, Default)]
pub struct Veil {
    /// What is looked for, folded, longest first, with what stands in for it.
    words: Vec<(Vec<char>, String)>,
    /// Stand-in → what it stands for. Contacts are added as they are met.
    hidden: Mutex<BTreeMap<String, String>>,
}

/// What a name is the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A person: also known by each part of the name.
    Person,
    /// A group or club: known by the whole name only.
    Group,
}

/// Parts of names that are words of training as well: covered only when written with a capital.
const ALSO_WORDS: [&str; 14] = [
    "max", "rest", "set", "bar", "mark", "rob", "art", "will", "may", "june", "april", "hand",
    "bank", "rose",
];

/// Shortest part of a name that is covered by itself.
const SHORTEST: usize = 2;

/// Shorter parts are covered only when written with a capital: "Al", but not "al".
const WITHOUT_CAPITAL: usize = 3;

/// Longest stand-in, in characters.
const LONGEST_STAND_IN: usize = 24;

impl Veil {
    /// A veil over these names.
    #[must_use]
    pub fn new<'a>(names: impl IntoIterator<Item = (Named, &'a str)>) -> Self {
        let mut words: BTreeMap<Vec<char>, String> = BTreeMap::new();
        let mut hidden = BTreeMap::new();
        let (mut people, mut groups) = (0, 0);
        for (kind, name) in names {
            let name = name.trim();
            if name.chars().count() < SHORTEST {
                continue;
            }
            let stand_in = match kind {
                Named::Person => {
                    people += 1;
                    format!("[person-{people}]")
                }
                Named::Group => {
                    groups += 1;
                    format!("[group-{groups}]")
                }
            };
            hidden.insert(stand_in.clone(), name.to_owned());
            for spelling in spellings(name) {
                words.entry(spelling).or_insert_with(|| stand_in.clone());
            }
            if kind == Named::Person {
                // as it stands in addresses and accounts
                let joined: String = name.chars().filter(|sign| sign.is_alphanumeric()).collect();
                for spelling in spellings(&joined) {
                    words.entry(spelling).or_insert_with(|| stand_in.clone());
                }
                let parts = name.split(|sign: char| !sign.is_alphanumeric() && sign != '\'');
                for part in parts.filter(|part| part.chars().count() >= SHORTEST) {
                    for spelling in spellings(part) {
                        words.entry(spelling).or_insert_with(|| stand_in.clone());
                    }
                }
            }
        }
        let mut words: Vec<_> = words.into_iter().collect();
        words.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then(a.0.cmp(&b.0)));
        Self { words, hidden: Mutex::new(hidden) }
    }

    /// The text with everything covered.
    #[must_use]
    pub fn cover(&self, text: &str) -> String {
        let signs: Vec<char> = text.chars().collect();
        // accents of their own and invisible signs must not hide a name
        let seen: Vec<usize> =
            (0..signs.len()).filter(|at| !signs.get(*at).is_some_and(|it| is_mark(*it))).collect();
        let plain: Vec<char> = seen.iter().filter_map(|at| signs.get(*at).copied()).collect();
        let folded: Vec<char> = plain.iter().map(|sign| lower(*sign)).collect();
        let span = |from: usize, to: usize| {
            let end = seen.get(to).copied().unwrap_or(signs.len());
            let start = seen.get(from).copied().unwrap_or(end);
            signs.get(start..end).unwrap_or_default().iter()
        };
        let mut out: String = signs.iter().take(seen.first().copied().unwrap_or(0)).collect();
        out.reserve(text.len());
        let mut at = 0;
        while at < plain.len() {
            let starts_word =
                at == 0 || !plain.get(at - 1).is_some_and(|sign| sign.is_alphanumeric());
            if starts_word {
                if let Some((length, kind)) = contact(&plain, at) {
                    let found: String = span(at, at + length).collect();
                    out.push_str(&self.stand_in_for(kind, found));
                    at += length;
                    continue;
                }
                if let Some((length, stand_in)) = self.name_at(&plain, &folded, at) {
                    out.push_str(stand_in);
                    at += length;
                    continue;
                }
            }
            out.extend(span(at, at + 1));
            at += 1;
        }
        out
    }

    fn name_at(&self, plain: &[char], folded: &[char], at: usize) -> Option<(usize, &str)> {
        let rest = folded.get(at..)?;
        self.words.iter().find_map(|(word, stand_in)| {
            if !rest.starts_with(word) {
                return None;
            }
            // "Annas" is still Anna
            let after = rest.get(word.len()..).unwrap_or_default();
            let genitive = usize::from(after.first() == Some(&'s'));
            let ends = |extra: usize| !after.get(extra).is_some_and(|sign| sign.is_alphanumeric());
            let extra = if ends(0) {
                0
            } else if genitive == 1 && ends(1) {
                1
            } else {
                return None;
            };
            let name: String = word.iter().collect();
            let capital = plain.get(at).is_some_and(|sign| sign.is_uppercase());
            let needs_capital = word.len() < WITHOUT_CAPITAL || ALSO_WORDS.contains(&name.as_str());
            if needs_capital && !capital {
                return None;
            }
            Some((word.len() + extra, stand_in.as_str()))
        })
    }

    fn stand_in_for(&self, kind: &str, found: String) -> String {
        let mut hidden = self.hidden.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((stand_in, _)) = hidden.iter().find(|(_, known)| **known == found) {
            return stand_in.clone();
        }
        let start = format!("[{kind}-");
        let count = hidden.keys().filter(|stand_in| stand_in.starts_with(&start)).count();
        let stand_in = format!("{start}{}]", count + 1);
        hidden.insert(stand_in.clone(), found);
        stand_in
    }

    /// The text with everything shown again.
    #[must_use]
    pub fn uncover(&self, text: &str) -> String {
        let hidden = self.hidden.lock().unwrap_or_else(PoisonError::into_inner);
        let mut out = text.to_owned();
        for (stand_in, real) in hidden.iter() {
            if out.contains(stand_in.as_str()) {
                out = out.replace(stand_in.as_str(), real);
            }
        }
        out
    }

    /// Uncovers text that comes in pieces: a stand-in may be cut between two of them.
    pub(super) fn uncovering(&self) -> Uncovering<'_> {
        Uncovering { veil: self, held: String::new() }
    }
}

/// Uncovers a stream.
#[derive(Debug)]
pub(super) struct Uncovering<'a> {
    veil: &'a Veil,
    held: String,
}

impl Uncovering<'_> {
    /// The next piece; what may be the beginning of a stand-in is held back.
    pub(super) fn take(&mut self, piece: &str) -> String {
        self.held.push_str(piece);
        let open = self.held.rfind('[').filter(|at| {
            let rest = self.held.get(*at..).unwrap_or_default();
            !rest.contains(']') && rest.chars().count() <= LONGEST_STAND_IN
        });
        let kept = open.map(|at| self.held.split_off(at)).unwrap_or_default();
        let ready = std::mem::replace(&mut self.held, kept);
        self.veil.uncover(&ready)
    }

    /// What was still held back.
    pub(super) fn end(self) -> String {
        self.veil.uncover(&self.held)
    }
}

fn lower(sign: char) -> char {
    sign.to_lowercase().next().unwrap_or(sign)
}

/// A name as it is, with umlauts written out, and with umlauts left out.
fn spellings(name: &str) -> Vec<Vec<char>> {
    let plain: Vec<char> = name.chars().map(lower).collect();
    let written = |change: fn(char) -> &'static str| -> Vec<char> {
        plain
            .iter()
            .flat_map(|sign| match change(*sign) {
                "" => vec![*sign],
                text => text.chars().collect(),
            })
            .collect()
    };
    let long = written(|sign| match sign {
        'ä' => "ae",
        'ö' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        _ => "",
    });
    let short = written(|sign| match sign {
        'ä' | 'á' | 'à' => "a",
        'ö' | 'ó' => "o",
        'ü' | 'ú' => "u",
        'é' | 'è' => "e",
        'ß' => "ss",
        _ => "",
    });
    let mut all = vec![plain, long, short];
    all.sort();
    all.dedup();
    all
}

/// An accent that stands as a sign of its own, or a sign nobody sees.
const fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// A mail address or telephone number at a position, with its length in characters.
fn contact(signs: &[char], at: usize) -> Option<(usize, &'static str)> {
    let rest = signs.get(at..)?;
    mail(rest)
        .map(|length| (length, "mail"))
        .or_else(|| phone(rest, is_announced(signs, at)).map(|length| (length, "phone")))
}

fn mail(signs: &[char]) -> Option<usize> {
    let local =
        signs.iter().take_while(|sign| sign.is_alphanumeric() || "._%+-".contains(**sign)).count();
    if local == 0 || signs.get(local) != Some(&'@') {
        return None;
    }
    let host: Vec<char> = signs
        .iter()
        .skip(local + 1)
        .take_while(|sign| sign.is_alphanumeric() || ".-".contains(**sign))
        .copied()
        .collect();
    // a full stop behind the address belongs to the sentence
    let length = host.iter().rposition(|sign| sign.is_alphanumeric())? + 1;
    let named = host.get(..length)?.contains(&'.');
    named.then_some(local + 1 + length)
}

/// Words that announce a telephone number.
const ANNOUNCE: [&str; 12] = [
    "tel", "telefon", "phone", "mobil", "mobile", "handy", "fon", "fax", "whatsapp", "call",
    "ring", "cell",
];

/// Whether the word before a position says that a telephone number comes.
fn is_announced(signs: &[char], at: usize) -> bool {
    let before = signs.get(..at).unwrap_or_default().iter().rev();
    let word: Vec<char> = before
        .skip_while(|sign| !sign.is_alphanumeric())
        .take_while(|sign| sign.is_alphanumeric())
        .map(|sign| lower(*sign))
        .collect();
    let word: String = word.into_iter().rev().collect();
    ANNOUNCE.contains(&word.as_str())
}

/// A telephone number: eight digits and more with a plus or a zero in front, three, three and four
/// digits, or what a word before it announces. Nothing that is prescribed looks so.
fn phone(signs: &[char], is_announced: bool) -> Option<usize> {
    let first = signs.first()?;
    let mut groups = vec![0_usize];
    let mut end = 0;
    for (at, sign) in signs.iter().enumerate() {
        match sign {
            '0'..='9' => {
                if let Some(group) = groups.last_mut() {
                    *group += 1;
                }
                end = at + 1;
            }
            '+' if at == 0 => {}
            ' ' | '-' | '/' | '(' | ')' | '.' => {
                if groups.last().is_some_and(|group| *group > 0) {
                    groups.push(0);
                }
            }
            _ => break,
        }
    }
    groups.retain(|group| *group > 0);
    let digits: usize = groups.iter().sum();
    let is_number = match first {
        '+' | '0' => digits >= 8,
        '1'..='9' => groups == [3, 3, 4],
        _ => false,
    };
    (is_number || (is_announced && first.is_ascii_digit() && digits >= 5)).then_some(end)
}
