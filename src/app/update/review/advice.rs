//! What a model made of the doubtful rows, put into the review it was asked for.

use super::super::super::effect::Effect;
use super::super::super::import::Reread;
use super::super::super::{Model, Overlay};
use super::{keep, lines};
use crate::domain::JobId;

/// Takes rows over into the review of an import; how many changed.
pub(in crate::app::update) fn advised(
    model: &mut Model,
    import: &JobId,
    rows: &[Reread],
    effects: &mut Vec<Effect>,
) -> usize {
    let lines = lines(model);
    // a list or a page may lie over the review meanwhile
    let review = model.overlays.iter_mut().find_map(|overlay| match overlay {
        Overlay::Review(review) if review.id == *import => Some(review),
        _ => None,
    });
    let Some(review) = review else { return 0 };
    let count = review.take_advice(rows);
    review.keep_visible(lines);
    keep(model, effects);
    count
}
