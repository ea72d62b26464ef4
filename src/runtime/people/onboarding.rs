//! Taking somebody in: they are written first, and a program is drafted after that, so that
//! nothing that goes wrong with the draft costs what was typed.

use crate::app::generate::next_monday;
use crate::app::people::{Person, Saving};
use crate::config::AfterOnboarding;
use crate::domain::{Athlete, Message, Owner, Profile, Viewer};
use crate::generation::{EngineKind, Request, Target};
use crate::llm::Role;
use crate::runtime::clock;
use crate::runtime::models::{Models, Standing};
use crate::store::{Consent, Store, StoreError, Subject};

/// Seed of a draft: the same profile gives the same program.
const SEED: u64 = 1;

/// Writes somebody new or changed, and what they say to language models.
///
/// # Errors
/// [`StoreError`] of the database.
pub async fn save(store: &Store, viewer: &Viewer, saving: &Saving) -> Result<(), StoreError> {
    match &saving.person {
        Person::Athlete(athlete) => store.put_athlete(viewer, athlete).await?,
        Person::Group(group) => store.put_group(viewer, group).await?,
    }
    if let Some(agreed) = saving.consent
        && let Some(subject) = Subject::of(&saving.person.owner())
    {
        let consent = if agreed { Consent::Given } else { Consent::Refused };
        store.set_consent(viewer, &subject, Some(consent)).await?;
    }
    Ok(())
}

/// What is to be drafted, and what is to be said about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Drafted {
    /// The program.
    pub request: Request,
    /// Why it is not as the configuration wants it.
    pub note: Option<Message>,
}

/// The first program of an athlete, from the next Monday on. A model is asked only where one is
/// configured for programs and the athlete has agreed; nobody is asked here.
pub async fn request(
    models: Option<&Models>,
    viewer: &Viewer,
    athlete: &Athlete,
    after: AfterOnboarding,
) -> Drafted {
    let owner = Owner::Athlete(athlete.id.clone());
    let (engine, note) = match after {
        AfterOnboarding::Builtin | AfterOnboarding::Off => (EngineKind::Builtin, None),
        AfterOnboarding::Llm => {
            match models.filter(|models| models.client.serves(Role::Generate)) {
                None => (EngineKind::Builtin, Some(Message::new("onboarding-no-model"))),
                Some(models) => match models.standing(viewer, &owner).await {
                    Ok(Standing::Given) => (EngineKind::Llm, None),
                    // a store that cannot say so has not heard a yes
                    Ok(Standing::Refused | Standing::Unasked) | Err(_) => {
                        let note = Message::new("onboarding-no-consent");
                        (EngineKind::Builtin, Some(note.with("name", athlete.name.as_str())))
                    }
                },
            }
        }
    };
    let profile = Profile::Athlete(athlete.profile.clone());
    let request = Request {
        start: next_monday(clock::today()),
        seed: SEED,
        engine,
        ..Request::new(Target::Program, profile, owner)
    };
    Drafted { request, note }
}
