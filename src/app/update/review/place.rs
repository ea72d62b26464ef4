//! Where the days of a text go.

use jiff::civil::Date;

use super::super::super::effect::Effect;
use super::super::super::import::{Place, To};
use super::super::super::log::Tone;
use super::super::super::picker::{Entry, Target};
use super::super::super::{Model, Overlay};
use super::{keep, on_top, with};
use crate::domain::{Lang, Message};
use crate::language::Catalogue;

/// Days from today on that are offered for a new unit.
const DAYS: i32 = 14;

/// The day under the cursor with where it can go, for the list to choose from; plans of the store
/// follow.
pub(in crate::app::update) fn places(model: &Model) -> Option<(usize, Vec<Entry>)> {
    let review = on_top(model)?;
    let number = review.place()?;
    let place = review.places.get(number)?;
    let catalogue = Catalogue::load(model.lang);
    let mut entries = Vec::new();
    let mut offer = |to: To, label: String, detail: String| {
        entries.push(Entry { target: Target::Place(to), label, detail });
    };
    let title = title(place, model.lang);
    if let Some(open) = &model.open {
        let into = Message::new("import-into").with("title", open.unit.title.as_str());
        offer(To::Desk, catalogue.text(&into), String::new());
    }
    for days in 0..DAYS {
        let date = model.today.saturating_add(jiff::Span::new().days(days));
        let text = Message::new("import-to-new").with("title", title.as_str());
        offer(To::New(Some(date)), catalogue.text(&text), day_text(date, catalogue));
    }
    let undated = Message::new("import-to-new").with("title", title.as_str());
    offer(To::New(None), catalogue.text(&undated), catalogue.say("form-no-date"));
    offer(To::Out, catalogue.say("import-to-out"), String::new());
    Some((number, entries))
}

/// A weekday with its date, as on the chips.
fn day_text(date: Date, catalogue: &Catalogue) -> String {
    let weekday = match date.weekday() {
        jiff::civil::Weekday::Monday => "weekday-mon",
        jiff::civil::Weekday::Tuesday => "weekday-tue",
        jiff::civil::Weekday::Wednesday => "weekday-wed",
        jiff::civil::Weekday::Thursday => "weekday-thu",
        jiff::civil::Weekday::Friday => "weekday-fri",
        jiff::civil::Weekday::Saturday => "weekday-sat",
        jiff::civil::Weekday::Sunday => "weekday-sun",
    };
    format!("{} {date}", catalogue.say(weekday))
}

/// What the unit of a day is called: its heading, else a name of ours.
pub(super) fn title(place: &Place, lang: Lang) -> String {
    if place.title.is_empty() {
        Catalogue::load(lang).say("unit-import-title")
    } else {
        place.title.clone()
    }
}

/// Lets a day go elsewhere.
pub(in crate::app::update) fn elsewhere(
    model: &mut Model,
    place: usize,
    to: To,
    effects: &mut Vec<Effect>,
) {
    with(model, |review| review.go_elsewhere(place, to));
    keep(model, effects);
}

/// Moves the unit of the day under the cursor by days.
pub(in crate::app::update) fn shift(model: &mut Model, days: i32, effects: &mut Vec<Effect>) {
    let today = model.today;
    let mut date = None;
    with(model, |review| date = review.shift_date(days, today));
    keep(model, effects);
    if date.is_none() && matches!(model.overlays.last(), Some(Overlay::Review(_))) {
        model.tell(Tone::Plain, Message::new("why-not-no-date"));
    }
}
