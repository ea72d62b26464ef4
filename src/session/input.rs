//! What a terminal sends, as events of the app.

use crossterm::event::{
    Event as Raw, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent,
    MouseEventKind,
};

use crate::app::{Code, Event, Key};

/// The event a terminal event means, if it means one.
#[must_use]
pub fn event_of(raw: Raw) -> Option<Event> {
    match raw {
        Raw::Key(key) if key.kind != KeyEventKind::Release => key_of(key).map(Event::Key),
        Raw::Paste(text) => Some(Event::Paste(text)),
        Raw::Resize(columns, lines) => Some(Event::Resize(columns, lines)),
        Raw::Mouse(mouse) => mouse_of(mouse),
        Raw::Key(_) | Raw::FocusGained | Raw::FocusLost => None,
    }
}

fn key_of(key: KeyEvent) -> Option<Key> {
    let code = match key.code {
        KeyCode::Char(sign) => Code::Char(sign),
        KeyCode::F(number) => Code::F(number),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab | KeyCode::BackTab => Code::Tab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        _ => return None,
    };
    let shift = match key.code {
        // Shift is already in the character.
        KeyCode::Char(_) => false,
        KeyCode::BackTab => true,
        _ => key.modifiers.contains(KeyModifiers::SHIFT),
    };
    Some(Key {
        code,
        ctrl: key.modifiers.contains(KeyModifiers::CONTROL),
        alt: key.modifiers.contains(KeyModifiers::ALT),
        shift,
    })
}

fn mouse_of(mouse: MouseEvent) -> Option<Event> {
    let (column, line) = (mouse.column, mouse.row);
    match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Event::Click(column, line)),
        MouseEventKind::ScrollUp => Some(Event::Wheel(column, line, -1)),
        MouseEventKind::ScrollDown => Some(Event::Wheel(column, line, 1)),
        _ => None,
    }
}
