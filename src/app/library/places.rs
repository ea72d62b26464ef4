//! Where the parts of the library screen stand, worked out from size and attention alone.

use ratatui::layout::Rect;

use super::Part;

/// From this width on, list and exercise stand side by side.
const SIDE_BY_SIDE: u16 = 100;

/// Narrower than this, the facets take the place of the list.
const FACETS_BESIDE: u16 = 60;

/// Lines of heading and search.
const HEAD: u16 = 2;

/// Regions of the screen; those that are not shown are empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Places {
    /// Heading, what was typed, what the list is narrowed to.
    pub head: Rect,
    /// The list.
    pub list: Rect,
    /// What it can be narrowed by.
    pub facets: Rect,
    /// The exercise.
    pub detail: Rect,
}

impl Places {
    /// The places within a region, with `part` having the attention.
    #[must_use]
    pub fn of(body: Rect, part: Part) -> Self {
        let head_rows = HEAD.min(body.height);
        let head = Rect { height: head_rows, ..body };
        let rest = Rect { y: body.y + head_rows, height: body.height - head_rows, ..body };
        let split = |left: u16| {
            let right = rest.width - left;
            (Rect { width: left, ..rest }, Rect { x: rest.x + left, width: right, ..rest })
        };
        let none = Self { head, ..Self::default() };
        if part == Part::Facets {
            if rest.width < FACETS_BESIDE {
                return Self { facets: rest, ..none };
            }
            let (facets, list) = split(rest.width * 9 / 20);
            return Self { list, facets, ..none };
        }
        if rest.width >= SIDE_BY_SIDE {
            let (list, detail) = split(rest.width * 9 / 20);
            return Self { list, detail, ..none };
        }
        match part {
            Part::Detail => Self { detail: rest, ..none },
            Part::List | Part::Search | Part::Facets => Self { list: rest, ..none },
        }
    }
}
