//! Pages about language models: exactly what would be sent, and what it all cost.

use super::pen::{Pen, Words, wrapped};
use super::theme::Meaning;
use crate::app::models::{Cost, CostDay, CostRow, WouldSend};
use crate::domain::Message;
use crate::llm::money;

/// Columns of a bar.
const BAR: usize = 24;

/// What would be sent, line by line.
pub(super) fn would_send(sent: &WouldSend, pen: &Pen<'_>) -> Vec<Words> {
    let mut lines: Vec<Words> = Vec::new();
    let width = pen.width().saturating_sub(4);
    if let Some(who) = &sent.asks_for {
        let question = pen.text(&Message::new("send-question").with("who", who.as_str()));
        lines.extend(wrapped(&question, width).into_iter().map(|line| vec![(line, Meaning::Warn)]));
        lines.push(vec![(pen.say("send-keys"), Meaning::Key)]);
        lines.push(Vec::new());
    }
    let to = Message::new("send-to")
        .with("provider", sent.provider.as_str())
        .with("model", sent.model.as_str())
        .with("bytes", sent.bytes);
    lines.push(vec![(pen.text(&to), Meaning::Title)]);
    if !sent.url.is_empty() {
        lines.push(vec![(sent.url.clone(), Meaning::Dim)]);
    }
    lines.push(Vec::new());
    for line in &sent.lines {
        for part in wrapped(line, width) {
            lines.push(vec![(part, Meaning::Plain)]);
        }
    }
    lines
}

/// Budget, alerts, uses, and a bar per day.
pub(super) fn cost(cost: &Cost, pen: &Pen<'_>) -> Vec<Words> {
    let mut lines: Vec<Words> = Vec::new();
    for (name, (spent, limit)) in [("cost-today", cost.today), ("cost-month", cost.month)] {
        let mut words: Words = vec![
            (format!("{:<14}", pen.say(name)), Meaning::Plain),
            (money(spent), Meaning::Value),
        ];
        if let Some(limit) = limit {
            let share = if limit > 0.0 { (spent / limit).clamp(0.0, 1.0) } else { 1.0 };
            let bar = super::log::bar((share * 100.0).round() as u8, BAR);
            words.push((format!("  {bar} {}", money(limit)), Meaning::Dim));
        }
        lines.push(words);
    }
    for alert in &cost.alerts {
        lines.push(vec![(format!("! {}", pen.text(alert)), Meaning::Warn)]);
    }
    lines.push(Vec::new());
    if cost.rows.is_empty() {
        lines.push(vec![(pen.say("usage-nothing"), Meaning::Dim)]);
        return lines;
    }
    for row in &cost.rows {
        lines.push(vec![
            (format!("{:<10}", row.role), Meaning::Title),
            (row.model.clone(), Meaning::Plain),
            (first_word(row, pen), Meaning::Dim),
        ]);
        let line = Message::new("cost-row")
            .with("calls", row.calls)
            .with("good", (row.good * 100.0).round())
            .with("new", row.input.0 as f64)
            .with("cached", row.input.1 as f64)
            .with("output", row.output as f64);
        let price = if row.unpriced > 0 {
            format!("  {} + {}×?", money(row.price), row.unpriced)
        } else {
            format!("  {}", money(row.price))
        };
        lines.push(vec![(format!("  {}", pen.text(&line)), Meaning::Dim), (price, Meaning::Value)]);
    }
    lines.push(Vec::new());
    let most = cost.days.iter().map(|day| day.tokens).max().unwrap_or(0).max(1);
    for day in &cost.days {
        let length = (day.tokens as f64 / most as f64 * BAR as f64).ceil() as usize;
        lines.push(vec![
            (format!("{:<7}", date(day, pen)), Meaning::Dim),
            (format!("{:<BAR$}", "█".repeat(length)), Meaning::Good),
            (format!(" {:>9}", day.tokens), Meaning::Plain),
            (format!("  {}", money(day.price)), Meaning::Value),
        ]);
    }
    let prices = Message::new("usage-prices").with("date", cost.prices_as_of);
    lines.extend([Vec::new(), vec![(pen.text(&prices), Meaning::Dim)]]);
    lines
}

/// How long the first word took, where one came.
fn first_word(row: &CostRow, pen: &Pen<'_>) -> String {
    let text = |ms: u64| pen.text(&Message::new("cost-first").with("ms", ms as f64));
    row.first_ms.map(|ms| format!("  {}", text(ms))).unwrap_or_default()
}

fn date(day: &CostDay, pen: &Pen<'_>) -> String {
    let date = Message::new("cost-day")
        .with("day", i32::from(day.day.day()))
        .with("month", i32::from(day.day.month()));
    pen.text(&date)
}
