//! The shortest way for a terminal's cursor from one cell to another.

/// The bytes that bring the cursor from `from`, where that is known, to column and line `to`.
pub(super) fn step(from: Option<(u16, u16)>, to: (u16, u16)) -> String {
    let (x, y) = to;
    let placed = match (x, y) {
        (0, 0) => "\x1b[H".to_owned(),
        (0, _) => format!("\x1b[{}H", y + 1),
        _ => format!("\x1b[{};{}H", y + 1, x + 1),
    };
    let Some((column, line)) = from else { return placed };
    let vertical = match line.cmp(&y) {
        std::cmp::Ordering::Equal => String::new(),
        std::cmp::Ordering::Less => by(y - line, 'B'),
        std::cmp::Ordering::Greater => by(line - y, 'A'),
    };
    let horizontal = match column.cmp(&x) {
        std::cmp::Ordering::Equal => String::new(),
        _ if x == 0 => "\x1b[G".to_owned(),
        std::cmp::Ordering::Less => shorter(by(x - column, 'C'), format!("\x1b[{}G", x + 1)),
        std::cmp::Ordering::Greater => shorter(by(column - x, 'D'), format!("\x1b[{}G", x + 1)),
    };
    shorter(vertical + &horizontal, placed)
}

fn by(count: u16, way: char) -> String {
    if count == 1 { format!("\x1b[{way}") } else { format!("\x1b[{count}{way}") }
}

fn shorter(one: String, other: String) -> String {
    if other.len() < one.len() { other } else { one }
}
