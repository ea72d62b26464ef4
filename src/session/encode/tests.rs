//! What a terminal shows after each frame is what was drawn, whatever came before; and how few
//! bytes the usual changes cost.

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use super::Encoder;
use super::motion::step;
use crate::language::columns;

const WIDTH: u16 = 24;
const HEIGHT: u16 = 4;

/// A piece of text somewhere, in some style.
#[derive(Debug, Clone)]
struct Piece {
    at: (u16, u16),
    text: String,
    style: Style,
}

fn piece() -> impl Strategy<Value = Piece> {
    let text = prop_oneof![
        "[a-z ]{1,24}",
        Just(" ".repeat(20)),
        Just("─".repeat(9)),
        Just("▌ä′●→".to_owned()),
        Just("日本 x".to_owned()),
    ];
    let colour = prop_oneof![
        Just(Color::Reset),
        Just(Color::Cyan),
        Just(Color::DarkGray),
        Just(Color::White),
        Just(Color::Indexed(200)),
        Just(Color::Rgb(1, 2, 3))
    ];
    let weight = prop_oneof![
        Just(Modifier::empty()),
        Just(Modifier::BOLD),
        Just(Modifier::DIM),
        Just(Modifier::REVERSED),
        Just(Modifier::BOLD | Modifier::UNDERLINED),
        Just(Modifier::ITALIC),
    ];
    (0..WIDTH, 0..HEIGHT, text, colour.clone(), colour, weight).prop_map(
        |(x, y, text, front, back, weight)| Piece {
            at: (x, y),
            text,
            style: Style::new().fg(front).bg(back).add_modifier(weight),
        },
    )
}

fn drawn(pieces: &[Piece]) -> Buffer {
    let mut frame = Buffer::empty(Rect::new(0, 0, WIDTH, HEIGHT));
    for piece in pieces {
        let (x, y) = piece.at;
        // nothing shines through from what was drawn before
        let style = Style::reset().patch(piece.style);
        frame.set_stringn(x, y, &piece.text, usize::from(WIDTH - x), style);
    }
    // half a sign that something was drawn over is none
    for y in 0..HEIGHT {
        for x in 0..WIDTH {
            let is_cut = columns(frame[(x, y)].symbol()) > 1
                && (x + 1 == WIDTH || frame[(x + 1, y)].symbol() != " ");
            if is_cut {
                frame[(x, y)].reset();
            }
        }
    }
    frame
}

fn terminal() -> vt100::Parser {
    let size = |cells| std::num::NonZero::new(cells).unwrap();
    vt100::Parser::new(size(HEIGHT), size(WIDTH), 0)
}

fn colour(colour: Color) -> vt100::Color {
    match colour {
        Color::Cyan => vt100::Color::Idx(6),
        Color::DarkGray => vt100::Color::Idx(8),
        Color::White => vt100::Color::Idx(15),
        Color::Indexed(index) => vt100::Color::Idx(index),
        Color::Rgb(red, green, blue) => vt100::Color::Rgb(red, green, blue),
        _ => vt100::Color::Default,
    }
}

/// Whether the terminal shows the frame.
fn check(terminal: &vt100::Parser, frame: &Buffer) -> Result<(), TestCaseError> {
    for y in 0..HEIGHT {
        let mut x = 0;
        while x < WIDTH {
            let (wanted, cell) = (&frame[(x, y)], terminal.screen().cell(y, x).unwrap());
            let shown = if cell.contents().is_empty() { " " } else { cell.contents() };
            prop_assert_eq!(shown, wanted.symbol(), "at {},{}", x, y);
            prop_assert_eq!(cell.bgcolor(), colour(wanted.bg), "at {},{}", x, y);
            prop_assert_eq!(cell.inverse(), wanted.modifier.contains(Modifier::REVERSED));
            prop_assert_eq!(cell.underline(), wanted.modifier.contains(Modifier::UNDERLINED));
            if shown != " " || cell.inverse() {
                prop_assert_eq!(cell.fgcolor(), colour(wanted.fg), "at {},{}", x, y);
            }
            if shown != " " {
                prop_assert_eq!(cell.bold(), wanted.modifier.contains(Modifier::BOLD));
                prop_assert_eq!(cell.dim(), wanted.modifier.contains(Modifier::DIM));
                prop_assert_eq!(cell.italic(), wanted.modifier.contains(Modifier::ITALIC));
            }
            x += columns(wanted.symbol()).max(1) as u16;
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_terminal_shows_what_was_drawn(
        frames in prop::collection::vec(prop::collection::vec(piece(), 0..6), 1..6),
    ) {
        let mut encoder = Encoder::default();
        let mut terminal = terminal();
        let mut shown = drawn(&[]);
        for pieces in frames {
            let next = drawn(&pieces);
            let mut out = Vec::new();
            encoder.encode(&shown, &next, &mut out);
            terminal.process(&out);
            check(&terminal, &next)?;
            shown = next;
        }
    }

    #[test]
    fn the_cursor_arrives(from in (0..WIDTH, 0..HEIGHT), to in (0..WIDTH, 0..HEIGHT)) {
        let mut terminal = terminal();
        terminal.process(step(None, from).as_bytes());
        let way = step(Some(from), to);
        terminal.process(way.as_bytes());
        prop_assert_eq!(terminal.screen().cursor_position(), (to.1, to.0));
        prop_assert!(way.len() <= step(None, to).len());
    }
}

/// Bytes between two frames of one styled text each.
fn cost(before: (&str, Style), after: (&str, Style)) -> usize {
    let frame =
        |(text, style): (&str, Style)| drawn(&[Piece { at: (0, 0), text: text.to_owned(), style }]);
    let (before, after) = (frame(before), frame(after));
    let mut encoder = Encoder::default();
    encoder.encode(&drawn(&[]), &before, &mut Vec::new());
    let mut out = Vec::new();
    encoder.encode(&before, &after, &mut out);
    out.len()
}

#[test]
fn usual_changes_cost_few_bytes() {
    let plain = Style::new();
    let dim = Style::new().fg(Color::DarkGray);
    assert_eq!(cost(("abc", plain), ("abc", plain)), 0);
    // a blank has no colour: nothing to send
    assert_eq!(cost(("   ", plain), ("   ", dim)), 0);
    // back to the start, one sign
    assert_eq!(cost(("abc", plain), ("xbc", plain)), "\x1b[Gx".len());
    // over a sign that stays instead of around it
    assert_eq!(cost(("abc", plain), ("xbz", plain)), "\x1b[Gxbz".len());
    // a line that goes is erased
    assert_eq!(cost(("a long line of signs", plain), ("", plain)), "\x1b[G\x1b[K".len());
    assert_eq!(cost(("abc", plain), ("abc", dim)), "\x1b[G\x1b[90mabc".len());
    assert_eq!(cost(("abc", dim), ("abc", plain)), "\x1b[G\x1b[mabc".len());
}
