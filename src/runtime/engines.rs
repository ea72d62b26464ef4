//! The engine a job asks for, and what a model's engine needs of this process: client, veil,
//! clock, and the shelf of bases in the store.

use std::sync::Arc;

use futures_util::future::BoxFuture;
use jiff::Timestamp;

use crate::domain::{Explain, JobId, Viewer};
use crate::generation::model::{Backing, BaseRecord, Kept, ModelEngine, Used};
use crate::generation::{Builtin, Engine, EngineKind, Job};
use crate::library::Library;
use crate::llm::{Class, Client, Failure, Role, Usage, Veil};
use crate::store::{ModelCall, Store, StoreError, StoredBase};

use super::clock;
use super::jobs::JobError;
use super::models::{Models, summary};

/// Models on behalf of one coach.
pub struct Asking {
    models: Arc<Models>,
    store: Store,
    viewer: Viewer,
    veil: Veil,
}

impl Asking {
    /// Models of this process on behalf of a coach.
    pub async fn new(models: Arc<Models>, store: Store, viewer: Viewer) -> Self {
        let veil = models.veil(&viewer).await;
        Self { models, store, viewer, veil }
    }

    /// Waits until ledger and transcripts are written.
    pub async fn finish(&self) {
        self.models.finish().await;
    }

    /// The bases the coach has.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn bases(&self) -> Result<Vec<BaseRecord>, StoreError> {
        bases(&self.store, &self.viewer).await
    }
}

/// The bases a coach has; records nobody can read any more count as gone.
///
/// # Errors
/// [`StoreError`] of the database.
pub async fn bases(store: &Store, viewer: &Viewer) -> Result<Vec<BaseRecord>, StoreError> {
    let stored = store.bases(viewer).await?;
    Ok(stored.iter().filter_map(|base| serde_json::from_str(&base.record).ok()).collect())
}

impl Backing for Asking {
    fn client(&self) -> &Client {
        &self.models.client
    }

    fn viewer(&self) -> &Viewer {
        &self.viewer
    }

    fn veil(&self) -> &Veil {
        &self.veil
    }

    fn now(&self) -> Timestamp {
        clock::now()
    }

    fn base<'a>(
        &'a self,
        kind: &'a str,
        provider: &'a str,
        model: &'a str,
    ) -> BoxFuture<'a, Option<BaseRecord>> {
        Box::pin(async move {
            let known = match self.bases().await {
                Ok(known) => known,
                Err(error) => {
                    // a base more costs little; a job that fails for it costs a coach's evening
                    tracing::warn!(%error, "the bases cannot be read");
                    return None;
                }
            };
            known.into_iter().find(|base| {
                (base.kind.as_str(), base.provider.as_str(), base.model.as_str())
                    == (kind, provider, model)
            })
        })
    }

    fn keep_base(&self, record: BaseRecord) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            let stored = StoredBase {
                kind: record.kind.clone(),
                provider: record.provider.clone(),
                model: record.model.clone(),
                record: serde_json::to_string(&record).unwrap_or_default(),
            };
            if let Err(error) = self.store.keep_base(&self.viewer, stored).await {
                tracing::warn!(%error, "a base cannot be kept");
            }
        })
    }

    fn used<'a>(&'a self, job: &'a JobId) -> BoxFuture<'a, Used> {
        Box::pin(async move {
            self.finish().await;
            self.store.job_calls(&self.viewer, job).await.map_or_else(
                |error| {
                    tracing::warn!(%error, "the ledger cannot be read");
                    Used::default()
                },
                |calls| used(&calls),
            )
        })
    }
}

/// What calls used, added up.
#[must_use]
pub fn used(calls: &[ModelCall]) -> Used {
    let sum = summary(calls);
    Used {
        calls: sum.calls,
        usage: sum.usage,
        bytes: sum.bytes_out,
        price: sum.price,
        unpriced: calls
            .iter()
            .filter(|call| call.price.is_none() && call.usage != Usage::default())
            .count(),
    }
}

/// The engine a job asks for.
///
/// # Errors
/// [`JobError::Model`] when a model is asked for and none may be used; [`JobError::Outline`] when
/// what an earlier run left cannot be read.
pub async fn engine(
    models: Option<Arc<Models>>,
    store: &Store,
    viewer: &Viewer,
    library: &Arc<Library>,
    job: &Job,
) -> Result<Arc<dyn Engine>, JobError> {
    if job.request.engine == EngineKind::Builtin {
        return Ok(Arc::new(Builtin::new(Arc::clone(library))));
    }
    let off = || JobError::Model(Box::new(Failure::of(Class::Off(Role::Generate))));
    let models = models.ok_or_else(off)?;
    models.permit(viewer, &job.request.owner).await.map_err(|it| JobError::Model(Box::new(it)))?;
    let kept = match store.outline(viewer, &job.id).await? {
        Some(outline) => Some(
            serde_json::from_str::<Kept>(&outline)
                .map_err(|_| JobError::Outline(job.id.clone()))?,
        ),
        None => None,
    };
    let asking = Asking::new(models, store.clone(), viewer.clone()).await;
    Ok(Arc::new(ModelEngine::new(Arc::new(asking), Arc::clone(library), job.id.clone(), kept)))
}

/// Exactly what would be sent first for a request.
///
/// # Errors
/// Why there is nothing to send, for the coach.
pub(super) async fn preview(
    services: &super::Services,
    viewer: &Viewer,
    library: &Arc<Library>,
    job: JobId,
    request: crate::generation::Request,
) -> Result<crate::llm::Preview, crate::domain::Message> {
    let off = || Failure::of(Class::Off(Role::Generate)).message();
    let models = services.shared_models().ok_or_else(off)?;
    let asking = Asking::new(models, services.store.clone(), viewer.clone()).await;
    ModelEngine::new(Arc::new(asking), Arc::clone(library), job, None).preview(request).await
}
