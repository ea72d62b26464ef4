//! Which numbers a profile may hold, field by field: for checking it, and for telling whoever types
//! one.

/// Fields with their smallest and largest value.
const RANGES: [(&str, (u32, u32)); 15] = [
    ("weeks", (1, 52)),
    ("contest_week", (1, 52)),
    ("days_per_week", (1, 7)),
    ("units_per_week", (1, 7)),
    ("minutes", (20, 150)),
    ("age", (4, 100)),
    ("age_min", (3, 100)),
    ("age_max", (3, 100)),
    ("weight_kg", (15, 350)),
    ("height_cm", (80, 250)),
    ("one_rm_kg", (1, 600)),
    ("size", (2, 200)),
    ("level_mix", (0, 200)),
    ("skills", (0, 1)),
    ("history", (1, LONGEST_AGO)),
];

/// Days a past unit may lie back: what was done longer ago is forgotten.
const LONGEST_AGO: u32 = 3650;

/// Smallest and largest value of a field, named as in the profile; `None`: it is no number.
#[must_use]
pub fn range(field: &str) -> Option<(u32, u32)> {
    RANGES.iter().find(|(name, _)| *name == field).map(|(_, range)| *range)
}
