//! Fetches the import a coach began, read anew with every decision in its place.

use std::sync::Arc;

use crate::app::import::{Begun, Decisions};
use crate::domain::Viewer;
use crate::import::{ReadOptions, read};
use crate::runtime::Services;
use crate::store::StoreError;

/// The import that was begun, if there is one.
pub(in crate::runtime) async fn begun(
    services: &Services,
    viewer: &Viewer,
) -> Result<Option<Begun>, StoreError> {
    let Some(kept) = services.store.open_import(viewer).await? else { return Ok(None) };
    let text: Arc<str> = kept.text.into();
    let decisions: Option<Decisions> =
        kept.review.as_deref().and_then(|review| serde_json::from_str(review).ok());
    let review = match (decisions, services.matcher(viewer).await) {
        (Some(decisions), Ok(matcher)) => {
            let text = text.clone();
            let reading = tokio::task::spawn_blocking(move || {
                let mut draft = read(&text, &matcher, &ReadOptions::default());
                decisions.rows.clone().restore(&mut draft);
                (draft, decisions)
            });
            // what cannot be read again is still there as text
            reading.await.ok()
        }
        _ => None,
    };
    Ok(Some(Begun { id: kept.id, source: kept.source, text, review }))
}
