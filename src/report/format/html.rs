//! Pages as one HTML file: no script, nothing loaded from elsewhere.

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, context};

use super::Layout;
use crate::languages::{Phrase, vocabulary};
use crate::report::page::Page;

const TEMPLATE: &str = include_str!("page.html.j2");
const SHEET: &str = include_str!("sheet.html.j2");

pub(super) fn render(page: &Page, layout: Layout) -> String {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    // Both templates are part of this program: one that cannot be read is seen by every test that writes a page.
    let read = environment.add_template("sheet.html", SHEET);
    let say = vocabulary(page.language).phrases;
    let values = context! {
        page => minijinja::Value::from(Serde(page)),
        side_by_side => layout.side_by_side,
        in_table => say(Phrase::FigureInTable),
        removed => say(Phrase::Removed),
        added => say(Phrase::Added),
    };
    // The template is part of this program and takes any page: if it fails, it fails for all, and a test says so.
    let page = read.and_then(|()| environment.render_named_str("page.html", TEMPLATE, values));
    page.unwrap_or_else(|error| format!("<!-- {error} -->"))
}
