//! Where a day goes, in words.

use jiff::civil::{Date, Weekday};

use crate::app::Model;
use crate::app::import::{Place, To};
use crate::domain::Message;
use crate::view::pen::Pen;

/// Where a day goes.
pub(super) fn words(model: &Model, place: &Place, pen: &Pen<'_>) -> String {
    match &place.to {
        To::Desk => {
            let title = model.open.as_ref().map_or("", |open| open.unit.title.as_str());
            pen.text(&Message::new("import-into").with("title", title))
        }
        To::New(Some(date)) => {
            pen.text(&Message::new("import-new-on").with("date", dated(*date, pen)))
        }
        To::New(None) => pen.say("import-new"),
        To::Unit(_, title) => pen.text(&Message::new("import-into").with("title", title.as_str())),
        To::Out => pen.say("import-out"),
        To::Done => pen.say("import-done"),
    }
}

fn dated(date: Date, pen: &Pen<'_>) -> String {
    let weekday = pen.say(match date.weekday() {
        Weekday::Monday => "weekday-mon",
        Weekday::Tuesday => "weekday-tue",
        Weekday::Wednesday => "weekday-wed",
        Weekday::Thursday => "weekday-thu",
        Weekday::Friday => "weekday-fri",
        Weekday::Saturday => "weekday-sat",
        Weekday::Sunday => "weekday-sun",
    });
    let date = Message::new("import-date")
        .with("weekday", weekday)
        .with("day", i32::from(date.day()))
        .with("month", i32::from(date.month()));
    pen.text(&date)
}
