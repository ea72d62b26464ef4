//! What keys and replies do to the model, and what they ask for.

use super::script::{Session, unit};
use crate::app::plan::Line;
use crate::app::{Effect, Event, Overlay, Pane, Reply};
use crate::domain::{Bilingual, ItemField, Lang, PlanEdit};

#[test]
fn a_digit_inserts_that_suggestion_at_the_cursor_and_asks_for_a_save() {
    let mut session = Session::new();
    let first = session.model.suggest.hits()[0].exercise.id.clone();
    session.keys("1");
    let main = &session.unit().sections[1];
    assert_eq!(main.items[0].exercise.as_ref(), Some(&first));
    assert_eq!(
        session.model.plan.cursor,
        Some(Line::Item(main.id.clone(), main.items[0].id.clone()))
    );
    assert!(matches!(session.effects.as_slice(), [Effect::Save(_, 1)]));
    let again =
        session.model.suggest.hits().iter().any(|hit| hit.exercise.id == first && hit.score > 0.9);
    assert!(!again, "what stands in the plan is not suggested as before");
}

#[test]
fn a_digit_pressed_while_the_list_is_made_anew_means_the_new_list() {
    let mut session = Session::new();
    let asked = session.silent("1 1 1");
    assert_eq!(
        session.unit().sections[1].items.len(),
        1,
        "only the first has a list to choose from"
    );
    session.answer(asked);
    let ids: Vec<_> = session.unit().exercises().cloned().collect();
    let distinct: std::collections::BTreeSet<_> = ids.iter().collect();
    assert_eq!((ids.len(), distinct.len()), (5, 5), "three different exercises joined the two");
}

#[test]
fn undo_and_redo_walk_through_every_edit() {
    let mut session = Session::new();
    let before = session.unit().clone();
    session.keys("1 2 home down d");
    let after = session.unit().clone();
    session.keys("u u u");
    assert_eq!(*session.unit(), before);
    session.keys("u");
    assert!(session.model.notice.is_some(), "says that there is nothing left to undo");
    session.keys("ctrl-r ctrl-r ctrl-r");
    assert_eq!(*session.unit(), after);
    let bases: Vec<u32> = session
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Save(_, base) => Some(*base),
            _ => None,
        })
        .collect();
    assert_eq!(bases, (1..=9).collect::<Vec<u32>>(), "each save builds on the one before");
}

#[test]
fn a_dose_is_edited_in_place_and_a_wrong_one_stays_with_its_reason() {
    let mut session = Session::new();
    session.keys("home down enter ctrl-u").typed("3x8 @@").keys("enter");
    let entry = session.model.entry.as_ref().expect("the line stays open");
    assert!(entry.error.is_some());
    assert_eq!(entry.field.line(), "3x8 @@");
    session.keys("backspace backspace backspace enter");
    assert!(session.model.entry.is_none());
    let item = &session.unit().sections[0].items[0];
    assert_eq!(item.prescription.set_count(), Some(3));
}

#[test]
fn lines_move_join_and_go() {
    let mut session = Session::new();
    session.keys("home down J");
    assert_eq!(session.labels(0), ["Log roll", "Simple tag"]);
    session.keys("K s");
    let tags: Vec<_> = session.unit().sections[0].items.iter().map(|item| item.superset).collect();
    assert!(tags.iter().all(Option::is_some));
    session.keys("d");
    assert_eq!(session.labels(0), ["Log roll"]);
}

#[test]
fn the_query_searches_while_it_is_typed_and_escape_takes_it_back() {
    let mut session = Session::new();
    session.keys("/").typed("plank");
    assert_eq!(session.model.suggest.query, "plank");
    let names: Vec<String> =
        session.model.suggest.hits().iter().map(|hit| hit.exercise.id.to_string()).collect();
    assert!(names.iter().take(3).any(|name| name.contains("plank")), "{names:?}");
    session.keys("esc");
    assert_eq!(session.model.suggest.query, "");
}

#[test]
fn the_language_changes_at_once_and_is_remembered() {
    let mut session = Session::new();
    session.keys("f2");
    assert_eq!(session.model.lang, Lang::De);
    assert!(
        session.effects.iter().any(
            |effect| matches!(effect, Effect::Remember(place) if place.lang == Some(Lang::De))
        )
    );
}

#[test]
fn another_coachs_change_is_kept_and_ours_is_made_again_on_top() {
    let mut session = Session::new();
    let mut theirs = unit();
    let id = theirs.sections[0].items[0].id.clone();
    let field = ItemField::Notes("theirs".to_owned());
    PlanEdit::SetItem { item: id, field }.apply(&mut theirs).unwrap();
    session.keys("1");
    session.effects.clear();
    session.event(Event::Reply(Reply::Conflict(Box::new(Session::fetched(theirs, 5)))));
    assert_eq!(session.unit().sections[0].items[0].notes, "theirs");
    assert_eq!(session.unit().sections[1].items.len(), 1);
    assert!(session.effects.iter().any(|effect| matches!(effect, Effect::Save(_, 5))));
}

#[test]
fn an_answer_to_an_older_question_is_dropped() {
    let mut session = Session::new();
    let old = session.model.ticket();
    session.keys("o");
    session.event(Event::Reply(Reply::Plans(old, Vec::new())));
    let fetched = Session::fetched(unit(), 9);
    session.event(Event::Reply(Reply::Unit(old, Box::new(fetched))));
    assert_eq!(session.model.open.as_ref().unwrap().version, 1);
}

#[test]
fn quitting_remembers_the_place_and_leaves_after_saving() {
    let mut session = Session::new();
    session.keys("q");
    assert!(session.model.leaving);
    assert!(matches!(session.effects.as_slice(), [Effect::Remember(_), Effect::Leave]));
}

#[test]
fn every_screen_size_keeps_every_view_alive() {
    for size in [(80, 24), (120, 40), (40, 12), (20, 5), (1, 1), (0, 0)] {
        for keys in ["", "?", ":", "o", "p", "G", "/", "i", "tab w", "tab tab"] {
            let mut session = Session::new();
            session.keys("home down").keys(keys);
            session.event(Event::Resize(size.0, size.1));
            let area = ratatui::layout::Rect::new(0, 0, size.0, size.1);
            let mut frame = ratatui::buffer::Buffer::empty(area);
            crate::view::draw(&session.model, &mut frame);
        }
    }
}

#[test]
fn a_free_line_needs_no_exercise() {
    let mut session = Session::new();
    session.keys("n").typed("Water break").keys("enter");
    let item = &session.unit().sections[1].items[0];
    assert_eq!((item.exercise.as_ref(), &item.label), (None, &Bilingual::same("Water break")));
}

#[test]
fn focus_goes_round_and_pages_close() {
    let mut session = Session::new();
    session.keys("tab tab tab");
    assert_eq!(session.model.focus, Pane::Plan);
    session.keys("?");
    assert!(matches!(session.model.overlays.as_slice(), [Overlay::Page(_)]));
    session.keys("esc");
    assert!(session.model.overlays.is_empty());
}
