//! Cases of group units and of a course over weeks.

use super::super::{Code, ODD_REASON};
use super::{Case, case, drill, find, find_weeks, group, unit, weeks};
use crate::domain::{Item, Level, Message, Profile, Section, SectionKind, Stream, Unit};

pub(super) fn cases() -> Vec<Case> {
    let mut cases = drills();
    cases.extend(frames());
    cases.extend(courses());
    cases
}

fn skill(items: Vec<Item>) -> Unit {
    unit(vec![(SectionKind::Skill, items)])
}

fn people(size: u16) -> Profile {
    group(move |p| p.size = size)
}

fn drills() -> Vec<Case> {
    let mirror = || skill(vec![drill("mirror", 6)]);
    let mut solved = mirror();
    solved.sections[0].items[0].reasons = vec![Message::new(ODD_REASON)];
    let beginners = group(|p| {
        p.level_mix = [(Level::Beginner, 12)].into_iter().collect();
    });
    let aged = |age| group(move |p| p.age_min = Some(age));
    let throw = || drill("hip_throw", 8);
    let weighed = Item { notes: "gleiches Gewicht".into(), ..throw() };
    vec![
        case(Code::Grp001, find(&mirror(), &people(13)), find(&solved, &people(13))),
        case(
            Code::Grp002,
            find(&skill(vec![drill("scenario_circle", 8)]), &beginners),
            find(&skill(vec![drill("one_leg_stand", 5)]), &beginners),
        ),
        case(
            Code::Grp003,
            find(&skill(vec![drill("knife_distance", 8)]), &aged(12)),
            find(&skill(vec![drill("knife_distance", 8)]), &aged(14)),
        ),
        case(
            Code::Grp008,
            find(&skill(vec![drill("form_slow", 10)]), &aged(8)),
            find(&skill(vec![drill("form_slow", 8)]), &aged(8)),
        ),
        case(
            Code::Grp013,
            find(&skill(vec![throw()]), &people(12)),
            find(&skill(vec![weighed]), &people(12)),
        ),
    ]
}

/// A main part in two streams of these minutes.
fn streams(first: u16, second: u16, sizes: [u16; 2]) -> Unit {
    let mut plan = unit(vec![
        (SectionKind::Main, vec![drill("one_leg_stand", first)]),
        (SectionKind::Main, vec![drill("form_slow", second)]),
    ]);
    for (stream, (section, size)) in (0..).zip(plan.sections.iter_mut().zip(sizes)) {
        *section = Section { phase: 0, stream, ..section.clone() };
        let title = String::new();
        let (level, size) = (Some(Level::Intermediate), Some(size));
        plan.streams.push(Stream { phase: 0, stream, title, level, size });
    }
    plan
}

fn frames() -> Vec<Case> {
    let judo = group(|p| p.style = Some("judo".into()));
    let bare = skill(vec![drill("one_leg_stand", 6)]);
    let framed = unit(vec![
        (SectionKind::Opening, vec![drill("bow_in", 2)]),
        (SectionKind::Skill, vec![drill("one_leg_stand", 6)]),
        (SectionKind::Closing, vec![drill("bow_out", 2)]),
    ]);
    let many = |count: usize, minutes| {
        let names = [
            "one_leg_stand",
            "form_slow",
            "mirror",
            "joint_flow",
            "tag_simple",
            "stance_shift",
            "step_slide_line",
            "clap_rhythm_walk",
            "crawl_bear",
            "blind_guide",
            "hand_slap",
            "shoulder_tap",
            "palm_duel",
        ];
        skill(names.iter().take(count).map(|name| drill(name, minutes)).collect())
    };
    vec![
        case(
            Code::Grp006,
            find(&streams(12, 6, [6, 6]), &people(12)),
            find(&streams(12, 12, [6, 6]), &people(12)),
        ),
        case(Code::Grp009, find(&bare, &judo), find(&framed, &judo)),
        case(Code::Grp012, find(&many(13, 3), &people(12)), find(&many(8, 6), &people(12))),
    ]
}

fn courses() -> Vec<Case> {
    let beginners = |skills: &'static [(&'static str, f32)], weeks| {
        group(move |p| {
            p.level_mix = [(Level::Beginner, 12)].into_iter().collect();
            p.skills = skills.iter().map(|(id, weight)| ((*id).into(), *weight)).collect();
            (p.weeks, p.units_per_week) = (weeks, 1);
        })
    };
    let course = |ids: &[&str], profile: &Profile| {
        let plan = ids.iter().map(|id| vec![(1, skill(vec![drill(id, 6)]))]).collect();
        find_weeks(&weeks(plan), profile)
    };
    let plain = |weeks| beginners(&[], weeks);
    let falling = || beginners(&[("falling", 1.0), ("rolling", 1.0)], 4);
    let balance = || beginners(&[("balance", 1.0), ("falling", 0.5)], 4);
    let falls = ["fall_back_lie", "fall_back_sit", "fall_side_lie", "fall_back_lie"];
    let mut rolls = falls;
    rolls[1] = "roll_forward_kneel";
    vec![
        case(
            Code::Grp004,
            course(&["fall_back_sit", "fall_back_lie"], &plain(2)),
            course(&["fall_back_lie", "fall_back_sit"], &plain(2)),
        ),
        case(Code::Grp005, course(&falls, &falling()), course(&rolls, &falling())),
        case(
            Code::Grp010,
            course(&["one_leg_stand"; 4], &plain(4)),
            course(&["one_leg_stand", "one_leg_stand", "one_leg_stand", "mirror"], &plain(4)),
        ),
        case(
            Code::Grp011,
            course(&["one_leg_stand", "mirror", "mirror", "mirror"], &plain(4)),
            course(&["one_leg_stand", "one_leg_stand", "mirror", "mirror"], &plain(4)),
        ),
        case(
            Code::Grp015,
            course(&falls, &balance()),
            course(
                &["one_leg_stand", "fall_back_lie", "one_leg_stand", "fall_back_lie"],
                &balance(),
            ),
        ),
        case(
            Code::Vol005,
            course(&["mirror", "mirror", "fall_back_lie", "mirror"], &falling()),
            course(
                &["fall_back_lie", "mirror", "fall_back_lie", "mirror"],
                &beginners(&[("falling", 1.0)], 4),
            ),
        ),
    ]
}
