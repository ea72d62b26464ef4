//! Keys as values, whatever terminal they come from, and their names in the config and on screen.

use std::fmt;
use std::str::FromStr;

/// One key press with its modifiers. Shift is part of the character for letters and signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// What was pressed.
    pub code: Code,
    /// With Control.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
    /// With Shift; always `false` for [`Code::Char`].
    pub shift: bool,
}

/// What was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A character as typed.
    Char(char),
    /// A function key.
    F(u8),
    /// Enter or Return.
    Enter,
    /// Escape.
    Esc,
    /// Tabulator; with shift it is back-tab.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
}

/// A key name that is not one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no key; write for example `a`, `ctrl-r`, `alt-up`, `shift-tab`, `f2`, `space`")]
pub struct NoSuchKey(pub String);

const NAMED: &[(&str, Code)] = &[
    ("enter", Code::Enter),
    ("esc", Code::Esc),
    ("tab", Code::Tab),
    ("backspace", Code::Backspace),
    ("delete", Code::Delete),
    ("up", Code::Up),
    ("down", Code::Down),
    ("left", Code::Left),
    ("right", Code::Right),
    ("home", Code::Home),
    ("end", Code::End),
    ("pageup", Code::PageUp),
    ("pagedown", Code::PageDown),
    ("space", Code::Char(' ')),
];

impl Key {
    /// A key without modifiers.
    #[must_use]
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// A typed character.
    #[must_use]
    pub const fn char(sign: char) -> Self {
        Self::plain(Code::Char(sign))
    }

    /// The character this key types into a field, if it types one.
    #[must_use]
    pub const fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(sign) if !self.ctrl && !self.alt => Some(sign),
            _ => None,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "ctrl-"), (self.alt, "alt-"), (self.shift, "shift-")] {
            if held {
                f.write_str(name)?;
            }
        }
        match self.code {
            Code::F(number) => write!(f, "f{number}"),
            code => match NAMED.iter().find(|(_, named)| *named == code) {
                Some((name, _)) => f.write_str(name),
                None => match code {
                    Code::Char(sign) => write!(f, "{sign}"),
                    _ => Ok(()),
                },
            },
        }
    }
}

impl FromStr for Key {
    type Err = NoSuchKey;

    fn from_str(text: &str) -> Result<Self, NoSuchKey> {
        let mut key = Self::plain(Code::Esc);
        let mut rest = text;
        loop {
            if let Some(after) = rest.strip_prefix("ctrl-") {
                key.ctrl = true;
                rest = after;
            } else if let Some(after) = rest.strip_prefix("alt-") {
                key.alt = true;
                rest = after;
            } else if let Some(after) = rest.strip_prefix("shift-") {
                key.shift = true;
                rest = after;
            } else {
                break;
            }
        }
        let mut signs = rest.chars();
        key.code = match (signs.next(), signs.next()) {
            (Some(sign), None) => Code::Char(sign),
            _ => NAMED
                .iter()
                .find(|(name, _)| *name == rest)
                .map(|(_, code)| *code)
                .or_else(|| {
                    let number: u8 = rest.strip_prefix('f')?.parse().ok()?;
                    (1..=24).contains(&number).then_some(Code::F(number))
                })
                .ok_or_else(|| NoSuchKey(text.to_owned()))?,
        };
        Ok(key)
    }
}
