//! The same behaviour on the library that ships.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use crate::domain::{Contraindication, Group, Level, Partner, Unit};
use crate::library::{Library, builtin};
use crate::retrieval::filter::Allowed;
use crate::retrieval::{
    ContextPack, Intent, Request, RetrievalIndex, Suggestions, TargetProfile, gap_coverage,
    jaccard, overlap, suggest,
};
use crate::training::{Constraints, match_profile, obstacles};

use super::fixture::{children, pack, unit};

fn compiled() -> RetrievalIndex {
    RetrievalIndex::new(Arc::new(Library::from_data(builtin().unwrap()).unwrap()))
}

/// The same for all tests: it never changes.
fn shipped() -> &'static RetrievalIndex {
    static SHIPPED: LazyLock<RetrievalIndex> = LazyLock::new(compiled);
    &SHIPPED
}

fn request(query: &str) -> Request {
    Request { query: query.to_owned(), ..Request::default() }
}

fn asked(index: &RetrievalIndex, unit: &Unit, group: &Group, query: &str) -> Suggestions {
    suggest(index, &pack(index, unit, group), &request(query))
}

fn order(suggestions: &Suggestions) -> Vec<&str> {
    suggestions.hits.iter().map(|hit| hit.exercise.id.as_str()).collect()
}

#[test]
fn after_the_backward_fall_the_next_steps_lead() {
    let index = shipped();
    let suggestions = asked(index, &unit(&["tag_simple"], &["fall_back_sit"]), &children(), "");
    let successors: Vec<&str> = index
        .library()
        .successors(&"fall_back_sit".into())
        .into_iter()
        .map(|(_, edge)| edge.to.as_str())
        .collect();
    let possible = |id: &&str| order(&suggestions).contains(id);
    let offered: Vec<&&str> = successors.iter().filter(|id| possible(id)).collect();
    assert!(!offered.is_empty(), "no successor of fall_back_sit is offered");
    assert!(successors.contains(&order(&suggestions)[0]), "{:?}", order(&suggestions));
}

#[test]
fn requests_of_coaches_are_answered() {
    let index = shipped();
    let plan = unit(&["tag_simple"], &["fall_back_sit"]);
    let of = |query: &str| asked(index, &plan, &children(), query);

    let search = of("hip throw");
    assert!(order(&search)[..3].contains(&"hip_throw"), "{:?}", order(&search));
    let deepen = of("Vertiefung zu Hüftwurf");
    assert_eq!(deepen.intent, Intent::DeepenExercise);
    let trains_throwing =
        |hit: &crate::retrieval::Hit| hit.exercise.skills.contains_key(&"throwing".into());
    assert!(deepen.hits.iter().take(3).all(trains_throwing), "{:?}", order(&deepen));

    let partners = of("Baut auf der bisherigen Planung auf — Reaktionsschnelligkeit mit Partnern");
    assert_eq!(partners.intent, Intent::ContinuePlanGoal);
    assert!(partners.hits.iter().all(|hit| hit.exercise.partner != Partner::None));
    let reacts = |hit: &&crate::retrieval::Hit| {
        let skills = &hit.exercise.skills;
        ["reaction", "speed_reaction"].iter().any(|skill| skills.contains_key(&(*skill).into()))
    };
    assert!(partners.hits.first().is_some_and(|first| reacts(&first)), "{:?}", order(&partners));
    assert!(partners.hits.iter().take(5).filter(reacts).count() >= 4, "{:?}", order(&partners));
}

#[test]
fn the_order_is_the_same_every_time() {
    let plan = unit(&["tag_simple"], &["fall_back_sit"]);
    let other = compiled();
    for query in ["", "throw", "Vertiefung zu Hüftwurf", "Spiel mit Ball"] {
        let [one, again] = [shipped(), &other].map(|index| asked(index, &plan, &children(), query));
        assert_eq!(one, again, "{query}");
        assert!(
            one.hits.is_sorted_by(|a, b| (b.score, &a.exercise.id) <= (a.score, &b.exercise.id))
        );
    }
}

fn situations() -> Vec<Constraints> {
    let mut situations = vec![Constraints::default()];
    let halls: [&[&str]; 4] =
        [&[], &["tatami", "gi"], &["barbell", "plates", "rack", "bench_flat"], &["cones", "mat"]];
    for (at, hall) in halls.iter().enumerate() {
        for people in [1, 2, 3, 13] {
            situations.push(Constraints {
                equipment: Some(hall.iter().map(|thing| (*thing).into()).collect()),
                people: Some(people),
                level: Level::ALL.get(at).copied(),
                youngest: Some(6 + 3 * people as u8),
                injuries: Contraindication::ALL.iter().copied().skip(at).step_by(5).collect(),
                minutes_left: (at > 0).then_some(3.0 * at as f32),
            });
        }
    }
    situations
}

#[test]
fn the_fast_gate_lets_pass_exactly_what_has_no_hard_obstacle() {
    let index = shipped();
    for constraints in situations() {
        for partner in [None, Some(Partner::None), Some(Partner::Pair), Some(Partner::Group)] {
            let allowed = Allowed { constraints: constraints.clone(), partner, kinds: Vec::new() };
            let gate = allowed.compile(index);
            for (exercise, row) in index.library().exercises().iter().zip(&index.rows) {
                let excluded = !allowed.exclusions(exercise).is_empty();
                assert_eq!(gate.lets_pass(row), !excluded, "{}: {constraints:?}", exercise.id);
            }
        }
    }
}

#[test]
fn no_hit_ever_breaks_a_constraint() {
    let index = shipped();
    // reasons for a whole library cost words: every fourth situation is enough here
    for constraints in situations().into_iter().step_by(4) {
        let pack = ContextPack { constraints: constraints.clone(), ..ContextPack::default() };
        for query in ["", "squat", "Vertiefung zu Kniebeuge"] {
            let limit = usize::MAX;
            let suggestions = suggest(index, &pack, &Request { limit, ..request(query) });
            for hit in &suggestions.hits {
                let hard =
                    obstacles(&hit.exercise, &constraints).into_iter().find(|o| !o.is_soft());
                assert_eq!(hard, None, "{}", hit.exercise.id);
                assert!((0.0..=1.0).contains(&hit.score) && !hit.reasons.is_empty());
            }
            let total = suggestions.hits.len() + suggestions.excluded_count;
            assert_eq!(total, index.library().exercises().len());
        }
    }
}

#[test]
fn the_dense_arithmetic_is_the_published_one() {
    let index = shipped();
    let group = children();
    let plan = unit(&["tag_simple"], &["fall_back_sit", "roll_backward"]);
    let pack = pack(index, &plan, &group);
    let library = index.library();
    let anchor = pack.anchor.clone().unwrap();
    let anchor_skills = match_profile(library.get(&anchor).unwrap()).skills;
    for intent in Intent::ALL {
        let target = TargetProfile::new(&pack, intent, Some(&anchor), &[], library);
        let limit = usize::MAX;
        let request = Request { intent: Some(intent), limit, ..Request::default() };
        for hit in suggest(index, &pack, &request).hits {
            let profile = match_profile(&hit.exercise);
            let near = |part: f32, formula: f32| {
                assert!((part - formula).abs() < 1e-5, "{}: {part} {formula}", hit.exercise.id);
            };
            near(hit.parts.skill, jaccard(&anchor_skills, &profile.skills));
            near(hit.parts.focus, overlap(&target.focus, &profile.focus));
            near(hit.parts.style, overlap(&target.styles, &profile.styles));
            near(hit.parts.training_type, overlap(&target.training_types, &profile.training_types));
            near(hit.parts.target_group, overlap(&target.target_groups, &profile.target_groups));
            near(hit.parts.profile_skill, overlap(&target.skills, &profile.skills));
            near(hit.parts.gap, gap_coverage(&target.gap, &profile.skills));
        }
    }
}

#[test]
fn an_athlete_gets_lifts_that_fit_goal_and_gym() {
    use crate::domain::{Athlete, AthleteProfile, Goal, Section, SectionKind};
    use crate::retrieval::{Situation, Who};
    let index = shipped();
    let athlete = Athlete {
        id: "a".into(),
        name: "A".into(),
        profile: AthleteProfile {
            goal: Goal::Strength,
            level: Level::Intermediate,
            age: Some(30),
            injuries: vec![Contraindication::LowBack],
            ..AthleteProfile::default()
        },
    };
    let mut plan = Unit::new("u".into(), "Day 1", crate::domain::Owner::Nobody);
    plan.sections = vec![Section::new("s".into(), SectionKind::Main)];
    let (section, group) = ("s".into(), children());
    let situation = Situation {
        who: Who::Athlete(&athlete),
        section: Some(&section),
        ..super::fixture::at(&plan, &group)
    };
    let pack = ContextPack::new(&situation, index.library());
    let suggestions = suggest(index, &pack, &request(""));
    let focus: BTreeMap<&str, usize> = suggestions
        .hits
        .iter()
        .filter_map(|hit| hit.exercise.focus.first())
        .fold(BTreeMap::new(), |mut counts, focus| {
            *counts.entry(focus.as_str()).or_default() += 1;
            counts
        });
    assert!(focus.get("max_strength").is_some_and(|count| *count >= 10), "{focus:?}");
    let spares =
        |hit: &crate::retrieval::Hit| !hit.exercise.contra.contains(&Contraindication::LowBack);
    assert!(suggestions.hits.iter().all(spares));
}

/// An adult with a full gym, after some lifts, at the end of a section.
fn in_the_gym(section: &str, planned: &[&str], query: &str) -> Suggestions {
    use crate::domain::{Athlete, AthleteProfile, Bilingual, Item, Section, SectionKind};
    use crate::retrieval::{Situation, Who};
    let index = shipped();
    let profile = AthleteProfile {
        level: Level::Intermediate,
        age: Some(30),
        minutes: 120,
        ..AthleteProfile::default()
    };
    let athlete = Athlete { id: "a".into(), name: "A".into(), profile };
    let mut plan = Unit::new("u".into(), "Day", crate::domain::Owner::Nobody);
    let mut main = Section::new("main".into(), SectionKind::Main);
    for (at, id) in planned.iter().enumerate() {
        let item_id = format!("i{at}");
        main.items.push(Item::new(
            item_id.as_str().into(),
            Some((*id).into()),
            Bilingual::same(*id),
        ));
    }
    plan.sections = vec![main, Section::new("accessory".into(), SectionKind::Accessory)];
    let (section, group) = (section.into(), children());
    let situation = Situation {
        who: Who::Athlete(&athlete),
        section: Some(&section),
        ..super::fixture::at(&plan, &group)
    };
    let pack = ContextPack::new(&situation, index.library());
    suggest(index, &pack, &Request { limit: 10, ..request(query) })
}

#[test]
fn a_leg_day_goes_on_with_legs_and_not_with_another_squat() {
    use crate::domain::Pattern;
    let suggestions = in_the_gym("accessory", &["back_squat", "romanian_deadlift"], "");
    let leading = |hit: &crate::retrieval::Hit| hit.exercise.patterns.first().copied();
    let upper = [Pattern::HPush, Pattern::VPush, Pattern::HPull, Pattern::VPull];
    assert!(!suggestions.hits.iter().filter_map(leading).any(|pattern| upper.contains(&pattern)));
    let repeats = suggestions
        .hits
        .iter()
        .filter(|hit| matches!(leading(hit), Some(Pattern::Squat | Pattern::Hinge)));
    assert!(repeats.count() <= 2, "{:?}", order(&suggestions));
}

#[test]
fn a_whole_body_day_gets_what_it_lacks() {
    use crate::domain::Pattern;
    let suggestions = in_the_gym("main", &["back_squat", "bench_press"], "");
    let there = [Some(Pattern::Squat), Some(Pattern::HPush)];
    let new =
        |hit: &&crate::retrieval::Hit| !there.contains(&hit.exercise.patterns.first().copied());
    assert!(suggestions.hits.iter().filter(new).count() >= 8, "{:?}", order(&suggestions));
}

#[test]
fn deepening_a_lift_stays_with_its_pattern() {
    let suggestions = in_the_gym("main", &["back_squat", "bench_press"], "deepen bench press");
    assert_eq!(suggestions.anchor, Some("bench_press".into()));
    let presses = |hit: &&crate::retrieval::Hit| {
        hit.exercise.patterns.first() == Some(&crate::domain::Pattern::HPush)
    };
    let count = suggestions.hits.iter().take(5).filter(presses).count();
    assert!(count >= 4, "{:?}", order(&suggestions));
}

#[test]
fn regions_that_hurt_are_spared() {
    let suggestions = in_the_gym("main", &["bench_press"], "Kniebeuge bei Knieproblemen");
    assert!(!suggestions.hits.is_empty());
    let spares =
        |hit: &crate::retrieval::Hit| !hit.exercise.contra.contains(&Contraindication::Knee);
    assert!(suggestions.hits.iter().all(spares));
}
