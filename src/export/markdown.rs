//! A plan as Markdown: one list entry per exercise, written so that pasting it back is understood.

use std::fmt::{self, Write};

use super::Sheet;
use super::sheet::{SheetSection, SheetUnit};

/// The sheet as a Markdown document.
#[must_use]
pub fn markdown(sheet: &Sheet) -> String {
    let mut text = String::new();
    // writing to a string cannot fail
    let _ = write(sheet, &mut text);
    text
}

fn write(sheet: &Sheet, out: &mut String) -> fmt::Result {
    writeln!(out, "# {}", escaped(&sheet.title))?;
    facts(&sheet.facts, out)?;
    notes(&sheet.notes, out)?;
    for part in &sheet.parts {
        if !part.title.is_empty() {
            writeln!(out, "\n## {}", escaped(&part.title))?;
        }
        notes(&part.notes, out)?;
        for unit in &part.units {
            write_unit(unit, out)?;
        }
    }
    Ok(())
}

fn write_unit(unit: &SheetUnit, out: &mut String) -> fmt::Result {
    if !unit.title.is_empty() {
        writeln!(out, "\n### {}", escaped(&unit.title))?;
    }
    facts(&unit.facts, out)?;
    notes(&unit.notes, out)?;
    unit.sections.iter().try_for_each(|section| write_section(section, out))
}

fn write_section(section: &SheetSection, out: &mut String) -> fmt::Result {
    let stream = if section.stream.is_empty() {
        String::new()
    } else {
        format!(" – {}", escaped(&section.stream))
    };
    writeln!(out, "\n#### {}{stream}", escaped(&section.title))?;
    facts(&section.facts, out)?;
    notes(&section.notes, out)?;
    if !section.rows.is_empty() {
        writeln!(out)?;
    }
    for row in &section.rows {
        let group = if row.group.is_empty() { String::new() } else { format!("{} ", row.group) };
        write!(out, "- {group}{}", escaped(&row.name))?;
        if !row.dose.is_empty() {
            write!(out, ": {}", escaped(&row.dose))?;
        }
        if !row.notes.is_empty() {
            write!(out, " – {}", escaped(&row.notes))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn facts(facts: &[String], out: &mut String) -> fmt::Result {
    if facts.is_empty() {
        return Ok(());
    }
    let facts: Vec<String> = facts.iter().map(|fact| escaped(fact)).collect();
    writeln!(out, "\n{}", facts.join(" · "))
}

fn notes(notes: &[String], out: &mut String) -> fmt::Result {
    notes.iter().try_for_each(|note| writeln!(out, "\n> {}", escaped(note)))
}

/// Text that Markdown shows as it is: what opens emphasis, links, code or HTML is escaped, and so
/// is what only means something at the start of a line.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 4);
    for (at, letter) in text.chars().enumerate() {
        let anywhere = matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&');
        let at_start = at == 0 && matches!(letter, '#' | '-' | '+' | '~' | '=');
        if anywhere || at_start {
            safe.push('\\');
        }
        safe.push(letter);
    }
    safe
}
