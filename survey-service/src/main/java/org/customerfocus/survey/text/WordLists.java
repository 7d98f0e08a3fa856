package org.customerfocus.survey.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tartarus.snowball.SnowballStemmer;

/// The lists of one language, read when a text of it is first met: some hundred words each.
///
/// @param empty words that only hold sentences together
/// @param weak words that name no theme
record WordLists(Set<String> empty, Set<String> weak) {

  private static final Map<Tongue, WordLists> READ = new ConcurrentHashMap<>();

  static WordLists of(Tongue tongue) {
    return READ.computeIfAbsent(tongue, WordLists::read);
  }

  private static WordLists read(Tongue tongue) {
    String name = tongue.name().toLowerCase(Locale.ROOT);
    return new WordLists(
        read(SnowballStemmer.class, "/org/apache/lucene/analysis/snowball/" + name + "_stop.txt"),
        read(WordLists.class, "/weak-words/" + tongue.code() + ".txt"));
  }

  /// Words separated by white space; what follows a bar or a hash is a remark. None where there is
  /// no such list.
  private static Set<String> read(Class<?> beside, String resource) {
    Set<String> words = new HashSet<>();
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        return words;
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        for (String word : line.replaceFirst("[|#].*", "").strip().split("\\s+", -1)) {
          if (!word.isEmpty()) {
            words.add(word);
          }
        }
      }
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
