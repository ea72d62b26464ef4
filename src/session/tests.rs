//! Frames: what is sent, when, and what never is.

use std::time::Duration;

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::frames::Limiter;
use super::surface::{LEAVE_SEQUENCE, Surface};
use super::{clipboard, gate, input};
use crate::app::{Code, Event, Key};

fn text(frame: &mut Buffer, line: &str) {
    frame.set_string(0, 0, line, Style::new());
}

/// A writer that remembers each write apart.
#[derive(Default)]
struct Writes(Vec<Vec<u8>>);

impl std::io::Write for &mut Writes {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.push(bytes.to_vec());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_frame_is_one_write_and_an_equal_one_is_none() {
    let mut writes = Writes::default();
    let mut surface = Surface::new(&mut writes, (20, 3));
    surface.frame(|frame| text(frame, "planwright")).unwrap();
    surface.frame(|frame| text(frame, "planwright")).unwrap();
    drop(surface);
    assert_eq!(writes.0.len(), 1);
    let sent = String::from_utf8(writes.0.remove(0)).unwrap();
    assert!(sent.starts_with("\x1b[?2026h") && sent.ends_with("\x1b[?2026l"), "{sent:?}");
}

#[test]
fn only_what_changed_is_sent() {
    let mut writes = Writes::default();
    let mut surface = Surface::new(&mut writes, (80, 24));
    surface.frame(|frame| text(frame, &"x".repeat(80))).unwrap();
    surface.frame(|frame| text(frame, &format!("{}y", "x".repeat(79)))).unwrap();
    drop(surface);
    assert!(writes.0[1].len() < 60, "{:?}", String::from_utf8_lossy(&writes.0[1]));
}

#[test]
fn after_a_resize_the_screen_is_drawn_whole() {
    let mut writes = Writes::default();
    let mut surface = Surface::new(&mut writes, (20, 3));
    surface.frame(|frame| text(frame, "planwright")).unwrap();
    surface.resize((30, 4));
    surface.frame(|frame| text(frame, "planwright")).unwrap();
    drop(surface);
    let sent = String::from_utf8_lossy(&writes.0[1]).into_owned();
    assert!(sent.contains("\x1b[2J") && sent.contains("planwright"), "{sent:?}");
}

#[test]
fn tiny_screens_do_not_break() {
    for size in [(0, 0), (1, 1), (2, 2), (20, 5)] {
        let mut surface = Surface::new(Vec::new(), size);
        surface.frame(|frame| frame.set_style(frame.area, Style::new())).unwrap();
        surface.resize((1, 1));
        surface.frame(|_| ()).unwrap();
    }
}

#[test]
fn no_cell_breaks_the_line() {
    let mut frame = Buffer::empty(Rect::new(0, 0, 2, 1));
    #[expect(clippy::disallowed_methods, reason = "plays the pane that forgot to clean")]
    frame[(0, 0)].set_symbol("\u{2028}ä\n");
    gate::close(&mut frame);
    assert_eq!(frame[(0, 0)].symbol(), " ä ");
}

proptest! {
    #[test]
    fn no_cell_leaves_with_a_control_or_bidi_sign(symbol in any::<String>()) {
        let mut frame = Buffer::empty(Rect::new(0, 0, 2, 1));
        #[expect(clippy::disallowed_methods, reason = "plays the pane that forgot to clean")]
        frame[(0, 0)].set_symbol(&symbol);
        gate::close(&mut frame);
        let left = frame[(0, 0)].symbol();
        prop_assert!(!left.chars().any(char::is_control), "{left:?}");
        prop_assert!(!left.chars().any(|sign| matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}' | '\u{feff}')), "{left:?}");
    }
}

#[test]
fn a_key_is_answered_at_once_and_a_stream_is_slowed() {
    let at = Duration::from_millis;
    let mut limiter = Limiter::new(at(33));
    assert_eq!(limiter.wait(at(0)), None);
    limiter.request();
    assert_eq!(limiter.wait(at(0)), Some(at(0)));
    limiter.drawn(at(0));
    limiter.request();
    assert_eq!(limiter.wait(at(10)), Some(at(23)));
    limiter.hurry();
    assert_eq!(limiter.wait(at(10)), Some(at(0)));
    limiter.drawn(at(10));
    limiter.request();
    assert_eq!(limiter.wait(at(100)), Some(at(0)));
}

#[test]
fn leaving_undoes_all_that_entering_did() {
    let entered = String::from_utf8(super::enter_sequence(super::Mouse::On)).unwrap();
    let left = String::from_utf8(LEAVE_SEQUENCE.to_vec()).unwrap();
    for mode in ["?1049", "?2004", "?1000", "?1006"] {
        assert!(entered.contains(&format!("{mode}h")), "{mode} is not entered");
        assert!(left.contains(&format!("{mode}l")), "{mode} is not left");
    }
    assert!(left.contains("\x1b[?25h") && left.contains("\x1b[?2026l"));
}

#[test]
fn keys_of_the_terminal_become_keys_of_the_app() {
    use crossterm::event::{Event as Raw, KeyCode, KeyEvent, KeyModifiers};
    let press = |code, modifiers| match input::event_of(Raw::Key(KeyEvent::new(code, modifiers))) {
        Some(Event::Key(key)) => key.to_string(),
        other => panic!("{other:?}"),
    };
    assert_eq!(press(KeyCode::Char('K'), KeyModifiers::SHIFT), "K");
    assert_eq!(press(KeyCode::Char('r'), KeyModifiers::CONTROL), "ctrl-r");
    assert_eq!(press(KeyCode::BackTab, KeyModifiers::SHIFT), "shift-tab");
    assert_eq!(press(KeyCode::Up, KeyModifiers::ALT), "alt-up");
    assert_eq!(press(KeyCode::F(2), KeyModifiers::NONE), "f2");
    assert_eq!(Key::plain(Code::Enter).to_string(), "enter");
}

fn clipped(text: &str) -> String {
    String::from_utf8(clipboard::sequence(text).unwrap()).unwrap()
}

#[test]
fn text_is_sent_as_base64_between_its_marks() {
    assert_eq!(clipped(""), "\x1b]52;c;\x07");
    assert_eq!(clipped("a"), "\x1b]52;c;YQ==\x07");
    assert_eq!(clipped("ab"), "\x1b]52;c;YWI=\x07");
    assert_eq!(clipped("Größe"), "\x1b]52;c;R3LDtsOfZQ==\x07");
    assert_eq!(clipped("\x1b]52;c;!\x07"), "\x1b]52;c;G101MjtjOyEH\x07");
}

#[test]
fn too_much_is_not_sent() {
    assert_eq!(clipboard::sequence(&"x".repeat(clipboard::MOST + 1)), None);
    assert!(clipboard::sequence(&"x".repeat(clipboard::MOST)).is_some());
}
