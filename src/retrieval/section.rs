//! Which exercises suit which part of a unit: a table by category, and the focus areas that turn
//! an exercise into a greeting, a fight or an ending.

use crate::domain::{Category, FocusId, Pattern, SectionKind};

use super::index::{RetrievalIndex, Row};

/// What an exercise of each category is in a part of the unit: what the part is for (1), at home in
/// it as well (½), or out of place (0). No finer: the scenarios cannot tell more apart.
#[rustfmt::skip]
const fn by_category(section: SectionKind) -> [f32; 7] {
    match section {
        //                            strength power mobility conditioning drill game technique
        SectionKind::Opening | SectionKind::Closing
                                  => [0.0,     0.0,  0.0,     0.0,         0.0,  0.0, 0.0],
        SectionKind::Warmup       => [0.0,     0.0,  1.0,     1.0,        1.0,  1.0, 0.5],
        SectionKind::Skill        => [0.0,     0.5,  0.0,     0.0,         1.0,  0.0, 1.0],
        SectionKind::Main         => [1.0,     1.0,  0.0,     0.0,         1.0,  0.5, 1.0],
        SectionKind::Accessory    => [0.5,    0.0,  0.0,     0.0,         0.0,  0.0, 0.0],
        SectionKind::Conditioning => [0.0,     0.0,  0.0,     1.0,         0.0,  0.0, 0.0],
        SectionKind::Game         => [0.0,     0.0,  0.0,     0.0,         0.5,  1.0, 0.0],
        SectionKind::Sparring     => [0.0,     0.0,  0.0,     0.0,         0.0,  0.0, 0.5],
        SectionKind::Cooldown     => [0.0,     0.0,  1.0,     0.0,         0.0,  0.0, 0.0],
        SectionKind::Test         => [0.5,     0.5,  0.5,     0.5,         0.5,  0.5, 0.5],
    }
}

/// Focus areas that lift (or sink) an exercise in a part, whatever its category.
const fn by_focus(section: SectionKind) -> &'static [(&'static str, f32)] {
    match section {
        SectionKind::Opening => &[("etiquette", 1.0)],
        SectionKind::Closing => &[("etiquette", 1.0), ("relaxation", 1.0)],
        SectionKind::Cooldown => &[("relaxation", 1.0), ("etiquette", 0.5)],
        SectionKind::Sparring => &[("sparring", 1.0)],
        SectionKind::Conditioning => {
            &[("anaerobic", 1.0), ("aerobic", 1.0), ("strength_endurance", 0.5)]
        }
        SectionKind::Test => &[],
        _ => &[("relaxation", 0.0), ("etiquette", 0.0)],
    }
}

/// Focus areas a part of the unit asks for by itself, with their weights: what a coach expects
/// there whatever the goal of the unit.
pub(super) fn own_focus(section: SectionKind) -> Vec<(FocusId, f32)> {
    let focus: &[(&str, f32)] = match section {
        SectionKind::Opening => &[("etiquette", 1.0)],
        SectionKind::Warmup => &[("coordination", 0.6), ("mobility", 0.5), ("speed", 0.4)],
        SectionKind::Cooldown => &[("mobility", 1.0), ("relaxation", 1.0)],
        SectionKind::Closing => &[("etiquette", 0.8), ("relaxation", 0.8)],
        SectionKind::Conditioning => &[("anaerobic", 0.8), ("aerobic", 0.6)],
        _ => &[],
    };
    focus.iter().map(|(id, weight)| (FocusId::from(*id), *weight)).collect()
}

/// How much the goal of the unit counts in a part of it: greeting and ending serve themselves.
pub(super) const fn goal_share(section: SectionKind) -> f32 {
    match section {
        SectionKind::Opening | SectionKind::Cooldown | SectionKind::Closing => 0.2,
        SectionKind::Warmup => 0.5,
        _ => 1.0,
    }
}

/// From this age a warm-up is rather mobility than a game.
const GROWN_UP: u8 = 14;
const GAME_FOR_GROWN_UPS: f32 = 0.5;

/// How well exercises suit one part of a unit, prepared for one library.
#[derive(Debug)]
pub(super) struct SectionFit {
    section: SectionKind,
    by_category: [f32; 7],
    by_focus: Vec<(u16, f32)>,
    /// The method that winds down: held stretches, slow breathing.
    winding_down: Option<u16>,
}

impl SectionFit {
    pub(super) fn new(section: SectionKind, youngest: Option<u8>, index: &RetrievalIndex) -> Self {
        let number = |(id, fit): &(&str, f32)| Some((index.focus.of(&(*id).into())?, *fit));
        let mut by_category = by_category(section);
        if section == SectionKind::Warmup
            && youngest.is_some_and(|age| age >= GROWN_UP)
            && let Some(fit) = by_category.get_mut(Category::Game as usize)
        {
            *fit = GAME_FOR_GROWN_UPS;
        }
        Self {
            section,
            by_category,
            by_focus: by_focus(section).iter().filter_map(number).collect(),
            winding_down: index.training_types.of(&"recovery".into()),
        }
    }

    /// 0–1.
    pub(super) fn of(&self, row: &Row, index: &RetrievalIndex) -> f32 {
        const PRIMARY: f32 = 1.0;
        /// What holding still is worth before the work.
        const HELD: f32 = 0.5;
        let methods = index.weighted(row.training_types);
        let winds_down = methods.iter().any(|(at, _)| Some(*at) == self.winding_down);
        if self.section == SectionKind::Warmup && winds_down {
            return HELD;
        }
        let focus = index.weighted(row.focus);
        // any focus area lifts an exercise, only the primary one sinks it
        let named = |(wanted, fit): &&(u16, f32)| {
            focus
                .iter()
                .any(|(number, weight)| number == wanted && (*fit >= 0.5 || *weight >= PRIMARY))
        };
        if let Some((_, fit)) = self.by_focus.iter().find(named) {
            return *fit;
        }
        let is_core = matches!(
            row.pattern,
            Some(
                Pattern::CoreAntiExtension
                    | Pattern::CoreAntiRotation
                    | Pattern::CoreAntiLateral
                    | Pattern::CoreFlexion
            )
        );
        match (self.section, row.category) {
            // isolation and trunk belong behind the main lifts
            (SectionKind::Main, Category::Strength) if row.is_isolation || is_core => 0.5,
            (SectionKind::Accessory, Category::Strength) if row.is_isolation || is_core => 1.0,
            (_, category) => self.by_category.get(category as usize).copied().unwrap_or_default(),
        }
    }
}
