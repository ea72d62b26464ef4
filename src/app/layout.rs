//! Where the panes stand, worked out from the size alone, so that drawing and the mouse agree.

use ratatui::layout::Rect;

use super::Scope;

/// The panes that are always there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The unit plan.
    Plan,
    /// The ranked suggestions.
    Suggest,
    /// The log of generation and jobs.
    Log,
}

impl Pane {
    /// The panes in the order of the focus key.
    pub const ALL: [Self; 3] = [Self::Plan, Self::Suggest, Self::Log];

    /// The scope of the pane's keys.
    #[must_use]
    pub const fn scope(self) -> Scope {
        match self {
            Self::Plan => Scope::Plan,
            Self::Suggest => Scope::Suggest,
            Self::Log => Scope::Log,
        }
    }

    /// The pane `steps` further on.
    #[must_use]
    pub fn step(self, steps: usize) -> Self {
        let at = Self::ALL.iter().position(|pane| *pane == self).unwrap_or(0);
        Self::ALL.into_iter().cycle().nth(at + steps).unwrap_or(self)
    }
}

/// Narrower than this, the plan and the suggestions take turns instead of standing side by side.
const SIDE_BY_SIDE: u16 = 64;

/// Regions of the screen. Regions may be empty when the screen is tiny.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Regions {
    /// Context chips.
    pub chips: Rect,
    /// The unit plan.
    pub plan: Rect,
    /// The suggestions.
    pub suggest: Rect,
    /// The log.
    pub log: Rect,
    /// Hints, notices and the query line.
    pub hint: Rect,
    /// Everything between chips and hints, for overlays.
    pub body: Rect,
}

impl Regions {
    /// The regions of a screen of this size, with `focus` deciding who is seen on narrow ones.
    #[must_use]
    pub fn of(size: (u16, u16), focus: Pane) -> Self {
        let (width, height) = size;
        let chip_rows = match height {
            0..=5 => 0,
            6..=17 => 1,
            _ => 2,
        };
        let hint_rows = u16::from(height > 2);
        let body_rows = height.saturating_sub(chip_rows + hint_rows);
        let log_rows = match (body_rows, focus) {
            (0..=5, _) => 0,
            (6..=11, _) => 3,
            // whoever looks at the log sees more of it
            (_, Pane::Log) => body_rows / 2,
            (12..=25, _) => 5,
            _ => body_rows / 4,
        };
        let main_rows = body_rows - log_rows;
        let row = |y, rows| Rect::new(0, y, width, rows);
        let main = row(chip_rows, main_rows);
        let (plan, suggest) = if width >= SIDE_BY_SIDE {
            let left = width * 11 / 20;
            (Rect { width: left, ..main }, Rect { x: left, width: width - left, ..main })
        } else if focus == Pane::Suggest {
            (Rect { width: 0, height: 0, ..main }, main)
        } else {
            (main, Rect { width: 0, height: 0, ..main })
        };
        Self {
            chips: row(0, chip_rows),
            plan,
            suggest,
            log: row(chip_rows + main_rows, log_rows),
            hint: row(height - hint_rows, hint_rows),
            body: row(chip_rows, body_rows),
        }
    }

    /// The pane under a cell of the screen.
    #[must_use]
    pub fn pane_at(&self, column: u16, line: u16) -> Option<Pane> {
        let cell = ratatui::layout::Position::new(column, line);
        [(Pane::Plan, self.plan), (Pane::Suggest, self.suggest), (Pane::Log, self.log)]
            .into_iter()
            .find(|(_, region)| region.contains(cell))
            .map(|(pane, _)| pane)
    }
}

/// Lines at the foot of a review for the row under the cursor, on a screen whose body has this
/// many.
#[must_use]
pub const fn review_foot(body: u16) -> u16 {
    match body {
        0..=5 => 0,
        6..=9 => 2,
        10..=15 => 4,
        _ => 7,
    }
}
