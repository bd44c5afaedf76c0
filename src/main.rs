fn main() {
    for arg in std::env::args().skip(1) {
        match lexdelta::import::find(arg.as_ref()) {
            Err(e) => println!("ERR {e}"),
            Ok(cs) => for c in cs {
                if c.kind == lexdelta::import::CandidateKind::Page && std::env::var("PAGES").is_err() { continue }
                let t = std::time::Instant::now();
                match lexdelta::import::read(&c) {
                    Err(e) => println!("ERR {e}"),
                    Ok(i) => {
                        let o = lexdelta::law::Outline::of(&i.version);
                        println!("{} {:?} provisions={} unknown={:?} doubts={:?} leftout={:?}", c.path.display(), t.elapsed(), o.all().len(), i.report.unknown, i.report.doubts, i.report.left_out.iter().map(|l| (l.what, l.text.len())).collect::<Vec<_>>());
                        if let Ok(f) = std::env::var("DUMP") {
                            for p in o.all() {
                                let q = p.provision;
                                println!("{}\t{}\t{:?}\t{:?}\t{}\t{:?}", p.locator, q.kind.name(), q.label, q.heading, q.text.as_deref().unwrap_or("-"), q.amended);
                            }
                            let _ = f;
                        }
                        if let Ok(f) = std::env::var("JSON") { std::fs::write(f, serde_json::to_string_pretty(&i.version).unwrap()).unwrap(); }
                    }
                }
            }
        }
    }
}
