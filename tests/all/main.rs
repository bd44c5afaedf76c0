//! What lexdelta does, as a user and as a caller of the library meets it.
//!
//! Tests over official files read them from the folder that `LEXDELTA_CORPUS` names, and say so when they are skipped.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that cannot go on fails, and says what it skips"
)]

mod ai_act;
mod amending;
mod bad_input;
mod calendar;
mod check;
mod columns;
mod commands;
mod corpus;
mod council;
mod docx;
mod duties;
mod graph;
mod graph_ai_act;
mod grounding;
mod invented;
mod manifestations;
mod map;
mod marks;
mod notation;
mod pdf;
mod plain_text;
mod program;
mod proofs;
mod properties;
mod schema;
mod texts;
mod transitions;
mod whole_text;
