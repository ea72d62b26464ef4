//! The words requests are written with, in German and English, folded: what is wanted, with how
//! many, what hurts, and what carries no meaning. [`super::query`] reads with them.

use super::Intent;
use crate::domain::{Contraindication, Partner};

/// Beginnings of words that say what is wanted, the stronger ones first.
#[rustfmt::skip]
pub(super) const INTENT_WORDS: &[(Intent, &[&str])] = &[
    (Intent::DeepenExercise, &[
        "vertief", "deepen", "deeper", "tiefer", "ahnlich", "similar", "variation", "variante",
        "variant", "festig", "consolidat", "davon", "wiederhol", "rehears",
    ]),
    (Intent::ProgressionNext, &[
        "progress", "steiger", "graph", "stufe", "harder", "schwerer", "schwieriger",
        "anspruchsvoller", "successor", "nachfolger", "folgt", "follows", "aufbauend", "reihe",
        "anknupf",
    ]),
    (Intent::ContinuePlanGoal, &[
        "aufbau", "baut", "continue", "fortsetz", "weiterfuhr", "ziel", "goal", "lucke",
        "gap", "fehlt", "missing", "build", "richtung", "toward",
    ]),
    (Intent::SuggestNext, &[
        "schlag", "vorschlag", "suggest", "recommend", "empfiehl", "empfehl", "nachst", "next",
        "weiter",
    ]),
];

/// Two beginnings of words that together ask for the next step: `was kommt nach`, `next step`.
pub(super) const STEP_PHRASES: &[(&[&str], &[&str])] = &[
    (&["kommt", "kommen", "comes", "come"], &["nach", "after"]),
    (&["nachst", "next"], &["schritt", "step"]),
    (&["what"], &["after"]),
    (&["was"], &["nach"]),
];

/// Words that say that something goes together with what follows them.
pub(super) const MATCHING: &[&str] =
    &["passt", "passend", "fits", "fitting", "matches", "matching", "goes"];

/// Small words that stand before the name of an exercise.
pub(super) const BEFORE_NAMES: &[&str] = &[
    "zu", "zum", "zur", "nach", "von", "vom", "wie", "statt", "fur", "to", "of", "after", "like",
    "than", "als", "for", "on", "from", "auf", "the", "dem", "der", "den",
];

/// The whole words that requests are written with, for those who mistype them.
pub(super) const SPOKEN: &[&str] = &[
    "vertiefung",
    "vertiefen",
    "ahnlich",
    "variante",
    "progression",
    "steigerung",
    "nachste",
    "vorschlag",
    "schwieriger",
    "fortsetzen",
    "partner",
    "minuten",
    "minutes",
    "similar",
    "harder",
    "suggest",
    "continue",
    "ohne",
    "without",
    "equipment",
    "geraete",
    "beginner",
    "anfanger",
];

/// Words that carry no meaning of their own in a request, and stand in no name that matters.
#[rustfmt::skip]
pub(super) const FILLERS: &[&str] = &[
    "a", "after", "against", "als", "alternative", "alternativen", "an", "and", "another", "any",
    "auf", "aus", "bei", "beim", "bisher", "bisherig", "bisherige", "bisherigen", "bitte", "come",
    "comes", "could", "das", "dem", "den", "der", "des", "despite", "die", "do", "drill", "drills",
    "easier", "ein", "eine", "einem", "einen", "einer", "einfacher", "es", "etwas", "exercise",
    "exercises", "for", "from", "fur", "gegen", "gib", "gibt", "give", "go", "ich", "im", "in",
    "instead", "into", "is", "ist", "it", "jetzt", "kommt", "konnte", "leichter", "machen", "me",
    "mir", "mit", "mochte", "my", "nach", "no", "noch", "now", "oder", "of", "or", "paar",
    "passend", "passende", "passt", "planning", "planung", "please", "should", "sinnvoll",
    "sinnvolle", "sinnvolles", "soll", "some", "something", "statt", "than", "that", "the", "thema",
    "theme", "there", "this", "to", "trotz", "ubung", "ubungen", "und", "uns", "unsere", "us",
    "von", "vor", "want", "was", "we", "wenn", "what", "when", "which", "wie", "wir", "with", "zu",
    "zum", "zur",
];

/// Words that stand in names of exercises, and mean nothing beside a word that says what is wanted.
pub(super) const FILLERS_OF_REQUESTS: &[&str] =
    &["mehr", "more", "on", "one", "plan", "step", "steps", "there", "up", "upon"];

/// Beginnings of words that say with how many people.
pub(super) const PARTNER_WORDS: &[(Partner, &[&str])] = &[
    (Partner::Pair, &["partner", "paaren", "pair", "zweit", "duo"]),
    (Partner::Triad, &["dritt", "triad", "dreier"]),
    (Partner::Group, &["gruppe", "group", "team", "mannschaft"]),
    (Partner::None, &["allein", "alone", "solo", "einzeln"]),
];

/// Beginnings of words for parts of the body that can hurt.
#[rustfmt::skip]
pub(super) const REGIONS: &[(Contraindication, &[&str])] = &[
    (Contraindication::Knee, &["knie", "knee"]),
    (Contraindication::LowBack, &["rucken", "kreuz", "back", "bandscheibe", "lws"]),
    (Contraindication::Shoulder, &["schulter", "shoulder"]),
    (Contraindication::Elbow, &["ellbogen", "ellenbogen", "elbow"]),
    (Contraindication::Wrist, &["handgelenk", "wrist"]),
    (Contraindication::Hip, &["huft", "hip"]),
    (Contraindication::Ankle, &["sprunggelenk", "knochel", "ankle"]),
    (Contraindication::Neck, &["nacken", "hals", "neck"]),
];

/// Words that say that something hurts; they end a German compound or follow the region.
#[rustfmt::skip]
pub(super) const COMPLAINTS: &[&str] = &[
    "problem", "schmerz", "beschwerden", "verletz", "pain", "injur", "issue", "trouble", "hurts",
];
