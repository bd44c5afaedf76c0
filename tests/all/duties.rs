//! Duties and deadlines read from the wording: each form on an invented act, and the AI Act measured against what was
//! curated by hand.

use lexdelta::duties::{DutyChange, FoundDuty, compare, deadlines, extract, measure, measure_deadlines};
use lexdelta::law::{DeadlineKind, Language, Modality, Outline, Version};

use crate::notation::version;
use crate::{corpus, texts};

fn act(text: &str) -> Version {
    version("32031R0077", "2031-03-01", text)
}

/// A line for each duty: its place, who, how strictly, what.
fn read(text: &str) -> Vec<String> {
    extract(&act(text)).iter().map(line).collect()
}

fn line(found: &FoundDuty) -> String {
    let duty = &found.duty;
    let actors = duty.actors.iter().map(|actor| actor.code()).collect::<Vec<_>>().join("+");
    format!("{} {actors} {}: {}", duty.basis[0], duty.modality.code(), duty.act)
}

/// Of one paragraph in an article with a heading that names nobody: who, how strictly, what.
fn paragraph(text: &str) -> Vec<String> {
    let lines = read(&format!("article 3: Barrels\n  paragraph 1: {text}"));
    lines.iter().map(|line| line.trim_start_matches("art_3/par_1 ").to_owned()).collect()
}

#[test]
fn verbs_tell_how_strictly() {
    assert_eq!(paragraph("Importers shall empty their barrels."), ["importer must: empty their barrels"]);
    assert_eq!(paragraph("Importers shall not sell barrels."), ["importer must-not: sell barrels"]);
    assert_eq!(paragraph("The Commission may visit barrels."), ["commission may: visit barrels"]);
    assert_eq!(paragraph("The Board should paint its barrels."), ["board is-to: paint its barrels"]);
    assert_eq!(
        paragraph("Providers shall endeavour to empty their barrels."),
        ["provider best-effort: endeavour to empty their barrels"]
    );
    assert_eq!(
        paragraph("The Commission shall encourage the painting of barrels."),
        ["commission encourage: encourage the painting of barrels"]
    );
    assert_eq!(
        paragraph("The Commission is empowered to adopt rules on lids."),
        ["commission may: adopt rules on lids"]
    );
    assert_eq!(
        paragraph("No fines shall be imposed by the competent authorities."),
        ["competent-authority must-not: be imposed by the competent authorities"]
    );
}

#[test]
fn who_is_meant_is_found_where_the_clause_does_not_say() {
    // In the clause before, in the agent, in the heading, in a definition; and else nowhere.
    assert_eq!(
        paragraph("Where a notified body closes its shed, it shall inform the Commission."),
        ["notified-body must: inform the Commission"]
    );
    assert_eq!(
        paragraph("The lids shall be painted by the distributor."),
        ["distributor must: be painted by the distributor"]
    );
    assert_eq!(
        read("article 3: Obligations of importers\n  paragraph 1: Barrels shall be painted."),
        ["art_3/par_1 importer must: be painted"]
    );
    assert_eq!(paragraph("Barrels shall be painted."), ["unspecified must: be painted"]);
    assert_eq!(
        paragraph("Importers shall paint lids. They shall keep the paint."),
        ["importer must: paint lids", "importer must: keep the paint"]
    );
}

#[test]
fn one_sentence_can_impose_several_duties() {
    assert_eq!(
        paragraph("Importers shall paint the lids, and shall not sell them."),
        ["importer must: paint the lids", "importer must-not: sell them"]
    );
    assert_eq!(
        paragraph("Importers shall paint the lids, and inform the Commission."),
        ["importer must: paint the lids", "importer must: inform the Commission"]
    );
    assert_eq!(
        paragraph("Importers shall monitor and evaluate the lids."),
        ["importer must: monitor and evaluate the lids"]
    );
    assert_eq!(
        paragraph("Importers shall paint the lids, and the Commission may inspect them."),
        ["importer must: paint the lids", "commission may: inspect them"]
    );
}

#[test]
fn points_are_acts_or_what_an_act_is_about() {
    let acts =
        "article 3: Barrels\n  paragraph 1: Importers shall:\n    point a: paint lids;\n    point b: keep the paint.";
    assert_eq!(
        read(acts),
        ["art_3/par_1/pnt_a importer must: paint lids", "art_3/par_1/pnt_b importer must: keep the paint"]
    );
    let content = "article 3: Barrels\n  paragraph 1: The label shall contain the following information:\n    point a: the size;\n    point b: the colour.";
    assert_eq!(read(content), ["art_3/par_1 unspecified must: contain the following information"]);
    let banned = "article 3: Barrels\n  paragraph 1: The following practices shall be prohibited:\n    point a: the placing on the market of leaking barrels;";
    assert_eq!(
        read(banned),
        ["art_3/par_1/pnt_a provider+importer must-not: the placing on the market of leaking barrels"]
    );
}

#[test]
fn what_imposes_nothing_is_no_duty() {
    for text in [
        "This Regulation shall apply to barrels.",
        "A barrel shall be considered to be large where it holds ten buckets.",
        "Painted barrels shall be presumed to be tight.",
        "This Regulation shall enter into force on the twentieth day following that of its publication in the Official Journal of the European Union.",
        "Paragraph 1 shall be without prejudice to Article 2.",
        "The barrels which shall be painted are green.",
    ] {
        assert_eq!(paragraph(text), [] as [&str; 0], "{text}");
    }
    assert_eq!(read("article 3: Definitions\n  paragraph 1: Importers shall paint lids."), [] as [&str; 0]);
}

#[test]
fn a_duty_rests_on_words_of_its_provision() {
    let text = "Where lids leak, importers shall inform the Commission within 15 days of the leak.";
    let act = act(&format!("article 3: Barrels\n  paragraph 1: {text}"));
    let found = extract(&act);
    assert_eq!(found.len(), 1);
    let words = |span: &lexdelta::duties::Span| &text[span.start..span.end];
    assert_eq!(words(&found[0].act), "inform the Commission within 15 days of the leak");
    assert_eq!(found[0].who.as_ref().map(words), Some("importers"));
    assert_eq!(words(&found[0].modality), "shall");
    assert_eq!(found[0].duty.condition.as_deref(), Some("Where lids leak"));
    assert_eq!(
        serde_json::to_value(&found[0].duty.by).expect("JSON"),
        serde_json::json!({"after": {"period": {"days": 15}, "event": "the leak"}})
    );
}

#[test]
fn deadlines_say_what_they_are_for() {
    let act = act("article 1: Barrels
  paragraph 1: Importers shall paint lids by 1 May 2032.
  paragraph 2: The power to adopt delegated acts shall be conferred on the Commission for a period of five years from 1 May 2031.
  paragraph 3: By 1 May 2033 and every two years thereafter, the Commission shall evaluate this Regulation.
article 2: Entry into force
  paragraph: It shall apply from 1 June 2031.
  paragraph: However, Article 1(1) shall apply from 1 June 2032, with the exception of Article 1(2).");
    let found = deadlines(&act);
    let kinds: Vec<(DeadlineKind, String)> =
        found.iter().map(|one| (one.kind, serde_json::to_string(&one.when).expect("JSON"))).collect();
    assert_eq!(
        kinds,
        [
            (DeadlineKind::Duty, r#"{"date":"2032-05-01"}"#.to_owned()),
            (DeadlineKind::Delegation, r#"{"for":{"period":{"years":5},"event":"1 May 2031"}}"#.to_owned()),
            (DeadlineKind::Review, r#"{"every":{"period":{"years":2},"from":{"date":"2033-05-01"}}}"#.to_owned()),
            (DeadlineKind::Application, r#"{"date":"2031-06-01"}"#.to_owned()),
            (DeadlineKind::Application, r#"{"date":"2032-06-01"}"#.to_owned()),
        ]
    );
    let governs = found[4].governs.as_ref().expect("what it governs");
    assert_eq!(governs.provisions, ["art_1/par_1".parse().expect("a locator")]);
    assert_eq!(governs.except, ["art_1/par_2".parse().expect("a locator")]);
}

#[test]
fn comparing_tells_what_became_of_each_duty() {
    let duties = |text: &str| extract(&act(text)).into_iter().map(|found| found.duty).collect::<Vec<_>>();
    let old = duties(
        "article 1: Barrels
  paragraph 1: Importers shall ensure that the lids are painted green.
  paragraph 2: Importers shall keep the paint of the lids.
  paragraph 3: Importers shall count the barrels.
  paragraph 4: Importers shall weigh heavy barrels before dawn.",
    );
    let new = duties(
        "article 1: Barrels
  paragraph 1: Importers shall take measures to support that the lids are painted green.
  paragraph 2: Importers shall not keep the paint of the lids.
  paragraph 4: The Commission may visit sheds.
article 2: Weights
  paragraph 1: Importers shall weigh heavy barrels before dawn.",
    );
    let became: Vec<DutyChange> = compare(&old, &new, Language::En).iter().map(|one| one.change).collect();
    assert_eq!(
        became,
        [DutyChange::Softened, DutyChange::Changed, DutyChange::Added, DutyChange::Dropped, DutyChange::Moved]
    );
    assert!(compare(&old, &old, Language::En).iter().all(|one| one.change == DutyChange::Kept));
}

#[test]
fn dutch_and_french_duties_are_read_by_the_same_machinery() {
    let in_language = |language: Language, text: &str| -> Vec<String> {
        let act = Version { language, ..act(&format!("article 3: X\n  paragraph 1: {text}")) };
        extract(&act).iter().map(|found| line(found).trim_start_matches("art_3/par_1 ").to_owned()).collect()
    };
    assert_eq!(in_language(Language::Nl, "Importeurs bewaren de verf."), ["importer must: bewaren de verf"]);
    assert_eq!(
        in_language(Language::Nl, "Op verzoek verstrekt de importeur de verf."),
        ["importer must: verstrekt de importeur de verf"]
    );
    assert_eq!(in_language(Language::Nl, "De Commissie kan vaten bezoeken."), ["commission may: vaten bezoeken"]);
    assert_eq!(
        in_language(Language::Fr, "Les importateurs conservent la peinture."),
        ["importer must: conservent la peinture"]
    );
    assert_eq!(
        in_language(Language::Fr, "La Commission peut visiter les tonneaux."),
        ["commission may: visiter les tonneaux"]
    );
}

/// The least that was measured, in promille: recall and precision of duties, then of deadlines. They only go up.
const FLOORS: [(usize, [usize; 4]); 2] = [(2024, [890, 900, 1000, 980]), (2026, [865, 880, 980, 980])];

#[test]
fn the_ai_act_is_read_as_well_as_was_measured() {
    let Some((old, new)) = corpus::ai_acts("duties", Language::En) else { return };
    let digests = texts::digests();
    for ((year, floors), official) in FLOORS.into_iter().zip([old, new]) {
        let digest = digests.iter().find(|digest| {
            digest.work == "ai-act" && digest.language == Language::En && digest.stage == official.stage
        });
        let digest = digest.expect("a digest of each official text");
        let duties = measure(&extract(official), &digest.duties).duties;
        let (terms, _, _) = measure_deadlines(&deadlines(official), &digest.deadlines);
        let promille = |part: usize, whole: usize| part * 1000 / whole.max(1);
        let measured = [
            promille(duties.right, duties.wanted),
            promille(duties.right, duties.found),
            promille(terms.right, terms.wanted),
            promille(terms.right, terms.found),
        ];
        let names = ["recall of duties", "precision of duties", "recall of deadlines", "precision of deadlines"];
        for ((measured, floor), name) in measured.into_iter().zip(floors).zip(names) {
            assert!(measured >= floor, "{year}: {name} fell to {measured} from {floor}");
        }
    }
}

#[test]
fn every_span_of_a_digest_lies_in_its_provision() {
    for digest in texts::digests() {
        let outline = Outline::of(&digest);
        for found in extract(&digest) {
            let spans = [Some(&found.act), Some(&found.modality), found.who.as_ref(), found.by.as_ref()];
            for span in spans.into_iter().flatten() {
                let text = outline.get(&span.provision).and_then(|placed| placed.provision.text.as_deref());
                assert!(
                    text.is_some_and(|text| text.get(span.start..span.end).is_some()),
                    "{}: {span:?}",
                    digest.name()
                );
            }
            let act = outline.get(&found.act.provision).and_then(|placed| placed.provision.text.as_deref());
            assert_eq!(act.and_then(|text| text.get(found.act.start..found.act.end)), Some(found.duty.act.as_str()));
            assert!(!found.duty.actors.is_empty() && Modality::ALL.contains(&found.duty.modality));
        }
    }
}
