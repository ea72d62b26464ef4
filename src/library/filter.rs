//! Which exercises a coach wants to see: values per facet. An exercise must answer every facet
//! that is asked for, with any of its values.

use crate::domain::{
    Category, EquipmentId, Exercise, Level, Muscle, Partner, Pattern, SkillId, TargetGroupId,
    Visibility,
};

/// Values asked for, per facet; an empty facet asks for nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Named in one of the exercise's alternatives; `none` also stands for needing nothing.
    pub equipment: Vec<EquipmentId>,
    /// Trained as a primary or secondary muscle.
    pub muscles: Vec<Muscle>,
    /// Among the exercise's patterns.
    pub patterns: Vec<Pattern>,
    /// Trained, however little.
    pub skills: Vec<SkillId>,
    /// What sort of thing it is.
    pub categories: Vec<Category>,
    /// How many people it needs.
    pub partners: Vec<Partner>,
    /// The level it is meant for.
    pub levels: Vec<Level>,
    /// Groups it suits; an exercise that names none suits all.
    pub target_groups: Vec<TargetGroupId>,
    /// Who may see it. When nothing is asked for, archived exercises are left out.
    pub visibilities: Vec<Visibility>,
}

impl Filter {
    /// Whether the exercise is one of those asked for.
    #[must_use]
    pub fn admits(&self, exercise: &Exercise) -> bool {
        let works = |muscle: &Muscle| {
            exercise.primary.contains(muscle) || exercise.secondary.contains(muscle)
        };
        let group = |group: &TargetGroupId| {
            exercise.target_groups.is_empty() || exercise.target_groups.contains(group)
        };
        let visible = if self.visibilities.is_empty() {
            exercise.visibility != Visibility::Archived
        } else {
            self.visibilities.contains(&exercise.visibility)
        };
        visible
            && any(&self.equipment, |thing| uses(exercise, thing))
            && any(&self.muscles, works)
            && any(&self.patterns, |pattern| exercise.patterns.contains(pattern))
            && any(&self.skills, |skill| exercise.skills.contains_key(skill))
            && any(&self.categories, |category| exercise.category == *category)
            && any(&self.partners, |partner| exercise.partner == *partner)
            && any(&self.levels, |level| exercise.level == *level)
            && any(&self.target_groups, group)
    }
}

fn any<T>(asked: &[T], holds: impl Fn(&T) -> bool) -> bool {
    asked.is_empty() || asked.iter().any(holds)
}

fn uses(exercise: &Exercise, thing: &EquipmentId) -> bool {
    let needs_nothing = thing.as_str() == "none" && exercise.equipment.is_empty();
    needs_nothing || exercise.equipment.iter().flatten().any(|needed| needed == thing)
}
