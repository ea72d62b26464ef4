//! Whether an exercise belongs to the people who train: their sport or one like it, their age.
//! What is written for any sport or any age belongs to everybody.

use super::ContextPack;
use super::index::{RetrievalIndex, Row};

/// Sports whose exercises are at home in one another's training.
const FAMILIES: &[&[&str]] = &[
    &["judo", "bjj", "ju_jutsu", "wrestling", "mma", "aikido", "kids_budo", "krav_maga"],
    &[
        "karate_shotokan",
        "karate_general",
        "taekwondo",
        "kickboxing",
        "muay_thai",
        "boxing",
        "mma",
        "krav_maga",
        "kids_budo",
        "ju_jutsu",
    ],
    &["escrima", "krav_maga", "ju_jutsu"],
    &["team_handball", "football", "basketball"],
    &["gymnastics", "calisthenics", "yoga_mobility", "kids_budo"],
];
/// Strength and athletics serve every sport, though none as its own.
const SERVING: &[&str] = &[
    "general_fitness",
    "functional",
    "athletics_sc",
    "calisthenics",
    "athletics",
    "yoga_mobility",
    "kettlebell_sport",
];

const RELATED: f32 = 0.85;
const SERVES: f32 = 0.8;
const FOREIGN: f32 = 0.45;
const OTHER_AGE: f32 = 0.75;

/// How well exercises suit the people, prepared for one library.
#[derive(Debug)]
pub(super) struct Audience {
    /// By number of the style; empty where no style is known.
    styles: Vec<f32>,
    group: Option<u16>,
}

impl Audience {
    pub(super) fn new(pack: &ContextPack, index: &RetrievalIndex) -> Self {
        let styles = pack.style.as_ref().map_or_else(Vec::new, |own| {
            let mut fits = vec![0.0; index.styles.len()];
            for (style, number) in index.styles.iter() {
                if let Some(fit) = fits.get_mut(number as usize) {
                    *fit = style_fit(own.as_str(), style.as_str());
                }
            }
            fits
        });
        let group = pack.target_group.as_ref().and_then(|group| index.target_groups.of(group));
        Self { styles, group }
    }

    /// What remains of an exercise's fit for these people, 0–1.
    pub(super) fn share(&self, row: &Row, index: &RetrievalIndex) -> f32 {
        let styles = index.weighted(row.styles);
        let style = if self.styles.is_empty() || styles.is_empty() {
            1.0
        } else {
            let fit = |(at, _): &(u16, f32)| self.styles.get(*at as usize).copied();
            styles.iter().filter_map(fit).fold(0.0, f32::max)
        };
        let groups = index.weighted(row.target_groups);
        let is_for = |wanted: u16| groups.is_empty() || groups.iter().any(|(at, _)| *at == wanted);
        let age = if self.group.is_none_or(is_for) { 1.0 } else { OTHER_AGE };
        style * age
    }
}

fn style_fit(own: &str, other: &str) -> f32 {
    if own == other {
        1.0
    } else if FAMILIES.iter().any(|family| family.contains(&own) && family.contains(&other)) {
        RELATED
    } else if SERVING.contains(&other) || SERVING.contains(&own) {
        SERVES
    } else {
        FOREIGN
    }
}
