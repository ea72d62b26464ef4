//! The units of a group before they are written out.

use std::sync::Arc;

use crate::domain::{Exercise, Level, Message, SectionKind};

/// All units in order.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct GroupDraft {
    pub(crate) units: Vec<UnitDraft>,
    /// Weekdays of the meetings, 1 is Monday.
    pub(crate) weekdays: Vec<u8>,
}

/// One meeting.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct UnitDraft {
    pub(crate) parts: Vec<PartDraft>,
}

/// One part, for everyone or for one stream.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PartDraft {
    pub(crate) kind: SectionKind,
    pub(crate) minutes: u16,
    /// The sub-group, where the part splits.
    pub(crate) stream: Option<StreamDraft>,
    /// Where its drills are stations that everyone passes.
    pub(crate) rotation: Option<RotationDraft>,
    pub(crate) drills: Vec<DrillDraft>,
}

/// How a circuit turns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RotationDraft {
    pub(crate) rounds: u16,
    /// Seconds at a station.
    pub(crate) work_s: u32,
    /// Seconds to the next one.
    pub(crate) pause_s: u32,
}

/// A sub-group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct StreamDraft {
    pub(crate) number: u16,
    pub(crate) level: Level,
    pub(crate) size: u16,
}

/// One drill with its minutes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DrillDraft {
    pub(crate) exercise: Arc<Exercise>,
    pub(crate) minutes: u16,
    pub(crate) reasons: Vec<Message>,
}

impl GroupDraft {
    /// Weekday of the first unit of a week.
    pub(crate) fn first_day(&self) -> u8 {
        self.weekdays.first().copied().unwrap_or(1)
    }
}
