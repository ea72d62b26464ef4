//! What a list holds and what it leaves out: conditions, history, preparation, pins, variants.

use std::sync::Arc;

use crate::domain::{self, Level};
use crate::library::sample::{drill, library};
use crate::retrieval::{
    ContextPack, Exclusion, Request, RetrievalIndex, Situation, Source, Suggestions, explain,
    suggest,
};

use super::fixture::{at, children, dojo, ids, pack, unit};

fn request(query: &str) -> Request {
    Request { query: query.to_owned(), ..Request::default() }
}

fn order(suggestions: &Suggestions) -> Vec<&str> {
    suggestions.hits.iter().map(|hit| hit.exercise.id.as_str()).collect()
}

#[test]
fn without_equipment_leaves_what_lies_there_and_what_is_worn() {
    let mut stick = drill("stick", "Stick drop", "Stabfallen");
    stick.equipment = vec![vec!["stick".into()]];
    let mut grip = drill("grip", "Sleeve grip", "Ärmelgriff");
    grip.equipment = vec![vec!["tatami".into(), "gi".into()]];
    let index = RetrievalIndex::new(Arc::new(library(vec![stick, grip], vec![])));
    let mut pack = ContextPack::default();
    pack.constraints.equipment = Some(["tatami", "gi", "stick"].map(Into::into).into());
    let of = |query: &str| suggest(&index, &pack, &request(query)).hits.len();
    assert_eq!(of("next exercise"), 2);
    assert_eq!(order(&suggest(&index, &pack, &request("ohne Geräte"))), ["grip"]);
}

#[test]
fn what_was_done_lately_fades_with_every_unit() {
    let (index, group) = (dojo(), children());
    let mut pack = pack(&index, &unit(&[], &[]), &group);
    pack.recent = vec![ids(&["tag"]), ids(&["roll"]), ids(&["tag", "breathing"])];
    let suggestions = suggest(&index, &pack, &request(""));
    let repeat = |id: &str| {
        let hit = suggestions.hits.iter().find(|hit| hit.exercise.id.as_str() == id).unwrap();
        hit.parts.group_repeat
    };
    // −0.5 for the newest unit, a fifth less for each one before it
    for (id, value) in [("tag", -0.5), ("roll", -0.4), ("breathing", -0.32), ("fall_sit", 0.0)] {
        assert!((repeat(id) - value).abs() < 1e-6, "{id}: {}", repeat(id));
    }
}

#[test]
fn the_gap_closes_with_what_the_last_units_trained() {
    let (index, group) = (dojo(), children());
    let empty = unit(&[], &[]);
    let roll = unit(&[], &["roll"]);
    let recent = [&roll];
    let situation = Situation { recent: &recent, ..at(&empty, &group) };
    let pack = ContextPack::new(&situation, index.library());
    let suggestions = suggest(&index, &pack, &request(""));
    let gap = |skill: &str| suggestions.target.gap.get(&skill.into()).copied().unwrap_or_default();
    // wanted: falling 1.0, rolling 0.5, throwing 0.5; rolling was all of the last unit
    assert!((gap("falling") - 1.0).abs() < 1e-6);
    assert!((gap("rolling") - (0.5 - 0.35)).abs() < 1e-6);
    assert!((gap("throwing") - 0.5).abs() < 1e-6);
    assert!(suggestions.target.sources.contains(&Source::GroupHistory));
}

#[test]
fn a_technique_nobody_was_prepared_for_is_left_out_unless_it_is_searched_for() {
    let (index, mut group) = (dojo(), children());
    group.level_mix = [(Level::Advanced, 12)].into();
    group.age_min = 14;
    let unit = unit(&[], &[]);
    group.known = ids(&["tag"]);
    let of = |group: &_, query: &str| {
        let pack = pack(&index, &unit, group);
        suggest(&index, &pack, &request(query))
    };
    let excluded = of(&group, "").excluded;
    let why = &excluded.iter().find(|e| e.exercise.id.as_str() == "fall_jump").unwrap().exclusions;
    assert!(
        matches!(why.as_slice(), [Exclusion::Prerequisite(first)] if first.en == "Fall from standing")
    );
    assert_eq!(order(&of(&group, "free fall"))[0], "fall_jump");
    group.known = ids(&["fall_stand"]);
    assert!(order(&of(&group, "")).contains(&"fall_jump"));
    // nothing is known of a new group
    group.known.clear();
    assert!(order(&of(&group, "")).contains(&"fall_jump"));
}

#[test]
fn pins_stand_first_and_what_was_put_aside_is_gone() {
    let (index, group) = (dojo(), children());
    let pack = pack(&index, &unit(&[], &["fall_sit"]), &group);
    let request = Request {
        pinned: ids(&["breathing", "fall_jump"]),
        dismissed: ids(&["fall_stand"]),
        ..Request::default()
    };
    let suggestions = suggest(&index, &pack, &request);
    // a pin that is not possible stays out
    assert_eq!(order(&suggestions)[0], "breathing");
    assert!(!order(&suggestions).contains(&"fall_stand"));
    assert!(!order(&suggestions).contains(&"fall_jump"));
    let why = explain(&index, &pack, &request, &"fall_stand".into()).unwrap();
    assert_eq!(why.exclusions, [Exclusion::Dismissed]);
}

#[test]
fn a_second_term_narrows_the_hits() {
    let (index, group) = (dojo(), children());
    let pack = pack(&index, &unit(&[], &["fall_sit"]), &group);
    let request = Request { term: "breath".into(), ..Request::default() };
    let suggestions = suggest(&index, &pack, &request);
    assert_eq!(order(&suggestions), ["breathing"]);
    let why = explain(&index, &pack, &request, &"tag".into()).unwrap();
    assert_eq!(why.exclusions, [Exclusion::Term("breath".into())]);
}

#[test]
fn variants_of_one_movement_stand_behind_the_best_two() {
    let raise = |id: &str, en: &str| {
        let mut exercise = drill(id, en, en);
        exercise.primary = vec![domain::Muscle::Calves];
        exercise
    };
    let exercises = vec![
        raise("a", "Calf raise"),
        raise("b", "Seated calf raise"),
        raise("c", "Dumbbell calf raise"),
        drill("d", "Tag", "Fangen"),
        raise("e", "Donkey calf raise"),
    ];
    let index = RetrievalIndex::new(Arc::new(library(exercises, vec![])));
    let suggestions = suggest(&index, &ContextPack::default(), &request(""));
    assert_eq!(order(&suggestions), ["a", "b", "d"]);
    assert_eq!(suggestions.hits[1].variants, ids(&["c", "e"]));
    // who searches for them gets them all
    let all = suggest(&index, &ContextPack::default(), &request("calf raise"));
    assert!(["a", "b", "c", "e"].iter().all(|id| order(&all).contains(id)));
}

#[test]
fn exercises_of_another_sport_stand_behind_those_of_ones_own() {
    let drill_of = |id: &str, style: &str| {
        let mut exercise = drill(id, id, id);
        exercise.styles = vec![style.into()];
        exercise
    };
    let exercises = vec![
        drill_of("a_karate", "karate_shotokan"),
        drill_of("b_bjj", "bjj"),
        drill_of("c_judo", "judo"),
    ];
    let index = RetrievalIndex::new(Arc::new(library(exercises, vec![])));
    let mut pack =
        ContextPack { section_kind: Some(domain::SectionKind::Skill), ..ContextPack::default() };
    assert_eq!(order(&suggest(&index, &pack, &request(""))), ["a_karate", "b_bjj", "c_judo"]);
    pack.style = Some("judo".into());
    assert_eq!(order(&suggest(&index, &pack, &request(""))), ["c_judo", "b_bjj", "a_karate"]);
}
