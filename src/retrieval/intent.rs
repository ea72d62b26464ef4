//! What the coach wants from a suggestion.

use serde::{Deserialize, Serialize};

/// Kinds of request; each weighs the parts of the score in its own way.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Intent {
    /// The next exercise; also what an empty query means.
    #[default]
    SuggestNext,
    /// The next step of a progression graph.
    ProgressionNext,
    /// More of what the anchor trains.
    DeepenExercise,
    /// What the goal still lacks.
    ContinuePlanGoal,
    /// Words to search for.
    FreeSearch,
}

impl Intent {
    /// Every intent, in the order the switch offers them.
    pub const ALL: [Self; 5] = [
        Self::SuggestNext,
        Self::ProgressionNext,
        Self::DeepenExercise,
        Self::ContinuePlanGoal,
        Self::FreeSearch,
    ];

    /// The id used on the command line and in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::SuggestNext => "suggest_next",
            Self::ProgressionNext => "progression_next",
            Self::DeepenExercise => "deepen_exercise",
            Self::ContinuePlanGoal => "continue_plan_goal",
            Self::FreeSearch => "free_search",
        }
    }

    /// The intent with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|intent| intent.id() == id)
    }
}
