//! A generation as a value: what is wanted, how far it is, what it said. Events change it; nothing
//! here waits or saves.

use serde::{Deserialize, Serialize};

use super::{ProgressEvent, Request, Target};
use crate::domain::{JobId, Message, ProgramId};

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JobStatus {
    /// Not begun.
    #[default]
    Pending,
    /// At work.
    Running,
    /// All weeks are there.
    Done,
    /// Stopped by an error; resuming makes the missing weeks.
    Failed,
    /// Stopped by the coach; resuming makes the missing weeks.
    Cancelled,
}

/// A generation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Job {
    /// Stable id.
    pub id: JobId,
    /// What is wanted.
    pub request: Request,
    /// Name of the engine that works on it.
    pub engine: String,
    /// Where it stands.
    pub status: JobStatus,
    /// 0–100; never falls while the job runs.
    pub percent: u8,
    /// Title, once known.
    #[serde(default)]
    pub title: String,
    /// Number of weeks it will have; 0 until known.
    #[serde(default)]
    pub weeks: u16,
    /// Indexes of the weeks that are there, ascending.
    #[serde(default)]
    pub done: Vec<u16>,
    /// Units in those weeks.
    #[serde(default)]
    pub units: usize,
    /// The program, once it has an outline.
    #[serde(default)]
    pub program: Option<ProgramId>,
    /// Seconds the rest will probably take, as of the last week; `None` until one was made.
    #[serde(default)]
    pub remaining_s: Option<u32>,
    /// What happened, when it failed.
    #[serde(default)]
    pub error: Option<Message>,
}

impl Job {
    /// A job that has not begun.
    #[must_use]
    pub fn new(id: JobId, request: Request, engine: impl Into<String>) -> Self {
        Self {
            id,
            request,
            engine: engine.into(),
            status: JobStatus::Pending,
            percent: 0,
            title: String::new(),
            weeks: 0,
            done: Vec::new(),
            units: 0,
            program: None,
            remaining_s: None,
            error: None,
        }
    }

    /// The job after an event, and the lines the event puts into the log.
    pub fn apply(&mut self, event: &ProgressEvent) -> Vec<Message> {
        let lines = match event {
            ProgressEvent::Started { engine } => {
                self.status = JobStatus::Running;
                self.engine.clone_from(engine);
                self.remaining_s = None;
                self.error = None;
                vec![Message::new("job-start").with("engine", engine.as_str())]
            }
            ProgressEvent::Outlined { program } => {
                self.title.clone_from(&program.title);
                self.weeks = match self.request.target {
                    Target::Program => program.profile.weeks(),
                    Target::Unit => 1,
                };
                self.program = Some(program.id.clone());
                vec![
                    Message::new("job-outline").with("title", program.title.as_str()),
                    Message::new("job-weeks").with("weeks", self.weeks),
                ]
            }
            ProgressEvent::WeekStarted { index } => {
                vec![Message::new("job-week").with("week", *index).with("weeks", self.weeks)]
            }
            ProgressEvent::WeekReady { week } => {
                if let Err(at) = self.done.binary_search(&week.index) {
                    self.done.insert(at, week.index);
                    self.units += week.units.len();
                }
                vec![
                    Message::new("job-week-done")
                        .with("week", week.index)
                        .with("phase", Message::new(week.phase.key()))
                        .with("units", week.units.len()),
                ]
            }
            ProgressEvent::WeekMended { week } => {
                vec![Message::new("job-week-mended").with("week", week.index)]
            }
            ProgressEvent::Remaining { seconds } => {
                self.remaining_s = Some(*seconds);
                Vec::new()
            }
            ProgressEvent::Kept { .. } | ProgressEvent::Text { .. } => Vec::new(),
            ProgressEvent::Log { message } => vec![message.clone()],
            ProgressEvent::Finished { program } => {
                self.status = JobStatus::Done;
                self.program = Some(program.id.clone());
                self.done = program.weeks.iter().map(|week| week.index).collect();
                self.units = program.units().count();
                vec![
                    Message::new("job-saving"),
                    Message::new("job-done"),
                    Message::new("job-program").with("id", program.id.as_str()),
                    Message::new("job-total-weeks").with("weeks", program.weeks.len()),
                    Message::new("job-total-units").with("units", self.units),
                ]
            }
            ProgressEvent::Failed { message } => {
                self.status = JobStatus::Failed;
                self.error = Some(message.clone());
                vec![Message::new("job-failed").with("reason", message.clone())]
            }
        };
        self.percent = self.percent.max(self.progress());
        lines.into_iter().map(|line| self.line(line)).collect()
    }

    /// The job after the coach stopped it.
    pub fn cancel(&mut self) -> Message {
        self.status = JobStatus::Cancelled;
        self.line(Message::new("job-cancelled").with("done", self.done.len()))
    }

    /// `[JOB id] …`
    fn line(&self, message: Message) -> Message {
        Message::new("job-line").with("id", self.id.as_str()).with("line", message)
    }

    /// 5 once begun, 10 once outlined, then up to 94 in equal steps per week, 100 when done: at
    /// least one step more than there are weeks.
    fn progress(&self) -> u8 {
        match self.status {
            JobStatus::Pending => 0,
            JobStatus::Done => 100,
            _ if self.weeks == 0 => 5,
            _ => {
                let done = u32::try_from(self.done.len()).unwrap_or(u32::MAX);
                let weeks = u32::from(self.weeks);
                u8::try_from(10 + 84 * done.min(weeks) / weeks).unwrap_or(94)
            }
        }
    }
}
