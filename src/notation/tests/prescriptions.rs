//! Arbitrary prescriptions in order, as `print` describes them.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::domain::{
    BandLevel, Basis, Beat, IntensityBand, Load, Prescription, Quantity, Scheme, SetType, Span,
    Tempo, Work,
};
use crate::notation::tidy_note;

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        5 => (0_u32..600).prop_map(f64::from),
        3 => (0_u32..4000).prop_map(|n| f64::from(n) / 10.0),
        2 => (0_u32..40_000).prop_map(|n| f64::from(n) / 100.0),
        1 => (0_u32..900_000).prop_map(|n| f64::from(n) / 1000.0),
        1 => (0_u32..200).prop_map(|n| f64::from(n) * 100.0),
        1 => 0.0..50_000.0,
    ]
}

fn quantity(number: impl Strategy<Value = f64> + Clone) -> impl Strategy<Value = Quantity> {
    prop_oneof![
        4 => number.clone().prop_map(Quantity::Exactly),
        2 => (number.clone(), number.clone()).prop_map(|(one, other)| {
            if one == other {
                Quantity::Exactly(one)
            } else {
                Quantity::Between(one.min(other), one.max(other))
            }
        }),
        1 => (number.clone(), number).prop_map(|(one, other)| Quantity::Pair(one, other)),
    ]
}

fn span<T: Copy + PartialOrd + std::fmt::Debug>(
    value: impl Strategy<Value = T> + Clone,
) -> impl Strategy<Value = Span<T>> {
    prop_oneof![
        2 => value.clone().prop_map(Span::exactly),
        1 => (value.clone(), value).prop_map(|(one, other)| Span::between(one, other)),
    ]
}

fn seconds() -> impl Strategy<Value = u32> + Clone {
    prop_oneof![1_u32..200, (1_u32..200).prop_map(|n| n * 30), 1_u32..100_000]
}

fn amount() -> BoxedStrategy<Work> {
    let reps = prop_oneof![0_u16..31, 0_u16..9999];
    prop_oneof![
        4 => (span(reps), any::<bool>()).prop_map(|(count, amrap)| Work::Reps { count, amrap }),
        1 => Just(Work::Max),
        2 => span(seconds()).prop_map(Work::Seconds),
        2 => quantity(number().boxed()).prop_map(Work::Metres),
        1 => quantity(number().boxed()).prop_map(Work::Calories),
    ]
    .boxed()
}

fn work() -> impl Strategy<Value = Work> {
    prop_oneof![1 => Just(Work::Unsaid), 5 => amount()]
}

/// Lists of one kind are what people write; mixed ones must survive as well.
fn list(least: usize) -> BoxedStrategy<Vec<Work>> {
    let reps = (1_u16..30, any::<bool>())
        .prop_map(|(count, amrap)| Work::Reps { count: Span::exactly(count), amrap });
    let plain =
        (1_u16..30).prop_map(|count| Work::Reps { count: Span::exactly(count), amrap: false });
    prop_oneof![
        vec(reps, least..6),
        vec(plain, least..6),
        vec(quantity(number().boxed()).prop_map(Work::Metres), least..5),
        vec(number().prop_map(|n| Work::Calories(Quantity::Exactly(n))), least..5),
        vec(amount(), least..5),
    ]
    .boxed()
}

fn scheme() -> BoxedStrategy<Scheme> {
    let sets = || span(prop_oneof![1_u16..9, 1_u16..999].boxed());
    prop_oneof![
        1 => Just(Scheme::Open),
        4 => (sets(), work()).prop_map(|(sets, work)| Scheme::Sets { sets: Some(sets), work }),
        2 => amount().prop_map(|work| Scheme::Sets { sets: None, work }),
        3 => list(2).prop_map(Scheme::List),
        1 => (seconds(), seconds(), work())
            .prop_map(|(total_s, every_s, work)| Scheme::Emom { total_s, every_s, work }),
        1 => (1_u32..60, 1_u32..5, work()).prop_map(|(total, every, work)| Scheme::Emom {
            total_s: total * 60, every_s: every * 60, work,
        }),
        1 => (seconds(), work()).prop_map(|(total_s, work)| Scheme::Amrap { total_s, work }),
        2 => (list(0), option::of(seconds()))
            .prop_map(|(work, cap_s)| Scheme::ForTime { work, cap_s }),
        1 => (1_u16..999, seconds(), seconds())
            .prop_map(|(rounds, work_s, rest_s)| Scheme::Intervals { rounds, work_s, rest_s }),
        1 => (sets(), work()).prop_map(|(rounds, work)| Scheme::Rounds { rounds, work }),
    ]
    .boxed()
}

const BASES: [Basis; 14] = [
    Basis::Kg,
    Basis::Lb,
    Basis::Pct1Rm,
    Basis::PctTm,
    Basis::Rm,
    Basis::BodyweightPlusKg,
    Basis::BodyweightPlusLb,
    Basis::BodyweightMinusKg,
    Basis::PctBodyweight,
    Basis::Velocity,
    Basis::HrZone,
    Basis::PacePerKm,
    Basis::Watts,
    Basis::Cr10,
];

fn load() -> BoxedStrategy<Load> {
    let bands = [
        BandLevel::XLight,
        BandLevel::Light,
        BandLevel::Medium,
        BandLevel::Heavy,
        BandLevel::XHeavy,
    ];
    let intensities = [IntensityBand::Low, IntensityBand::Mid, IntensityBand::High];
    let of = select(&BASES[..]).prop_flat_map(|basis| {
        quantity(value(basis)).prop_map(move |amount| Load::Of { basis, amount })
    });
    let per_set = select(&BASES[..]).prop_flat_map(|basis| {
        vec(value(basis), 2..6).prop_map(move |amounts| Load::PerSet { basis, amounts })
    });
    prop_oneof![
        6 => of,
        3 => per_set,
        1 => Just(Load::Bodyweight),
        1 => select(bands.to_vec()).prop_map(Load::Band),
        1 => select(intensities.to_vec()).prop_map(Load::Intensity),
    ]
    .boxed()
}

fn value(basis: Basis) -> BoxedStrategy<f64> {
    match basis {
        Basis::PacePerKm => (1_u32..3600).prop_map(f64::from).boxed(),
        _ => number().boxed(),
    }
}

fn tempo() -> impl Strategy<Value = Tempo> {
    let beat = || {
        prop_oneof![
            4 => (0_u8..10).prop_map(Beat::Seconds),
            1 => any::<u8>().prop_map(Beat::Seconds),
            1 => Just(Beat::Explosive),
        ]
    };
    [beat(), beat(), beat(), beat()].prop_map(Tempo)
}

fn note() -> impl Strategy<Value = String> {
    let text = prop_oneof![
        3 => Just(String::new()),
        1 => "[ -~äöüß;\"@„“]{1,30}",
        1 => any::<String>(),
    ];
    text.prop_map(|text| tidy_note(&text))
}

/// Any prescription that is in order.
pub(super) fn prescription() -> impl Strategy<Value = Prescription> {
    let half = |most: u32| (0..=most * 2).prop_map(|n| f64::from(n) / 2.0).boxed();
    let effort = (
        option::of(span(half(10))),
        option::of(span(half(12))),
        option::of(tempo()),
        option::of(span(prop_oneof![0_u32..600, 0_u32..100_000].boxed())),
    );
    let types = select(SetType::ALL);
    (scheme(), option::of(load()), effort, any::<bool>(), types, note()).prop_map(
        |(scheme, load, (rpe, rir, tempo, rest), per_side, set_type, note)| Prescription {
            scheme,
            load,
            rpe,
            rir,
            tempo,
            rest,
            per_side,
            set_type,
            note,
        },
    )
}
