//! Writes a drafted day out for one week: sets, repetitions, reserve and load of that week.

use super::dose::Role;
use super::draft::{BlockDraft, DayDraft, ItemDraft, Timed};
use super::pace::progression;
use crate::domain::{
    AthleteProfile, Basis, IdSource, Item, Lang, Load, Message, Owner, Place, Prescription,
    Quantity, Scheme, Section, SectionKind, SetType, Span, Unit, WeekPhase, Work,
};
use crate::language::Catalogue;
use crate::library::Library;
use crate::planner::{Outline, WeekPlan};
use crate::training::{Rounding, effective_reps, percent_of_max, round_load};

/// Sets, load and reserve of a deload (Rogerson 2024, Bell 2023).
const DELOAD_SETS: f32 = 0.5;
const DELOAD_LOAD: f64 = 0.88;
const DELOAD_RIR: f64 = 2.0;
/// More in reserve than this is no longer a working set.
const MOST_RIR: f64 = 5.0;

/// Everything writing needs to know.
pub(crate) struct Writer<'a> {
    pub(crate) outline: &'a Outline,
    pub(crate) profile: &'a AthleteProfile,
    pub(crate) library: &'a Library,
    pub(crate) week: &'a WeekPlan,
    pub(crate) block: &'a BlockDraft,
}

impl Writer<'_> {
    /// The unit of a day. `last` marks the last training day of the week.
    pub(crate) fn unit(&self, day: &DayDraft, last: bool, ids: &mut IdSource) -> Unit {
        let mut unit = Unit::new(ids.unit(), self.title(day), Owner::Nobody);
        unit.minutes = Some(self.profile.minutes);
        unit.place = Some(Place {
            program: self.outline.id.clone(),
            week: self.week.index,
            day: day.weekday,
        });
        unit.date = self.outline.date_of(self.week.index, day.weekday);
        timed(&mut unit, SectionKind::Warmup, &day.warm_up, "reason-warm-up", ids);
        for (kind, wanted) in [
            (SectionKind::Main, &[Role::Power, Role::Main, Role::Second][..]),
            (SectionKind::Accessory, &[Role::Accessory, Role::Isolation, Role::Core][..]),
        ] {
            let items: Vec<&ItemDraft> =
                day.items.iter().filter(|item| wanted.contains(&item.role)).collect();
            if items.is_empty() {
                continue;
            }
            let mut section = Section::new(ids.section(), kind);
            section.phase = phase_of(kind);
            for draft in items {
                section.items.push(self.item(draft, last, ids));
            }
            unit.sections.push(section);
        }
        timed(&mut unit, SectionKind::Conditioning, &day.endurance, "reason-endurance", ids);
        timed(&mut unit, SectionKind::Cooldown, &day.cool_down, "reason-cool-down", ids);
        unit
    }

    fn title(&self, day: &DayDraft) -> String {
        let catalogue = Catalogue::load(self.profile.language.unwrap_or(Lang::En));
        let mut message = Message::new(day.title);
        if day.number > 0 {
            message = Message::new("day-numbered").with("day", message).with("n", day.number);
        }
        catalogue.text(&message)
    }

    fn item(&self, draft: &ItemDraft, last: bool, ids: &mut IdSource) -> Item {
        let exercise = &draft.exercise;
        let mut item = Item::new(ids.item(), Some(exercise.id.clone()), exercise.name.clone());
        item.superset = draft.superset;
        item.reasons = draft.reasons.to_vec();
        let test = last && self.week.phase == WeekPhase::Test && draft.role == Role::Main;
        if test && exercise.increment_kg.is_some() {
            item.prescription = Prescription {
                set_type: SetType::Test,
                rir: Some(Span::exactly(0.0)),
                rest: Some(Span::exactly(240)),
                ..Prescription::sets_of(1, Span::exactly(1))
            };
            item.reasons.push(Message::new("reason-test"));
            return item;
        }
        item.prescription = self.prescription(draft, &mut item.reasons);
        item.progression = Some(progression(draft, self.profile, self.library));
        item
    }

    fn is_light(&self) -> bool {
        matches!(self.week.phase, WeekPhase::Deload | WeekPhase::Taper | WeekPhase::Test)
    }

    /// The reserve of this week: from the upper end of the dose to the lower one over the weeks of
    /// load, whole repetitions.
    fn rir(&self, draft: &ItemDraft) -> f64 {
        let steps = self.block.load_weeks.saturating_sub(1);
        let done = if self.is_light() { steps } else { self.week.step.min(steps) };
        let share = if steps == 0 { 0.0 } else { f64::from(done) / f64::from(steps) };
        let rir = draft.dose.rir;
        (rir.max - share * (rir.max - rir.min)).round()
    }

    fn prescription(&self, draft: &ItemDraft, reasons: &mut Vec<Message>) -> Prescription {
        let light = self.is_light();
        let sets = if light {
            ((f32::from(draft.sets) * DELOAD_SETS).ceil() as u16).max(1)
        } else if self.week.phase == WeekPhase::Peak {
            draft.sets.saturating_sub(1).max(2).min(draft.sets)
        } else {
            draft.sets
        };
        let work = match (draft.seconds, draft.metres) {
            (Some(seconds), _) => Work::Seconds(seconds),
            (None, Some(metres)) => Work::Metres(Quantity::Exactly(metres)),
            (None, None) => Work::Reps { count: draft.reps, amrap: false },
        };
        let counted = matches!(work, Work::Reps { .. });
        let mut rir = self.rir(draft);
        // before maxima are measured volume falls and load stays (`docs/planner.md` §2.6)
        let light = self.week.phase == WeekPhase::Deload;
        let load = if counted { load(draft, &mut rir, light, reasons) } else { None };
        if light && load.is_none() {
            rir = (rir + DELOAD_RIR).min(MOST_RIR);
        }
        let explosive = draft.role == Role::Power;
        Prescription {
            scheme: Scheme::Sets { sets: Some(Span::exactly(sets)), work },
            load: load.or_else(|| bodyweight(draft, counted)),
            rir: (counted && !explosive).then(|| Span::exactly(rir)),
            rest: Some(Span::exactly(draft.rest)),
            per_side: draft.exercise.unilateral,
            set_type: if explosive { SetType::Speed } else { SetType::Work },
            ..Prescription::default()
        }
    }
}

fn timed(
    unit: &mut Unit,
    kind: SectionKind,
    timed: &[Timed],
    reason: &'static str,
    ids: &mut IdSource,
) {
    if timed.is_empty() {
        return;
    }
    let mut section = Section::new(ids.section(), kind);
    section.phase = phase_of(kind);
    for Timed { exercise, minutes } in timed {
        let mut item = Item::new(ids.item(), Some(exercise.id.clone()), exercise.name.clone());
        item.minutes = Some(*minutes);
        item.prescription = Prescription::minutes(*minutes);
        item.reasons = vec![Message::new(reason).with("minutes", *minutes)];
        section.items.push(item);
    }
    unit.sections.push(section);
}

/// Kilograms where the athlete's best single is known: by the chart, rounded down to what can
/// be put on. A light week takes its share off the heaviest week, and says what is then left
/// in reserve.
fn load(draft: &ItemDraft, rir: &mut f64, light: bool, reasons: &mut Vec<Message>) -> Option<Load> {
    let best = draft.one_rm.filter(|best| *best > 0.0)?;
    let step = f64::from(draft.exercise.increment_kg?);
    let reps = f64::from(draft.reps.max);
    let mut pct = percent_of_max(reps, *rir);
    if draft.role == Role::Power {
        // fast, not heavy: the middle of the zones for Olympic lifts and throws
        pct = 75.0;
    }
    if light {
        pct *= DELOAD_LOAD;
        *rir = (effective_reps(pct) - reps).round().clamp(*rir, MOST_RIR);
    }
    let kg = round_load(best * pct / 100.0, step, Rounding::Down);
    if kg < step {
        return None;
    }
    reasons.push(
        Message::new("reason-load")
            .with("pct", (kg / best * 1000.0).round() / 10.0)
            .with("best", best),
    );
    Some(Load::Of { basis: Basis::Kg, amount: Quantity::Exactly(kg) })
}

/// What is done against the body alone says so.
fn bodyweight(draft: &ItemDraft, counted: bool) -> Option<Load> {
    let bare = draft.exercise.increment_kg.is_none()
        && draft.exercise.equipment.iter().flatten().all(|thing| {
            matches!(
                thing.as_str(),
                "none" | "pullup_bar" | "dip_bars" | "rings" | "suspension" | "wall_bars" | "mat"
            )
        });
    (bare && counted).then_some(Load::Bodyweight)
}

const fn phase_of(kind: SectionKind) -> u16 {
    match kind {
        SectionKind::Warmup => 0,
        SectionKind::Main => 1,
        SectionKind::Accessory => 2,
        SectionKind::Conditioning => 3,
        _ => 4,
    }
}
