//! `lexdelta graph`: what depends on what in a version.

use clap::ValueEnum;
use lexdelta::graph::{EdgeKind, Graph, Names, Part, Selection, export};
use lexdelta::law::{Fidelity, Outline};
use lexdelta::prose::{TypedLocator, citation};
use lexdelta::report;
use lexdelta::versions::{VersionName, single};

use super::environment::Environment;
use super::error::CliError;
use super::output::{OneOf, Output, PageFormat};
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
    #[command(flatten)]
    output: Output<GraphFormat>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum GraphFormat {
    /// A table of the edges, for a terminal
    #[default]
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

impl OneOf for GraphFormat {
    fn written_as(self) -> Option<PageFormat> {
        match self {
            GraphFormat::Text => Some(PageFormat::Text),
            GraphFormat::Md => Some(PageFormat::Md),
            GraphFormat::Html => Some(PageFormat::Html),
            GraphFormat::Json => Some(PageFormat::Json),
            GraphFormat::Svg | GraphFormat::Dot | GraphFormat::Mermaid => None,
        }
    }
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
    let svg = || export::svg(&graph, &part, &names, &title);
    let page = || {
        let mut page = report::graph(&version, &graph, &part, &title, language);
        page.figure = (args.output.format() == GraphFormat::Html).then(svg);
        page
    };
    match args.output.format() {
        GraphFormat::Svg => args.output.write(&svg(), environment)?,
        GraphFormat::Dot => args.output.write(&export::dot(&graph, &part, &names), environment)?,
        GraphFormat::Mermaid => args.output.write(&export::mermaid(&graph, &part, &names), environment)?,
        GraphFormat::Text | GraphFormat::Md | GraphFormat::Html | GraphFormat::Json => {
            args.output.print(page, &export::json(&graph, &part, &names), false, environment)?;
        }
    }
    Ok(Exit::Done)
}

fn part(args: &GraphArgs, graph: &Graph, around: Vec<petgraph::graph::NodeIndex>) -> Part {
    let whole = around.is_empty();
    let kinds = match args.edges.is_empty() && whole && args.output.format().is_picture() {
        true => OF_A_WHOLE.to_vec(),
        false => args.edges.clone(),
    };
    let part = Part::of(graph, &Selection { around, depth: args.depth, kinds });
    if whole && args.output.format().is_picture() { part.by_unit(graph) } else { part }
}
