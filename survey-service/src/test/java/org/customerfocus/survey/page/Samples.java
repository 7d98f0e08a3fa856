package org.customerfocus.survey.page;

/// Surveys that show every type of question.
public final class Samples {

  /// One page a type, in English and Arabic.
  public static final String EVERY_TYPE =
      """
      {
        "name": "Every type", "title": "How was your visit?", "anonymityThreshold": 0,
        "introduction": "It takes three minutes.\\nThank you for your time.",
        "completion": "We read every answer.",
        "items": [
          {"linkId": "g-nps", "type": "group", "text": "Recommending us", "items": [
            {"linkId": "nps", "type": "nps", "text": "How likely are you to recommend us?",
             "required": true, "lowLabel": "Not at all likely", "highLabel": "Extremely likely",
             "nonAnswers": [{"code": "dont-know", "label": "I do not know"}]}]},
          {"linkId": "g-csat", "type": "group", "text": "Satisfaction", "items": [
            {"linkId": "csat", "type": "csat", "text": "How satisfied are you?",
             "scale": {"min": 1, "max": 5}, "topBoxes": [4, 5]}]},
          {"linkId": "g-ces", "type": "group", "text": "Effort", "items": [
            {"linkId": "ces", "type": "ces", "text": "How easy was it?"}]},
          {"linkId": "g-scale", "type": "group", "text": "Rating", "items": [
            {"linkId": "scale", "type": "scale", "text": "How clean was it?", "help": "Of all rooms.",
             "scale": {"min": 1, "max": 10}}]},
          {"linkId": "g-slider", "type": "group", "text": "Temperature", "items": [
            {"linkId": "slider", "type": "slider", "text": "How warm was it?", "required": true,
             "limits": {"min": 0, "max": 40, "step": 0.5},
             "nonAnswers": [{"code": "outside", "label": "I was outside"}]}]},
          {"linkId": "g-single", "type": "group", "text": "Channel", "items": [
            {"linkId": "single", "type": "single-choice", "text": "How did you reach us?",
             "required": true,
             "options": [{"code": "web", "label": "Web"}, {"code": "shop", "label": "Shop"},
                         {"code": "other", "label": "Other, namely", "freeText": true}]}]},
          {"linkId": "g-multiple", "type": "group", "text": "Use", "items": [
            {"linkId": "multiple", "type": "multiple-choice", "text": "What did you use?",
             "limits": {"maxChoices": 2},
             "options": [{"code": "a", "label": "Wi-Fi"}, {"code": "b", "label": "Lounge"},
                         {"code": "c", "label": "Shops"},
                         {"code": "none", "label": "None of these", "exclusive": true}]}]},
          {"linkId": "g-ranking", "type": "group", "text": "Order", "items": [
            {"linkId": "ranking", "type": "ranking", "text": "What matters most?",
             "options": [{"code": "price", "label": "Price"}, {"code": "speed", "label": "Speed"},
                         {"code": "care", "label": "Care"}]}]},
          {"linkId": "g-matrix", "type": "group", "text": "Details", "items": [
            {"linkId": "matrix", "type": "matrix", "text": "How good were these?", "items": [
              {"linkId": "food", "type": "scale", "text": "Food", "required": true,
               "scale": {"min": 1, "max": 5}, "lowLabel": "Poor", "highLabel": "Excellent",
               "nonAnswers": [{"code": "never-used", "label": "Never used"}]},
              {"linkId": "staff", "type": "scale", "text": "Staff",
               "scale": {"min": 1, "max": 5}, "lowLabel": "Poor", "highLabel": "Excellent",
               "nonAnswers": [{"code": "never-used", "label": "Never used"}]}]}]},
          {"linkId": "g-pair", "type": "group", "text": "Expectations", "items": [
            {"linkId": "pair", "type": "expectation-perception", "text": "Prompt service",
             "items": [
              {"linkId": "expected", "type": "scale", "text": "What you expected",
               "scale": {"min": 1, "max": 7}},
              {"linkId": "perceived", "type": "scale", "text": "What you got",
               "scale": {"min": 1, "max": 7}}]}]},
          {"linkId": "g-sum", "type": "group", "text": "Weights", "items": [
            {"linkId": "sum", "type": "constant-sum", "text": "Share out 100 points",
             "limits": {"total": 100},
             "options": [{"code": "price", "label": "Price"}, {"code": "care", "label": "Care"}]}]},
          {"linkId": "g-words", "type": "group", "text": "In your words", "items": [
            {"linkId": "short", "type": "short-text", "text": "In one word?"},
            {"linkId": "long", "type": "text", "text": "Why?", "limits": {"maxLength": 4000}}]},
          {"linkId": "g-contact", "type": "group", "text": "Contact", "items": [
            {"linkId": "mail", "type": "email", "text": "Your e-mail address"},
            {"linkId": "phone", "type": "phone", "text": "Your telephone number"}]},
          {"linkId": "g-facts", "type": "group", "text": "Facts", "items": [
            {"linkId": "said", "type": "statement", "text": "Nearly done."},
            {"linkId": "day", "type": "date", "text": "When was it?",
             "limits": {"latest": "2026-12-31"}},
            {"linkId": "minutes", "type": "number", "text": "How many minutes did you wait?",
             "limits": {"min": 0, "max": 600, "decimals": 1}}]},
          {"linkId": "g-consent", "type": "group", "text": "Consent", "items": [
            {"linkId": "consent", "type": "consent", "required": true,
             "text": "May we contact you about your answers?"}]}
        ],
        "translations": {
          "ar": {
            "title": "كيف كانت زيارتك؟", "introduction": "يستغرق ثلاث دقائق.",
            "completion": "نقرأ كل إجابة.",
            "items": {
              "g-nps": {"text": "التوصية بنا"},
              "nps": {"text": "ما مدى احتمال أن توصي بنا؟", "lowLabel": "غير محتمل إطلاقًا",
                      "highLabel": "محتمل جدًا", "options": {"dont-know": "لا أعرف"}},
              "matrix": {"text": "ما مدى جودة ما يلي؟"},
              "food": {"text": "الطعام", "lowLabel": "سيئ", "highLabel": "ممتاز",
                       "options": {"never-used": "لم أستخدمه"}},
              "staff": {"text": "الموظفون", "lowLabel": "سيئ", "highLabel": "ممتاز",
                       "options": {"never-used": "لم أستخدمه"}},
              "ranking": {"text": "ما الأهم؟",
                          "options": {"price": "السعر", "speed": "السرعة", "care": "العناية"}}
            }
          }
        }
      }""";

  /// A question whose answer decides about the others.
  public static final String BRANCHING =
      """
      {
        "name": "Branching", "anonymityThreshold": 0,
        "items": [
          {"linkId": "nps", "type": "nps", "text": "Recommend?", "required": true},
          {"linkId": "why", "type": "text", "text": "Why so low?", "required": true,
           "showIf": "answers.nps < 7"},
          {"linkId": "more", "type": "group", "text": "More", "showIf": "answers.nps >= 9",
           "items": [{"linkId": "praise", "type": "text", "text": "What was best?"}]},
          {"linkId": "last", "type": "group", "text": "Last",
           "items": [{"linkId": "again", "type": "csat", "text": "Again?",
             "scale": {"min": 1, "max": 5}, "topBoxes": [4, 5]}]}
        ]
      }""";

  /// A question that carries its options forward from another on the same page.
  public static final String CARRYING =
      """
      {
        "name": "Carrying", "anonymityThreshold": 0,
        "items": [
          {"linkId": "first", "type": "group", "text": "Use", "items": [
            {"linkId": "used", "type": "multiple-choice", "text": "What did you use?",
             "required": true,
             "options": [{"code": "a", "label": "Wi-Fi"}, {"code": "b", "label": "Lounge"}]},
            {"linkId": "best", "type": "single-choice", "text": "Which was best?",
             "required": true, "carryForward": {"from": "used", "options": "chosen"},
             "options": [{"code": "a", "label": "Wi-Fi"}, {"code": "b", "label": "Lounge"}]}]},
          {"linkId": "last", "type": "group", "text": "Last", "items": [
            {"linkId": "again", "type": "csat", "text": "Again?",
             "scale": {"min": 1, "max": 5}, "topBoxes": [4, 5]}]}
        ]
      }""";

  private Samples() {}
}
