//! What stands in front of a line without belonging to it: the sender of a chat message, the
//! branches of a tree drawing.

/// Characters of an exported message in front of what was written: `[12.03.24, 18:02:11] Tom: `,
/// `14/05/2024, 07:31 - Tom: `, `[18:02] Tom: `; 0 where there is no such head.
pub(super) fn message_head(letters: &[char]) -> usize {
    let at = |index: usize| letters.get(index).copied();
    let open = usize::from(at(0) == Some('['));
    let mut here = match figures(letters, open, &['.', '/', '-'], 3) {
        Some(date) => date,
        None if open == 1 => open,
        None => return 0,
    };
    let dated = here > open;
    while matches!(at(here), Some(',' | ' ')) {
        here += 1;
    }
    let Some(time) = figures(letters, here, &[':'], 2) else { return 0 };
    here = time;
    // `7:31 PM`, also behind a narrow space
    let mut behind = here;
    while at(behind).is_some_and(char::is_whitespace) {
        behind += 1;
    }
    let half: String = letters.iter().skip(behind).take(2).collect();
    if matches!(half.to_lowercase().as_str(), "am" | "pm") {
        here = behind + 2;
    }
    while at(here).is_some_and(|letter| letter.is_whitespace() || matches!(letter, ']' | '-' | '–'))
    {
        here += 1;
    }
    let named = letters.iter().skip(here).take(LONGEST_NAME).position(|letter| *letter == ':');
    match named {
        Some(name) if at(here + name + 1).is_none_or(char::is_whitespace) => here + name + 1,
        // a time in brackets alone may be the length of what follows
        _ if !dated => 0,
        _ => here,
    }
}

/// Longest name of a sender, in characters.
const LONGEST_NAME: usize = 40;

/// Reads `least` or one more numbers of at most four digits with one of the signs between them;
/// the place behind them.
fn figures(letters: &[char], from: usize, signs: &[char], least: usize) -> Option<usize> {
    let digits = |at: usize| letters.iter().skip(at).take_while(|c| c.is_ascii_digit()).count();
    let mut at = from;
    let mut count = 0;
    loop {
        let width = digits(at);
        if width == 0 || width > 4 {
            return None;
        }
        at += width;
        count += 1;
        let joined = letters.get(at).is_some_and(|sign| signs.contains(sign));
        if !joined || count > least || digits(at + 1) == 0 {
            break;
        }
        at += 1;
    }
    (count >= least).then_some(at)
}

/// Columns taken by the branches of a tree drawing (`├──`, `│   └─`, `|--`); 0 where there are none.
pub(super) fn branches(letters: &[char]) -> usize {
    let drawn =
        |letter: &char| matches!(letter, '│' | '├' | '└' | '─' | '╰' | '╭' | '┣' | '┗' | '━' | '┃');
    let plain = matches!(
        letters,
        ['|' | '+' | '`', '-', '-', ..] | ['|', ' ', ' ', ' ', '|' | '`', '-', '-', ..]
    );
    if !letters.first().is_some_and(drawn) && !plain {
        return 0;
    }
    let branch = |letter: &char| {
        drawn(letter)
            || letter.is_whitespace()
            || (plain && matches!(letter, '|' | '-' | '`' | '+'))
    };
    letters.iter().take_while(|letter| branch(letter)).count()
}
