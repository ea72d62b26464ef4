//! Lists whose numbers stand without a point: `1 Burpees`, `2 Rowing`, `3 Plank`. Numbers that
//! count the lines are no repetitions.

use super::facts::Organisation;
use super::lines::Line;
use super::reading::Reading;
use crate::language::fold;

/// Lines that make a list.
const LEAST: usize = 3;

/// Lines above a list that may say how its numbers are meant.
const ABOVE: usize = 3;

/// Cuts the numbers off lists whose lines are counted by them.
pub(super) fn numbered(lines: &mut [Line]) {
    let mut at = 0;
    while at < lines.len() {
        let list: Vec<usize> = lines
            .iter()
            .skip(at)
            .zip(1_usize..)
            .map_while(|(line, number)| behind(line, number))
            .collect();
        if list.len() >= LEAST && counts_lines(lines, at, &list) {
            for (line, behind) in lines.iter_mut().skip(at).zip(&list) {
                line.start = *behind;
                line.bullet = true;
            }
        }
        at += list.len().max(1);
    }
}

/// Where the words behind `number` begin, if it opens the line.
fn behind(line: &Line, number: usize) -> Option<usize> {
    if line.bullet || line.label.is_some() || line.heading > 0 {
        return None;
    }
    let letter = |at: usize| line.letters.get(at).copied().filter(|_| at < line.end);
    let digits: Vec<char> =
        (line.start..).map_while(letter).take_while(char::is_ascii_digit).collect();
    let mut at = line.start + digits.len();
    if digits.is_empty() || digits.iter().collect::<String>() != number.to_string() {
        return None;
    }
    if !letter(at).is_some_and(char::is_whitespace) {
        return None;
    }
    while letter(at).is_some_and(char::is_whitespace) {
        at += 1;
    }
    let word: String = (at..).map_while(letter).take_while(|c| c.is_alphabetic()).collect();
    let counts = super::measures::measure(&fold(&word)).is_some() || fold(&word) == "x";
    (!word.is_empty() && !counts).then_some(at)
}

/// Whether the numbers count the lines: an amount of its own stands behind one of them, or a time
/// for all stands above. Below rounds and in ladders they may be repetitions that grow.
fn counts_lines(lines: &[Line], at: usize, list: &[usize]) -> bool {
    let read = |line: &Line, start: usize| {
        let letters: Vec<char> = line.letters.iter().take(line.end).skip(start).copied().collect();
        Reading::of(&letters, start)
    };
    let dosed = lines
        .iter()
        .skip(at)
        .zip(list)
        .any(|(line, behind)| read(line, *behind).scan.fields.has_work());
    let above: Vec<&Line> =
        lines.iter().take(at).rev().filter(|line| !line.is_blank()).take(ABOVE).collect();
    let timed = above.iter().any(|line| read(line, line.start).scan.fields.duration_s.is_some());
    let grows = above.iter().any(|line| {
        let grown = |word: &str| matches!(word, "days" | "tage" | "christmas" | "weihnachten");
        fold(&line.content()).split_whitespace().any(grown)
            || matches!(
                read(line, line.start).scan.organisation,
                Some(
                    Organisation::Rounds
                        | Organisation::ForTime
                        | Organisation::Amrap
                        | Organisation::Ladder
                )
            )
    });
    dosed || timed || !grows
}
