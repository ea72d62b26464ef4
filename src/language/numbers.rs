//! Numbers in text: words for them in both languages, decimal signs, fractions.

use std::fmt::Write;

use crate::domain::Lang;

/// What a number word says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NumberWord {
    /// `three`, `drei`, `dutzend`.
    Count(f64),
    /// `three times` in one word: `zweimal`, `twice`.
    Times(f64),
}

impl NumberWord {
    /// The number itself.
    #[must_use]
    pub const fn value(self) -> f64 {
        match self {
            Self::Count(value) | Self::Times(value) => value,
        }
    }
}

/// Words of both languages, folded, in alphabetical order.
#[rustfmt::skip]
const WORDS: [(&str, f64); 73] = [
    ("acht", 8.0), ("achtzehn", 18.0), ("achtzig", 80.0), ("anderthalb", 1.5), ("couple", 2.0),
    ("dozen", 12.0), ("drei", 3.0), ("dreissig", 30.0), ("dreizehn", 13.0), ("dutzend", 12.0),
    ("eight", 8.0), ("eighteen", 18.0), ("eighty", 80.0), ("ein", 1.0), ("eine", 1.0),
    ("eineinhalb", 1.5), ("einem", 1.0), ("einen", 1.0), ("einer", 1.0), ("eins", 1.0),
    ("eleven", 11.0), ("elf", 11.0), ("fifteen", 15.0), ("fifty", 50.0), ("five", 5.0),
    ("forty", 40.0), ("four", 4.0), ("fourteen", 14.0), ("funf", 5.0), ("funfzehn", 15.0),
    ("funfzig", 50.0), ("halb", 0.5), ("halbe", 0.5), ("half", 0.5), ("hundert", 100.0),
    ("hundred", 100.0), ("neun", 9.0), ("neunzehn", 19.0), ("neunzig", 90.0), ("nine", 9.0),
    ("nineteen", 19.0), ("ninety", 90.0), ("null", 0.0), ("one", 1.0), ("sechs", 6.0),
    ("sechzehn", 16.0), ("sechzig", 60.0), ("seven", 7.0), ("seventeen", 17.0), ("seventy", 70.0),
    ("sieben", 7.0), ("siebzehn", 17.0), ("siebzig", 70.0), ("six", 6.0), ("sixteen", 16.0),
    ("sixty", 60.0), ("ten", 10.0), ("thirteen", 13.0), ("thirty", 30.0), ("three", 3.0),
    ("twelve", 12.0), ("twenty", 20.0), ("two", 2.0), ("vier", 4.0), ("vierzehn", 14.0),
    ("vierzig", 40.0), ("zehn", 10.0), ("zero", 0.0), ("zwanzig", 20.0), ("zwei", 2.0),
    ("zweieinhalb", 2.5), ("zwo", 2.0), ("zwolf", 12.0),
];

/// The number a word stands for: `two`, `zwei`, `einundzwanzig`, `twenty-one`, `Dutzend`,
/// `zweimal`, `twice`. The word is folded already (see [`super::fold()`]).
#[must_use]
pub fn number_word(folded: &str) -> Option<NumberWord> {
    match folded {
        "once" => return Some(NumberWord::Times(1.0)),
        "twice" => return Some(NumberWord::Times(2.0)),
        "thrice" => return Some(NumberWord::Times(3.0)),
        _ => {}
    }
    if let Some(stem) = folded.strip_suffix("mal").filter(|stem| !stem.is_empty()) {
        return count(stem).map(NumberWord::Times);
    }
    count(folded).map(NumberWord::Count)
}

fn count(word: &str) -> Option<f64> {
    let simple =
        |word: &str| WORDS.iter().find(|(known, _)| *known == word).map(|(_, value)| *value);
    simple(word).or_else(|| {
        // einundzwanzig, twenty-one
        let (ones, tens) = word
            .split_once("und")
            .or_else(|| word.split_once('-').map(|(tens, ones)| (ones, tens)))?;
        let (ones, tens) = (simple(ones)?, simple(tens)?);
        let fits = (1.0..10.0).contains(&ones) && tens >= 20.0 && tens % 10.0 == 0.0;
        fits.then_some(tens + ones)
    })
}

/// A number written in digits with either decimal sign (`2.5`, `2,5`, `.5`), or a common fraction
/// (`½`, `1½`, `1/2`). No sign, no exponent, no grouping.
#[must_use]
pub fn decimal(text: &str) -> Option<f64> {
    if let Some((whole, part)) = text
        .char_indices()
        .next_back()
        .and_then(|(at, last)| Some((text.get(..at)?, vulgar(last)?)))
    {
        let whole = if whole.is_empty() { 0.0 } else { digits(whole)? };
        return Some(whole + part);
    }
    if let Some((top, bottom)) = text.split_once('/') {
        let (top, bottom) = (digits(top)?, digits(bottom)?);
        return (bottom > 0.0).then(|| top / bottom);
    }
    match text.split_once(['.', ',']) {
        Some((whole, part)) => {
            let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
            let fits = plain(whole) && plain(part) && !part.is_empty();
            fits.then(|| format!("{whole}.{part}").parse().ok()).flatten()
        }
        None => digits(text),
    }
}

fn digits(text: &str) -> Option<f64> {
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

const fn vulgar(sign: char) -> Option<f64> {
    Some(match sign {
        '½' => 0.5,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        _ => return None,
    })
}

/// A number as the language writes it: at most `digits` after the decimal sign, no trailing
/// zeros, no grouping.
#[must_use]
pub fn write_number(value: f64, digits: usize, lang: Lang) -> String {
    let mut text = String::new();
    // writing to a string cannot fail
    let _ = write!(text, "{value:.digits$}");
    if text.contains('.') {
        text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    }
    if text == "-0" {
        text.remove(0);
    }
    match lang {
        Lang::En => text,
        Lang::De => text.replace('.', ","),
    }
}
