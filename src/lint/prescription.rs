//! PRE: whether the numbers of a prescription can be done and fit together.

use super::context::LintContext;
use super::facts::{ItemFacts, ProgramFacts, UnitFacts};
use super::{Code, Finding, Severity};
use crate::domain::{
    Basis, Beat, Category, Format, Goal, ItemField, Load, Pattern, PlanEdit, Prescription,
    Quantity, Scheme, SectionKind, SetType, Span, Work,
};
use crate::training;

/// Rules over one unit.
pub(super) fn unit(facts: &UnitFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    for item in &facts.items {
        if item.prescription().is_empty() {
            incomplete(facts, item, out);
            continue;
        }
        chart(facts, item, out);
        range(facts, item, out);
        incomplete(facts, item, out);
        effort(facts, item, out);
        rest(facts, item, context, out);
        rep_range(facts, item, out);
        tempo(facts, item, out);
        prilepin(facts, item, out);
        no_maximum(facts, item, out);
        density(facts, item, out);
        loads(facts, item, context, out);
    }
}

fn set(item: &ItemFacts<'_>, prescription: Prescription) -> PlanEdit {
    PlanEdit::SetItem {
        item: item.item.id.clone(),
        field: ItemField::Prescription(Box::new(prescription)),
    }
}

/// Loads whose percentage the chart speaks of: planned in percent, not a ramp or a fast set.
fn planned_pct(item: &ItemFacts<'_>) -> Option<(f64, Span<u16>)> {
    let slow = !matches!(
        item.prescription().set_type,
        SetType::Speed | SetType::Warmup | SetType::Feeler | SetType::Technique | SetType::Test
    );
    let ballistic = item.exercise.is_some_and(|found| found.category == Category::Power);
    if !slow || ballistic || matches!(item.prescription().load, Some(Load::PerSet { .. })) {
        return None;
    }
    Some((item.pct?, item.reps?))
}

/// PRE001, PRE002: individual spread is large, so the tolerance is wide (5 points).
fn chart(facts: &UnitFacts<'_>, item: &ItemFacts<'_>, out: &mut Vec<Finding>) {
    const IMPOSSIBLE: f64 = 4.5;
    const TOLERANCE: f64 = 5.0;
    const FAR: f64 = 12.0;
    const USUAL_RIR: f64 = 2.0;
    let Some((pct, reps)) = planned_pct(item) else { return };
    let mend = || {
        let rir = item.rir.unwrap_or(USUAL_RIR);
        let pct = (training::percent_of_max(f64::from(reps.max), rir) * 2.0).floor() / 2.0;
        let load = Load::Of { basis: Basis::Pct1Rm, amount: Quantity::Exactly(pct) };
        set(item, Prescription { load: Some(load), ..item.prescription().clone() })
    };
    if pct > training::percent_of_max(f64::from(reps.min), 0.0) + IMPOSSIBLE {
        let finding = facts.item_finding(item, Code::Pre001);
        let pct = pct.round();
        out.push(finding.with("reps", reps.min).with("pct", pct).mend([mend()]));
        return;
    }
    let Some(rir) = item.rir else { return };
    let top = training::percent_of_max(f64::from(reps.min), rir);
    let bottom = training::percent_of_max(f64::from(reps.max), rir + rir_spread(item));
    let off = if pct > top { pct - top } else { (bottom - pct).max(0.0) };
    if off > TOLERANCE {
        let severity = if off > FAR { Severity::Error } else { Severity::Warn };
        out.push(facts.item_finding(item, Code::Pre002).at(severity).mend([mend()]));
    }
}

/// How far the reserve reaches above its lower end.
fn rir_spread(item: &ItemFacts<'_>) -> f64 {
    let prescription = item.prescription();
    prescription.rir.or(prescription.rpe).map_or(0.0, |span| span.max - span.min)
}

/// PRE003.
fn range(facts: &UnitFacts<'_>, item: &ItemFacts<'_>, out: &mut Vec<Finding>) {
    const SETS: u16 = 12;
    const REPS: u16 = 50;
    const HOLD_S: u32 = 600;
    let Scheme::Sets { sets, work } = &item.prescription().scheme else {
        if item.reps.is_some_and(|reps| reps.min < 1) {
            out.push(facts.item_finding(item, Code::Pre003));
        }
        return;
    };
    let many = sets.is_some_and(|sets| sets.max > SETS || sets.min == 0);
    // skipping ropes and the like are counted in hundreds; only what is lifted is judged
    let most = if item.is_strength() { REPS } else { u16::MAX };
    let mended = match work {
        Work::Reps { count, amrap } if count.min < 1 || count.max > most => Work::Reps {
            count: Span { min: count.min.clamp(1, most), max: count.max.clamp(1, most) },
            amrap: *amrap,
        },
        Work::Seconds(span) if sets.is_some() && span.max > HOLD_S && item.is_strength() => {
            Work::Seconds(Span { min: span.min.min(HOLD_S), max: HOLD_S })
        }
        _ if many => work.clone(),
        _ => return,
    };
    let sets = sets.map(|sets| Span { min: sets.min.clamp(1, SETS), max: sets.max.clamp(1, SETS) });
    let scheme = Scheme::Sets { sets, work: mended };
    let prescription = Prescription { scheme, ..item.prescription().clone() };
    out.push(facts.item_finding(item, Code::Pre003).mend([set(item, prescription)]));
}

/// PRE004.
fn incomplete(facts: &UnitFacts<'_>, item: &ItemFacts<'_>, out: &mut Vec<Finding>) {
    let Some(exercise) = item.exercise.filter(|_| item.works() && item.is_strength()) else {
        return;
    };
    let by_section = item.section.cap_s.is_some() || item.section.rounds.is_some();
    let prescription = item.prescription();
    let amount = match &prescription.scheme {
        Scheme::Open => item.item.minutes.is_some(),
        Scheme::Sets { work, .. } | Scheme::Rounds { work, .. } => !matches!(work, Work::Unsaid),
        Scheme::List(_)
        | Scheme::Emom { .. }
        | Scheme::Amrap { .. }
        | Scheme::ForTime { .. }
        | Scheme::Intervals { .. } => true,
    };
    let loaded = exercise.increment_kg.is_some();
    let basis = prescription.load.is_some()
        || prescription.rir.is_some()
        || prescription.rpe.is_some()
        || item.item.progression.is_some()
        || prescription.set_type == SetType::Amrap;
    if !(amount || by_section) || (loaded && !basis && !by_section) {
        let mut prescription = prescription.clone();
        if !amount {
            let reps = Span::between(8, 12);
            prescription.scheme = Scheme::Sets {
                sets: Some(Span::exactly(3)),
                work: Work::Reps { count: reps, amrap: false },
            };
        }
        if loaded && !basis {
            prescription.rir = Some(Span::exactly(2.0));
        }
        out.push(facts.item_finding(item, Code::Pre004).mend([set(item, prescription)]));
    }
}

/// PRE005, PRE006.
fn effort(facts: &UnitFacts<'_>, item: &ItemFacts<'_>, out: &mut Vec<Finding>) {
    let prescription = item.prescription();
    if let (Some(rpe), Some(rir)) = (prescription.rpe, prescription.rir) {
        let off = |rpe: f64, rir: f64| (rpe + rir - 10.0).abs() > 0.5;
        if off(rpe.max, rir.min) && off(rpe.min, rir.max) {
            let mended = Prescription { rpe: None, ..prescription.clone() };
            out.push(facts.item_finding(item, Code::Pre005).mend([set(item, mended)]));
        }
    }
    let rpe_out = prescription.rpe.is_some_and(|rpe| rpe.min < 5.0 || rpe.max > 10.0);
    let rir_out = prescription.rir.is_some_and(|rir| rir.min < 0.0 || rir.max > 6.0);
    if rpe_out || rir_out {
        let wild = prescription.rpe.is_some_and(|rpe| rpe.min < 1.0 || rpe.max > 10.0)
            || prescription.rir.is_some_and(|rir| rir.min < 0.0 || rir.max > 10.0);
        let severity = if wild { Severity::Error } else { Severity::Warn };
        let rir = item.rir.unwrap_or(2.0).clamp(0.0, 5.0);
        let mended =
            Prescription { rpe: None, rir: Some(Span::exactly(rir)), ..prescription.clone() };
        out.push(facts.item_finding(item, Code::Pre006).at(severity).mend([set(item, mended)]));
    }
}

/// PRE007. Supersets share their rest and are not judged.
fn rest(
    facts: &UnitFacts<'_>,
    item: &ItemFacts<'_>,
    context: &LintContext<'_>,
    out: &mut Vec<Finding>,
) {
    let (Some(rest), Some(reps)) = (item.prescription().rest, item.reps) else { return };
    if !item.is_strength() || item.item.superset.is_some() || item.section.format.is_some() {
        return;
    }
    let heavy = item.pct.is_some_and(|pct| pct >= 75.0) && reps.max <= 6;
    let (least, most) = match context.subject().goal {
        _ if heavy => (120, 360),
        Some(Goal::Hypertrophy) => (60, 240),
        Some(Goal::Endurance) => (0, 90),
        _ => return,
    };
    if rest.min < least || rest.max > most {
        let clamp = |seconds: u32| seconds.clamp(least, most);
        let rest = Some(Span { min: clamp(rest.min), max: clamp(rest.max) });
        let mended = Prescription { rest, ..item.prescription().clone() };
        out.push(facts.item_finding(item, Code::Pre007).mend([set(item, mended)]));
    }
}

/// PRE008.
fn rep_range(facts: &UnitFacts<'_>, item: &ItemFacts<'_>, out: &mut Vec<Finding>) {
    let Scheme::Sets { sets, work: Work::Reps { count, amrap } } = &item.prescription().scheme
    else {
        return;
    };
    if count.min > count.max || u32::from(count.max) > 2 * u32::from(count.min) + 2 {
        let count = if count.min > count.max {
            Span { min: count.max, max: count.min }
        } else {
            Span { min: count.max.saturating_sub(2) / 2, max: count.max }
        };
        let scheme = Scheme::Sets { sets: *sets, work: Work::Reps { count, amrap: *amrap } };
        let mended = Prescription { scheme, ..item.prescription().clone() };
        out.push(facts.item_finding(item, Code::Pre008).mend([set(item, mended)]));
    }
}

/// PRE009: the type holds four signs already; what is left is a set that would take minutes.
fn tempo(facts: &UnitFacts<'_>, item: &ItemFacts<'_>, out: &mut Vec<Finding>) {
    let Some(tempo) = item.prescription().tempo else { return };
    let digits = tempo.0.iter().all(|beat| !matches!(beat, Beat::Seconds(seconds) if *seconds > 9));
    let long = item.reps.is_some_and(|reps| u32::from(reps.max) * tempo.seconds() > 120);
    if !digits || long {
        let mended = Prescription { tempo: None, ..item.prescription().clone() };
        out.push(facts.item_finding(item, Code::Pre009).mend([set(item, mended)]));
    }
}

/// PRE010, for Olympic lifts.
fn prilepin(facts: &UnitFacts<'_>, item: &ItemFacts<'_>, out: &mut Vec<Finding>) {
    let (Some(pct), Some(reps)) = (item.pct, item.reps) else { return };
    if item.pattern() != Some(Pattern::Olympic) {
        return;
    }
    let Some(band) = training::prilepin(pct) else { return };
    let total = u32::from(item.sets) * u32::from(reps.max);
    let inside =
        |value: u32, span: Span<u16>| (u32::from(span.min)..=u32::from(span.max)).contains(&value);
    if !inside(total, band.total) || reps.max > band.per_set.max {
        out.push(facts.item_finding(item, Code::Pre010).with("n", total));
    }
}

/// PRE011.
fn no_maximum(facts: &UnitFacts<'_>, item: &ItemFacts<'_>, out: &mut Vec<Finding>) {
    let prescription = item.prescription();
    let percent = matches!(
        &prescription.load,
        Some(
            Load::Of { basis: Basis::Pct1Rm | Basis::PctTm, .. }
                | Load::PerSet { basis: Basis::Pct1Rm | Basis::PctTm, .. }
        )
    );
    if percent && item.exercise.is_some() && item.kg.is_none() {
        let reps = item.reps.map_or(8.0, |reps| f64::from(reps.max));
        let reserve = item.pct.map(|pct| training::effective_reps(pct) - reps);
        let rir = item.rir.or(reserve).unwrap_or(2.0).round().clamp(0.0, 4.0);
        let mended = Prescription {
            load: None,
            rpe: None,
            rir: Some(Span::exactly(rir)),
            ..prescription.clone()
        };
        out.push(facts.item_finding(item, Code::Pre011).mend([set(item, mended)]));
    }
}

/// PRE012.
fn density(facts: &UnitFacts<'_>, item: &ItemFacts<'_>, out: &mut Vec<Finding>) {
    let open_ended = matches!(item.prescription().scheme, Scheme::ForTime { cap_s: None, .. })
        && item.section.cap_s.is_none();
    let fires = match &item.prescription().scheme {
        Scheme::Emom { every_s, work, .. } => {
            let seconds = training::work_seconds(work, item.prescription(), item.exercise);
            seconds > 0.75 * *every_s as f32
        }
        Scheme::Intervals { rounds, work_s: 20, rest_s: 10 } => *rounds > 32,
        _ => {
            let by_section =
                matches!(item.section.format, Some(Format::AmrapTime | Format::ForTime))
                    && item.section.cap_s.is_none()
                    && item.section.kind != SectionKind::Warmup;
            open_ended || by_section
        }
    };
    if fires {
        out.push(facts.item_finding(item, Code::Pre012));
    }
}

/// PRE014, PRE015.
fn loads(
    facts: &UnitFacts<'_>,
    item: &ItemFacts<'_>,
    context: &LintContext<'_>,
    out: &mut Vec<Finding>,
) {
    if let Some(Load::PerSet { amounts, .. }) = &item.prescription().load {
        let mixed = amounts.windows(2).any(|pair| match pair {
            [one, other] if *one > 0.0 && *other > 0.0 => {
                (2.1..=2.3).contains(&(one.max(*other) / one.min(*other)))
            }
            _ => false,
        });
        if mixed {
            out.push(facts.item_finding(item, Code::Pre014));
        }
    }
    let (Some(kg), Some(body)) = (item.kg, context.subject().weight_kg) else { return };
    let most = match item.pattern() {
        Some(Pattern::Squat) => 3.0,
        Some(Pattern::Hinge) => 3.5,
        Some(Pattern::HPush) => 2.2,
        Some(Pattern::VPush) => 1.5,
        _ => return,
    };
    let machine = item.exercise.is_some_and(|exercise| {
        exercise.equipment.iter().flatten().any(|thing| {
            matches!(thing.as_str(), "leg_press" | "smith" | "chest_press" | "calf_machine")
        })
    });
    if body > 0.0 && kg > most * f64::from(body) && !machine {
        out.push(facts.item_finding(item, Code::Pre015).with("kg", kg));
    }
}

/// PRE013: at least half of the compound sets should lie in the zone of the goal.
pub(super) fn program(facts: &ProgramFacts<'_>, context: &LintContext<'_>, out: &mut Vec<Finding>) {
    let zone = match context.subject().goal {
        Some(Goal::Strength) => (1, 8),
        Some(Goal::Hypertrophy) => (5, 15),
        Some(Goal::StrengthHypertrophy) => (3, 12),
        Some(Goal::Endurance) => (12, 30),
        _ => return,
    };
    let (mut inside, mut all) = (0_u32, 0_u32);
    for item in facts.units().flat_map(UnitFacts::working) {
        let Some(reps) = item.reps.filter(|_| item.is_compound() && item.is_strength()) else {
            continue;
        };
        all += u32::from(item.sets);
        if reps.max >= zone.0 && reps.min <= zone.1 {
            inside += u32::from(item.sets);
        }
    }
    if all > 0 && inside * 2 < all {
        out.push(Finding::new(Code::Pre013));
    }
}
