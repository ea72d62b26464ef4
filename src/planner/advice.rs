//! What a wish can hold, said while it is being typed: reckoned from minutes and sets alone, so that
//! it is there at once. What a plan really cannot meet stands in its notes.

use super::athlete::capacity;
use super::normalise;
use crate::domain::{AthleteProfile, EquipmentId, Goal, GroupProfile, Level, Message, Profile};
use crate::lint::{Region, weekly};

/// Sets for a large muscle that one working set brings, over all of them: most lifts train one
/// fully and another by half.
const PER_SET: f32 = 1.5;
const LARGE: f32 = 5.0;

/// One to three sentences about a profile as it stands.
#[must_use]
pub fn advice(profile: &Profile) -> Vec<Message> {
    match profile {
        Profile::Athlete(profile) => athlete(profile),
        Profile::Group(profile) => group(profile),
    }
}

fn athlete(wished: &AthleteProfile) -> Vec<Message> {
    let (profile, _) = normalise::athlete(wished);
    let mut said = Vec::new();
    if profile.days_per_week < wished.days_per_week {
        said.push(
            Message::new("advice-fewer-days")
                .with("days", wished.days_per_week)
                .with("most", profile.days_per_week),
        );
    }
    let (low, high) = weekly(profile.goal, profile.level, Region::Chest);
    let need = LARGE * low / PER_SET;
    let have = sets(&profile, profile.days_per_week, profile.minutes);
    let numbers = |message: Message| {
        message
            .with("days", profile.days_per_week)
            .with("minutes", profile.minutes)
            .with("have", have.round())
            .with("need", need.round())
    };
    if have >= need {
        said.push(numbers(Message::new("advice-fits")));
    } else {
        let tight = numbers(Message::new("advice-tight"));
        said.push(tight.with("low", low).with("high", high));
        said.extend(suggestions(&profile, need));
    }
    if cannot_pull(&profile) {
        said.push(Message::new("advice-no-pull"));
    }
    said
}

/// Working sets of a week.
fn sets(profile: &AthleteProfile, days: u8, minutes: u16) -> f32 {
    f32::from(days.min(6)) * capacity(profile.goal, profile.level, minutes)
}

/// Longer units on the same days, or more days of the same length.
fn suggestions(profile: &AthleteProfile, need: f32) -> Vec<Message> {
    let days = profile.days_per_week;
    let longer = (1..=26)
        .map(|steps| profile.minutes + steps * 5)
        .take_while(|minutes| *minutes <= 150)
        .find(|minutes| sets(profile, days, *minutes) >= need);
    let most = if profile.level == Level::Beginner || profile.goal == Goal::Return { 4 } else { 6 };
    let more = (days + 1..=most).find(|days| sets(profile, *days, profile.minutes) >= need);
    let say =
        |id, days: u8, minutes: u16| Message::new(id).with("days", days).with("minutes", minutes);
    longer
        .map(|minutes| say("advice-longer", days, minutes))
        .into_iter()
        .chain(more.map(|days| say("advice-more-days", days, profile.minutes)))
        .collect()
}

/// Whether nothing that was named lets anyone pull.
fn cannot_pull(profile: &AthleteProfile) -> bool {
    const PULLS: [&str; 14] = [
        "barbell",
        "dumbbell",
        "kettlebell",
        "pullup_bar",
        "rings",
        "suspension",
        "band",
        "cable",
        "lat_machine",
        "row_machine",
        "trap_bar",
        "ez_bar",
        "wall_bars",
        "smith",
    ];
    let pulls = |thing: &EquipmentId| PULLS.contains(&thing.as_str());
    profile.equipment.as_ref().is_some_and(|things| !things.iter().any(pulls))
}

fn group(profile: &GroupProfile) -> Vec<Message> {
    /// Below this many minutes a unit holds little more than its frame.
    const SHORT: u16 = 45;
    const ENOUGH: u16 = 4;
    let mut said = Vec::new();
    if profile.minutes < SHORT {
        let main = profile.minutes * 56 / 100;
        said.push(
            Message::new("advice-short-unit").with("minutes", profile.minutes).with("main", main),
        );
    } else {
        // about one new technique in two units, the rest repeats and deepens
        let units = profile.weeks * u16::from(profile.units_per_week);
        said.push(
            Message::new("advice-group-fits")
                .with("units", profile.units_per_week)
                .with("minutes", profile.minutes)
                .with("weeks", profile.weeks)
                .with("new", units.div_ceil(2)),
        );
    }
    let large: Vec<u16> =
        profile.level_mix.values().copied().filter(|count| *count >= ENOUGH).collect();
    if let [low, .., high] = large.as_slice() {
        said.push(Message::new("advice-streams").with("low", *low).with("high", *high));
    }
    if profile.size % 2 == 1 {
        said.push(Message::new("advice-odd").with("people", profile.size));
    }
    said
}
