//! The rows of the form for an exercise, and how each is changed.

use crate::domain::{CatalogueKind, Goal, Lang};

/// A row of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Row {
    /// English name.
    NameEn,
    /// German name.
    NameDe,
    /// Other English names.
    AliasesEn,
    /// Other German names.
    AliasesDe,
    /// What it is, in English.
    FactEn,
    /// What it is, in German.
    FactDe,
    /// What sort of thing it is.
    Category,
    /// Movement patterns.
    Patterns,
    /// Muscles that count whole.
    Primary,
    /// Muscles that count half.
    Secondary,
    /// Alternatives of equipment.
    Equipment,
    /// How many joints move.
    Mechanic,
    /// Whether one side works at a time.
    Unilateral,
    /// Level from which it is suitable.
    Level,
    /// Youngest age.
    MinAge,
    /// How many people it needs.
    Partner,
    /// Who should avoid it.
    Contra,
    /// Minutes of a drill or game.
    Minutes,
    /// Smallest step of load.
    Increment,
    /// Skills with their weights.
    Skills,
    /// Content domains.
    Focus,
    /// Method classes.
    Types,
    /// Target groups.
    Groups,
    /// Sports and schools.
    Styles,
    /// What is usually prescribed for a goal.
    Dose(Goal),
    /// A part of a combination: what is done of it.
    Part(usize),
    /// Room for one more part.
    AddPart,
    /// Who may see it.
    Visibility,
}

/// How a row is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// By typing.
    Text,
    /// By going through a few values.
    Cycle,
    /// By picking from a list.
    List(CatalogueKind),
    /// By searching for an exercise.
    Search,
}

impl Row {
    /// The rows for an exercise with so many parts, in order; the coach's language comes first.
    #[must_use]
    pub fn all(parts: usize, lang: Lang) -> Vec<Self> {
        let mut rows: Vec<Self> = [
            [Self::NameEn, Self::NameDe],
            [Self::AliasesEn, Self::AliasesDe],
            [Self::FactEn, Self::FactDe],
        ]
        .into_iter()
        .flat_map(|[en, de]| match lang {
            Lang::En => [en, de],
            Lang::De => [de, en],
        })
        .collect();
        rows.extend([
            Self::Category,
            Self::Patterns,
            Self::Primary,
            Self::Secondary,
            Self::Equipment,
            Self::Mechanic,
            Self::Unilateral,
            Self::Level,
            Self::MinAge,
            Self::Partner,
            Self::Contra,
            Self::Minutes,
            Self::Increment,
            Self::Skills,
            Self::Focus,
            Self::Types,
            Self::Groups,
            Self::Styles,
        ]);
        rows.extend(Goal::ALL.iter().copied().map(Self::Dose));
        rows.extend((0..parts).map(Self::Part));
        rows.extend([Self::AddPart, Self::Visibility]);
        rows
    }

    /// How it is changed.
    #[must_use]
    pub const fn sort(self) -> Sort {
        match self {
            Self::NameEn
            | Self::NameDe
            | Self::AliasesEn
            | Self::AliasesDe
            | Self::FactEn
            | Self::FactDe
            | Self::MinAge
            | Self::Minutes
            | Self::Increment
            | Self::Dose(_)
            | Self::Part(_) => Sort::Text,
            Self::Category
            | Self::Mechanic
            | Self::Unilateral
            | Self::Level
            | Self::Partner
            | Self::Visibility => Sort::Cycle,
            Self::Patterns => Sort::List(CatalogueKind::Patterns),
            Self::Primary | Self::Secondary => Sort::List(CatalogueKind::Muscles),
            Self::Equipment => Sort::List(CatalogueKind::Equipment),
            Self::Contra => Sort::List(CatalogueKind::Contraindications),
            Self::Skills => Sort::List(CatalogueKind::Skills),
            Self::Focus => Sort::List(CatalogueKind::FocusAreas),
            Self::Types => Sort::List(CatalogueKind::TrainingTypes),
            Self::Groups => Sort::List(CatalogueKind::TargetGroups),
            Self::Styles => Sort::List(CatalogueKind::StyleDirections),
            Self::AddPart => Sort::Search,
        }
    }

    /// Key of its name in the message catalogue; doses and parts are named by goal and exercise.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NameEn => "edit-name-en",
            Self::NameDe => "edit-name-de",
            Self::AliasesEn => "edit-aliases-en",
            Self::AliasesDe => "edit-aliases-de",
            Self::FactEn => "edit-fact-en",
            Self::FactDe => "edit-fact-de",
            Self::Category => "edit-category",
            Self::Patterns => "edit-patterns",
            Self::Primary => "edit-primary",
            Self::Secondary => "edit-secondary",
            Self::Equipment => "edit-equipment",
            Self::Mechanic => "edit-mechanic",
            Self::Unilateral => "edit-unilateral",
            Self::Level => "edit-level",
            Self::MinAge => "edit-min-age",
            Self::Partner => "edit-partner",
            Self::Contra => "edit-contra",
            Self::Minutes => "edit-minutes",
            Self::Increment => "edit-increment",
            Self::Skills => "edit-skills",
            Self::Focus => "edit-focus",
            Self::Types => "edit-types",
            Self::Groups => "edit-groups",
            Self::Styles => "edit-styles",
            Self::Dose(_) => "edit-dose-for",
            Self::Part(_) => "edit-part",
            Self::AddPart => "edit-add-part",
            Self::Visibility => "edit-visibility",
        }
    }
}
