//! What rows of the form are picked from lists: opened with what a row holds, written back.

use super::{ExerciseForm, Row};
use crate::app::choice::{Choice, ChoicePane, Mode, Pick};
use crate::domain::{
    CatalogueKind, Catalogues, Contraindication, EquipmentId, FocusId, Lang, Muscle, Pattern,
    StyleId, TargetGroupId, TrainingTypeId,
};

/// The list for the row under the cursor.
#[must_use]
pub fn open_choice(
    form: &ExerciseForm,
    kind: CatalogueKind,
    catalogues: &Catalogues,
    lang: Lang,
) -> ChoicePane {
    let row = form.row();
    let picked = picked(form, row);
    let mode = match row {
        Row::Patterns | Row::Focus => Mode::Ordered,
        Row::Skills => Mode::Weights,
        Row::Equipment => Mode::Alternatives,
        _ => Mode::Set,
    };
    let choices = Choice::all(catalogues, kind, &picked, lang);
    ChoicePane::new(row.key(), mode, choices, picked)
}

/// Writes what is picked into the row under the cursor.
pub fn take_choice(choice: &ChoicePane, form: &mut ExerciseForm) {
    let ids = || choice.picked.iter().map(|pick| pick.id.as_str());
    let row = form.row();
    let draft = &mut form.draft;
    match row {
        Row::Patterns => draft.patterns = ids().filter_map(Pattern::from_id).collect(),
        Row::Primary => draft.primary = ids().filter_map(Muscle::from_id).collect(),
        Row::Secondary => draft.secondary = ids().filter_map(Muscle::from_id).collect(),
        Row::Contra => draft.contra = ids().filter_map(Contraindication::from_id).collect(),
        Row::Focus => draft.focus = ids().map(FocusId::from).collect(),
        Row::Types => draft.training_types = ids().map(TrainingTypeId::from).collect(),
        Row::Groups => draft.target_groups = ids().map(TargetGroupId::from).collect(),
        Row::Styles => draft.styles = ids().map(StyleId::from).collect(),
        Row::Skills => draft.skills = Pick::weights(&choice.picked),
        Row::Equipment => {
            let sets = (0..9).map(|bit| -> Vec<EquipmentId> {
                let within =
                    choice.picked.iter().filter(|pick| pick.alternatives & (1 << bit) != 0);
                within.map(|pick| EquipmentId::from(pick.id.as_str())).collect()
            });
            draft.equipment = sets.filter(|set| !set.is_empty()).collect();
        }
        _ => {}
    }
    form.touched();
}

/// What a row of the form holds.
fn picked(form: &ExerciseForm, row: Row) -> Vec<Pick> {
    let draft = &form.draft;
    let plain = |ids: Vec<&str>| -> Vec<Pick> { ids.into_iter().map(Pick::of).collect() };
    match row {
        Row::Patterns => plain(draft.patterns.iter().map(|it| it.id()).collect()),
        Row::Primary => plain(draft.primary.iter().map(|it| it.id()).collect()),
        Row::Secondary => plain(draft.secondary.iter().map(|it| it.id()).collect()),
        Row::Contra => plain(draft.contra.iter().map(|it| it.id()).collect()),
        Row::Focus => plain(draft.focus.iter().map(FocusId::as_str).collect()),
        Row::Types => plain(draft.training_types.iter().map(TrainingTypeId::as_str).collect()),
        Row::Groups => plain(draft.target_groups.iter().map(TargetGroupId::as_str).collect()),
        Row::Styles => plain(draft.styles.iter().map(StyleId::as_str).collect()),
        Row::Skills => Pick::skills(&draft.skills),
        Row::Equipment => {
            let mut picks: Vec<Pick> = Vec::new();
            for (bit, set) in draft.equipment.iter().take(9).enumerate() {
                for thing in set {
                    let known = picks.iter_mut().find(|pick| pick.id == thing.as_str());
                    if let Some(pick) = known {
                        pick.alternatives |= 1 << bit;
                    } else {
                        let first = Pick::of(thing.as_str());
                        picks.push(Pick { alternatives: 1 << bit, ..first });
                    }
                }
            }
            picks
        }
        _ => Vec::new(),
    }
}
