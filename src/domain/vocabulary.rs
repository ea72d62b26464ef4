//! The closed vocabularies of training. Clubs extend the open ones (skills, focus areas, styles,
//! target groups, equipment), which are ids in [`super::Catalogues`]; rules speak of these.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $id:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$vdoc])* #[doc = concat!("`", $id, "` in data and JSON.")] #[serde(rename = $id)] $variant),+
        }

        impl $name {
            /// Every value, in the order of the taxonomy.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable id used in data, JSON and the taxonomy.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }

            /// The value with this id.
            #[must_use]
            pub fn from_id(id: &str) -> Option<Self> {
                match id { $($id => Some(Self::$variant),)+ _ => None }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.id())
            }
        }
    };
}

vocabulary! {
    /// A muscle or muscle group that volume is counted for.
    Muscle {
        Chest = "chest", Lats = "lats", UpperBack = "upper_back", Traps = "traps",
        Erectors = "erectors", FrontDelts = "front_delts", SideDelts = "side_delts",
        RearDelts = "rear_delts", RotatorCuff = "rotator_cuff", Biceps = "biceps",
        Brachialis = "brachialis", Triceps = "triceps", Forearms = "forearms", Abs = "abs",
        Obliques = "obliques", DeepCore = "deep_core", HipFlexors = "hip_flexors",
        Glutes = "glutes", Abductors = "abductors", Adductors = "adductors", Quads = "quads",
        Hamstrings = "hamstrings", Calves = "calves", Tibialis = "tibialis", Neck = "neck",
        Serratus = "serratus",
    }
}

vocabulary! {
    /// A movement pattern; splits, coverage rules and substitution classes are written in these.
    Pattern {
        Squat = "squat", Hinge = "hinge", Lunge = "lunge", HPush = "h_push", VPush = "v_push",
        HPull = "h_pull", VPull = "v_pull", Carry = "carry",
        CoreAntiExtension = "core_anti_extension", CoreAntiRotation = "core_anti_rotation",
        CoreAntiLateral = "core_anti_lateral", CoreFlexion = "core_flexion",
        Rotation = "rotation", Locomotion = "locomotion", Jump = "jump", Sprint = "sprint",
        Olympic = "olympic", IsolationArm = "isolation_arm",
        IsolationShoulder = "isolation_shoulder", IsolationLeg = "isolation_leg",
        Mobility = "mobility", Conditioning = "conditioning", Technique = "technique",
        Game = "game",
    }
}

vocabulary! {
    /// Level of an athlete, a group or an exercise. The order is meaningful.
    Level { Beginner = "beginner", Intermediate = "intermediate", Advanced = "advanced", Elite = "elite" }
}

impl Level {
    /// 1 for beginners to 4 for squads.
    #[must_use]
    pub const fn rank(self) -> u8 {
        self as u8 + 1
    }
}

vocabulary! {
    /// What sort of thing an exercise is.
    Category {
        Strength = "strength", Power = "power", Mobility = "mobility",
        Conditioning = "conditioning",
        /// Practises technique or coordination, mostly by time.
        Drill = "drill",
        Game = "game", Technique = "technique",
    }
}

vocabulary! {
    /// How many joints move.
    Mechanic {
        /// Several joints: the lifts that come first.
        Compound = "compound",
        /// One joint.
        Isolation = "isolation",
    }
}

vocabulary! {
    /// How many people one copy of the exercise needs.
    Partner { None = "none", Pair = "pair", Triad = "triad", Group = "group" }
}

vocabulary! {
    /// What a program is for.
    Goal {
        Strength = "strength", Hypertrophy = "hypertrophy",
        StrengthHypertrophy = "strength_hypertrophy", Power = "power", Endurance = "endurance",
        General = "general",
        /// Older adults: strength, balance, some power.
        Older = "older",
        Youth = "youth",
        /// Return after injury or a long break.
        Return = "return",
    }
}

vocabulary! {
    /// The part of a unit a section plays.
    SectionKind {
        Opening = "opening", Warmup = "warmup", Skill = "skill", Main = "main",
        Accessory = "accessory", Conditioning = "conditioning", Game = "game",
        Sparring = "sparring", Cooldown = "cooldown", Closing = "closing", Test = "test",
    }
}

vocabulary! {
    /// How the items of a section, or one item, are organised in time.
    Format {
        Straight = "straight", Superset = "superset", Triset = "triset",
        GiantSet = "giant_set", Circuit = "circuit", Stations = "stations", Emom = "emom",
        AmrapTime = "amrap_time", ForTime = "for_time", Intervals = "intervals",
        Tabata = "tabata", Ladder = "ladder", Pyramid = "pyramid", Wave = "wave",
        Complex = "complex", Contrast = "contrast", Rounds = "rounds", Lines = "lines",
        Free = "free", Streams = "streams",
    }
}

vocabulary! {
    /// What a set is for; only some count as hard sets.
    #[derive(Default)]
    SetType {
        Warmup = "warmup", #[default] Work = "work", Top = "top", Backoff = "backoff", Amrap = "amrap",
        Drop = "drop", RestPause = "rest_pause", Myo = "myo", Cluster = "cluster",
        Isometric = "isometric", Eccentric = "eccentric", Speed = "speed",
        Technique = "technique", Feeler = "feeler", Test = "test",
    }
}

impl SetType {
    /// Whether the set counts towards weekly volume (taxonomy: `volume_rule`).
    #[must_use]
    pub const fn counts_as_hard(self) -> bool {
        !matches!(self, Self::Warmup | Self::Speed | Self::Technique | Self::Feeler)
    }
}

vocabulary! {
    /// The rule by which the next exposure changes.
    ProgressionKind {
        Linear = "linear", Double = "double", Triple = "triple", Percent = "percent",
        Amrap = "amrap", Rpe = "rpe", Stage = "stage", Sets = "sets", Density = "density",
        Time = "time", Variation = "variation", Complexity = "complexity", None = "none",
    }
}

vocabulary! {
    /// A body region or condition that forbids some exercises.
    Contraindication {
        Knee = "knee", LowBack = "low_back", Shoulder = "shoulder", Elbow = "elbow",
        Wrist = "wrist", Hip = "hip", Ankle = "ankle", Neck = "neck", Hernia = "hernia",
        Pregnancy = "pregnancy", Hypertension = "hypertension", Cardiac = "cardiac",
        Concussion = "concussion", Osteoporosis = "osteoporosis", Asthma = "asthma",
    }
}
