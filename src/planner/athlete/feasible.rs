//! What a plan cannot meet, said plainly: every block is looked at, and every muscle.

use super::cost::day_minutes;
use super::draft::{BlockDraft, DayDraft};
use super::fit::LEAST_OF_BUDGET;
use super::volume::below;
use crate::domain::{AthleteProfile, Bilingual, CatalogueKind, Level, Message, Pattern};
use crate::library::Library;
use crate::lint::{Region, needs_clearance};

/// The notes of a program.
pub(super) fn notes(
    profile: &AthleteProfile,
    library: &Library,
    blocks: &[BlockDraft],
    missing: &[Pattern],
) -> Vec<Message> {
    let catalogues = library.catalogues();
    let mut notes = Vec::new();
    if needs_clearance(&profile.injuries) {
        notes.push(Message::new("note-clearance"));
    }
    if !missing.is_empty() {
        let names = missing.iter().map(|p| catalogues.name(CatalogueKind::Patterns, p.id()));
        notes.push(Message::new("note-missing-patterns").with("patterns", list(names)));
    }
    let low = low(profile, blocks);
    for (id, large) in [("note-low-volume", true), ("note-low-small", false)] {
        let own: Vec<&Region> = low.iter().filter(|region| region.is_major() == large).collect();
        if !own.is_empty() {
            let names =
                own.iter().map(|r| catalogues.name(CatalogueKind::Muscles, r.muscle().id()));
            notes.push(Message::new(id).with("muscles", list(names)));
        }
    }
    notes.extend(time_left(profile, blocks));
    if let Some(day) = days(blocks).find(|day| day.recovery) {
        notes.push(Message::new("note-recovery-day").with("minutes", day_minutes(day).round()));
    }
    if profile.level == Level::Beginner {
        notes.push(Message::new("note-reactive-deload"));
    }
    notes
}

fn days(blocks: &[BlockDraft]) -> impl Iterator<Item = &DayDraft> {
    blocks.iter().flat_map(|block| &block.days)
}

/// The regions that stay below their band in any week of load.
fn low(profile: &AthleteProfile, blocks: &[BlockDraft]) -> Vec<Region> {
    let mut low: Vec<Region> = if profile.days_per_week == 1 {
        days(blocks).flat_map(|day| below(&day.tally(), profile)).collect()
    } else {
        blocks.iter().flat_map(|block| below(&block.tally(), profile)).collect()
    };
    low.sort_unstable();
    low.dedup();
    low
}

/// Of the days that leave much of their time, the one that leaves most.
fn time_left(profile: &AthleteProfile, blocks: &[BlockDraft]) -> Option<Message> {
    let budget = f32::from(profile.minutes);
    let shortest = days(blocks).filter(|day| !day.recovery).map(day_minutes).reduce(f32::min)?;
    (shortest < budget * LEAST_OF_BUDGET).then(|| {
        Message::new("note-time-left").with("minutes", shortest.round()).with("budget", budget)
    })
}

/// Names in a row, in both languages.
fn list(names: impl Iterator<Item = Bilingual>) -> Bilingual {
    let (mut en, mut de) = (Vec::new(), Vec::new());
    for name in names {
        en.push(name.en);
        de.push(name.de);
    }
    Bilingual::new(en.join(", "), de.join(", "))
}
