//! What the rules look at: every unit once resolved against the library, with the numbers of its
//! prescriptions read out. Rules never parse a prescription themselves.

use super::{Code, Finding, LintContext};
use crate::domain::{
    Basis, Category, Exercise, Format, Item, Load, Mechanic, Pattern, Prescription, Quantity,
    Scheme, Section, SectionKind, Span, Unit, Week, Work,
};
use crate::training;

/// A program with its weeks resolved.
pub(super) struct ProgramFacts<'a> {
    pub(super) weeks: Vec<WeekFacts<'a>>,
}

/// A week with its units resolved.
pub(super) struct WeekFacts<'a> {
    /// Position in the list of weeks, for paths.
    pub(super) at: usize,
    pub(super) week: &'a Week,
    pub(super) units: Vec<UnitFacts<'a>>,
}

/// A unit with its items resolved.
pub(super) struct UnitFacts<'a> {
    /// Beginning of every path in this unit.
    path: String,
    pub(super) unit: &'a Unit,
    /// Day of the program, counted from Monday of week 1; where nothing is known, its position.
    pub(super) day: i64,
    pub(super) items: Vec<ItemFacts<'a>>,
    /// Estimated minutes.
    pub(super) minutes: f32,
}

/// An item with its exercise and the numbers of its prescription.
pub(super) struct ItemFacts<'a> {
    /// Position of the section and of the item in it.
    pub(super) at: (usize, usize),
    pub(super) section: &'a Section,
    pub(super) item: &'a Item,
    pub(super) exercise: Option<&'a Exercise>,
    /// Where the exercise stands in the library: rules compare places, which is cheaper than ids.
    pub(super) place: Option<usize>,
    /// Sets, intervals or rounds; 1 where none are counted.
    pub(super) sets: u16,
    /// Those that count as hard.
    pub(super) hard: f32,
    /// Repetitions per set, the widest range over all sets.
    pub(super) reps: Option<Span<u16>>,
    /// Repetitions in reserve, from either scale.
    pub(super) rir: Option<f64>,
    /// Highest percentage of the best single.
    pub(super) pct: Option<f64>,
    /// Highest load in kilograms.
    pub(super) kg: Option<f64>,
}

impl<'a> ProgramFacts<'a> {
    pub(super) fn new(weeks: &'a [Week], context: &LintContext<'a>) -> Self {
        let weeks = weeks
            .iter()
            .enumerate()
            .map(|(at, week)| WeekFacts {
                at,
                week,
                units: week
                    .units
                    .iter()
                    .enumerate()
                    .map(|(place, unit)| {
                        let path = format!("/weeks/{at}/units/{place}");
                        UnitFacts::new(path, unit, day_of(unit, week.index, place), context)
                    })
                    .collect(),
            })
            .collect();
        Self { weeks }
    }

    /// Every unit in order.
    pub(super) fn units(&self) -> impl Iterator<Item = &UnitFacts<'a>> {
        self.weeks.iter().flat_map(|week| &week.units)
    }
}

impl WeekFacts<'_> {
    pub(super) fn finding(&self, code: Code) -> Finding {
        Finding { path: format!("/weeks/{}", self.at), ..Finding::new(code) }
    }
}

fn day_of(unit: &Unit, week: u16, place: usize) -> i64 {
    let day = unit
        .place
        .as_ref()
        .map_or_else(|| i64::try_from(place).unwrap_or(0), |place| i64::from(place.day) - 1);
    i64::from(week.saturating_sub(1)) * 7 + day
}

impl<'a> UnitFacts<'a> {
    pub(super) fn new(path: String, unit: &'a Unit, day: i64, context: &LintContext<'a>) -> Self {
        let items = unit
            .sections
            .iter()
            .enumerate()
            .flat_map(|(place, section)| {
                section
                    .items
                    .iter()
                    .enumerate()
                    .map(move |(at, item)| ItemFacts::new((place, at), section, item, context))
            })
            .collect();
        Self { path, unit, day, items, minutes: training::unit_minutes(unit, context.library()) }
    }

    /// The items that are the training itself, in order.
    pub(super) fn working(&self) -> impl Iterator<Item = &ItemFacts<'a>> {
        self.items.iter().filter(|item| item.works())
    }

    /// Whether weights or the body are lifted for more than half of the working items. Stations on
    /// the clock are no strength unit: nobody counts sets there.
    pub(super) fn is_strength(&self) -> bool {
        let (mut all, mut strength) = (0, 0);
        let counted = |item: &&ItemFacts<'_>| item.section.format != Some(Format::Stations);
        for item in self.working().filter(counted) {
            all += 1;
            strength += usize::from(item.is_strength());
        }
        strength * 2 > all
    }

    pub(super) fn finding(&self, code: Code) -> Finding {
        Finding { path: self.path.clone(), unit: Some(self.unit.id.clone()), ..Finding::new(code) }
    }

    pub(super) fn section_finding(&self, at: usize, code: Code) -> Finding {
        Finding {
            path: format!("{}/sections/{at}", self.path),
            section: self.unit.sections.get(at).map(|section| section.id.clone()),
            ..self.finding(code)
        }
    }

    pub(super) fn item_finding(&self, item: &ItemFacts<'_>, code: Code) -> Finding {
        let (section, at) = item.at;
        Finding {
            path: format!("{}/sections/{section}/items/{at}", self.path),
            item: Some(item.item.id.clone()),
            ..self.section_finding(section, code)
        }
    }
}

impl<'a> ItemFacts<'a> {
    fn new(
        at: (usize, usize),
        section: &'a Section,
        item: &'a Item,
        context: &LintContext<'a>,
    ) -> Self {
        let library = context.library();
        let place = item.exercise.as_ref().and_then(|id| library.position(id));
        let exercise = place.and_then(|place| library.at(place)).map(|found| &**found);
        let prescription = &item.prescription;
        let sets = prescription.set_count().unwrap_or(1);
        let reps = amounts(&prescription.scheme);
        let rir = prescription
            .rir
            .map(|span| span.min)
            .or_else(|| prescription.rpe.map(|span| 10.0 - span.max));
        let best = item.exercise.as_ref().and_then(|id| context.one_rm(id));
        let (pct, kg) = loads(prescription, best);
        let lifted = exercise.is_some_and(|exercise| {
            matches!(exercise.category, Category::Strength | Category::Power)
                && !matches!(exercise.patterns.first(), Some(Pattern::Jump | Pattern::Sprint))
        });
        let hard =
            if lifted && working(section.kind) { training::hard_sets(section, item) } else { 0.0 };
        Self { at, section, item, exercise, place, sets, hard, reps, rir, pct, kg }
    }

    /// Whether it stands in a part of the unit that is the training itself.
    pub(super) fn works(&self) -> bool {
        working(self.section.kind)
    }

    pub(super) fn is_strength(&self) -> bool {
        self.exercise.is_some_and(|exercise| {
            matches!(exercise.category, Category::Strength | Category::Power)
        })
    }

    pub(super) fn is_compound(&self) -> bool {
        self.exercise.is_some_and(|exercise| exercise.mechanic == Some(Mechanic::Compound))
    }

    /// The leading pattern.
    pub(super) fn pattern(&self) -> Option<Pattern> {
        self.exercise.and_then(|exercise| exercise.patterns.first().copied())
    }

    pub(super) fn prescription(&self) -> &'a Prescription {
        &self.item.prescription
    }
}

/// Whether a section of this kind is the training itself, not what stands around it.
pub(super) const fn working(kind: SectionKind) -> bool {
    !matches!(
        kind,
        SectionKind::Opening | SectionKind::Warmup | SectionKind::Cooldown | SectionKind::Closing
    )
}

/// Repetitions of one set; of lists the widest range.
fn amounts(scheme: &Scheme) -> Option<Span<u16>> {
    match scheme {
        Scheme::Open | Scheme::Intervals { .. } => None,
        Scheme::Sets { work, .. }
        | Scheme::Emom { work, .. }
        | Scheme::Amrap { work, .. }
        | Scheme::Rounds { work, .. } => reps(work),
        Scheme::List(entries) | Scheme::ForTime { work: entries, .. } => entries
            .iter()
            .filter_map(reps)
            .reduce(|one, other| Span { min: one.min.min(other.min), max: one.max.max(other.max) }),
    }
}

const fn reps(work: &Work) -> Option<Span<u16>> {
    match work {
        Work::Reps { count, .. } => Some(*count),
        _ => None,
    }
}

/// Highest percentage of the best single and highest kilograms.
fn loads(prescription: &Prescription, best: Option<f64>) -> (Option<f64>, Option<f64>) {
    const KG_PER_LB: f64 = 0.453_592_37;
    const TRAINING_MAX: f64 = 0.9;
    let (basis, amount) = match &prescription.load {
        Some(Load::Of { basis, amount }) => (*basis, upper(*amount)),
        Some(Load::PerSet { basis, amounts }) => {
            (*basis, amounts.iter().copied().fold(0.0, f64::max))
        }
        _ => return (None, None),
    };
    let of_best = |kg: f64| best.filter(|best| *best > 0.0).map(|best| kg / best * 100.0);
    match basis {
        Basis::Kg => (of_best(amount), Some(amount)),
        Basis::Lb => (of_best(amount * KG_PER_LB), Some(amount * KG_PER_LB)),
        Basis::Pct1Rm => (Some(amount), best.map(|best| best * amount / 100.0)),
        Basis::PctTm => {
            (Some(amount * TRAINING_MAX), best.map(|best| best * amount / 100.0 * TRAINING_MAX))
        }
        _ => (None, None),
    }
}

const fn upper(amount: Quantity) -> f64 {
    match amount {
        Quantity::Exactly(value) | Quantity::Between(_, value) | Quantity::Pair(value, _) => value,
    }
}
