//! Words of coaches that mean an entry of a catalogue without being its name, in German and
//! English: `Sprünge` are the jump pattern, `Sturzvorbeugung` is balance. Folded beginnings of
//! words; those of six letters and more are found inside German compounds as well.

use crate::domain::CatalogueKind;
use crate::domain::CatalogueKind::{
    FocusAreas, Muscles, Patterns, SectionKinds, Skills, StyleDirections, TargetGroups,
    TrainingTypes,
};

/// One line: which catalogue, which entry, how coaches begin to write it.
pub(super) type Synonym = (CatalogueKind, &'static str, &'static [&'static str]);

/// From this length a beginning is looked for inside words too.
pub(super) const INSIDE_FROM: usize = 6;

/// The table, read top to bottom; a word may mean several entries.
#[rustfmt::skip]
pub(super) const SYNONYMS: &[Synonym] = &[
    // coordination and speed
    (Skills, "reaction", &["reaktion", "reagier", "reaction", "react", "reflex"]),
    (Skills, "speed_reaction", &["reaktionsschnell", "reaktionsgeschwind", "quickness"]),
    (Skills, "speed_action", &["schnelligkeit", "handschnell", "fast hands"]),
    (Skills, "speed_locomotion", &["sprint", "antritt", "schnelllauf", "running speed"]),
    (Skills, "agility", &["wendig", "agil", "agility", "richtungswechsel", "gewandt"]),
    (Skills, "balance", &["gleichgewicht", "balanc", "balance", "sturz", "standsicher", "fall prevention"]),
    (Skills, "rhythm", &["rhythm", "takt"]),
    (Skills, "orientation", &["orientier", "raumgefuhl", "spatial"]),
    (Skills, "coupling", &["koordinat", "coordination"]),
    (Skills, "body_awareness", &["korpergefuhl", "korperwahrnehmung", "body awareness"]),
    // strength and stamina
    (Skills, "grip_strength", &["griffkraft", "grip", "unterarm", "handkraft"]),
    (Skills, "explosive_strength", &["schnellkraft", "explosiv", "explosive", "sprungkraft"]),
    (Skills, "trunk_stability", &["rumpf", "core", "trunk", "bauchkraft"]),
    (Skills, "max_strength", &["maximalkraft", "max strength"]),
    (Skills, "strength_endurance", &["kraftausdauer", "strength endurance"]),
    (Skills, "endurance_aerobic", &["ausdauer", "cardio", "aerob", "endurance", "grundlagen"]),
    (Skills, "endurance_anaerobic", &["anaerob", "intervall", "hiit", "auspower", "conditioning", "kondition"]),
    (Skills, "mobility", &["beweglich", "mobil", "dehn", "stretch", "flexib", "gelenkig"]),
    // fighting
    (Skills, "falling", &["fallschul", "fallen", "fallubung", "ukemi", "falling", "breakfall"]),
    (Skills, "rolling", &["rollen", "judorolle", "rolling", "rolls"]),
    (Skills, "throwing", &["wurf", "wurfe", "nage", "throw", "takedown"]),
    (Skills, "gripping", &["griffkampf", "kumi kata", "grip fight", "fassart"]),
    (Skills, "off_balancing", &["kuzushi", "gleichgewichtsbrech", "off balanc"]),
    (Skills, "groundwork", &["bodenkampf", "bodenarbeit", "boden", "ne waza", "groundwork", "ground fight", "haltegriff"]),
    (Skills, "escapes", &["befrei", "escape", "release"]),
    (Skills, "submission", &["hebel", "wurger", "armlock", "choke", "submission"]),
    (Skills, "striking", &["schlag", "boxen", "punch", "strik", "fauststo"]),
    (Skills, "kicking", &["tritt", "kick", "fusstechnik", "geri"]),
    (Skills, "defence", &["abwehr", "block", "parade", "defend", "defence", "defense", "deckung"]),
    (Skills, "evasion", &["ausweich", "meid", "evasion", "dodg", "slip"]),
    (Skills, "counter", &["konter", "counter"]),
    (Skills, "combination", &["kombination", "combination"]),
    (Skills, "stance_footwork", &["beinarbeit", "schrittarbeit", "fussarbeit", "footwork", "stellung"]),
    (Skills, "distance_timing", &["distanz", "distance", "timing"]),
    (Skills, "sparring", &["randori", "kumite", "sparring", "freikampf"]),
    (Skills, "forms", &["kata", "formen", "forms", "poomsae"]),
    (Skills, "self_defence", &["selbstverteidig", "self defen", "notwehr"]),
    // playing together
    (Skills, "catching", &["ball fangen", "catching", "catch a ball"]),
    (Skills, "throwing_ball", &["ballwurf", "ball werfen", "ball throw"]),
    (Skills, "ball_control", &["ballfuhr", "ballkontroll", "dribb", "ball control"]),
    (Skills, "team_play", &["zusammenspiel", "team play", "passspiel"]),
    (Skills, "cooperation", &["kooper", "teamarbeit", "vertrauen", "cooperat", "teamwork", "trust"]),
    (Skills, "decision_making", &["entscheid", "decision"]),
    (Skills, "courage", &["mut", "mutig", "courage"]),
    (Skills, "concentration", &["konzentr", "concentrat", "focus drill"]),
    (Skills, "self_control", &["selbstkontroll", "self control", "impulskontroll"]),
    (Skills, "breathing", &["atem", "atmung", "breath"]),
    // content
    (FocusAreas, "relaxation", &["entspann", "beruhig", "ruhig", "relax", "calm", "abschalten", "runterkommen", "cool"]),
    (FocusAreas, "prevention", &["prophylaxe", "vorbeug", "prevent", "verletzungsvorbeug"]),
    (FocusAreas, "self_assertion", &["selbstbehaupt", "deeskalat", "assert", "grenzen setzen"]),
    (FocusAreas, "etiquette", &["begruss", "etikette", "respekt", "greeting", "verabschied"]),
    (FocusAreas, "footwork", &["beinarbeit", "footwork"]),
    (FocusAreas, "falling", &["fallschul", "fallubung", "falling"]),
    (FocusAreas, "power", &["schnellkraft", "explosiv", "power"]),
    (FocusAreas, "speed", &["schnelligkeit", "speed", "tempo"]),
    // method
    (TrainingTypes, "game", &["spiel", "game", "toben", "fangspiel", "play"]),
    (TrainingTypes, "partner_drill", &["partner", "paarubung", "pairs"]),
    (TrainingTypes, "plyometric", &["plyo", "sprung", "sprunge", "hupf", "jump", "hop"]),
    (TrainingTypes, "circuit", &["zirkel", "circuit", "stationen"]),
    (TrainingTypes, "recovery", &["regenerat", "recover", "erhol", "cool down", "abwarm", "ausklang"]),
    (TrainingTypes, "relaxation", &["entspann", "relax"]),
    (TrainingTypes, "sprint", &["sprint"]),
    (TrainingTypes, "interval", &["intervall", "interval"]),
    // patterns of movement
    (Patterns, "jump", &["sprung", "sprunge", "hupf", "jump", "hop"]),
    (Patterns, "squat", &["kniebeug", "squat"]),
    (Patterns, "hinge", &["huftbeug", "hinge", "kreuzheb", "deadlift"]),
    (Patterns, "lunge", &["ausfallschritt", "lunge"]),
    (Patterns, "h_push", &["druck", "liegestutz", "push up", "bench", "drucken"]),
    (Patterns, "v_push", &["uberkopf", "overhead", "schulterdruck"]),
    (Patterns, "h_pull", &["ruder", "row", "zug"]),
    (Patterns, "v_pull", &["klimmzug", "pull up", "latzug"]),
    (Patterns, "carry", &["tragen", "carry", "carries", "farmer"]),
    (Patterns, "sprint", &["sprint"]),
    (Patterns, "locomotion", &["krabbel", "crawl", "tiergang", "animal"]),
    // parts of the body
    (Muscles, "quads", &["oberschenkel", "quad", "beine", "beinkraft", "legs"]),
    (Muscles, "hamstrings", &["beinrucks", "hamstring", "beinbeug", "posterior"]),
    (Muscles, "glutes", &["gesass", "po", "glute", "hintern"]),
    (Muscles, "calves", &["wade", "calf", "calves"]),
    (Muscles, "hip_flexors", &["huftbeuger", "hip flexor"]),
    (Muscles, "adductors", &["adduktor", "adductor", "leiste"]),
    (Muscles, "chest", &["brust", "chest"]),
    (Muscles, "lats", &["latissimus", "lats"]),
    (Muscles, "upper_back", &["oberer rucken", "upper back", "haltung", "posture"]),
    (Muscles, "front_delts", &["schulter", "shoulder"]),
    (Muscles, "side_delts", &["schulter", "shoulder"]),
    (Muscles, "rotator_cuff", &["rotator", "schultergesund"]),
    (Muscles, "biceps", &["bizeps", "biceps", "armbeug"]),
    (Muscles, "triceps", &["trizeps", "triceps", "armstreck"]),
    (Muscles, "forearms", &["unterarm", "forearm", "handgelenkkraft", "grip"]),
    (Muscles, "abs", &["bauch", "abs", "abdominal", "sixpack"]),
    (Muscles, "obliques", &["seitlicher bauch", "oblique"]),
    (Muscles, "erectors", &["unterer rucken", "ruckenstreck", "lower back"]),
    (Muscles, "neck", &["nackenkraft", "neck strength"]),
    // parts of a unit
    (SectionKinds, "warmup", &["aufwarm", "erwarm", "warm up", "warmup", "einlauf"]),
    (SectionKinds, "cooldown", &["abwarm", "cool down", "cooldown", "ausklang", "nach dem training"]),
    (SectionKinds, "opening", &["begruss", "einstimm", "greeting"]),
    // people
    (TargetGroups, "preschool", &["vorschul", "kindergarten", "preschool", "kita"]),
    (TargetGroups, "kids_young", &["kinder", "kids", "children"]),
    (TargetGroups, "kids_older", &["kinder", "kids", "children"]),
    (TargetGroups, "teens", &["jugend", "teen"]),
    (TargetGroups, "older", &["altere", "senior", "older", "elderly"]),
    (TargetGroups, "family", &["eltern", "family", "familie"]),
    // sports
    (StyleDirections, "judo", &["judo"]),
    (StyleDirections, "boxing", &["boxen", "boxing", "furs box", "boxer"]),
    (StyleDirections, "kickboxing", &["kickbox"]),
    (StyleDirections, "team_handball", &["handball"]),
    (StyleDirections, "football", &["fussball", "football", "soccer"]),
    (StyleDirections, "basketball", &["basketball"]),
    (StyleDirections, "gymnastics", &["turnen", "gymnastic"]),
    (StyleDirections, "wrestling", &["ringen", "wrestling"]),
];
