//! The question to the ranking: what it is about, and asking it when that has changed.

use super::super::effect::{Asked, Effect};
use super::super::suggest::About;
use super::super::{Model, suggest};

/// Asks for a ranking when anything it depends on has changed.
pub(super) fn ask(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(open) = &model.open {
        model.suggest.enter(&open.unit.id);
    }
    let about = About {
        revision: model.revision,
        line: model.suggest.line(model.plan.cursor.as_ref()),
        query: model.suggest.query.clone(),
        intent: model.suggest.intent,
        graph: model.suggest.graph.clone(),
        choices: model.suggest.choices,
    };
    if model.suggest.about.as_ref() == Some(&about) {
        return;
    }
    let Some(asked) = asked(model) else { return };
    // a model's order of the ranking before means nothing any more
    model.suggest.reranking = None;
    model.suggest.by_model = false;
    model.suggest.about = Some(about);
    let ticket = model.ticket();
    model.suggest.asked = Some(ticket);
    effects.push(Effect::Suggest(ticket, Box::new(asked)));
}

/// The question as it stands; `None` while there is no unit or no library.
pub(super) fn asked(model: &Model) -> Option<Asked> {
    let (Some(shelf), Some(open)) = (&model.shelf, &model.open) else { return None };
    let mut pack = suggest::pack(
        &shelf.library,
        &open.unit,
        model.trainee.as_ref(),
        model.suggest.line(model.plan.cursor.as_ref()).as_ref(),
        model.suggest.graph.as_ref(),
    );
    if let Some(anchor) = &model.suggest.anchor {
        pack.anchor = Some(anchor.clone());
    }
    Some(Asked { pack, request: model.suggest.request() })
}
