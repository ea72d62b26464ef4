//! Lines that hold more than one thing: several exercises, or the cells of a table.

use super::facts::Role;
use super::lines::Line;
use super::names::Names;
use super::reading::Reading;
use super::titles::is_no_exercise;
use crate::matching::Band;

/// Several exercises on one line, parted by commas, semicolons, slashes or plus signs.
pub(super) fn parts(content: &[char], start: usize, names: &mut Names<'_>) -> Option<Vec<Reading>> {
    let mut cuts = vec![0];
    let mut depth = 0_i32;
    for (at, letter) in content.iter().enumerate() {
        let at_space = |at: usize| content.get(at).is_none_or(|c| c.is_whitespace());
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            ',' | ';' if depth == 0 && at_space(at + 1) => cuts.push(at + 1),
            '/' | '+' | '&' if depth == 0 && at_space(at + 1) && at > 0 && at_space(at - 1) => {
                cuts.push(at + 1);
            }
            _ => {}
        }
    }
    if cuts.len() < 2 {
        return None;
    }
    cuts.push(content.len() + 1);
    let mut readings: Vec<Reading> = Vec::new();
    let mut whole = 0;
    for (from, to) in cuts.iter().zip(cuts.iter().skip(1)) {
        let part: Vec<char> =
            content.iter().take(to.saturating_sub(1)).skip(*from).copied().collect();
        let reading = Reading::of(&part, start + from);
        let amount = reading.scan.fields.has_content() || reading.scan.fields.sets.is_some();
        let named = reading.name.is_some() && reading.name_words() <= 6;
        let known = named && names.band(&reading.called) >= Band::Low;
        if named && amount && (known || starts_with_count(&reading)) {
            whole += 1;
        } else if !known && (!named || amount || is_no_exercise(&reading.called)) {
            return None;
        }
        readings.push(reading);
    }
    (whole >= 2 && 2 * whole > readings.len()).then_some(readings)
}

fn starts_with_count(reading: &Reading) -> bool {
    matches!(
        reading.scan.roles.first(),
        Some(Some(Role::Reps | Role::Distance | Role::Calories | Role::Sets | Role::Format))
    )
}

/// The cells of a row of a table.
pub(super) fn cells(line: &Line) -> Option<Vec<String>> {
    let text = line.text();
    let mark = if text.matches('|').count() >= 2 {
        '|'
    } else if text.matches('\t').count() >= 2 {
        '\t'
    } else {
        return None;
    };
    let inner = text.trim_matches(mark);
    Some(inner.split(mark).map(|cell| cell.trim().to_owned()).collect())
}
