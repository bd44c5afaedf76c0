//! PDFs of invented words, made line by line.

/// A line: where it starts from the left, its base line from the top, and its words. Raised figures are written `^7^`.
pub type Line<'a> = (f64, f64, &'a str);

/// A page of A4 in the Council's layout: the lines with the foot below them.
pub fn council_page(lines: &[Line<'_>], document: &str, number: &str) -> String {
    let foot = [(56.6, 789.2, document), (526.8, 789.2, number), (284.5, 805.1, "GIP.B"), (515.7, 808.7, "NL")];
    lines.iter().chain(&foot).map(|line| content(*line)).collect()
}

fn content((x, y, text): Line<'_>) -> String {
    let mut x = x;
    let mut out = String::new();
    for (at, part) in text.split('^').enumerate() {
        let (size, rise) = if at % 2 == 1 { (8.0, 4.0) } else { (12.0, 0.0) };
        let place = format!("1 0 0 1 {x:.2} {:.2} Tm", 842.0 - y + rise);
        out.push_str(&format!("BT /F {size} Tf {place} ({}) Tj ET\n", escaped(part)));
        // Courier: every character is 0.6 of its size wide.
        x += part.chars().count() as f64 * size * 0.6;
    }
    out
}

fn escaped(text: &str) -> String {
    let escape = |c: char| match c {
        '(' | ')' | '\\' => format!("\\{c}"),
        '“' => "\\223".to_owned(),
        '”' => "\\224".to_owned(),
        '…' => "\\205".to_owned(),
        c => c.to_string(),
    };
    text.chars().map(escape).collect()
}

/// A PDF of pages with these contents.
pub fn pdf(pages: &[String]) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|at| format!("{} 0 R", 4 + 2 * at)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), pages.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    for (at, content) in pages.iter().enumerate() {
        let resources = "/Resources << /Font << /F 3 0 R >> >>";
        let place = format!("/Parent 2 0 R /MediaBox [0 0 595 842] {resources} /Contents {} 0 R", 5 + 2 * at);
        objects.push(format!("<< /Type /Page {place} >>"));
        objects.push(format!("<< /Length {} >>\nstream\n{content}endstream", content.len()));
    }
    let mut file = "%PDF-1.4\n".to_owned();
    let mut table = "0000000000 65535 f \n".to_owned();
    for (at, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", at + 1));
    }
    let (start, size) = (file.len(), objects.len() + 1);
    let end = format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
    file.push_str(&format!("xref\n0 {size}\n{table}{end}"));
    file.into_bytes()
}
