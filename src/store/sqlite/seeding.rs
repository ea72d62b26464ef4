//! Seeding in SQLite.

use crate::domain::Viewer;
use crate::store::columns::StarterColumns;
use crate::store::values::{BuiltIn, FirstClub, Seeded};

use super::{House, Outcome, frameworks, library, people, settings, units};

pub(in crate::store) fn seed(
    house: &House<'_>,
    built_in: &BuiltIn,
    starter: Option<&StarterColumns>,
) -> Outcome<Seeded> {
    let library = library::install(house, built_in)?;
    let club = match starter {
        Some(starter) if people::clubs(house)?.is_empty() => {
            first_club(house, starter)?;
            FirstClub::Made
        }
        _ => FirstClub::Kept,
    };
    Ok(Seeded { library, club })
}

fn first_club(house: &House<'_>, starter: &StarterColumns) -> Outcome<()> {
    people::put_club(house, &starter.club)?;
    people::add_coach(house, &starter.coach)?;
    let coach = Viewer { coach: starter.coach.id.clone(), club: starter.coach.club.clone() };
    let scope = house.on_behalf_of(&coach);
    starter.groups.iter().try_for_each(|group| people::put_group(&scope, group))?;
    starter.athletes.iter().try_for_each(|athlete| people::put_athlete(&scope, athlete))?;
    starter.frameworks.iter().try_for_each(|framework| frameworks::put(&scope, framework))?;
    starter.units.iter().try_for_each(|unit| units::add(&scope, unit).map(|_| ()))?;
    starter.settings.iter().try_for_each(|(name, value)| settings::put(&scope, name, value))
}
