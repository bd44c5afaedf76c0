//! What an order quotes, given the shape that it has where it will stand: an order's layout does not always show whether
//! something is a paragraph, a subparagraph or a point, and repeats numbers that are not its own.

use crate::amend::instruction::ContentKind;
use crate::law::{Kind, Number, Provision, SegmentKind};

/// The content for the place of a provision of a kind, within something that bears `above`.
pub(super) fn like(content: &[Provision], kind: Kind, own: Option<&Number>, above: Option<&Number>) -> Vec<Provision> {
    nested(content.to_vec()).iter().flat_map(|provision| one_like(provision, kind, own, above)).collect()
}

fn one_like(provision: &Provision, kind: Kind, own: Option<&Number>, above: Option<&Number>) -> Vec<Provision> {
    let running = matches!(provision.kind, Kind::Paragraph | Kind::Subparagraph | Kind::Point | Kind::Definition);
    let mut provision = provision.clone();
    match kind {
        Kind::Subparagraph | Kind::Paragraph if own.is_none() && running => {
            // 'paragraph 4, first subparagraph' is quoted with the number of paragraph 4.
            let repeats = provision.number.is_some() && provision.number.as_ref() == above;
            if repeats || provision.number.is_none() {
                return undivided(provision, kind);
            }
            vec![provision]
        }
        Kind::Paragraph | Kind::Point if running && provision.number.is_some() => {
            provision.kind = kind;
            vec![provision]
        }
        Kind::Definition if running && provision.number.is_some() => {
            provision.kind = Kind::Point;
            vec![provision]
        }
        Kind::Indent if running && provision.number.is_none() => {
            provision.kind = Kind::Indent;
            vec![provision]
        }
        Kind::Annex if provision.kind == Kind::Appendix => {
            provision.kind = Kind::Annex;
            vec![provision]
        }
        _ => vec![provision],
    }
}

/// The rows of quoted tables, without their heads; everything else as it is.
pub(super) fn rows(content: Vec<Provision>) -> Vec<Provision> {
    let of_table =
        |table: Provision| table.children.into_iter().filter(|child| child.kind == Kind::Row && !child.header);
    content
        .into_iter()
        .flat_map(|one| if one.kind == Kind::Table { of_table(one).collect() } else { vec![one] })
        .collect()
}

/// Points that bear letters stand in the paragraph or point with figures before them, which some layouts do not show.
fn nested(content: Vec<Provision>) -> Vec<Provision> {
    let figures = content.iter().any(|one| one.number.as_ref().is_some_and(Number::is_arabic));
    let mut out: Vec<Provision> = Vec::new();
    for mut provision in content {
        provision.children = nested(std::mem::take(&mut provision.children));
        let lettered = provision.number.as_ref().is_some_and(|number| !number.is_arabic())
            && matches!(provision.kind, Kind::Point | Kind::Paragraph);
        let above = out.last_mut().filter(|above| {
            figures
                && above.number.as_ref().is_some_and(Number::is_arabic)
                && matches!(above.kind, Kind::Point | Kind::Paragraph)
        });
        match above {
            Some(above) if lettered => {
                provision.kind = Kind::Point;
                above.children.push(provision);
            }
            _ => out.push(provision),
        }
    }
    out
}

/// A provision without its number, as the subparagraphs or paragraphs that it consists of.
fn undivided(mut provision: Provision, kind: Kind) -> Vec<Provision> {
    let divided = provision.text.is_none()
        && !provision.children.is_empty()
        && provision.children.iter().all(|child| child.kind == Kind::Subparagraph);
    if divided {
        let mut parts = provision.children;
        parts.iter_mut().for_each(|part| part.kind = kind);
        return parts;
    }
    provision.kind = kind;
    provision.number = None;
    provision.label = None;
    vec![provision]
}

/// The content for a place within something, as the order calls it.
pub(super) fn within(
    content: &[Provision],
    container: Option<Kind>,
    wanted: Option<ContentKind>,
    above: Option<&Number>,
) -> Vec<Provision> {
    nested(content.to_vec()).iter().flat_map(|provision| one_within(provision, container, wanted, above)).collect()
}

fn one_within(
    provision: &Provision,
    container: Option<Kind>,
    wanted: Option<ContentKind>,
    above: Option<&Number>,
) -> Vec<Provision> {
    use SegmentKind::{Indent, Paragraph, Point, Subparagraph, UnnumberedParagraph};
    let wanted = match wanted {
        Some(ContentKind::Provision(kind)) => Some(kind),
        _ => None,
    };
    let running =
        matches!(provision.kind, Kind::Paragraph | Kind::Subparagraph | Kind::Point | Kind::Definition | Kind::Indent);
    if !running {
        return vec![provision.clone()];
    }
    let numbered = provision.number.is_some();
    let annex = container.is_some_and(Kind::is_annex_like);
    let kind = match (wanted, container) {
        (Some(Point), _) if numbered => Kind::Point,
        (Some(Indent), _) if !numbered => Kind::Indent,
        (Some(Paragraph | UnnumberedParagraph | Subparagraph), _) if annex && numbered => Kind::Point,
        (Some(Paragraph | UnnumberedParagraph | Subparagraph) | None, Some(Kind::Article)) => Kind::Paragraph,
        (_, Some(Kind::Paragraph | Kind::Subparagraph | Kind::Point | Kind::Definition | Kind::Indent))
            if !numbered && provision.kind == Kind::Paragraph =>
        {
            Kind::Subparagraph
        }
        (Some(Subparagraph), Some(_)) if !annex && provision.number.as_ref() == above => Kind::Subparagraph,
        _ => provision.kind,
    };
    if kind == Kind::Subparagraph {
        return undivided(provision.clone(), kind);
    }
    vec![Provision { kind, ..provision.clone() }]
}
