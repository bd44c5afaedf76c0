
use lexdelta::{import, law::*};
fn lines(v: &Version) -> Vec<(String, String)> {
    Outline::of(v).all().iter().filter(|p| !p.provision.is_deleted()).map(|p| {
        let q = p.provision;
        (format!("{} {}", p.locator, q.kind.name()), comparison_form(&format!("{} | {} | {}", q.heading.as_deref().unwrap_or(""), q.terms.join(";"), q.text.as_deref().unwrap_or(""))).to_lowercase())
    }).collect()
}
fn main() {
    let mode = std::env::args().nth(1).unwrap();
    for arg in std::env::args().skip(2) {
        match import::find(arg.as_ref()) {
            Err(e) => println!("ERR {e}"),
            Ok(cs) => {
              if mode == "cmp" {
                let mut by: std::collections::BTreeMap<String, Vec<(String, Version)>> = Default::default();
                for c in &cs {
                    match import::read(c) { Ok(i) => { by.entry(format!("{}.{}", i.version.name(), i.version.language)).or_default().push((c.path.display().to_string(), i.version)); if !i.report.unknown.is_empty() || !i.report.doubts.is_empty() { println!("{} unknown {:?} doubts {:?}", c.path.display(), i.report.unknown, i.report.doubts) } }, Err(e) => println!("ERR {e}") }
                }
                for (n, vs) in &by {
                    if vs.len() < 2 { continue }
                    let (a, b) = (lines(&vs[0].1), lines(&vs[1].1));
                    let d = similar_lines(&a, &b);
                    println!("== {n} {} {} diffs {}", a.len(), b.len(), d.len());
                    let max: usize = std::env::var("MAX").ok().and_then(|m| m.parse().ok()).unwrap_or(0);
                    for l in d.iter().take(max) { println!("   {l}"); }
                }
                continue;
              }
              for c in cs {
                let t = std::time::Instant::now();
                match import::read(&c) {
                    Err(e) => println!("ERR {e}"),
                    Ok(i) => {
                        if mode == "json" { println!("{}", serde_json::to_string_pretty(&i.version).unwrap()); continue }
                        let o = Outline::of(&i.version);
                        if mode == "tree" {
                            for p in o.all() {
                                let q = Provision { children: vec![], ..p.provision.clone() };
                                println!("{}", serde_json::json!({"locator": p.locator.to_string(), "parent": p.parent, "part": format!("{:?}", p.part).to_lowercase(), "provision": q}));
                            }
                            continue;
                        }
                        println!("{} {:?} provisions={} unknown={:?} doubts={:?} leftout={:?}", c.path.display(), t.elapsed(), o.all().len(), i.report.unknown, i.report.doubts, i.report.left_out.iter().map(|l| (l.what, l.text.len())).collect::<Vec<_>>());
                        if mode == "dump" {
                            for p in o.all() {
                                let q = p.provision;
                                println!("{}\t{}\t{:?}\t{:?}\t{}\t{:?}", p.locator, q.kind.name(), q.label, q.heading, q.text.as_deref().unwrap_or("-"), q.amended);
                            }
                        }
                    }
                }
              }
            }
        }
    }
}
fn similar_lines(a: &[(String, String)], b: &[(String, String)]) -> Vec<String> {
    let j = |v: &[(String, String)]| v.iter().map(|(l, t)| format!("{l} :: {t}")).collect::<Vec<_>>();
    let (a, b) = (j(a), j(b));
    let ops = similar::capture_diff_slices(similar::Algorithm::Patience, &a, &b);
    let mut out = vec![];
    for op in ops {
        if op.tag() == similar::DiffTag::Equal { continue }
        let (x, y): (Vec<_>, Vec<_>) = (op.old_range().collect(), op.new_range().collect());
        if x.len() == y.len() && x.iter().zip(&y).all(|(i, j)| a[*i].split(" :: ").next() == b[*j].split(" :: ").next()) {
            for (i, j) in x.iter().zip(&y) {
                let (p, q) = (&a[*i], &b[*j]);
                let n = p.chars().zip(q.chars()).take_while(|(c, d)| c == d).count();
                let w = |s: &str| s.chars().skip(n.saturating_sub(30)).take(90).collect::<String>();
                out.push(format!("~ {} ...{} ≠ {}", p.split(" :: ").next().unwrap(), w(p), w(q)));
            }
            continue;
        }
        for i in x { out.push(format!("- {}", cut(&a[i]))); }
        for i in y { out.push(format!("+ {}", cut(&b[i]))); }
    }
    out
}
fn cut(s: &str) -> String { s.chars().take(std::env::var("W").ok().and_then(|m| m.parse().ok()).unwrap_or(230)).collect() }
