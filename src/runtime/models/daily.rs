//! The ledger for the screen: budget, alerts, uses, and the last two weeks day by day.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};

use super::beginnings::Beginnings;
use super::{alerts, summary};
use crate::app::models::{Cost, CostDay, CostRow};
use crate::domain::Viewer;
use crate::llm::{Limits, Prices};
use crate::runtime::clock;
use crate::store::{ModelCall, Store, StoreError};

/// Days that are shown.
const DAYS: i64 = 14;

/// What asking models cost a coach of late.
///
/// # Errors
/// [`StoreError`] of the database.
pub async fn daily(store: &Store, viewer: &Viewer, limits: &Limits) -> Result<Cost, StoreError> {
    let now = clock::now();
    let calls = store.model_calls(viewer, now - SignedDuration::from_hours(24 * 31)).await?;
    let allowance = limits.of(viewer.coach.as_str());
    let at = Beginnings::at(now, TimeZone::system());
    let spent = |since: Timestamp| -> f64 {
        calls.iter().filter(|call| call.at >= since).filter_map(|call| call.price).sum()
    };
    let mut uses: BTreeMap<(&str, &str), Vec<&ModelCall>> = BTreeMap::new();
    for call in &calls {
        uses.entry((&call.role, &call.model)).or_default().push(call);
    }
    let rows = uses.into_iter().map(|((role, model), calls)| {
        let sum = summary(calls);
        CostRow {
            role: role.to_owned(),
            model: model.to_owned(),
            calls: sum.calls,
            good: sum.success_rate,
            input: (sum.usage.input_new, sum.usage.input_cached),
            output: sum.usage.output,
            first_ms: sum.first_ms_median,
            price: sum.price,
            unpriced: sum.unpriced,
        }
    });
    Ok(Cost {
        rows: rows.collect(),
        days: days(&calls, now),
        alerts: alerts(&calls, allowance, limits.alert_at, now),
        today: (spent(at.day), allowance.per_day),
        month: (spent(at.month), allowance.per_month),
        prices_as_of: Prices::as_of().0,
    })
}

fn days(calls: &[ModelCall], now: Timestamp) -> Vec<CostDay> {
    let zone = TimeZone::system();
    let today = now.to_zoned(zone.clone()).date();
    (0..DAYS)
        .rev()
        .filter_map(|ago| today.checked_sub(ago.days()).ok())
        .map(|day| {
            let of_day = calls.iter().filter(|it| it.at.to_zoned(zone.clone()).date() == day);
            let sum = summary(of_day);
            CostDay { day, tokens: sum.usage.input() + sum.usage.output, price: sum.price }
        })
        .collect()
}
