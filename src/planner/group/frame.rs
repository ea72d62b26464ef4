//! The frame of a group unit: which parts it has and how its minutes are shared out
//! (`docs/planner.md` §2.10; budo instructor course BSR19, and the order of a martial-arts class).

use crate::domain::SectionKind;

/// A part of a unit with its minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PartPlan {
    pub(crate) kind: SectionKind,
    pub(crate) minutes: u16,
}

/// Shares of the time in percent: opening, warm-up, skill, main, game, cool-down, closing.
const USUAL: [u16; 7] = [4, 17, 33, 23, 12, 7, 4];
/// Children learn by playing: half of the time is games and coordination.
const CHILDREN: [u16; 7] = [5, 20, 26, 16, 22, 6, 5];

/// Those who come to get fit work in a circuit; technique and games are around it.
const FITNESS: [u16; 7] = [3, 17, 12, 43, 9, 12, 4];

/// What the units of a group are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Frame {
    /// Techniques, or a game to get better at.
    Taught,
    /// Getting fit.
    Fitness,
}

const KINDS: [SectionKind; 7] = [
    SectionKind::Opening,
    SectionKind::Warmup,
    SectionKind::Skill,
    SectionKind::Main,
    SectionKind::Game,
    SectionKind::Cooldown,
    SectionKind::Closing,
];

/// The parts of a unit of `minutes` for people whose youngest is `youngest`. The minutes of the
/// parts add up to those of the unit.
pub(crate) fn parts(minutes: u16, youngest: Option<u8>, frame: Frame) -> Vec<PartPlan> {
    let shares = match frame {
        Frame::Fitness => FITNESS,
        Frame::Taught if youngest.is_some_and(|age| age < 10) => CHILDREN,
        Frame::Taught => USUAL,
    };
    let mut parts: Vec<PartPlan> = KINDS
        .into_iter()
        .zip(shares)
        .map(|(kind, share)| {
            let least = if minutes < 40 { 1 } else { 2 };
            PartPlan { kind, minutes: ((minutes * share + 50) / 100).max(least) }
        })
        .collect();
    let planned: u16 = parts.iter().map(|part| part.minutes).sum();
    // rounding is settled in the longest part
    if let Some(longest) = parts.iter_mut().rev().max_by_key(|part| part.minutes) {
        longest.minutes = (longest.minutes + minutes).saturating_sub(planned).max(3);
    }
    parts
}

/// Weekdays for a number of meetings.
pub(crate) const fn weekdays(units: u8) -> &'static [u8] {
    match units {
        0 | 1 => &[3],
        2 => &[2, 4],
        3 => &[1, 3, 5],
        4 => &[1, 2, 4, 5],
        5 => &[1, 2, 3, 4, 5],
        6 => &[1, 2, 3, 4, 5, 6],
        _ => &[1, 2, 3, 4, 5, 6, 7],
    }
}
