//! Every screen as text, in both languages, at the usual size, a wide and a tiny one.

#![expect(clippy::format_push_string, reason = "screens are put together readably")]

mod coaching;
mod frameworks;
mod generation;
mod logs;
mod models;
mod offers;
mod people;
mod stage;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::draw;
use crate::app::tests::script::Session;
use crate::app::{Event, Model};
use crate::domain::Lang;
use coaching::{changes, loads, overview};
use stage::{program, review, session, suggest, text};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (40, 12)];

/// Draws a model.
fn frame(model: &Model) -> Buffer {
    let mut frame = Buffer::empty(Rect::new(0, 0, model.size.0, model.size.1));
    draw(model, &mut frame);
    frame
}

/// The screen that `play` leads to, in every size and language.
fn screens(play: impl Fn(&mut Session)) -> String {
    let mut all = String::new();
    for lang in Lang::ALL {
        for (columns, lines) in SIZES {
            let mut session = session();
            session.model.lang = lang;
            session.event(Event::Resize(columns, lines));
            play(&mut session);
            all += &format!("══ {} {columns}×{lines}\n", lang.code());
            all += &text(&frame(&session.model));
        }
    }
    all
}

#[test]
fn the_main_screen() {
    insta::assert_snapshot!(screens(|_| ()));
}

#[test]
fn why_a_suggestion_stands_where_it_stands() {
    insta::assert_snapshot!(screens(|session| {
        session.keys("tab w");
        suggest(session);
    }));
}

#[test]
fn the_review_of_an_import() {
    insta::assert_snapshot!(screens(review));
}

#[test]
fn the_text_to_import() {
    insta::assert_snapshot!(screens(|session| {
        session.keys("p").typed("Bench press 4x6 @80kg").keys("enter").typed("Plank 3x30s");
    }));
}

#[test]
fn the_form_of_a_generation() {
    insta::assert_snapshot!(screens(|session| {
        session.keys("G down down 8");
    }));
}

#[test]
fn a_list_to_choose_from() {
    insta::assert_snapshot!(screens(|session| {
        session.keys("home down x").typed("bow");
    }));
}

#[test]
fn the_help() {
    insta::assert_snapshot!(screens(|session| {
        session.keys("?");
    }));
}

#[test]
fn the_page_of_an_exercise() {
    insta::assert_snapshot!(screens(|session| {
        session.keys("home l l down i");
    }));
}

#[test]
fn the_page_of_a_program() {
    insta::assert_snapshot!(screens(program));
}

#[test]
fn a_line_being_typed_with_an_error() {
    insta::assert_snapshot!(screens(|session| {
        session.keys("home down e").typed(" 4x6 @@");
        suggest(session);
    }));
}

#[test]
fn the_library() {
    insta::assert_snapshot!(screens(|session| {
        session.keys("L /").typed("fall");
    }));
}

#[test]
fn the_library_narrowed() {
    insta::assert_snapshot!(screens(|session| {
        session.keys("L f right space");
    }));
}

#[test]
fn an_exercise_of_the_library() {
    insta::assert_snapshot!(screens(|session| {
        session.keys("L j enter");
    }));
}

#[test]
fn the_progressions_of_an_exercise() {
    insta::assert_snapshot!(screens(|session| {
        session.keys("L /").typed("fall back").keys("enter enter l");
    }));
}

#[test]
fn the_form_for_an_exercise() {
    insta::assert_snapshot!(screens(|session| {
        session.keys("L j e down down").typed("; fall back").keys("up up up up up up").typed("x");
    }));
}

#[test]
fn picking_for_an_exercise() {
    insta::assert_snapshot!(screens(|session| {
        session.keys("L j e down down down down down down down down down down enter 2 down 2");
    }));
}

#[test]
fn the_lists_a_club_adds_to() {
    insta::assert_snapshot!(screens(|session| {
        session.keys("L C l j");
    }));
}

#[test]
fn no_size_breaks_a_screen() {
    let plays: [fn(&mut Session); 14] = [
        |session| {
            session.keys("L e").typed("x");
        },
        |session| {
            session.keys("L e up up enter");
        },
        |session| {
            session.keys("L C");
        },
        |session| {
            session.keys("L K");
        },
        |session| {
            session.keys("L enter l");
        },
        |session| {
            session.keys("L f right space");
        },
        |session| {
            session.keys("L /").typed("no such thing");
        },
        |_| (),
        review,
        program,
        |session| {
            session.keys("G");
        },
        |session| {
            session.keys("?");
        },
        |session| {
            session.keys(":").typed("in");
        },
        |session| {
            session.keys("/").typed("grip");
        },
    ];
    for play in plays {
        for size in [(1, 1), (2, 2), (3, 1), (1, 30), (20, 5), (63, 7), (64, 18), (300, 90)] {
            let mut session = session();
            session.event(Event::Resize(size.0, size.1));
            play(&mut session);
            frame(&session.model);
        }
    }
}

#[test]
fn the_list_of_findings() {
    insta::assert_snapshot!(screens(|session| {
        session.keys("! x");
    }));
}

#[test]
fn the_volume_of_a_program() {
    insta::assert_snapshot!(screens(|session| {
        overview(session);
        session.keys("tab");
    }));
}

#[test]
fn the_curves_of_a_program() {
    insta::assert_snapshot!(screens(|session| {
        overview(session);
        session.keys("tab tab");
    }));
}

#[test]
fn what_results_would_change() {
    insta::assert_snapshot!(screens(changes));
}

#[test]
fn the_loads_of_each_athlete() {
    insta::assert_snapshot!(screens(loads));
}

#[test]
fn a_result_being_typed() {
    insta::assert_snapshot!(screens(|session| {
        session.keys("home down =").typed("ok");
        suggest(session);
    }));
}

#[test]
fn a_request_understood_as_chips() {
    insta::assert_snapshot!(screens(|session| {
        session.keys("/").typed("falling with a partner, 10 minutes").keys("enter");
    }));
}

#[test]
fn why_and_why_not() {
    insta::assert_snapshot!(screens(|session| {
        session.keys("tab W").typed("bench press").keys("enter");
    }));
}

#[test]
fn what_the_plan_asks_for() {
    insta::assert_snapshot!(screens(|session| {
        session.keys("tab T");
    }));
}

#[test]
fn what_the_last_units_trained() {
    insta::assert_snapshot!(screens(|session| {
        session.keys("C");
    }));
}

#[test]
fn a_proposal_to_accept() {
    insta::assert_snapshot!(screens(|session| {
        session.keys("home l l f");
    }));
}
