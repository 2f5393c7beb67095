//! Mistakes in every kind of clause, natively and in a browser: `language.json`.

use serde_json::Value;

/// Cases that are answered otherwise than they should be.
pub fn wrong(evaluate: &dyn Fn(&Value, &Value, Option<&Value>) -> Value) -> Vec<String> {
    let cases: Vec<Value> = serde_json::from_str(include_str!("language.json")).unwrap();
    assert!(cases.len() > 50);
    let wrong = |case: &Value| {
        let answer = evaluate(&case["contract"], &case["events"], case.get("options"));
        let list = if case["list"] == "warnings" { &answer["ok"]["warnings"] } else { &answer["problems"] };
        let found: Vec<_> =
            list.as_array().into_iter().flatten().map(|found| (&found["code"], &found["path"])).collect();
        (found != [(&case["code"], &case["path"])]).then(|| format!("{} at {}: {found:?}", case["code"], case["path"]))
    };
    cases.iter().filter_map(wrong).collect()
}
