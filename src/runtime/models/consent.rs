//! Who may be asked about. A coach may not want models at all; for an athlete or a group there is
//! an answer, or none yet.

use crate::domain::{Owner, Viewer};
use crate::llm::{Class, Failure};
use crate::store::{Consent, StoreError, Subject};

use super::Models;

/// Where the consent for a question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It was given, or nobody trains by the plan.
    Given,
    /// It was refused.
    Refused,
    /// Nobody was asked yet.
    Unasked,
}

impl Models {
    /// Whether models may be asked about whoever trains by a plan.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn standing(&self, viewer: &Viewer, owner: &Owner) -> Result<Standing, StoreError> {
        let coach = Subject::Coach(viewer.coach.clone());
        if self.store.consent(viewer, &coach).await? == Some(Consent::Refused) {
            return Ok(Standing::Refused);
        }
        let Some(subject) = Subject::of(owner) else { return Ok(Standing::Given) };
        Ok(match self.store.consent(viewer, &subject).await? {
            Some(Consent::Given) => Standing::Given,
            Some(Consent::Refused) => Standing::Refused,
            None => Standing::Unasked,
        })
    }

    /// Keeps the answer for whoever trains by a plan.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub async fn keep_consent(
        &self,
        viewer: &Viewer,
        owner: &Owner,
        consent: Consent,
    ) -> Result<(), StoreError> {
        match Subject::of(owner) {
            Some(subject) => self.store.set_consent(viewer, &subject, Some(consent)).await,
            None => Ok(()),
        }
    }

    /// Lets a question pass unless somebody refused; a store that cannot say so refuses.
    pub(in crate::runtime) async fn permit(
        &self,
        viewer: &Viewer,
        owner: &Owner,
    ) -> Result<(), Failure> {
        match self.standing(viewer, owner).await {
            Ok(Standing::Given | Standing::Unasked) => Ok(()),
            Ok(Standing::Refused) => {
                let who = match owner {
                    Owner::Athlete(id) => id.to_string(),
                    Owner::Group(id) => id.to_string(),
                    Owner::Nobody => viewer.coach.to_string(),
                };
                Err(Failure::of(Class::NoConsent(who)))
            }
            Err(error) => Err(Failure {
                detail: error.to_string().into(),
                ..Failure::of(Class::NoConsent(viewer.coach.to_string()))
            }),
        }
    }
}
