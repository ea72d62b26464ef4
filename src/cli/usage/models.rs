//! `usage`: what asking language models cost and came to, from the ledger of this coach.

use std::collections::BTreeMap;

use clap::Args;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use crate::domain::Message;
use crate::llm::{Limits, Prices, Usage, money};
use crate::runtime::clock;
use crate::runtime::models::{Summary, alerts, summary};
use crate::store::ModelCall;

use crate::cli::context::Context;
use crate::cli::database::Database;
use crate::cli::error::{CliError, Exit};

#[derive(Debug, Args)]
#[group(skip)]
pub(in crate::cli) struct Arguments {
    #[arg(long, value_name = "DATE", value_parser = date)]
    since: Option<Date>,
    #[arg(long)]
    json: bool,
}

/// Days that are shown unless a date says otherwise.
const DAYS: i64 = 30;

fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "write a date as 2026-05-01".to_owned())
}

/// The whole document.
#[derive(Debug, Serialize)]
struct Report<'a> {
    since: Timestamp,
    prices_as_of: &'static str,
    currency: &'static str,
    totals: Summary,
    by_role: BTreeMap<String, Summary>,
    by_model: BTreeMap<String, Summary>,
    by_day: BTreeMap<String, Summary>,
    alerts: Vec<String>,
    calls: &'a [ModelCall],
}

pub(super) fn run(arguments: &Arguments, context: &mut Context<'_>) -> Result<Exit, CliError> {
    let zone = TimeZone::system();
    let since = match arguments.since {
        Some(date) => date
            .to_zoned(zone.clone())
            .map_err(|error| {
                CliError::Usage(Message::new("cli-plain").with("text", error.to_string()))
            })?
            .timestamp(),
        None => clock::now() - SignedDuration::from_hours(24 * DAYS),
    };
    let database = Database::open(&context.settings)?;
    let calls = database.ask(database.store.model_calls(&database.viewer, since))?;
    let coach = database.viewer.coach.to_string();
    database.close();
    let limits = &context.settings.llm.limits;
    let alerts = warnings(&calls, limits, &coach, context);
    if !arguments.json {
        return print(&calls, &alerts, context);
    }
    let by = |key: &dyn Fn(&ModelCall) -> String| -> BTreeMap<String, Summary> {
        let mut groups: BTreeMap<String, Vec<&ModelCall>> = BTreeMap::new();
        for call in &calls {
            groups.entry(key(call)).or_default().push(call);
        }
        groups.into_iter().map(|(key, calls)| (key, summary(calls))).collect()
    };
    let (prices_as_of, currency) = Prices::as_of();
    context.out.json(&Report {
        since,
        prices_as_of,
        currency,
        totals: summary(&calls),
        by_role: by(&|call| call.role.clone()),
        by_model: by(&|call| call.model.clone()),
        by_day: by(&|call| call.at.to_zoned(zone.clone()).date().to_string()),
        alerts,
        calls: &calls,
    })?;
    Ok(Exit::Ok)
}

fn warnings(
    calls: &[ModelCall],
    limits: &Limits,
    coach: &str,
    context: &Context<'_>,
) -> Vec<String> {
    let found = alerts(calls, limits.of(coach), limits.alert_at, clock::now());
    found.iter().map(|alert| context.text(alert)).collect()
}

fn print(
    calls: &[ModelCall],
    alerts: &[String],
    context: &mut Context<'_>,
) -> Result<Exit, CliError> {
    if calls.is_empty() {
        context.say(&Message::new("usage-nothing"))?;
        return Ok(Exit::Ok);
    }
    let heads = ["role", "model", "calls", "ok", "new", "cached", "output", "first", "price"];
    let mut rows: Vec<Vec<String>> = vec![
        heads
            .iter()
            .map(|head| {
                context.text(&Message { id: format!("usage-head-{head}").into(), args: Vec::new() })
            })
            .collect(),
    ];
    let mut groups: BTreeMap<(&str, &str), Vec<&ModelCall>> = BTreeMap::new();
    for call in calls {
        groups.entry((&call.role, &call.model)).or_default().push(call);
    }
    for ((role, model), calls) in groups {
        rows.push(row(role, model, &summary(calls)));
    }
    let total = context.text(&Message::new("usage-total"));
    rows.push(row(&total, "", &summary(calls)));
    context.out.table(&rows)?;
    for alert in alerts {
        context.out.line(&format!("! {alert}"))?;
    }
    let (as_of, _) = Prices::as_of();
    context.note(&Message::new("usage-prices").with("date", as_of))?;
    Ok(Exit::Ok)
}

fn row(role: &str, model: &str, sum: &Summary) -> Vec<String> {
    let Usage { input_new, input_cached, output, .. } = sum.usage;
    let first = sum.first_ms_median.map_or_else(|| "–".to_owned(), |ms| format!("{ms} ms"));
    // what is not known is not added up as nothing
    let price = if sum.unpriced == 0 {
        money(sum.price)
    } else {
        format!("{} + {}×?", money(sum.price), sum.unpriced)
    };
    let cells = [
        role.to_owned(),
        model.to_owned(),
        sum.calls.to_string(),
        format!("{:.0} %", sum.success_rate * 100.0),
        input_new.to_string(),
        input_cached.to_string(),
        output.to_string(),
        first,
        price,
    ];
    cells.to_vec()
}
