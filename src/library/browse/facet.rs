//! What a list of exercises can be narrowed by, and the values an exercise has of each.

use std::sync::Arc;

use crate::domain::{CatalogueKind, Exercise, ExerciseKind, Visibility};

/// One way to narrow a list of exercises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Facet {
    /// What sort of thing it is.
    Category,
    /// Movement patterns.
    Pattern,
    /// Muscles it works or that help.
    Muscle,
    /// Equipment named in one of the alternatives.
    Equipment,
    /// Skills it trains, however little.
    Skill,
    /// Content domains.
    Focus,
    /// Sports and schools.
    Style,
    /// Groups it suits.
    TargetGroup,
    /// The level from which it is suitable.
    Level,
    /// How many people it needs.
    Partner,
    /// Simple, or built of parts.
    Kind,
    /// Who may see it.
    Visibility,
}

impl Facet {
    /// Every facet, in the order they are offered.
    pub const ALL: [Self; 12] = [
        Self::Category,
        Self::Pattern,
        Self::Muscle,
        Self::Equipment,
        Self::Skill,
        Self::Focus,
        Self::Style,
        Self::TargetGroup,
        Self::Level,
        Self::Partner,
        Self::Kind,
        Self::Visibility,
    ];

    /// Its id in message keys.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Pattern => "pattern",
            Self::Muscle => "muscle",
            Self::Equipment => "equipment",
            Self::Skill => "skill",
            Self::Focus => "focus",
            Self::Style => "style",
            Self::TargetGroup => "target-group",
            Self::Level => "level",
            Self::Partner => "partner",
            Self::Kind => "kind",
            Self::Visibility => "visibility",
        }
    }

    /// The list its values are named in; `None` where they are named by messages.
    #[must_use]
    pub const fn catalogue(self) -> Option<CatalogueKind> {
        match self {
            Self::Pattern => Some(CatalogueKind::Patterns),
            Self::Muscle => Some(CatalogueKind::Muscles),
            Self::Equipment => Some(CatalogueKind::Equipment),
            Self::Skill => Some(CatalogueKind::Skills),
            Self::Focus => Some(CatalogueKind::FocusAreas),
            Self::Style => Some(CatalogueKind::StyleDirections),
            Self::TargetGroup => Some(CatalogueKind::TargetGroups),
            Self::Level => Some(CatalogueKind::Levels),
            Self::Category | Self::Partner | Self::Kind | Self::Visibility => None,
        }
    }

    /// The facet as one bit, for sets of facets.
    pub(super) const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// One value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FacetValue {
    /// The facet.
    pub facet: Facet,
    /// The value's id in data and catalogues.
    pub id: Arc<str>,
}

impl FacetValue {
    /// A value.
    #[must_use]
    pub fn new(facet: Facet, id: impl Into<Arc<str>>) -> Self {
        Self { facet, id: id.into() }
    }
}

/// Id of who may see an exercise.
#[must_use]
pub const fn visibility_id(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Private => "private",
        Visibility::Club => "club",
        Visibility::Official => "official",
        Visibility::Archived => "archived",
    }
}

/// Hands over every value an exercise has. One that names no target group suits all of `groups`;
/// one that needs no equipment has the value `none`.
pub(super) fn values<'a>(
    exercise: &'a Exercise,
    groups: &'a [&'a str],
    mut add: impl FnMut(Facet, &'a str),
) {
    add(Facet::Category, exercise.category.id());
    exercise.patterns.iter().for_each(|pattern| add(Facet::Pattern, pattern.id()));
    let muscles = exercise.primary.iter().chain(&exercise.secondary);
    muscles.for_each(|muscle| add(Facet::Muscle, muscle.id()));
    exercise.equipment.iter().flatten().for_each(|thing| add(Facet::Equipment, thing.as_str()));
    if exercise.equipment.is_empty() {
        add(Facet::Equipment, "none");
    }
    exercise.skills.keys().for_each(|skill| add(Facet::Skill, skill.as_str()));
    exercise.focus.iter().for_each(|focus| add(Facet::Focus, focus.as_str()));
    exercise.styles.iter().for_each(|style| add(Facet::Style, style.as_str()));
    exercise.target_groups.iter().for_each(|group| add(Facet::TargetGroup, group.as_str()));
    if exercise.target_groups.is_empty() {
        for group in groups {
            add(Facet::TargetGroup, group);
        }
    }
    add(Facet::Level, exercise.level.id());
    add(Facet::Partner, exercise.partner.id());
    add(
        Facet::Kind,
        match exercise.kind {
            ExerciseKind::Simple => "simple",
            ExerciseKind::Combination(_) => "combination",
        },
    );
    add(Facet::Visibility, visibility_id(exercise.visibility));
}
