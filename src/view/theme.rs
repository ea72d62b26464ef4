//! How things are set apart: one style per meaning, in three themes. Only the sixteen colours of
//! the terminal are used, so the coach's own palette holds; every meaning also has a sign or a
//! weight, so nothing rests on colour.

use ratatui::style::{Color, Modifier, Style};

use crate::app::log::Tone;
use crate::config::Theme;

/// What a piece of text means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Ordinary text.
    Plain,
    /// Text that matters less.
    Dim,
    /// A heading.
    Title,
    /// The heading of the pane that has the attention.
    Focus,
    /// The line under the cursor in the pane that has the attention.
    Cursor,
    /// A key to press.
    Key,
    /// A value worth seeing: a score, a dose.
    Value,
    /// Sure, done.
    Good,
    /// Worth a look.
    Warn,
    /// Doubtful or failed.
    Bad,
    /// Part of a text that became a name.
    Name,
    /// Part of a text that became a number of sets or repetitions.
    Count,
    /// Part of a text that became a load or an effort.
    Load,
    /// Part of a text that became a time, rest or tempo.
    Time,
}

/// The style of a meaning.
#[must_use]
pub(super) const fn style(theme: Theme, meaning: Meaning) -> Style {
    let plain = Style::new();
    match theme {
        Theme::Mono => match meaning {
            Meaning::Plain | Meaning::Good => plain,
            Meaning::Dim => plain.add_modifier(Modifier::DIM),
            Meaning::Title | Meaning::Key | Meaning::Value | Meaning::Name => {
                plain.add_modifier(Modifier::BOLD)
            }
            Meaning::Focus => plain.add_modifier(Modifier::BOLD).add_modifier(Modifier::REVERSED),
            Meaning::Cursor => plain.add_modifier(Modifier::REVERSED),
            Meaning::Warn | Meaning::Count => plain.add_modifier(Modifier::UNDERLINED),
            Meaning::Bad | Meaning::Load => {
                plain.add_modifier(Modifier::BOLD).add_modifier(Modifier::UNDERLINED)
            }
            Meaning::Time => plain.add_modifier(Modifier::ITALIC),
        },
        Theme::Default => match meaning {
            Meaning::Plain => plain,
            Meaning::Dim => plain.fg(Color::DarkGray),
            Meaning::Title | Meaning::Name => plain.add_modifier(Modifier::BOLD),
            Meaning::Focus => plain.fg(Color::Cyan).add_modifier(Modifier::BOLD),
            Meaning::Cursor => plain.add_modifier(Modifier::REVERSED),
            Meaning::Key | Meaning::Value | Meaning::Count => plain.fg(Color::Cyan),
            Meaning::Good => plain.fg(Color::Green),
            Meaning::Warn => plain.fg(Color::Yellow),
            Meaning::Bad => plain.fg(Color::Red).add_modifier(Modifier::BOLD),
            Meaning::Load => plain.fg(Color::Magenta),
            Meaning::Time => plain.fg(Color::Blue),
        },
        Theme::HighContrast => {
            let bright = plain.fg(Color::White).bg(Color::Black);
            match meaning {
                Meaning::Plain | Meaning::Dim => bright,
                Meaning::Title | Meaning::Name => bright.add_modifier(Modifier::BOLD),
                Meaning::Focus => {
                    plain.fg(Color::Black).bg(Color::LightYellow).add_modifier(Modifier::BOLD)
                }
                Meaning::Cursor => plain.fg(Color::Black).bg(Color::White),
                Meaning::Key | Meaning::Value | Meaning::Count => {
                    bright.fg(Color::LightCyan).add_modifier(Modifier::BOLD)
                }
                Meaning::Good => bright.fg(Color::LightGreen),
                Meaning::Warn => bright.fg(Color::LightYellow).add_modifier(Modifier::BOLD),
                Meaning::Bad => bright
                    .fg(Color::LightRed)
                    .add_modifier(Modifier::BOLD)
                    .add_modifier(Modifier::UNDERLINED),
                Meaning::Load => bright.fg(Color::LightMagenta),
                Meaning::Time => bright.fg(Color::LightBlue),
            }
        }
    }
}

/// Meaning and sign of a tone.
#[must_use]
pub(super) const fn tone(tone: Tone) -> (Meaning, &'static str) {
    match tone {
        Tone::Plain => (Meaning::Plain, " "),
        Tone::Good => (Meaning::Good, "✓"),
        Tone::Warn => (Meaning::Warn, "!"),
        Tone::Bad => (Meaning::Bad, "✗"),
    }
}
