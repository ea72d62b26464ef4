//! The plain types of training: exercises, prescriptions, units, programs, frameworks, people,
//! and the edits a coach makes to a plan. No text is rendered here, nothing is read or written.

mod audit;
mod catalogue;
mod edit;
mod exercise;
mod framework;
mod graph;
mod id;
mod message;
mod people;
mod prescription;
mod profile;
mod program;
#[cfg(test)]
mod tests;
mod text;
mod unit;
mod vocabulary;

pub use audit::{Audit, PromptMark};
pub use catalogue::{CatalogueEntry, CatalogueKind, Catalogues};
pub use edit::{EditError, ItemField, PlanEdit, SectionField, UnitField};
pub use exercise::{DrillMinutes, Exercise, ExerciseKind, Origin, Part, SkillWeights};
pub use framework::{Framework, Slot, SlotRole};
pub use graph::{Edge, GraphError, ProgressionGraph};
pub use id::{
    AthleteId, ClubId, CoachId, EquipmentId, ExerciseId, FocusId, FrameworkId, GraphId, GroupId,
    IdSource, ItemId, JobId, ProgramId, SectionId, SkillId, SlotId, StyleId, TargetGroupId,
    TrainingTypeId, UnitId,
};
pub use message::{Arg, Explain, Message};
pub use people::{Athlete, Club, Coach, Group, Viewer, Visibility};
pub use prescription::{
    BandLevel, Basis, Beat, IntensityBand, Load, Prescription, Quantity, Scheme, Span, Tempo, Work,
};
pub use profile::{AthleteProfile, GroupProfile, PastUnit, Profile};
pub use program::{Mesocycle, Program, Provenance, Week, WeekPhase};
pub use text::{Bilingual, BilingualList, Lang};
pub use unit::{
    Item, ItemLog, Owner, Place, Progression, Section, SetLog, Stream, SupersetTag, Suppression,
    Unit,
};
pub use vocabulary::{
    Category, Contraindication, Format, Goal, Level, Mechanic, Muscle, Partner, Pattern,
    ProgressionKind, SectionKind, SetType,
};
