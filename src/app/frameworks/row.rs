//! The rows of a framework and of one of its units: what each holds, and how it is changed.

use crate::app::Direction;
use crate::app::choice::{Mode, Pick};
use crate::domain::{
    CatalogueKind, FocusId, Framework, Pattern, Slot, SlotRole, StyleId, TargetGroupId,
    TrainingTypeId, Visibility,
};

/// A row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrameRow {
    /// Title of the framework.
    Title,
    /// Who it is for.
    TargetGroup,
    /// Sport or school.
    Style,
    /// Content domains.
    Focus,
    /// Method classes.
    Types,
    /// Skills over the whole.
    Skills,
    /// Who may see it.
    Visibility,
    /// A unit of it.
    Slot(usize),
    /// Room for one more.
    AddSlot,
    /// Title of a unit.
    SlotTitle,
    /// What the unit does in the program.
    Role,
    /// Minutes of the unit.
    Minutes,
    /// Content domains of the unit.
    SlotFocus,
    /// Movement patterns the unit must hold.
    Patterns,
    /// Skills of the unit.
    SlotSkills,
    /// What the trainer is to know.
    Notes,
    /// The plan to copy.
    Plan,
}

/// How a row is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrameSort {
    /// By typing a line.
    Text,
    /// By going through a few values.
    Cycle,
    /// By picking from a list.
    List(CatalogueKind, Mode),
    /// By going into it.
    Inner,
}

impl FrameRow {
    /// The rows of a framework with so many units.
    #[must_use]
    pub fn of_framework(slots: usize) -> Vec<Self> {
        let mut rows = vec![
            Self::Title,
            Self::TargetGroup,
            Self::Style,
            Self::Focus,
            Self::Types,
            Self::Skills,
            Self::Visibility,
        ];
        rows.extend((0..slots).map(Self::Slot));
        rows.push(Self::AddSlot);
        rows
    }

    /// The rows of a unit.
    pub const OF_SLOT: [Self; 8] = [
        Self::SlotTitle,
        Self::Role,
        Self::Minutes,
        Self::SlotFocus,
        Self::Patterns,
        Self::SlotSkills,
        Self::Notes,
        Self::Plan,
    ];

    /// How it is changed.
    #[must_use]
    pub const fn sort(self) -> FrameSort {
        match self {
            Self::Title | Self::SlotTitle | Self::Minutes | Self::Notes => FrameSort::Text,
            Self::Role | Self::Visibility => FrameSort::Cycle,
            Self::TargetGroup => FrameSort::List(CatalogueKind::TargetGroups, Mode::OneOrNone),
            Self::Style => FrameSort::List(CatalogueKind::StyleDirections, Mode::OneOrNone),
            Self::Focus | Self::SlotFocus => {
                FrameSort::List(CatalogueKind::FocusAreas, Mode::Ordered)
            }
            Self::Types => FrameSort::List(CatalogueKind::TrainingTypes, Mode::Set),
            Self::Patterns => FrameSort::List(CatalogueKind::Patterns, Mode::Set),
            Self::Skills | Self::SlotSkills => {
                FrameSort::List(CatalogueKind::Skills, Mode::Weights)
            }
            Self::Slot(_) | Self::AddSlot | Self::Plan => FrameSort::Inner,
        }
    }

    /// Key of its name in the message catalogue.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Title | Self::SlotTitle => "frame-title",
            Self::TargetGroup => "frame-target-group",
            Self::Style => "frame-style",
            Self::Focus | Self::SlotFocus => "frame-focus",
            Self::Types => "frame-types",
            Self::Skills | Self::SlotSkills => "frame-skills",
            Self::Visibility => "frame-visibility",
            Self::Slot(_) => "frame-slot",
            Self::AddSlot => "frame-add-slot",
            Self::Role => "frame-role",
            Self::Minutes => "frame-minutes",
            Self::Patterns => "frame-patterns",
            Self::Notes => "frame-notes",
            Self::Plan => "frame-plan",
        }
    }

    /// What a row that is picked from a list holds.
    #[must_use]
    pub fn picked(self, framework: &Framework, slot: Option<&Slot>) -> Vec<Pick> {
        let plain = |ids: Vec<&str>| ids.into_iter().map(Pick::of).collect();
        match (self, slot) {
            (Self::TargetGroup, _) => plain(vec![framework.target_group.as_str()]),
            (Self::Style, _) => plain(framework.style.iter().map(StyleId::as_str).collect()),
            (Self::Focus, _) => plain(framework.focus.iter().map(FocusId::as_str).collect()),
            (Self::Types, _) => {
                plain(framework.training_types.iter().map(TrainingTypeId::as_str).collect())
            }
            (Self::Skills, _) => Pick::skills(&framework.skills),
            (Self::SlotFocus, Some(slot)) => {
                plain(slot.focus.iter().map(FocusId::as_str).collect())
            }
            (Self::Patterns, Some(slot)) => {
                plain(slot.patterns.iter().map(|pattern| pattern.id()).collect())
            }
            (Self::SlotSkills, Some(slot)) => Pick::skills(&slot.skills),
            _ => Vec::new(),
        }
    }

    /// Takes what was picked for it.
    pub fn take(self, framework: &mut Framework, slot: Option<usize>, picked: &[Pick]) {
        let ids = || picked.iter().map(|pick| pick.id.as_str());
        let slot = slot.and_then(|at| framework.slots.get_mut(at));
        match (self, slot) {
            (Self::TargetGroup, _) => {
                // a framework is always for somebody
                if let Some(id) = ids().next() {
                    framework.target_group = TargetGroupId::from(id);
                }
            }
            (Self::Style, _) => framework.style = ids().next().map(StyleId::from),
            (Self::Focus, _) => framework.focus = ids().map(FocusId::from).collect(),
            (Self::Types, _) => {
                framework.training_types = ids().map(TrainingTypeId::from).collect();
            }
            (Self::Skills, _) => framework.skills = Pick::weights(picked),
            (Self::SlotFocus, Some(slot)) => slot.focus = ids().map(FocusId::from).collect(),
            (Self::Patterns, Some(slot)) => {
                slot.patterns = ids().filter_map(Pattern::from_id).collect();
            }
            (Self::SlotSkills, Some(slot)) => slot.skills = Pick::weights(picked),
            _ => {}
        }
    }

    /// Goes to the value before or after in a row of few values.
    pub fn cycle(self, framework: &mut Framework, slot: Option<usize>, way: Direction) {
        const REACH: [Visibility; 3] =
            [Visibility::Private, Visibility::Club, Visibility::Official];
        match (self, slot.and_then(|at| framework.slots.get_mut(at))) {
            (Self::Visibility, _) => framework.visibility = way.turn(&REACH, framework.visibility),
            (Self::Role, Some(slot)) => slot.role = way.turn(SlotRole::ALL, slot.role),
            _ => {}
        }
    }
}
