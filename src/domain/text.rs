//! Languages, and names that exist in each of them.

use serde::{Deserialize, Serialize};

/// A language planwright speaks.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// German.
    De,
}

impl Lang {
    /// Every language, in the order the switch offers them.
    pub const ALL: [Self; 2] = [Self::En, Self::De];

    /// The ISO 639-1 code: `en`, `de`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
        }
    }

    /// Reads a language from a code or a POSIX locale such as `de_DE.UTF-8`; anything that names
    /// neither language is `None`.
    #[must_use]
    pub fn from_locale(text: &str) -> Option<Self> {
        let code = text.split(['_', '-', '.', '@']).next().unwrap_or(text);
        Self::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(code))
    }

    /// The next language, for the switch at run time.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::En => Self::De,
            Self::De => Self::En,
        }
    }
}

/// A name or sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Bilingual {
    /// English text.
    pub en: String,
    /// German text.
    pub de: String,
}

impl Bilingual {
    /// Both texts at once.
    #[must_use]
    pub fn new(en: impl Into<String>, de: impl Into<String>) -> Self {
        Self { en: en.into(), de: de.into() }
    }

    /// The same text for both languages, as for a title a coach typed once.
    #[must_use]
    pub fn same(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { en: text.clone(), de: text }
    }

    /// The text in `lang`, or the other language's where that one is empty.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        let (wanted, other) = match lang {
            Lang::En => (&self.en, &self.de),
            Lang::De => (&self.de, &self.en),
        };
        if wanted.is_empty() { other } else { wanted }
    }
}

/// Any number of texts per language: the aliases of an exercise.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct BilingualList {
    /// English texts.
    #[serde(default)]
    pub en: Vec<String>,
    /// German texts.
    #[serde(default)]
    pub de: Vec<String>,
}

impl BilingualList {
    /// The texts in `lang`.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &[String] {
        match lang {
            Lang::En => &self.en,
            Lang::De => &self.de,
        }
    }

    /// All texts, English first.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.en.iter().chain(&self.de).map(String::as_str)
    }
}
