package org.customerfocus.survey.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// The words and phrases of a text. Words are found by the rules of Unicode (UAX 29). Not
/// thread-safe: stemmers and tokenizers keep state.
public final class Words {

  /// Enough of any text to tell what it speaks of.
  private static final int MOST_WORDS = 2_000;

  private static final int LONGEST_PHRASE = 3;

  private final Tongue tongue;
  private final Tongue.Stemmer stemmer;
  private final Set<String> weakStems = new HashSet<>();
  private final StandardTokenizer tokenizer = new StandardTokenizer();

  public Words(Tongue tongue) {
    this.tongue = tongue;
    this.stemmer = tongue.stemmer();
  }

  /// A term of a text.
  ///
  /// @param face the words as they stand where it is first met
  /// @param times how often it is met
  record Term(String face, int times) {}

  /// The terms that a text holds, by their stems.
  public Set<String> held(String text) {
    return terms(text).keySet();
  }

  /// The one term that a phrase is.
  ///
  /// @return empty where it is more than three words, or some that only hold sentences together
  public Optional<String> term(String phrase) {
    long words = plain(phrase).size();
    return terms(phrase).keySet().stream()
        .filter(term -> term.split(" ", -1).length == words)
        .findFirst();
  }

  /// The terms of a text, by their stems joined by blanks: words, and two or three in a row with
  /// nothing between them.
  Map<String, Term> terms(String text) {
    Map<String, Term> terms = new LinkedHashMap<>();
    List<Word> row = new ArrayList<>();
    int[] end = {0};
    tokens(
        tokenizer,
        text,
        (word, from, to) -> {
          String lower = withoutApostrophe(word.toLowerCase(Locale.ROOT));
          boolean empty = tongue.isEmpty(lower) || !isWord(lower);
          if (empty || parted(text, end[0], from)) {
            row.clear();
          }
          end[0] = to;
          if (!empty) {
            String stem = stemmer.stem(lower);
            if (tongue.isWeak(lower)) {
              weakStems.add(stem);
            }
            row.add(new Word(stem, lower));
            for (int length = 1; length <= Math.min(LONGEST_PHRASE, row.size()); length++) {
              add(terms, row.subList(row.size() - length, row.size()));
            }
          }
        });
    return terms;
  }

  private record Word(String stem, String face) {}

  private static void add(Map<String, Term> terms, List<Word> words) {
    String stems = words.stream().map(Word::stem).collect(Collectors.joining(" "));
    Term before = terms.get(stems);
    String face =
        before != null
            ? before.face()
            : words.stream().map(Word::face).collect(Collectors.joining(" "));
    terms.put(stems, new Term(face, before == null ? 1 : before.times() + 1));
  }

  /// Whether one of the words of a term that was met names a theme.
  boolean names(String term) {
    for (String stem : term.split(" ", -1)) {
      if (!weakStems.contains(stem)) {
        return true;
      }
    }
    return false;
  }

  /// All words of a text in lower case.
  static List<String> plain(String text) {
    List<String> words = new ArrayList<>();
    tokens(
        new StandardTokenizer(),
        text,
        (word, from, to) -> words.add(word.toLowerCase(Locale.ROOT)));
    return words;
  }

  private interface Taking {
    void take(String word, int from, int to);
  }

  private static void tokens(StandardTokenizer tokenizer, String text, Taking each) {
    CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
    OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);
    tokenizer.setReader(new StringReader(text));
    try {
      tokenizer.reset();
      for (int i = 0; i < MOST_WORDS && tokenizer.incrementToken(); i++) {
        each.take(term.toString(), offset.startOffset(), offset.endOffset());
      }
      tokenizer.end();
      tokenizer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether more than blanks and hyphens lie between two words.
  private static boolean parted(String text, int end, int from) {
    for (int i = end; i < from; i++) {
      char between = text.charAt(i);
      if (!Character.isWhitespace(between) && between != '-' && between != '\u2010') {
        return true;
      }
    }
    return false;
  }

  private static String withoutApostrophe(String word) {
    String plain = word.replace('\u2019', '\'');
    return plain.endsWith("'s") ? plain.substring(0, plain.length() - 2) : plain;
  }

  /// Numbers, codes and what was blacked out are no words.
  private static boolean isWord(String word) {
    boolean blackedOut = word.length() > 1 && word.chars().allMatch(c -> c == 'x');
    return !blackedOut && word.codePoints().noneMatch(Character::isDigit);
  }
}
