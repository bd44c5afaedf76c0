//! `lexdelta graph`: what depends on what in a version.

use std::path::PathBuf;

use clap::ValueEnum;
use lexdelta::graph::{EdgeKind, Graph, Names, Part, Selection, export};
use lexdelta::law::{Fidelity, Outline};
use lexdelta::prose::{TypedLocator, citation};
use lexdelta::report::{self, Format};
use lexdelta::versions::{VersionName, single};

use super::environment::Environment;
use super::error::CliError;
use super::output::{deliver, json, layout};
use super::{Exit, fidelity};

/// Show what depends on what in a version: references, terms, duties, deadlines, other acts
#[derive(Debug, clap::Args)]
#[command(after_help = "Pictures of a whole version are drawn by article and leave out what would fill them \
                        (contains, uses-term, duties and actors), unless --edges names it. Pictures of a provision show \
                        all that it is joined to.")]
pub struct GraphArgs {
    /// The version: ai-act@oj, ai-act@2026-07-27, ai-act, or a JSON file
    version: VersionName,
    /// Only what is around these provisions, as in a citation: 'Article 6(4)', 'Annex III, point 1'
    #[arg(value_name = "PROVISION")]
    locators: Vec<TypedLocator>,
    /// How many steps away from the provisions
    #[arg(long, default_value_t = 1, value_name = "STEPS")]
    depth: usize,
    /// Only edges of these kinds
    #[arg(long, value_delimiter = ',', value_parser = edge_kind, value_name = "KIND")]
    edges: Vec<EdgeKind>,
    /// Only the official wording, or only our digest
    #[arg(long, value_parser = fidelity, value_name = "verbatim|digest")]
    fidelity: Option<Fidelity>,
    /// The format of the result
    #[arg(long, value_enum, default_value_t = GraphFormat::Text)]
    format: GraphFormat,
    /// Write to a file, whole or not at all, instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum GraphFormat {
    /// A table of the edges, for a terminal
    Text,
    /// The table in Markdown
    Md,
    /// One self-contained HTML file: the picture and the table
    Html,
    /// The picture alone
    Svg,
    /// For Graphviz
    Dot,
    /// For Mermaid, as Markdown pages draw it
    Mermaid,
    /// JSON, for machines
    Json,
}

impl GraphFormat {
    /// Whether the format is a picture, in which there is not room for everything.
    fn is_picture(self) -> bool {
        matches!(self, GraphFormat::Html | GraphFormat::Svg | GraphFormat::Mermaid)
    }
}

/// The edges that a picture of a whole version shows.
const OF_A_WHOLE: [EdgeKind; 7] = [
    EdgeKind::RefersTo,
    EdgeKind::Sets,
    EdgeKind::Governs,
    EdgeKind::Amends,
    EdgeKind::DerogatesFrom,
    EdgeKind::Empowers,
    EdgeKind::Sanctions,
];

fn edge_kind(code: &str) -> Result<EdgeKind, String> {
    let known = || EdgeKind::ALL.iter().map(|kind| kind.code()).collect::<Vec<_>>().join(", ");
    EdgeKind::from_code(code).ok_or_else(|| format!("expected one of {}", known()))
}

pub fn run(args: &GraphArgs, environment: &Environment) -> Result<Exit, CliError> {
    let library = environment.library()?;
    let version = single(&library, &args.version, &environment.wanted(args.fidelity))?;
    let outline = Outline::of(&version);
    let language = environment.language();
    let graph = Graph::of(&version, &version.duties, &version.deadlines);
    let mut title = version.name();
    let mut around = Vec::new();
    for typed in &args.locators {
        let place = typed.resolve(&outline, &title)?;
        around.extend(graph.at(&place));
    }
    for node in &around {
        let place = graph.inner()[*node].locator().map(|place| citation(place, language)).unwrap_or_default();
        title.push_str(&format!(" · {place}"));
    }
    let part = part(args, &graph, around);
    let names = Names::new(&graph, language);
    let page = || report::graph(&version, &graph, &part, &title, language);
    let layout = layout(args.output.as_deref(), false, environment);
    let text = match args.format {
        GraphFormat::Text => report::render(&page(), Format::Terminal, layout),
        GraphFormat::Md => report::render(&page(), Format::Markdown, layout),
        GraphFormat::Html => {
            let mut page = page();
            page.figure = Some(export::svg(&graph, &part, &names, &title));
            report::render(&page, Format::Html, layout)
        }
        GraphFormat::Svg => export::svg(&graph, &part, &names, &title),
        GraphFormat::Dot => export::dot(&graph, &part, &names),
        GraphFormat::Mermaid => export::mermaid(&graph, &part, &names),
        GraphFormat::Json => json(&export::json(&graph, &part, &names)),
    };
    deliver(&text, args.output.as_deref(), environment)?;
    Ok(Exit::Done)
}

fn part(args: &GraphArgs, graph: &Graph, around: Vec<petgraph::graph::NodeIndex>) -> Part {
    let whole = around.is_empty();
    let kinds = match args.edges.is_empty() && whole && args.format.is_picture() {
        true => OF_A_WHOLE.to_vec(),
        false => args.edges.clone(),
    };
    let part = Part::of(graph, &Selection { around, depth: args.depth, kinds });
    if whole && args.format.is_picture() { part.by_unit(graph) } else { part }
}
