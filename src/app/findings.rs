//! What the linter finds in the open unit: asked for after every edit, shown at the lines, listed in
//! an overlay. Everything here is a value in, a value out.

use super::Ticket;
use super::effect::{Judged, Trainee, Who};
use super::plan::Line;
use crate::domain::{ItemField, ItemId, PlanEdit, Profile, Suppression, Unit, UnitField, UnitId};
use crate::library::Library;
use crate::lint::{Finding, LintContext, Severities, Severity, lint_unit};

/// The newest findings and the question that is out.
#[derive(Debug, Default)]
pub struct Judgement {
    /// What was found last, the gravest first.
    pub found: Vec<Finding>,
    /// Unit and revision the newest question was about.
    pub about: Option<(UnitId, u64)>,
    /// The question that is being answered.
    pub asked: Option<Ticket>,
}

/// The open unit with what is known of the people, as a question to the linter.
#[must_use]
pub fn judged(unit: &Unit, trainee: Option<&Trainee>) -> Judged {
    let recent = trainee.iter().flat_map(|trainee| &trainee.recent);
    let known = recent.filter(|other| other.id != unit.id).flat_map(Unit::exercises);
    Judged {
        unit: unit.clone(),
        who: trainee.map_or(Who::Nobody, |trainee| trainee.who.clone()),
        known: known.cloned().collect(),
    }
}

/// Everything the rules find, the gravest first.
#[must_use]
pub fn find(judged: &Judged, library: &Library, severities: &Severities) -> Vec<Finding> {
    let profile = match &judged.who {
        Who::Athlete(athlete) => Some(Profile::Athlete(athlete.profile.clone())),
        Who::Group(_) | Who::Nobody => None,
    };
    let mut context = LintContext::new(library)
        .with_severities(severities.clone())
        .knowing(judged.known.iter().cloned());
    if let Who::Group(group) = &judged.who {
        context = context.for_group(group);
    }
    if let Some(profile) = &profile {
        context = context.for_profile(profile);
    }
    let mut found = lint_unit(&judged.unit, &context);
    found.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    found
}

/// An open list of findings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FindingsPane {
    /// Position among the entries.
    pub cursor: usize,
    /// First entry shown.
    pub scroll: usize,
    /// How much is said of the one under the cursor.
    pub detail: Detail,
}

/// How much is said of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Detail {
    /// Its sentence.
    #[default]
    Short,
    /// What the rule looks for, how it is mended, where its numbers come from.
    Full,
}

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Entry<'a> {
    /// Something that was found.
    Found(&'a Finding),
    /// A rule that is switched off, for the unit or for an item.
    Off(&'a Suppression, Option<&'a ItemId>),
}

/// The findings, then what is switched off.
#[must_use]
pub fn entries<'a>(found: &'a [Finding], unit: &'a Unit) -> Vec<Entry<'a>> {
    let of_items = unit
        .items()
        .flat_map(|(_, item)| item.suppress.iter().map(|off| Entry::Off(off, Some(&item.id))));
    let of_unit = unit.suppress.iter().map(|off| Entry::Off(off, None));
    found.iter().map(Entry::Found).chain(of_unit).chain(of_items).collect()
}

/// The gravest finding at a line: of the item, or of the section itself.
#[must_use]
pub fn worst(found: &[Finding], line: &Line) -> Option<Severity> {
    let here = |finding: &&Finding| match line {
        Line::Item(_, item) => finding.item.as_ref() == Some(item),
        Line::Section(section) => {
            finding.item.is_none() && finding.section.as_ref() == Some(section)
        }
    };
    found.iter().filter(here).map(|finding| finding.severity).max()
}

/// How many errors, warnings and hints there are.
#[must_use]
pub fn counts(found: &[Finding]) -> [(Severity, usize); 3] {
    [Severity::Error, Severity::Warn, Severity::Info]
        .map(|wanted| (wanted, found.iter().filter(|one| one.severity == wanted).count()))
}

/// The line an entry is about; nothing for what is about the whole unit.
#[must_use]
pub fn line_of(entry: Entry<'_>, unit: &Unit) -> Option<Line> {
    let (item, section) = match entry {
        Entry::Found(finding) => (finding.item.as_ref(), finding.section.as_ref()),
        Entry::Off(_, item) => (item, None),
    };
    match item.and_then(|id| unit.item(id)) {
        Some((section, item)) => Some(Line::Item(section.id.clone(), item.id.clone())),
        None => section.map(|section| Line::Section(section.clone())),
    }
}

/// Switches a rule off, for an item or for the whole unit, with the reason.
#[must_use]
pub fn switch_off(unit: &Unit, rule: &str, item: Option<&ItemId>, reason: &str) -> PlanEdit {
    let off = Suppression { rule: rule.to_owned(), reason: reason.to_owned() };
    changed(unit, item, |list| {
        list.retain(|known| known.rule != rule);
        list.push(off);
    })
}

/// Switches a rule on again.
#[must_use]
pub fn switch_on(unit: &Unit, rule: &str, item: Option<&ItemId>) -> PlanEdit {
    changed(unit, item, |list| list.retain(|known| known.rule != rule))
}

fn changed(
    unit: &Unit,
    item: Option<&ItemId>,
    change: impl FnOnce(&mut Vec<Suppression>),
) -> PlanEdit {
    if let Some((_, item)) = item.and_then(|id| unit.item(id)) {
        let mut list = item.suppress.clone();
        change(&mut list);
        PlanEdit::SetItem { item: item.id.clone(), field: ItemField::Suppress(list) }
    } else {
        let mut list = unit.suppress.clone();
        change(&mut list);
        PlanEdit::SetUnit { field: UnitField::Suppress(list) }
    }
}
