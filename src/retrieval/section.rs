//! Which exercises suit which part of a unit: a table by category, and the focus areas that turn
//! an exercise into a greeting, a fight or an ending.

use crate::domain::{Category, SectionKind};

use super::index::{RetrievalIndex, Row};

/// What an exercise of each category is worth in a part of the unit, 0–1.
#[rustfmt::skip]
const fn by_category(section: SectionKind) -> [f32; 7] {
    match section {
        //                            strength power mobility conditioning drill game technique
        SectionKind::Opening | SectionKind::Closing
                                  => [0.1,     0.1,  0.1,     0.1,         0.1,  0.1, 0.1],
        SectionKind::Warmup       => [0.1,     0.1,  1.0,     0.6,         0.8,  1.0, 0.3],
        SectionKind::Skill        => [0.2,     0.4,  0.2,     0.2,         0.9,  0.2, 1.0],
        SectionKind::Main         => [1.0,     1.0,  0.3,     0.3,         0.9,  0.4, 1.0],
        SectionKind::Accessory    => [0.8,     0.3,  0.3,     0.2,         0.2,  0.2, 0.2],
        SectionKind::Conditioning => [0.2,     0.2,  0.2,     1.0,         0.2,  0.2, 0.2],
        SectionKind::Game         => [0.1,     0.1,  0.1,     0.1,         0.3,  1.0, 0.1],
        SectionKind::Sparring     => [0.1,     0.1,  0.1,     0.1,         0.2,  0.2, 0.3],
        SectionKind::Cooldown     => [0.1,     0.1,  0.9,     0.1,         0.1,  0.1, 0.1],
        SectionKind::Test         => [0.3,     0.3,  0.3,     0.3,         0.3,  0.3, 0.3],
    }
}

/// Focus areas that make an exercise suit a part fully, whatever its category.
const fn by_focus(section: SectionKind) -> &'static [&'static str] {
    match section {
        SectionKind::Opening => &["etiquette"],
        SectionKind::Closing => &["etiquette", "relaxation"],
        SectionKind::Cooldown => &["relaxation"],
        SectionKind::Sparring => &["sparring"],
        SectionKind::Conditioning => &["strength_endurance", "aerobic", "anaerobic"],
        _ => &[],
    }
}

/// How well exercises suit one part of a unit, prepared for one library.
#[derive(Debug)]
pub(super) struct SectionFit {
    section: SectionKind,
    by_category: [f32; 7],
    by_focus: Vec<u16>,
}

impl SectionFit {
    pub(super) fn new(section: SectionKind, index: &RetrievalIndex) -> Self {
        let number = |id: &&str| index.focus.of(&(*id).into());
        Self {
            section,
            by_category: by_category(section),
            by_focus: by_focus(section).iter().filter_map(number).collect(),
        }
    }

    /// 0–1.
    pub(super) fn of(&self, row: &Row, index: &RetrievalIndex) -> f32 {
        let focus = index.weighted(row.focus);
        if self.by_focus.iter().any(|wanted| focus.iter().any(|(number, _)| number == wanted)) {
            return 1.0;
        }
        match (self.section, row.category) {
            // isolation belongs behind the main lifts
            (SectionKind::Main, Category::Strength) if row.is_isolation => 0.5,
            (SectionKind::Accessory, Category::Strength) if row.is_isolation => 1.0,
            (_, category) => self.by_category.get(category as usize).copied().unwrap_or_default(),
        }
    }
}
