//! How much each part of the score counts, per intent: the two tables of the ranking.

use super::Intent;

/// Weights of the score. The first five add up to 1, so that a perfect candidate reaches 1; the
/// last two are taken off for repeats.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights {
    /// Words of the query.
    pub fulltext: f32,
    /// Place in a progression graph.
    pub progression: f32,
    /// Skills shared with the anchor.
    pub skill: f32,
    /// Fit to section and plan.
    pub plan: f32,
    /// Fit to the target profile.
    pub profile: f32,
    /// Already in this unit.
    pub repeat: f32,
    /// Done by the group lately; half of it counts.
    pub group_repeat: f32,
}

/// Weights within the profile score; they add up to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ProfileWeights {
    /// Content domains.
    pub focus: f32,
    /// Sports and schools.
    pub style: f32,
    /// Method classes.
    pub training_type: f32,
    /// Age and level classes.
    pub target_group: f32,
    /// Skills wanted.
    pub skill: f32,
    /// Skills wanted and not planned yet.
    pub gap: f32,
}

impl Intent {
    /// The weights of the score.
    #[must_use]
    #[rustfmt::skip]
    pub const fn weights(self) -> Weights {
        match self {
            //                               text  graph skill  plan profile again lately
            Self::SuggestNext      => score(0.10, 0.20, 0.03, 0.37, 0.30, 0.60, 0.20),
            Self::ProgressionNext  => score(0.05, 0.55, 0.05, 0.15, 0.20, 0.60, 0.15),
            Self::DeepenExercise   => score(0.10, 0.10, 0.30, 0.25, 0.25, 0.80, 0.15),
            Self::ContinuePlanGoal => score(0.20, 0.10, 0.02, 0.33, 0.35, 0.60, 0.20),
            Self::FreeSearch       => score(0.65, 0.05, 0.05, 0.05, 0.20, 0.15, 0.10),
        }
    }

    /// The weights within the profile score.
    #[must_use]
    #[rustfmt::skip]
    pub const fn profile_weights(self) -> ProfileWeights {
        match self {
            //                                 focus style  type group skill   gap
            Self::SuggestNext      => profile(0.25, 0.10, 0.10, 0.10, 0.25, 0.20),
            Self::ProgressionNext  => profile(0.25, 0.10, 0.10, 0.10, 0.30, 0.15),
            Self::DeepenExercise   => profile(0.25, 0.05, 0.10, 0.05, 0.45, 0.10),
            Self::ContinuePlanGoal => profile(0.15, 0.05, 0.05, 0.05, 0.25, 0.45),
            Self::FreeSearch       => profile(0.20, 0.10, 0.10, 0.10, 0.25, 0.25),
        }
    }
}

const fn score(
    fulltext: f32,
    progression: f32,
    skill: f32,
    plan: f32,
    profile: f32,
    repeat: f32,
    group_repeat: f32,
) -> Weights {
    Weights { fulltext, progression, skill, plan, profile, repeat, group_repeat }
}

const fn profile(
    focus: f32,
    style: f32,
    training_type: f32,
    target_group: f32,
    skill: f32,
    gap: f32,
) -> ProfileWeights {
    ProfileWeights { focus, style, training_type, target_group, skill, gap }
}
