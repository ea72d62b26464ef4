//! What the plan alone says about an exercise that is still to be written: enough for a form that
//! is not empty, and nothing invented.

use std::collections::BTreeMap;

use super::Wish;
use crate::domain::{
    Bilingual, BilingualList, Category, Exercise, ExerciseId, ExerciseKind, Level, Origin, Partner,
    SectionKind, SkillId, SkillWeights, Visibility,
};

/// Skills that are taken over from what the plan asks for.
const SKILLS: usize = 3;
/// Age from which an exercise suits when nothing is known of those who train.
const USUAL_AGE: u8 = 8;

/// The exercise as far as the plan says anything about it. Its names are for the coach to write;
/// what was typed to search stays a search.
#[must_use]
pub fn outline(wish: Wish<'_>) -> Exercise {
    let Wish { pack, suggestions, .. } = wish;
    let parsed = &suggestions.parsed;
    let target = &suggestions.target;
    let category = match pack.section_kind {
        Some(SectionKind::Main | SectionKind::Accessory | SectionKind::Test)
            if !has_style(wish) =>
        {
            Category::Strength
        }
        Some(SectionKind::Conditioning) => Category::Conditioning,
        Some(SectionKind::Game) => Category::Game,
        Some(SectionKind::Cooldown | SectionKind::Closing) => Category::Mobility,
        Some(SectionKind::Skill | SectionKind::Sparring | SectionKind::Main) => Category::Technique,
        _ => Category::Drill,
    };
    Exercise {
        id: ExerciseId::new(""),
        name: Bilingual::default(),
        aliases: BilingualList::default(),
        kind: ExerciseKind::Simple,
        category,
        patterns: Vec::new(),
        primary: Vec::new(),
        secondary: Vec::new(),
        equipment: parsed.equipment.iter().map(|thing| vec![thing.clone()]).take(1).collect(),
        mechanic: None,
        unilateral: false,
        level: parsed.level.or(pack.constraints.level).unwrap_or(Level::Beginner),
        min_age: pack.constraints.youngest.unwrap_or(USUAL_AGE),
        contra: Vec::new(),
        skills: skills(&parsed.skills, &target.skills),
        focus: pack.focus.iter().take(1).cloned().collect(),
        training_types: Vec::new(),
        target_groups: pack.target_group.iter().cloned().collect(),
        styles: pack.style.iter().cloned().collect(),
        partner: parsed.partner.unwrap_or(Partner::None),
        doses: BTreeMap::new(),
        increment_kg: None,
        minutes: None,
        fact: Bilingual::default(),
        visibility: Visibility::Club,
        origin: Origin::Club,
    }
}

fn has_style(wish: Wish<'_>) -> bool {
    wish.pack.style.is_some()
}

/// The skills that were asked for; else the strongest the plan wants, in tenths.
fn skills(asked: &[SkillId], wanted: &SkillWeights) -> SkillWeights {
    if !asked.is_empty() {
        return asked.iter().take(SKILLS).map(|skill| (skill.clone(), 1.0)).collect();
    }
    let mut sorted: Vec<_> = wanted.iter().filter(|(_, weight)| **weight > 0.0).collect();
    sorted.sort_by(|a, b| b.1.total_cmp(a.1).then(a.0.cmp(b.0)));
    let tenths = |weight: f32| (weight * 10.0).round().clamp(1.0, 10.0) / 10.0;
    sorted
        .into_iter()
        .take(SKILLS)
        .map(|(skill, weight)| (skill.clone(), tenths(*weight)))
        .collect()
}
