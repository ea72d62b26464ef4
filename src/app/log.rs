//! The log pane: lines of generation and jobs as they happen, and the jobs with their progress.

use std::collections::VecDeque;

use crate::domain::{JobId, Message};
use crate::generation::{Job, JobStatus, Target};

/// Lines kept; older ones are in the job's own record.
const KEPT: usize = 2_000;

/// How a line is marked, by sign and colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something happened.
    Plain,
    /// Something was finished.
    Good,
    /// Something needs a look.
    Warn,
    /// Something failed.
    Bad,
}

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub struct LogLine {
    /// The job it belongs to.
    pub job: Option<JobId>,
    /// How it is marked.
    pub tone: Tone,
    /// What it says.
    pub text: Message,
}

/// A week whose answer is coming.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    /// The job it belongs to.
    pub job: JobId,
    /// Its number; 0 is the outline.
    pub week: u16,
    /// The end of what came up to now.
    pub text: String,
}

/// Characters of a lane that are kept: more than a line shows.
const LANE: usize = 400;

/// State of the log pane.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LogPane {
    /// The lines, oldest first.
    pub lines: VecDeque<LogLine>,
    /// The jobs of this session, oldest first.
    pub jobs: Vec<Job>,
    /// The weeks whose answers are coming, in their order.
    pub lanes: Vec<Lane>,
    /// Lines scrolled up from the end; 0 follows what happens.
    pub back: usize,
}

impl LogPane {
    /// Adds a line; a reader who scrolled up keeps reading the same lines.
    pub fn say(&mut self, tone: Tone, job: Option<JobId>, text: Message) {
        self.lines.push_back(LogLine { job, tone, text });
        if self.back > 0 {
            self.back += 1;
        }
        if self.lines.len() > KEPT {
            self.lines.pop_front();
        }
        self.back = self.back.min(self.lines.len());
    }

    /// Scrolls by lines; negative is up, to older ones.
    pub fn scroll(&mut self, lines: isize) {
        self.back = self.back.saturating_add_signed(-lines).min(self.lines.len().saturating_sub(1));
    }

    /// Adds a piece of an answer to its lane.
    pub fn hear(&mut self, job: &JobId, week: u16, text: &str) {
        let at = self.lanes.partition_point(|lane| (&lane.job, lane.week) < (job, week));
        if self.lanes.get(at).is_none_or(|lane| lane.job != *job || lane.week != week) {
            self.lanes.insert(at, Lane { job: job.clone(), week, text: String::new() });
        }
        if let Some(lane) = self.lanes.get_mut(at) {
            lane.text.push_str(text);
            let over = lane.text.chars().count().saturating_sub(LANE);
            lane.text = lane.text.chars().skip(over).collect();
        }
    }

    /// Folds the lane of a week, or all of a job.
    pub fn fold(&mut self, job: &JobId, week: Option<u16>) {
        self.lanes.retain(|lane| lane.job != *job || week.is_some_and(|week| week != lane.week));
    }

    /// Puts a job on the list, or in place of what was known of it.
    pub fn know(&mut self, job: Job) {
        match self.job_mut(&job.id) {
            Some(known) => *known = job,
            None => self.jobs.push(job),
        }
    }

    /// The job with this id.
    pub fn job_mut(&mut self, id: &JobId) -> Option<&mut Job> {
        self.jobs.iter_mut().find(|job| job.id == *id)
    }

    /// The newest job that is at work.
    #[must_use]
    pub fn running(&self) -> Option<&Job> {
        self.jobs.iter().rev().find(|job| job.status == JobStatus::Running)
    }

    /// The newest job that stopped before its end.
    #[must_use]
    pub fn resumable(&self) -> Option<&Job> {
        self.jobs
            .iter()
            .rev()
            .find(|job| matches!(job.status, JobStatus::Cancelled | JobStatus::Failed))
    }

    /// The newest job that made something to look at.
    #[must_use]
    pub fn result(&self) -> Option<&JobId> {
        let made = |job: &&Job| match job.request.target {
            Target::Program => job.program.is_some(),
            Target::Unit => job.status == JobStatus::Done,
        };
        self.jobs.iter().rev().find(made).map(|job| &job.id)
    }
}
