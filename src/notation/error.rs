//! Where a line goes wrong, and what would have fitted there.

use crate::domain::{Explain, Message};

/// A line that is no prescription.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("column {column}: expected {expected}")]
pub struct NotationError {
    /// The character it goes wrong at, counted from 1; one behind the end when something lacks.
    pub column: usize,
    /// What would have fitted.
    pub expected: Expected,
}

impl Explain for NotationError {
    fn message(&self) -> Message {
        Message::new("notation-error")
            .with("column", self.column)
            .with("expected", self.expected.message())
    }
}

macro_rules! expected {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $text:literal;)+) => {
        /// What would have fitted.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Expected {
            $($(#[$doc])* $name),+
        }

        impl Expected {
            /// Every expectation.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The expectation for people.
            #[must_use]
            pub const fn message(self) -> Message {
                match self { $(Self::$name => Message::new($id)),+ }
            }
        }

        impl std::fmt::Display for Expected {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(match self { $(Self::$name => $text),+ })
            }
        }
    };
}

expected! {
    /// Any part of a prescription.
    Clause = "notation-expected-clause", "sets, a load, an effort, a rest or ; and a note";
    /// What a set holds.
    Work = "notation-expected-work", "repetitions, a time or a distance such as 8-12, 30s or 400m";
    /// A whole number of sets or rounds.
    Count = "notation-expected-count", "a whole number from 1 to 999";
    /// A number.
    Number = "notation-expected-number", "a number";
    /// One value per set.
    EntryPerSet = "notation-expected-entry-per-set", "as many values as there are sets";
    /// A unit behind a number.
    Unit = "notation-expected-unit", "a unit such as kg, %, s or m";
    /// A load.
    Load = "notation-expected-load", "a load such as 60kg, 75%, BW+10kg or band heavy";
    /// A rest.
    Rest = "notation-expected-rest", "a rest such as 90s or 2:00";
    /// A time.
    Time = "notation-expected-time", "a time such as 45s, 12:00 or 10 min";
    /// Four phases.
    Tempo = "notation-expected-tempo", "a tempo of four signs such as 31X1";
    /// 0–10.
    Rpe = "notation-expected-rpe", "an RPE from 0 to 10 such as 8 or 7.5-8";
    /// A number of repetitions.
    Rir = "notation-expected-rir", "repetitions in reserve such as 2 or 1-3";
    /// A band.
    Band = "notation-expected-band", "the strength of the band: light, medium or heavy";
    /// Something was said before.
    Once = "notation-expected-once", "something else: this was already said";
    /// A scheme that goes together with the first.
    OneScheme = "notation-expected-one-scheme", "only one way to organise the sets";
}
