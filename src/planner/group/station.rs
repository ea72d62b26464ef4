//! What can stand at a station of a circuit, and in which order stations load the body.

use crate::domain::{CatalogueKind, EquipmentId, Exercise, GroupProfile, Partner, Pattern};
use crate::library::Library;

/// The parts of the body in turn, so that one rests while the next works.
pub(super) const TURN: [&[Pattern]; 8] = [
    &[Pattern::Squat],
    &[Pattern::HPush],
    &[Pattern::CoreAntiExtension, Pattern::CoreAntiLateral],
    &[Pattern::HPull, Pattern::VPull],
    &[Pattern::Hinge],
    &[Pattern::VPush, Pattern::HPush],
    &[Pattern::Rotation, Pattern::CoreAntiRotation, Pattern::CoreFlexion],
    &[Pattern::Lunge, Pattern::Carry, Pattern::Squat],
];

/// What a station may be: lifted by one alone, both sides at once, with what a hall or a home has.
pub(super) fn is_station(exercise: &Exercise, profile: &GroupProfile, library: &Library) -> bool {
    let once = |thing: &EquipmentId| {
        let entry = library.catalogues().entry(CatalogueKind::Equipment, thing.as_str());
        let place = entry.and_then(|entry| entry.facts.get("place")).map_or("any", String::as_str);
        !matches!(place, "any" | "hall" | "home") && !profile.devices.contains_key(thing)
    };
    exercise.partner == Partner::None
        && !exercise.unilateral
        && TURN.iter().any(|turn| exercise.patterns.first().is_some_and(|own| turn.contains(own)))
        && (exercise.equipment.is_empty()
            || exercise.equipment.iter().any(|set| !set.iter().any(once)))
}
