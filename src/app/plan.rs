//! The plan pane: its lines, its cursor, and the edits that its commands mean. Every function
//! here is a value in, a value out; `update` hands the edits to the open unit.

use crate::domain::{
    Exercise, IdSource, Item, ItemField, ItemId, Owner, PlanEdit, Prescription, Section,
    SectionField, SectionId, SectionKind, Stream, SupersetTag, Unit, UnitField,
};

/// A line of the plan pane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// Heading of a section.
    Section(SectionId),
    /// An item of the section.
    Item(SectionId, ItemId),
}

impl Line {
    /// The section the line belongs to.
    #[must_use]
    pub const fn section(&self) -> &SectionId {
        match self {
            Self::Section(section) | Self::Item(section, _) => section,
        }
    }
}

/// State of the plan pane.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanPane {
    /// The line the cursor is on; `None` in an empty unit.
    pub cursor: Option<Line>,
    /// First line shown.
    pub scroll: usize,
}

/// Where the cursor can go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// One line up.
    Up,
    /// One line down.
    Down,
    /// To the heading of the section before.
    SectionBefore,
    /// To the heading of the section after.
    SectionAfter,
    /// To the first line.
    First,
    /// To the last line.
    Last,
}

/// Every line of the unit, in order.
#[must_use]
pub fn lines(unit: &Unit) -> Vec<Line> {
    let mut lines = Vec::new();
    for section in &unit.sections {
        lines.push(Line::Section(section.id.clone()));
        lines.extend(
            section.items.iter().map(|item| Line::Item(section.id.clone(), item.id.clone())),
        );
    }
    lines
}

impl PlanPane {
    /// Index of the cursor's line.
    #[must_use]
    pub fn index(&self, lines: &[Line]) -> usize {
        self.cursor
            .as_ref()
            .and_then(|cursor| lines.iter().position(|line| line == cursor))
            .unwrap_or(0)
    }

    /// Puts the cursor where planning goes on: on the first section that is still empty, or on
    /// the first line.
    pub fn enter(&mut self, unit: &Unit) {
        self.scroll = 0;
        let gap = unit.sections.iter().find(|section| section.items.is_empty());
        self.cursor =
            gap.or(unit.sections.first()).map(|section| Line::Section(section.id.clone()));
    }

    /// Puts the cursor on a line that exists: the same one, else the nearest to where it was.
    pub fn settle(&mut self, unit: &Unit, index_before: usize) {
        let lines = lines(unit);
        let stands = self.cursor.as_ref().is_some_and(|cursor| lines.contains(cursor));
        if !stands {
            let at = index_before.min(lines.len().saturating_sub(1));
            self.cursor = lines.get(at).cloned();
        }
    }

    /// Moves the cursor.
    pub fn go(&mut self, unit: &Unit, motion: Motion) {
        let lines = lines(unit);
        let at = self.index(&lines);
        let heading = |line: &&Line| matches!(line, Line::Section(_));
        let target = match motion {
            Motion::Up => lines.get(at.saturating_sub(1)),
            Motion::Down => lines.get(at + 1).or(lines.last()),
            Motion::First => lines.first(),
            Motion::Last => lines.last(),
            Motion::SectionAfter => lines.iter().skip(at + 1).find(heading).or(lines.last()),
            Motion::SectionBefore => lines.iter().take(at).rfind(heading).or(lines.first()),
        };
        self.cursor = target.cloned();
    }

    /// Scrolls so that the cursor's line is among `rows` lines shown.
    pub fn keep_visible(&mut self, unit: &Unit, rows: usize) {
        let lines = lines(unit);
        self.scroll = scrolled(self.scroll, self.index(&lines), lines.len(), rows);
    }

    /// The item under the cursor.
    #[must_use]
    pub fn item<'a>(&self, unit: &'a Unit) -> Option<&'a Item> {
        match self.cursor.as_ref()? {
            Line::Item(_, item) => unit.item(item).map(|(_, item)| item),
            Line::Section(_) => None,
        }
    }

    /// The section the cursor is in.
    #[must_use]
    pub fn section<'a>(&self, unit: &'a Unit) -> Option<&'a Section> {
        unit.section(self.cursor.as_ref()?.section())
    }

    /// Where something new goes: behind the item under the cursor, or to the end of the section
    /// whose heading it is on.
    #[must_use]
    pub fn insertion(&self, unit: &Unit) -> Option<(SectionId, usize)> {
        let section = self.section(unit)?;
        let at = match self.cursor.as_ref()? {
            Line::Item(_, item) => {
                section.items.iter().position(|known| known.id == *item).map_or(0, |at| at + 1)
            }
            Line::Section(_) => section.items.len(),
        };
        Some((section.id.clone(), at))
    }
}

/// The first line to show so that `at` of `len` lines is among `rows`.
#[must_use]
pub fn scrolled(scroll: usize, at: usize, len: usize, rows: usize) -> usize {
    let rows = rows.max(1);
    let lowest = (at + 1).saturating_sub(rows);
    scroll.clamp(lowest, at).min(len.saturating_sub(rows).max(lowest))
}

/// A new item for an exercise with its usual dose.
#[must_use]
pub fn item_for(exercise: &Exercise, dose: Prescription, ids: &mut IdSource) -> Item {
    let mut item = Item::new(ids.item(), Some(exercise.id.clone()), exercise.name.clone());
    item.minutes = exercise.minutes.map(|minutes| u16::from(minutes.usual));
    item.prescription = dose;
    item
}

/// Moves the line under the cursor one place up; items cross into the section before.
#[must_use]
pub fn move_up(unit: &Unit, line: &Line) -> Option<PlanEdit> {
    let section_at = unit.sections.iter().position(|section| section.id == *line.section())?;
    match line {
        Line::Section(id) => {
            let at = section_at.checked_sub(1)?;
            Some(PlanEdit::MoveSection { section: id.clone(), at })
        }
        Line::Item(section, id) => {
            let here = unit.section(section)?;
            let at = here.items.iter().position(|item| item.id == *id)?;
            let (section, at) = if let Some(at) = at.checked_sub(1) {
                (section.clone(), at)
            } else {
                let before = unit.sections.get(section_at.checked_sub(1)?)?;
                (before.id.clone(), before.items.len())
            };
            Some(PlanEdit::MoveItem { item: id.clone(), section, at })
        }
    }
}

/// Moves the line under the cursor one place down; items cross into the section after.
#[must_use]
pub fn move_down(unit: &Unit, line: &Line) -> Option<PlanEdit> {
    let section_at = unit.sections.iter().position(|section| section.id == *line.section())?;
    match line {
        Line::Section(id) => {
            let at = section_at + 1;
            (at < unit.sections.len()).then(|| PlanEdit::MoveSection { section: id.clone(), at })
        }
        Line::Item(section, id) => {
            let here = unit.section(section)?;
            let at = here.items.iter().position(|item| item.id == *id)?;
            let (section, at) = if at + 1 < here.items.len() {
                (section.clone(), at + 1)
            } else {
                (unit.sections.get(section_at + 1)?.id.clone(), 0)
            };
            Some(PlanEdit::MoveItem { item: id.clone(), section, at })
        }
    }
}

/// Takes the line under the cursor out.
#[must_use]
pub fn delete(line: &Line) -> PlanEdit {
    match line {
        Line::Section(section) => PlanEdit::RemoveSection { section: section.clone() },
        Line::Item(_, item) => PlanEdit::RemoveItem { item: item.clone() },
    }
}

/// Joins the item with the one below into a superset, or takes it out when it is in one. Letters
/// are given afresh over the section, so they always run A, B, C without holes.
#[must_use]
pub fn superset(section: &Section, id: &ItemId) -> Option<PlanEdit> {
    let at = section.items.iter().position(|item| item.id == *id)?;
    let mut bound: Vec<Option<char>> =
        section.items.iter().map(|item| item.superset.map(|tag| tag.letter)).collect();
    if let Some(letter) = bound.get(at).copied().flatten() {
        for place in bound.iter_mut().skip(at) {
            if *place == Some(letter) {
                *place = None;
            }
        }
    } else {
        let letter = bound.get(at + 1).copied()?.unwrap_or('\u{0}');
        let above = at.checked_sub(1).and_then(|above| bound.get(above).copied().flatten());
        let letter = above.filter(|_| letter == '\u{0}').unwrap_or(letter);
        for place in [at, at + 1] {
            if let Some(place) = bound.get_mut(place) {
                *place = Some(letter);
            }
        }
    }
    let edits: Vec<PlanEdit> = section
        .items
        .iter()
        .zip(lettered(&bound))
        .filter(|(item, tag)| item.superset != *tag)
        .map(|(item, tag)| PlanEdit::SetItem {
            item: item.id.clone(),
            field: ItemField::Superset(tag),
        })
        .collect();
    (!edits.is_empty()).then_some(PlanEdit::Batch { edits })
}

/// Letters and numbers for runs of neighbours that belong together; a run of one is no superset.
fn lettered(bound: &[Option<char>]) -> Vec<Option<SupersetTag>> {
    let mut tags = vec![None; bound.len()];
    let mut letter = 'A';
    let mut at = 0;
    while let Some(place) = bound.get(at) {
        let run =
            bound.iter().skip(at).take_while(|other| other.is_some() && *other == place).count();
        if run >= 2 {
            for (number, tag) in (1..).zip(tags.iter_mut().skip(at).take(run)) {
                *tag = Some(SupersetTag { letter, number });
            }
            letter = char::from_u32(u32::from(letter) + 1).unwrap_or('Z').min('Z');
        }
        at += run.max(1);
    }
    tags
}

/// A new, empty section behind the cursor's; its kind follows the order of a unit.
#[must_use]
pub fn new_section(unit: &Unit, pane: &PlanPane, ids: &mut IdSource) -> (SectionId, PlanEdit) {
    let here = pane.section(unit);
    let at = here
        .and_then(|section| unit.sections.iter().position(|known| known.id == section.id))
        .map_or(unit.sections.len(), |at| at + 1);
    // a group meets before it moves
    let first = match unit.owner {
        Owner::Group(_) => SectionKind::Opening,
        _ => SectionKind::Warmup,
    };
    let kind = here.map_or(first, |section| following(section.kind));
    let mut section = Section::new(ids.section(), kind);
    if let Some(here) = here {
        (section.phase, section.stream) = (here.phase, here.stream);
    }
    let id = section.id.clone();
    (id, PlanEdit::InsertSection { at, section: Box::new(section) })
}

/// The kind that usually follows in a unit.
#[must_use]
pub fn following(kind: SectionKind) -> SectionKind {
    let at = SectionKind::ALL.iter().position(|known| *known == kind).unwrap_or(0);
    SectionKind::ALL.get(at + 1).copied().unwrap_or(SectionKind::Opening)
}

/// Splits the section under the cursor into two streams that run at the same time: the second
/// one starts as a copy, for the trainer to make easier or harder.
#[must_use]
pub fn split_streams(
    unit: &Unit,
    section: &Section,
    titles: [String; 2],
    ids: &mut IdSource,
) -> Option<PlanEdit> {
    let at = unit.sections.iter().position(|known| known.id == section.id)?;
    if unit.streams.iter().any(|stream| stream.phase == section.phase) {
        return None;
    }
    // The section becomes a phase of its own, so what follows moves up by the phases it adds.
    let shares = |known: &&Section| known.phase == section.phase;
    let before = u16::from(unit.sections.iter().take(at).any(|known| shares(&known)));
    let after = u16::from(unit.sections.iter().skip(at + 1).any(|known| shares(&known)));
    let phase = section.phase + before;
    let moved = |place: usize, old: u16| match old.cmp(&section.phase) {
        std::cmp::Ordering::Less => old,
        std::cmp::Ordering::Equal if place < at => old,
        std::cmp::Ordering::Equal if place == at => phase,
        std::cmp::Ordering::Equal => phase + 1,
        std::cmp::Ordering::Greater => old + before + after,
    };
    let mut edits = Vec::new();
    for (place, known) in unit.sections.iter().enumerate() {
        let new = moved(place, known.phase);
        if new != known.phase {
            let field = SectionField::Stream(new, known.stream);
            edits.push(PlanEdit::SetSection { section: known.id.clone(), field });
        }
    }
    let mut copy = section.clone();
    copy.id = ids.section();
    (copy.phase, copy.stream) = (phase, 1);
    for item in &mut copy.items {
        item.id = ids.item();
    }
    edits.push(PlanEdit::InsertSection { at: at + 1, section: Box::new(copy) });
    let mut streams = unit.streams.clone();
    for stream in streams.iter_mut().filter(|stream| stream.phase > section.phase) {
        stream.phase += before + after;
    }
    streams.extend((0..).zip(titles).map(|(stream, title)| Stream {
        phase,
        stream,
        title,
        level: None,
        size: None,
    }));
    edits.push(PlanEdit::SetUnit { field: UnitField::Streams(streams) });
    Some(PlanEdit::Batch { edits })
}

/// A copy of the item, behind it.
#[must_use]
pub fn duplicate(section: &Section, item: &Item, ids: &mut IdSource) -> Option<(ItemId, PlanEdit)> {
    let at = section.items.iter().position(|known| known.id == item.id)? + 1;
    let mut copy = item.clone();
    copy.id = ids.item();
    copy.superset = None;
    copy.log = None;
    let id = copy.id.clone();
    Some((id, PlanEdit::InsertItem { section: section.id.clone(), at, item: Box::new(copy) }))
}
