//! Writes an amount into the field its measure belongs to; what is known already stays.

use super::amount::{Amount, seconds};
use super::facts::{Role, Scan, count};
use super::measures::Measure;
use crate::domain::Span;
use crate::import::fields::{LoadField, LoadUnit};

pub(super) const fn role_of(kind: Measure) -> Role {
    match kind {
        Measure::Reps | Measure::Other => Role::Reps,
        Measure::Sets | Measure::Rounds => Role::Sets,
        Measure::Seconds(_) => Role::Duration,
        Measure::Metres(_) => Role::Distance,
        Measure::Calories => Role::Calories,
        Measure::Kilograms
        | Measure::Pounds
        | Measure::Percent
        | Measure::Rm
        | Measure::Bodyweight => Role::Load,
        Measure::Rpe => Role::Rpe,
        Measure::Rir => Role::Rir,
    }
}

impl Scan {
    /// Writes an amount into the field its measure belongs to, unless that is known.
    pub(super) fn measure(&mut self, amount: &Amount, kind: Measure) {
        let span = amount.span();
        match kind {
            Measure::Reps => self.reps(amount),
            Measure::Sets | Measure::Rounds => self.sets(amount),
            Measure::Seconds(factor) => {
                let span = Span { min: seconds(span.min, factor), max: seconds(span.max, factor) };
                self.fields.duration_s.get_or_insert(span);
            }
            Measure::Metres(factor) => {
                let metres = if amount.is_pair() && factor > 100.0 && amount.first() < 10.0 {
                    fraction(amount) * factor
                } else {
                    span.min * factor
                };
                self.fields.distance_m.get_or_insert(metres);
            }
            Measure::Calories => {
                let second = amount.is_pair().then(|| amount.items.last().map(|item| item.min));
                self.fields.calories.get_or_insert((span.min, second.flatten()));
            }
            Measure::Kilograms | Measure::Pounds => self.weigh(amount, kind),
            Measure::Percent => self.share(amount),
            Measure::Rpe => put(self, Role::Rpe, span),
            Measure::Rir => put(self, Role::Rir, span),
            Measure::Rm => {
                self.load(amount, LoadUnit::Rm);
                if !self.fields.has_content() {
                    self.fields.reps = Some(Span::exactly(count(span.min)));
                }
            }
            Measure::Bodyweight => {
                let value = if amount.is_pair() { fraction(amount) } else { span.min };
                self.fields.load.get_or_insert(LoadField::of(value, LoadUnit::Bodyweight));
            }
            Measure::Other => {}
        }
    }

    /// Sets the load from an amount with a unit of weight.
    pub(super) fn weigh(&mut self, amount: &Amount, kind: Measure) {
        let unit = if kind == Measure::Pounds { LoadUnit::Lb } else { LoadUnit::Kg };
        self.load(amount, unit);
    }

    /// Sets the load from an amount whose unit the text does not say here.
    pub(super) fn assume(&mut self, amount: &Amount) {
        self.load_of(amount, LoadUnit::Kg, true);
    }

    /// Sets the load from a percentage that does not say of what.
    pub(super) fn share(&mut self, amount: &Amount) {
        self.load_of(amount, LoadUnit::Pct1Rm, true);
    }

    /// Sets the load, one or one per set, unless it is known.
    pub(super) fn load(&mut self, amount: &Amount, unit: LoadUnit) {
        self.load_of(amount, unit, false);
    }

    fn load_of(&mut self, amount: &Amount, unit: LoadUnit, assumed: bool) {
        if self.fields.load.is_some() || !self.fields.loads_list.is_empty() {
            return;
        }
        if amount.is_list() && !amount.is_pair() {
            let each = amount
                .items
                .iter()
                .map(|item| LoadField { assumed, ..LoadField::of(item.min, unit) });
            self.fields.loads_list = each.collect();
            return;
        }
        let span = amount.span();
        let second = if amount.is_pair() {
            amount.items.last().map(|item| item.min)
        } else {
            (!span.is_single()).then_some(span.max)
        };
        let pair = amount.is_pair();
        self.fields.load = Some(LoadField { value: span.min, second, unit, pair, assumed });
    }
}

fn fraction(amount: &Amount) -> f64 {
    match amount.items.as_slice() {
        [top, bottom] if bottom.min > 0.0 => top.min / bottom.min,
        _ => amount.first(),
    }
}

/// Sets exertion or reserve, unless it is known or no such number.
pub(super) fn put(scan: &mut Scan, role: Role, span: Span<f64>) {
    let slot = if role == Role::Rpe { &mut scan.fields.rpe } else { &mut scan.fields.rir };
    if slot.is_none() && span.max <= 10.0 {
        *slot = Some(span);
    }
}
