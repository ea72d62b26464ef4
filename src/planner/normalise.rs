//! Feasibility first (`docs/planner.md` §2.11, step 1): what cannot be met as wished is relaxed,
//! and every relaxation is said.

use crate::domain::{AthleteProfile, Goal, Level, Message};

/// The profile as it will be planned, and what was changed.
pub(super) fn athlete(profile: &AthleteProfile) -> (AthleteProfile, Vec<Message>) {
    let mut planned = profile.clone();
    let mut notes = Vec::new();
    age(&mut planned, &mut notes);
    days(&mut planned, &mut notes);
    if planned.minutes < 35 && planned.goal == Goal::Strength {
        notes.push(Message::new("note-short-units").with("minutes", planned.minutes));
    }
    (planned, notes)
}

/// Children and older beginners train by their own rows (ASCA 2007; `docs/planner.md` §2.1).
fn age(profile: &mut AthleteProfile, notes: &mut Vec<Message>) {
    const CHILD: u8 = 15;
    const GROWN: u8 = 21;
    const AGED: u8 = 50;
    const OLDER: u8 = 65;
    let Some(age) = profile.age else { return };
    // a goal that names another age means: get fit
    let other_age = match profile.goal {
        Goal::Youth => age >= GROWN,
        Goal::Older => (CHILD..AGED).contains(&age),
        _ => false,
    };
    if other_age {
        profile.goal = Goal::General;
        notes.push(Message::new("note-other-age").with("age", age));
    }
    // technique takes years: nobody is advanced as a child
    let most = match age {
        0..=9 => Level::Beginner,
        10..CHILD => Level::Intermediate,
        _ => Level::Elite,
    };
    if profile.level > most {
        profile.level = most;
        notes.push(Message::new("note-young-level").with("age", age));
    }
    if age < CHILD && profile.goal != Goal::Youth {
        profile.goal = Goal::Youth;
        notes.push(Message::new("note-youth").with("age", age));
    }
    let heavy = matches!(
        profile.goal,
        Goal::Strength | Goal::Hypertrophy | Goal::StrengthHypertrophy | Goal::Power
    );
    if age >= OLDER && profile.level == Level::Beginner && heavy {
        profile.goal = Goal::Older;
        notes.push(Message::new("note-older").with("age", age));
    }
}

/// Beginners recover between units: four days at most; children three.
fn days(profile: &mut AthleteProfile, notes: &mut Vec<Message>) {
    let young = profile.age.is_some_and(|age| age < 15);
    let most = match profile.level {
        _ if young => 3,
        Level::Beginner if profile.days_per_week >= 6 => 4,
        _ if profile.goal == Goal::Return => 4,
        _ => 7,
    };
    if profile.days_per_week > most {
        notes.push(
            Message::new("note-fewer-days")
                .with("wished", profile.days_per_week)
                .with("days", most),
        );
        profile.days_per_week = most;
    }
}
