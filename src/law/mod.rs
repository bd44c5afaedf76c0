//! The model: works, versions, provisions and their addresses. Knows nobody else in the crate.

mod celex;
mod date;
mod deadline;
mod duty;
mod evidence;
mod kind;
mod language;
mod locator;
mod number;
mod outline;
mod provision;
mod stage;
mod text;
mod version;
mod when;
mod work;

pub use celex::{Celex, CelexError};
pub use date::{Date, DateError, Period};
pub use deadline::{Case, Deadline, DeadlineKind, Governed};
pub use duty::{Actor, Duty, Modality};
pub use evidence::{Confidence, Correspondence, Evidence, EvidenceSource, Kept, Statement, Unknown};
pub use kind::Kind;
pub use language::Language;
pub use locator::{Locator, LocatorError, Segment, SegmentKind};
pub use number::{Number, NumberError};
pub use outline::{Outline, Placed};
pub use provision::{Action, AmendedPart, Amendment, CellSpan, Footnote, Mark, MarkKind, Provision};
pub use stage::{Fidelity, Stage};
pub(crate) use text::is_space;
pub use text::{comparison_form, comparison_words};
pub use version::{
    AmendingAct, AppliedAct, DeadlinesOf, Defect, Derivation, FORMAT, ImportRecord, Part, Source, Version, version_name,
};
pub use when::{Count, Occasion, Repetition, When};
pub use work::{Event, Milestone, Names, Work, WorkKind};
