//! What every engine is asked, and what it tells while it works.

use futures_util::stream::BoxStream;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::{Message, Owner, Profile, Program, ProgramId, Week};
use crate::llm::{ModelName, Steps};

/// What is wanted. Stored with the job, so that it can be resumed and repeated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// A program or a single unit.
    pub target: Target,
    /// What it is planned from.
    pub profile: Profile,
    /// Who will train by it.
    pub owner: Owner,
    /// Day of the first week, where dates are wanted.
    #[serde(default)]
    pub start: Option<Date>,
    /// Breaks ties; the same request gives the same plan.
    #[serde(default)]
    pub seed: u64,
    /// The coach's own words; only a model reads them.
    #[serde(default)]
    pub wish: String,
    /// Who plans.
    #[serde(default)]
    pub engine: EngineKind,
    /// How a model writes a single unit; programs are always written in one step.
    #[serde(default)]
    pub steps: Steps,
    /// The model that is asked instead of the one of the role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<ModelName>,
    /// The program this one is another version of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version_of: Option<ProgramId>,
    /// What is to be different in weeks that are made again; only their questions hold it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub anew: String,
}

impl Request {
    /// A request to the offline planner, without dates, wishes and anything else that is optional.
    #[must_use]
    pub const fn new(target: Target, profile: Profile, owner: Owner) -> Self {
        Self {
            target,
            profile,
            owner,
            start: None,
            seed: 0,
            wish: String::new(),
            engine: EngineKind::Builtin,
            steps: Steps::One,
            model: None,
            version_of: None,
            anew: String::new(),
        }
    }

    /// Whether a model writes prose first: only where a single unit is asked for.
    #[must_use]
    pub const fn in_two_steps(&self) -> bool {
        matches!((self.target, self.steps), (Target::Unit, Steps::Two))
    }

    /// Number of weeks it asks for.
    #[must_use]
    pub const fn weeks(&self) -> u16 {
        match self.target {
            Target::Program => self.profile.weeks(),
            Target::Unit => 1,
        }
    }
}

/// Who plans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EngineKind {
    /// The offline planner.
    #[default]
    Builtin,
    /// A language model.
    Llm,
}

impl EngineKind {
    /// Every engine.
    pub const ALL: [Self; 2] = [Self::Builtin, Self::Llm];

    /// The name used on the command line, in provenance and logs.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Builtin => "builtin",
            Self::Llm => "llm",
        }
    }
}

/// How much is planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// All weeks.
    #[default]
    Program,
    /// The first unit only.
    Unit,
}

/// What an engine tells. A week is told once it is whole; whoever listens saves it then.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "event")]
pub enum ProgressEvent {
    /// Work begins.
    Started {
        /// Name of the engine.
        engine: String,
    },
    /// Title and blocks are settled.
    Outlined {
        /// The program without its weeks: what is saved before the first one.
        program: Box<Program>,
    },
    /// Work on a week begins.
    WeekStarted {
        /// Position, from 1.
        index: u16,
    },
    /// A week is whole.
    WeekReady {
        /// The week.
        week: Box<Week>,
    },
    /// The outline in the engine's own words, to be kept with the job: a run that goes on from it
    /// asks for nothing twice.
    Kept {
        /// JSON that only the engine reads.
        outline: String,
    },
    /// A piece of the answer for a week, as it comes; 0 is the outline.
    Text {
        /// Position, from 1.
        index: u16,
        /// The piece.
        text: String,
    },
    /// How long the rest will probably take, reckoned from the weeks that were made.
    Remaining {
        /// Seconds.
        seconds: u32,
    },
    /// A week that was told before is different now, because of its neighbours.
    WeekMended {
        /// The week.
        week: Box<Week>,
    },
    /// Something worth a line in the log.
    Log {
        /// The line.
        message: Message,
    },
    /// All weeks are there; the program with every week, the given ones included.
    Finished {
        /// The program.
        program: Box<Program>,
    },
    /// No further week will come; those that were told stay.
    Failed {
        /// What happened and what to do.
        message: Message,
    },
}

/// The events of one run. Dropping the stream cancels the run.
pub type Events = BoxStream<'static, ProgressEvent>;

/// Something that writes plans.
pub trait Engine: Send + Sync {
    /// Name in requests, provenance and logs.
    fn name(&self) -> &'static str;

    /// Works on `request`. Weeks in `done` are kept as they are and not made again.
    fn run(&self, request: Request, done: Vec<Week>) -> Events;
}
