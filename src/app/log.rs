//! The log pane: lines of generation and jobs as they happen, the jobs with their progress, and
//! what the models wrote, week by week.

use std::collections::VecDeque;

use super::said;
use crate::domain::{JobId, Lang, Message};
use crate::generation::{Job, JobStatus, Target};
use crate::language::{Catalogue, fold};

/// Lines kept; older ones are in the job's own record.
const KEPT: usize = 2_000;
/// Texts of weeks kept, and the characters of each.
const TEXTS: usize = 64;
const LONGEST: usize = 32_000;

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

/// What a model wrote for a week.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    /// The job it belongs to.
    pub job: JobId,
    /// Its number; 0 is the outline.
    pub week: u16,
    /// What came up to now.
    pub text: String,
}

/// Whether the pane shows what happens, or holds still to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reading {
    /// The newest line is the last one shown.
    #[default]
    Following,
    /// The same lines stay, whatever comes.
    Paused,
}

/// State of the log pane.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LogPane {
    /// The lines, oldest first.
    pub lines: VecDeque<LogLine>,
    /// The jobs of this session, oldest first.
    pub jobs: Vec<Job>,
    /// The weeks whose answers are coming, in their order.
    pub lanes: Vec<Lane>,
    /// Whether it follows what happens.
    pub reading: Reading,
    /// Lines below the last one shown, which is the one under the cursor of a paused pane.
    pub back: usize,
    /// What is looked for.
    pub wanted: String,
    /// What was written for the weeks, the latest last.
    texts: VecDeque<Lane>,
}

impl LogPane {
    /// Adds a line; a reader who paused keeps reading the same lines.
    pub fn say(&mut self, tone: Tone, job: Option<JobId>, text: Message) {
        self.lines.push_back(LogLine { job, tone, text });
        if self.reading == Reading::Paused {
            self.back += 1;
        }
        if self.lines.len() > KEPT {
            self.lines.pop_front();
        }
        self.back = self.back.min(self.lines.len().saturating_sub(1));
    }

    /// Moves by lines; negative is up, to older ones. The first step up only pauses.
    pub fn scroll(&mut self, lines: isize) {
        if self.reading == Reading::Following {
            if lines >= 0 || self.lines.is_empty() {
                return;
            }
            self.reading = Reading::Paused;
            self.back = 0;
            return self.scroll(lines + 1);
        }
        self.back = self.back.saturating_add_signed(-lines).min(self.lines.len().saturating_sub(1));
    }

    /// Shows what happens again.
    pub const fn follow(&mut self) {
        self.reading = Reading::Following;
        self.back = 0;
    }

    /// Holds still, or follows again.
    pub const fn pause_or_follow(&mut self) {
        match self.reading {
            Reading::Following => self.reading = Reading::Paused,
            Reading::Paused => self.follow(),
        }
    }

    /// The line under the cursor; the newest while the pane follows.
    #[must_use]
    pub fn current(&self) -> Option<&LogLine> {
        self.lines.get(self.lines.len().checked_sub(1 + self.back)?)
    }

    /// The job and week the line under the cursor is about, where the coach stopped at one.
    #[must_use]
    pub fn current_week(&self) -> Option<(JobId, u16)> {
        let line = self.current().filter(|_| self.reading == Reading::Paused)?;
        Some((line.job.clone()?, said::week_of(&line.text)?))
    }

    /// Goes to the next line that holds what is wanted, up (older) or down; whether there is one.
    pub fn find(&mut self, older: bool, lang: Lang) -> bool {
        let wanted = fold(self.wanted.trim());
        if wanted.is_empty() {
            return false;
        }
        let catalogue = Catalogue::load(lang);
        let holds = |line: &LogLine| fold(&catalogue.text(&line.text)).contains(&wanted);
        let here = self.lines.len().saturating_sub(1 + self.back);
        let found = if older {
            self.lines.iter().take(here).rposition(holds)
        } else {
            let below = self.lines.iter().skip(here + 1).position(holds);
            below.map(|at| here + 1 + at)
        };
        if let Some(at) = found {
            self.reading = Reading::Paused;
            self.back = self.lines.len().saturating_sub(1 + at);
        }
        found.is_some()
    }

    /// Looks for something new, from the newest line on; whether it is there.
    pub fn search(&mut self, wanted: &str, lang: Lang) -> bool {
        wanted.clone_into(&mut self.wanted);
        let before = (self.reading, self.back);
        self.back = 0;
        let catalogue = Catalogue::load(lang);
        let folded = fold(wanted.trim());
        let newest = self.lines.back().is_some_and(|line| {
            !folded.is_empty() && fold(&catalogue.text(&line.text)).contains(&folded)
        });
        if newest {
            self.reading = Reading::Paused;
            return true;
        }
        let found = self.find(true, lang);
        if !found {
            (self.reading, self.back) = before;
        }
        found
    }

    /// Adds a piece of an answer to its lane.
    pub fn hear(&mut self, job: &JobId, week: u16, text: &str) {
        let at = self.lanes.partition_point(|lane| (&lane.job, lane.week) < (job, week));
        if self.lanes.get(at).is_none_or(|lane| lane.job != *job || lane.week != week) {
            self.lanes.insert(at, Lane { job: job.clone(), week, text: String::new() });
        }
        if let Some(lane) = self.lanes.get_mut(at)
            && lane.text.len() < LONGEST
        {
            lane.text.push_str(text);
        }
    }

    /// Folds the lane of a week, or all of a job. What was written stays to be unfolded.
    pub fn fold(&mut self, job: &JobId, week: Option<u16>) {
        let folds = |lane: &Lane| lane.job == *job && week.is_none_or(|week| week == lane.week);
        for lane in self.lanes.extract_if(.., |lane| folds(lane)) {
            self.texts.retain(|text| (&text.job, text.week) != (&lane.job, lane.week));
            self.texts.push_back(lane);
        }
        while self.texts.len() > TEXTS {
            self.texts.pop_front();
        }
    }

    /// What a model wrote for a week, or has written up to now.
    #[must_use]
    pub fn text(&self, job: &JobId, week: u16) -> Option<&str> {
        let mut all = self.lanes.iter().chain(self.texts.iter().rev());
        all.find(|lane| lane.job == *job && lane.week == week).map(|lane| lane.text.as_str())
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
        self.at_work().next_back()
    }

    /// The jobs that are at work, oldest first.
    pub fn at_work(&self) -> impl DoubleEndedIterator<Item = &Job> {
        self.jobs.iter().filter(|job| job.status == JobStatus::Running)
    }

    /// The letter a job goes by beside others: A for the first of the session.
    #[must_use]
    pub fn letter(&self, job: &JobId) -> Option<char> {
        if self.jobs.len() < 2 {
            return None;
        }
        let at = self.jobs.iter().position(|known| known.id == *job)?;
        char::from_u32('A' as u32 + u32::try_from(at % 26).ok()?)
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
