//! Who may see and change what, as conditions for every query, in this one place:
//! private is the coach's own, club is the club's, official is everyone's, archived is in no
//! list. Rows carry `club`, `coach`, `reach` (private, club, official) and `archived`; queries
//! run through [`super::Scope`], which refuses statements that do not ask for the viewer's club.

/// Rows the viewer may read, archived or not.
macro_rules! readable {
    () => {
        "(reach = 'official' OR (club = :club AND (reach = 'club' OR coach = :coach)))"
    };
}

/// Rows the viewer finds in lists.
macro_rules! listed {
    () => {
        concat!("(archived = 0 AND ", readable!(), ")")
    };
}

/// Rows the viewer may change: the club's own, but not another coach's private ones.
macro_rules! writable {
    () => {
        "(club = :club AND (reach <> 'private' OR coach = :coach))"
    };
}

/// Rows that every coach of the club shares.
macro_rules! of_club {
    () => {
        "(club = :club)"
    };
}

/// Rows that are the coach's alone.
macro_rules! of_coach {
    () => {
        "(club = :club AND coach = :coach)"
    };
}

/// The reach a new or changed row gets: `:reach`, where only the club of an association may
/// release something to everyone. In others' hands it reaches their club.
macro_rules! granted_reach {
    () => {
        "CASE WHEN :reach = 'official'
              AND NOT EXISTS (SELECT 1 FROM clubs WHERE id = :club AND releases = 1)
              THEN 'club' ELSE :reach END"
    };
}
