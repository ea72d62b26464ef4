//! A new exercise out of a row under review: the least that makes one, for the coach alone. What
//! else there is to say of it can be said later.

use std::collections::BTreeMap;

use super::super::effect::Effect;
use super::super::generate::Direction;
use super::super::log::Tone;
use super::super::{Model, Overlay};
use super::review;
use crate::domain::{
    Bilingual, BilingualList, Category, Exercise, ExerciseId, ExerciseKind, Level, Message, Origin,
    Partner, Pattern, SkillWeights, Visibility,
};
use crate::language::fold;

/// Makes an exercise with this name and gives it to the row.
pub(super) fn create(
    model: &mut Model,
    row: usize,
    name: &str,
    effects: &mut Vec<Effect>,
) -> Result<(), Message> {
    let id = id_of(name);
    if id.is_empty() {
        return Err(Message::new("entry-title-empty"));
    }
    let taken = |id: &str| {
        let library = model.shelf.as_ref().map(|shelf| &shelf.library);
        library.is_some_and(|library| library.get(&ExerciseId::from(id)).is_some())
    };
    let id = if taken(&id) { format!("{id}_{}", model.ids.next('x')) } else { id };
    let exercise = new(ExerciseId::from(id.as_str()), name);
    let Some(Overlay::Review(pane)) = model.overlays.last_mut() else { return Ok(()) };
    pane.assign(row, &exercise.id, &exercise.name);
    pane.doubtful(Direction::More);
    effects.push(Effect::AddExercise(Box::new(exercise)));
    review::step(model, 0);
    review::decided(model, effects);
    model.tell(Tone::Good, Message::new("notice-exercise-made").with("name", name));
    Ok(())
}

/// An id out of a name: its letters and digits, folded.
fn id_of(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(|sign: char| !sign.is_ascii_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("_")
}

fn new(id: ExerciseId, name: &str) -> Exercise {
    Exercise {
        id,
        name: Bilingual::same(name),
        aliases: BilingualList::default(),
        kind: ExerciseKind::default(),
        category: Category::Strength,
        patterns: vec![Pattern::Technique],
        primary: Vec::new(),
        secondary: Vec::new(),
        equipment: Vec::new(),
        mechanic: None,
        unilateral: false,
        level: Level::Beginner,
        min_age: 6,
        contra: Vec::new(),
        skills: SkillWeights::new(),
        focus: Vec::new(),
        training_types: Vec::new(),
        target_groups: Vec::new(),
        styles: Vec::new(),
        partner: Partner::None,
        doses: BTreeMap::new(),
        increment_kg: None,
        minutes: None,
        fact: Bilingual::same(name),
        visibility: Visibility::Private,
        origin: Origin::default(),
    }
}
