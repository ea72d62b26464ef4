//! The order of hits: parts and weights, intents, what is left out, and the reasons given.

use std::sync::Arc;

use crate::domain::{self, EquipmentId, ExerciseKind, Level, Message, Partner, Visibility};
use crate::library::sample::{drill, library};
use crate::retrieval::{
    ContextPack, Exclusion, Intent, KindFilter, Part, Request, RetrievalIndex, Suggestions,
    explain, suggest,
};
use crate::training::{Constraints, Obstacle};

use super::fixture::{children, dojo, ids, pack, unit};

fn request(query: &str) -> Request {
    Request { query: query.to_owned(), ..Request::default() }
}

fn with(intent: Intent) -> Request {
    Request { intent: Some(intent), ..Request::default() }
}

fn order(suggestions: &Suggestions) -> Vec<&str> {
    suggestions.hits.iter().map(|hit| hit.exercise.id.as_str()).collect()
}

fn reasons_of<'a>(suggestions: &'a Suggestions, id: &str) -> Vec<&'a str> {
    let hit = suggestions.hits.iter().find(|hit| hit.exercise.id.as_str() == id).unwrap();
    hit.reasons.iter().map(|reason| reason.id.as_ref()).collect()
}

/// Everything of the score of one candidate, reckoned on paper.
#[test]
fn a_score_is_the_weighted_sum_of_its_parts() {
    let (index, mut group) = (dojo(), children());
    group.skills = crate::library::sample::skills(&[("falling", 1.0), ("rolling", 0.5)]);
    let unit = unit(&[], &["fall_sit"]);
    let pack = pack(&index, &unit, &group);
    let suggestions = suggest(&index, &pack, &request(""));
    let hit = suggestions.hits.iter().find(|hit| hit.exercise.id.as_str() == "fall_stand").unwrap();
    let parts = hit.parts;
    let near = |a: f32, b: f32| assert!((a - b).abs() < 1e-5, "{a} is not {b}");
    // the next step, with the anchor's two skills, in a skill section, about the same thing
    assert_eq!((parts.fulltext, parts.progression, parts.skill), (0.0, 1.0, 1.0));
    near(parts.plan, 0.55 * 1.0 + 0.45 * 1.0);
    // target focus: falling 0.5 (half of the anchor's, and half of the plan's)
    near(parts.focus, 0.5 / 1.0);
    near(parts.style, 1.0);
    near(parts.training_type, 0.5);
    near(parts.target_group, 1.0);
    // wanted: falling 1, rolling 0.5, courage 0.25 (half of 0.5); offered: falling 1, courage 0.5
    near(parts.profile_skill, (1.0 + 0.25) / (1.0 + 0.5 + 0.5));
    near(parts.gap, 0.0);
    let profile = 0.25 * 0.5 + 0.10 * 1.0 + 0.10 * 0.5 + 0.10 * 1.0 + 0.25 * 0.625 + 0.20 * 0.0;
    near(hit.score, 0.20 * 1.0 + 0.03 * 1.0 + 0.37 * 1.0 + 0.30 * profile);
    // the lines of the explanation add up to the score
    let sum: f32 = parts.lines(suggestions.intent).iter().map(Part::points).sum();
    near(sum, hit.score);
}

#[test]
fn repeats_are_taken_off_and_scores_stay_between_0_and_1() {
    let (index, group) = (dojo(), children());
    let unit = unit(&["tag"], &["fall_sit", "roll"]);
    let mut pack = pack(&index, &unit, &group);
    pack.recent = vec![ids(&["hip_throw"])];
    let suggestions = suggest(&index, &pack, &request(""));
    let parts = |id: &str| {
        suggestions.hits.iter().find(|hit| hit.exercise.id.as_str() == id).unwrap().parts
    };
    assert_eq!((parts("roll").repeat, parts("roll").group_repeat), (-1.0, 0.0));
    assert_eq!((parts("hip_throw").repeat, parts("hip_throw").group_repeat), (0.0, -0.5));
    assert!(suggestions.hits.iter().all(|hit| (0.0..=1.0).contains(&hit.score)));
    assert!(reasons_of(&suggestions, "roll").contains(&"suggest-caution-in-plan"));
    assert!(reasons_of(&suggestions, "hip_throw").contains(&"suggest-caution-recent"));
    // what is in the plan does not lead
    assert!(!["tag", "fall_sit", "roll"].contains(&order(&suggestions)[0]));
}

#[test]
fn suggest_next_follows_the_graph() {
    let (index, group) = (dojo(), children());
    let suggestions =
        suggest(&index, &pack(&index, &unit(&[], &["fall_sit"]), &group), &request(""));
    assert_eq!(suggestions.intent, Intent::SuggestNext);
    assert_eq!(order(&suggestions)[0], "fall_stand");
    assert_eq!(reasons_of(&suggestions, "fall_stand")[0], "suggest-successor");
    assert!(reasons_of(&suggestions, "roll").contains(&"suggest-gap"));
}

#[test]
fn progression_next_needs_no_anchor_when_a_graph_is_named() {
    let (index, group) = (dojo(), children());
    let pack = pack(&index, &unit(&[], &[]), &group);
    let suggestions = suggest(&index, &pack, &request("Progressionsgraph Fallschule"));
    assert_eq!(suggestions.intent, Intent::ProgressionNext);
    assert_eq!(order(&suggestions)[0], "fall_sit");
    assert_eq!(reasons_of(&suggestions, "fall_sit")[0], "suggest-begins");
}

#[test]
fn deepen_builds_on_the_exercise_named_and_leaves_it_behind() {
    let (index, group) = (dojo(), children());
    let pack = pack(&index, &unit(&["tag"], &[]), &group);
    let suggestions = suggest(&index, &pack, &request("Vertiefung zu Fallen aus dem Sitz"));
    assert_eq!(suggestions.anchor, Some("fall_sit".into()));
    assert_eq!(order(&suggestions)[0], "fall_stand");
    assert_eq!(reasons_of(&suggestions, "fall_stand")[0], "suggest-anchor-skills");
    assert_ne!(order(&suggestions)[1], "fall_sit");
}

#[test]
fn continue_plan_goal_fills_the_gap() {
    let (index, mut group) = (dojo(), children());
    group.skills = crate::library::sample::skills(&[("falling", 1.0), ("throwing", 1.0)]);
    let pack = pack(&index, &unit(&[], &["fall_sit", "fall_stand"]), &group);
    let suggestions = suggest(&index, &pack, &with(Intent::ContinuePlanGoal));
    assert_eq!(order(&suggestions)[0], "hip_throw");
    assert!(reasons_of(&suggestions, "hip_throw").contains(&"suggest-gap"));
}

#[test]
fn free_search_finds_the_words() {
    let (index, group) = (dojo(), children());
    let pack = pack(&index, &unit(&[], &["fall_sit"]), &group);
    for (query, wanted) in [
        ("hip throw", "hip_throw"),
        ("Hüftwurf", "hip_throw"),
        ("Fangen", "tag"),
        ("breath", "breathing"),
    ] {
        let suggestions = suggest(&index, &pack, &request(query));
        assert_eq!(suggestions.intent, Intent::FreeSearch, "{query}");
        assert_eq!(order(&suggestions)[0], wanted, "{query}");
        assert_eq!(reasons_of(&suggestions, wanted)[0], "suggest-full-text", "{query}");
    }
}

#[test]
fn what_is_not_possible_is_left_out_and_told() {
    let (index, mut group) = (dojo(), children());
    group.equipment = vec![EquipmentId::from("tatami")];
    group.size = 11;
    let pack = pack(&index, &unit(&[], &["fall_stand"]), &group);
    let suggestions = suggest(&index, &pack, &request(""));
    assert_eq!(suggestions.excluded_count, 2);
    let excluded: Vec<(&str, &[Exclusion])> = suggestions
        .excluded
        .iter()
        .map(|excluded| (excluded.exercise.id.as_str(), excluded.exclusions.as_slice()))
        .collect();
    let level = Exclusion::Obstacle(Obstacle::Level { needed: Level::Advanced });
    let age = Exclusion::Obstacle(Obstacle::Age { needed: 12 });
    let gi = Exclusion::Obstacle(Obstacle::Equipment { missing: vec!["gi".into()] });
    // the successor would have led; an odd number alone excludes nothing
    assert_eq!(excluded, [("fall_jump", &[level, age][..]), ("hip_throw", &[gi][..])]);
    assert!(!order(&suggestions).contains(&"fall_jump"));
}

#[test]
fn an_odd_number_is_a_caution() {
    let (index, mut group) = (dojo(), children());
    group.size = 13;
    let suggestions =
        suggest(&index, &pack(&index, &unit(&[], &[]), &group), &request("hip throw"));
    assert_eq!(order(&suggestions)[0], "hip_throw");
    assert!(reasons_of(&suggestions, "hip_throw").contains(&"obstacle-odd"));
}

#[test]
fn requests_narrow_the_choice() {
    let (index, group) = (dojo(), children());
    let pack = pack(&index, &unit(&[], &["fall_sit"]), &group);
    let of = |query: &str| suggest(&index, &pack, &request(query));
    assert_eq!(order(&of("next exercise with a partner")), ["hip_throw", "tag"]);
    let alone = of("suggest something without a partner");
    assert!(alone.hits.iter().all(|hit| hit.exercise.partner == Partner::None));
    let quick = of("next exercise, 3 minutes");
    assert!(order(&quick).is_empty() && quick.excluded_count == 7);
    let bare = of("next exercise without equipment");
    // mats lie there and jackets are worn
    assert!(order(&bare).contains(&"hip_throw") && order(&bare).contains(&"roll"));
    let easy = of("nächste Übung für Anfänger");
    assert!(easy.hits.iter().all(|hit| hit.exercise.level == Level::Beginner));
}

#[test]
fn kinds_and_archived_exercises_are_filtered() {
    let mut complex = drill("complex", "Complex", "Komplex");
    let part = domain::Part { exercise: "single".into(), dose: String::new() };
    complex.kind = ExerciseKind::Combination(vec![part]);
    let mut old = drill("old", "Old", "Alt");
    old.visibility = Visibility::Archived;
    let exercises = vec![complex, old, drill("single", "Single", "Einzeln")];
    let index = RetrievalIndex::new(Arc::new(library(exercises, vec![])));
    let pack = ContextPack::default();
    let of = |kinds: &[KindFilter]| {
        let suggestions =
            suggest(&index, &pack, &Request { kinds: kinds.to_vec(), ..Request::default() });
        suggestions.hits.iter().map(|hit| hit.exercise.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(of(&[]), ["complex", "single"]);
    assert_eq!(of(&[KindFilter::Simple]), ["single"]);
    assert_eq!(of(&[KindFilter::Combination]), ["complex"]);
    assert_eq!(of(&[KindFilter::Simple, KindFilter::Combination]), ["complex", "single"]);
}

#[test]
fn equal_scores_stand_in_the_order_of_ids_and_limits_cut_the_end() {
    let exercises = ["c", "a", "d", "b"].map(|id| drill(id, id, id)).to_vec();
    let index = RetrievalIndex::new(Arc::new(library(exercises, vec![])));
    let of = |limit| {
        let request = Request { limit, ..Request::default() };
        let suggestions = suggest(&index, &ContextPack::default(), &request);
        suggestions.hits.iter().map(|hit| hit.exercise.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(of(20), ["a", "b", "c", "d"]);
    assert_eq!(of(2), ["a", "b"]);
    assert!(of(0).is_empty());
}

#[test]
fn every_hit_has_a_reason() {
    let exercises = vec![drill("a", "A", "A")];
    let index = RetrievalIndex::new(Arc::new(library(exercises, vec![])));
    let suggestions = suggest(&index, &ContextPack::default(), &request(""));
    assert_eq!(suggestions.hits[0].reasons, [Message::new("suggest-discovery")]);
}

#[test]
fn why_and_why_not_are_answered_for_any_exercise() {
    let (index, group) = (dojo(), children());
    let pack = pack(&index, &unit(&[], &["fall_stand"]), &group);
    let request = request("");
    let suggestions = suggest(&index, &pack, &request);
    for (at, hit) in suggestions.hits.iter().enumerate() {
        let why = explain(&index, &pack, &request, &hit.exercise.id).unwrap();
        assert_eq!(why.rank, Some(at + 1));
        assert_eq!((why.score, why.parts), (hit.score, hit.parts));
        assert_eq!(why.reasons, hit.reasons);
        assert!(why.exclusions.is_empty());
    }
    let why_not = explain(&index, &pack, &request, &"fall_jump".into()).unwrap();
    assert_eq!(why_not.rank, None);
    assert_eq!(why_not.exclusions.len(), 2);
    assert!(why_not.score > 0.0);
    assert_eq!(explain(&index, &pack, &request, &"unknown".into()), None);
}

#[test]
fn a_missing_prerequisite_is_a_caution_where_the_group_is_known() {
    let (index, mut group) = (dojo(), children());
    let unit = unit(&[], &[]);
    let told = |group: &_| {
        let suggestions =
            suggest(&index, &pack(&index, &unit, group), &request("Fall from standing"));
        reasons_of(&suggestions, "fall_stand").contains(&"suggest-caution-prerequisite")
    };
    assert!(!told(&group), "nothing is known of a new group");
    group.known = ids(&["tag"]);
    assert!(told(&group));
    group.known = ids(&["fall_sit"]);
    assert!(!told(&group));
}

#[test]
fn constraints_of_the_pack_are_the_only_ones() {
    let index = dojo();
    let pack = ContextPack { constraints: Constraints::default(), ..ContextPack::default() };
    assert_eq!(suggest(&index, &pack, &request("")).hits.len(), 7);
}
