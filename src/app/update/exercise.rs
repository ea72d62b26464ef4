//! A new exercise out of a row under review: the least that makes one, for the coach alone. What
//! else there is to say of it can be said later.

use super::super::effect::Effect;
use super::super::generate::Direction;
use super::super::log::Tone;
use super::super::{Model, Overlay};
use super::review;
use crate::domain::{Bilingual, Category, Exercise, ExerciseId, Message, Pattern, Visibility};
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
    let name = Bilingual::same(name);
    Exercise {
        category: Category::Strength,
        patterns: vec![Pattern::Technique],
        fact: name.clone(),
        visibility: Visibility::Private,
        ..Exercise::named(id, name)
    }
}
