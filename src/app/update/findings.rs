//! Commands of the list of findings, and the question to the linter after each edit.

use super::super::aside::Home;
use super::super::effect::Effect;
use super::super::entry::{Entry as Typed, Purpose};
use super::super::findings::{
    self, Detail, Entry, FindingsPane, Judgement, entries, judged, line_of, switch_on,
};
use super::super::log::Tone;
use super::super::plan::scrolled;
use super::super::{Model, Overlay, Pane};
use super::edits;
use crate::domain::{ItemId, Message, PlanEdit};

/// Asks the linter when the unit, the people or the library have changed.
pub(super) fn ask(model: &mut Model, effects: &mut Vec<Effect>) {
    let (Some(_), Some(open)) = (&model.shelf, &model.open) else { return };
    if model.aside.as_ref().is_some_and(|aside| aside.home == Home::Form) {
        // the parts of an exercise are no unit
        model.lint = Judgement::default();
        return;
    }
    let about = (open.unit.id.clone(), model.revision);
    if model.lint.about.as_ref() == Some(&about) {
        return;
    }
    let judged = judged(&open.unit, model.trainee.as_ref());
    if model.lint.about.as_ref().is_some_and(|(unit, _)| *unit != about.0) {
        model.lint.found.clear();
    }
    model.lint.about = Some(about);
    let ticket = model.ticket();
    model.lint.asked = Some(ticket);
    effects.push(Effect::Lint(ticket, Box::new(judged)));
}

/// Opens the list, on what is found at the line under the cursor.
pub(super) fn open(model: &mut Model) {
    let Some(open) = &model.open else { return };
    let here = entries(&model.lint.found, &open.unit)
        .iter()
        .position(|entry| line_of(*entry, &open.unit) == model.plan.cursor);
    let cursor = here.unwrap_or(0);
    let pane = FindingsPane { cursor, ..FindingsPane::default() };
    model.overlays.push(Overlay::Findings(Box::new(pane)));
    step(model, 0);
}

/// Moves the cursor, and keeps it on something and in sight.
pub(super) fn step(model: &mut Model, lines: isize) {
    let Some(open) = &model.open else { return };
    let count = entries(&model.lint.found, &open.unit).len();
    let rows = usize::from(model.regions().body.height).saturating_sub(6);
    if let Some(Overlay::Findings(pane)) = model.overlays.last_mut() {
        pane.cursor = pane.cursor.saturating_add_signed(lines).min(count.saturating_sub(1));
        pane.scroll = scrolled(pane.scroll, pane.cursor, count, rows);
    }
}

/// What the entry under the cursor is: the edits that mend it, its rule and its item.
struct Chosen {
    fix: Vec<PlanEdit>,
    rule: String,
    item: Option<ItemId>,
    off: bool,
}

fn chosen(model: &Model) -> Option<Chosen> {
    let Some(Overlay::Findings(pane)) = model.overlays.last() else { return None };
    let open = model.open.as_ref()?;
    Some(match *entries(&model.lint.found, &open.unit).get(pane.cursor)? {
        Entry::Found(finding) => Chosen {
            fix: finding.fix.clone(),
            rule: finding.rule.id().to_owned(),
            item: finding.item.clone(),
            off: false,
        },
        Entry::Off(off, item) => {
            Chosen { fix: Vec::new(), rule: off.rule.clone(), item: item.cloned(), off: true }
        }
    })
}

/// Goes to the line the finding is about.
pub(super) fn jump(model: &mut Model) {
    let Some(Overlay::Findings(pane)) = model.overlays.last() else { return };
    let Some(open) = &model.open else { return };
    let all = entries(&model.lint.found, &open.unit);
    let line = all.get(pane.cursor).and_then(|entry| line_of(*entry, &open.unit));
    match line {
        Some(line) => {
            model.plan.cursor = Some(line);
            model.focus = Pane::Plan;
            model.overlays.pop();
        }
        None => model.tell(Tone::Plain, Message::new("notice-whole-unit")),
    }
}

/// Makes the edits that mend the finding.
pub(super) fn fix(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(chosen) = chosen(model) else { return };
    if chosen.fix.is_empty() {
        model.tell(Tone::Warn, Message::new("why-not-fixable"));
        return;
    }
    if edits::make(model, PlanEdit::Batch { edits: chosen.fix }, effects) {
        model.tell(Tone::Good, Message::new("notice-mended").with("rule", chosen.rule));
        step(model, 0);
    }
}

/// Switches the rule off there, asking for the reason, or on again.
pub(super) fn switch(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(chosen) = chosen(model) else { return };
    if !chosen.off {
        let purpose = Purpose::Reason { rule: chosen.rule, item: chosen.item };
        model.entry = Some(Typed::new(purpose, ""));
        return;
    }
    let edit =
        model.open.as_ref().map(|open| switch_on(&open.unit, &chosen.rule, chosen.item.as_ref()));
    if let Some(edit) = edit {
        edits::make(model, edit, effects);
        step(model, 0);
    }
}

/// Takes the reason that was typed.
pub(super) fn switched_off(
    model: &mut Model,
    rule: &str,
    item: Option<&ItemId>,
    reason: &str,
    effects: &mut Vec<Effect>,
) -> Result<(), Message> {
    if reason.is_empty() {
        return Err(Message::new("entry-reason-empty"));
    }
    let edit = model.open.as_ref().map(|open| findings::switch_off(&open.unit, rule, item, reason));
    if let Some(edit) = edit {
        edits::make(model, edit, effects);
        step(model, 0);
    }
    Ok(())
}

/// Says more or less of the finding.
pub(super) fn detail(model: &mut Model) {
    if let Some(Overlay::Findings(pane)) = model.overlays.last_mut() {
        pane.detail = match pane.detail {
            Detail::Short => Detail::Full,
            Detail::Full => Detail::Short,
        };
    }
}
