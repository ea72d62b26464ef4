//! What is settled before the first week: who it is for, what may be used, where each unit
//! stands; and the outline, kept so that a resumed job asks for nothing twice.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::domain::{
    Audit, ExerciseId, Explain, JobId, Mesocycle, Message, Owner, Profile, Program, Week,
};
use crate::generation::wire::{Frame, IdTable, WeekPlace};
use crate::generation::{BaseKind, EngineKind, Request, Target, allowed};
use crate::library::Library;
use crate::planner::{self, Outline};
use sha2::{Digest, Sha256};

/// Longest answer with an outline, in tokens: several times what is needed.
pub(super) const OUTLINE_TOKENS: u32 = 12_000;

/// An outline with everything it takes to go on from it in another process.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// Short names of exercises, as the model was told them.
    pub table: IdTable,
    /// The question.
    pub asked: String,
    /// The answer.
    pub answered: String,
    /// The provider's name for the exchange, where it keeps it.
    pub remote: Option<String>,
    /// The outline.
    pub frame: Frame,
    /// Provider, model and prompts, for the record.
    #[serde(default)]
    pub audit: Audit,
}

/// What is settled.
pub(super) struct Plan {
    pub(super) request: Request,
    /// The planner's own outline: days, ids, relaxed wishes, and what fills a week.
    pub(super) outline: Outline,
    pub(super) kind: BaseKind,
    pub(super) table: IdTable,
    pub(super) allowed: BTreeSet<ExerciseId>,
}

impl Plan {
    /// Settles it. Every job makes a program of its own, also for the same request.
    pub(super) fn new(
        request: Request,
        job: &JobId,
        kept: Option<&Kept>,
        library: &Library,
    ) -> Result<Self, Message> {
        let seed = seed(request.seed, job);
        let outline = planner::outline(&request.profile, library, seed)
            .map_err(|error| error.message())?
            .starting(request.start);
        let kind = BaseKind::of(&outline.profile, library);
        let table = kept.map_or_else(|| kind.pool(library), |kept| kept.table.clone());
        let allowed = allowed(&outline.profile, &table, library);
        if allowed.is_empty() {
            return Err(planner::PlannerError::NothingFits.message());
        }
        Ok(Self { request, outline, kind, table, allowed })
    }

    pub(super) fn profile(&self) -> &Profile {
        &self.outline.profile
    }

    /// Number of weeks to be made.
    pub(super) fn weeks(&self) -> u16 {
        match self.request.target {
            Target::Program => self.outline.profile.weeks(),
            Target::Unit => 1,
        }
    }

    /// The week as the offline planner writes it.
    pub(super) fn own_week(&self, index: u16, library: &Library) -> Week {
        let mut week = planner::week(&self.outline, library, index);
        if self.request.target == Target::Unit {
            week.units.truncate(1);
        }
        for unit in &mut week.units {
            unit.owner = self.request.owner.clone();
        }
        week
    }

    /// The outline the offline planner would have the weeks written against.
    pub(super) fn own_frame(&self, library: &Library) -> Frame {
        let weeks = (1..=self.weeks()).map(|index| self.own_week(index, library)).collect();
        Frame::of(&planner::compose(&self.outline, weeks, Owner::Nobody), library)
    }

    /// What a week is read with.
    pub(super) fn place<'a>(
        &'a self,
        frame: &'a Frame,
        skeleton: &'a Week,
        library: &'a Library,
    ) -> WeekPlace<'a> {
        WeekPlace {
            frame,
            skeleton,
            profile: self.profile(),
            table: &self.table,
            allowed: &self.allowed,
            library,
        }
    }

    /// The program with these weeks.
    pub(super) fn program(&self, kept: &Kept, weeks: Vec<Week>) -> Program {
        let mut program = planner::compose(&self.outline, weeks, self.request.owner.clone());
        if !kept.frame.title.is_empty() {
            program.title.clone_from(&kept.frame.title);
        }
        program.mesocycles = kept
            .frame
            .blocks
            .iter()
            .map(|block| Mesocycle {
                title: Message::new("meso-model").with("title", block.title.as_str()),
                first: block.first,
                last: block.last,
            })
            .collect();
        EngineKind::Llm.id().clone_into(&mut program.provenance.engine);
        program.provenance.seed = self.request.seed;
        let audit = &kept.audit;
        program.provenance.model = Some(format!("{}/{}", audit.provider, audit.model));
        program.provenance.audit = Some(Box::new(audit.clone()));
        program.provenance.version_of.clone_from(&self.request.version_of);
        program
    }
}

/// A seed that differs from job to job, and is the same again when a job is resumed.
fn seed(wished: u64, job: &JobId) -> u64 {
    let digest = Sha256::new().chain_update(wished.to_le_bytes()).chain_update(job.as_str());
    digest.finalize().iter().take(8).fold(0, |seed, byte| seed << 8 | u64::from(*byte))
}
