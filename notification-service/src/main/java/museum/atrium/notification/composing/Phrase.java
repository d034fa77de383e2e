package museum.atrium.notification.composing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with named gaps: {@code Dear {name},}. Parsed once; apostrophes mean nothing but themselves.
 *
 * @param texts one more than there are gaps
 */
record Phrase(List<String> texts, List<String> gaps) {

    private static final Pattern GAP = Pattern.compile("\\{([a-z]+)}");

    static Phrase of(String pattern) {
        List<String> texts = new ArrayList<>();
        List<String> gaps = new ArrayList<>();
        Matcher matcher = GAP.matcher(pattern);
        int end = 0;
        while (matcher.find()) {
            texts.add(pattern.substring(end, matcher.start()));
            gaps.add(matcher.group(1));
            end = matcher.end();
        }
        texts.add(pattern.substring(end));
        return new Phrase(List.copyOf(texts), List.copyOf(gaps));
    }

    /** As it was written. */
    String pattern() {
        StringBuilder written = new StringBuilder(texts.getFirst());
        for (int i = 0; i < gaps.size(); i++) {
            written.append('{').append(gaps.get(i)).append('}').append(texts.get(i + 1));
        }
        return written.toString();
    }

    String fill(Map<String, String> values) {
        StringBuilder sentence = new StringBuilder(texts.getFirst());
        for (int i = 0; i < gaps.size(); i++) {
            String value = values.get(gaps.get(i));
            if (value == null) {
                throw new IllegalStateException("Nothing to put into the gap {" + gaps.get(i) + "} of: " + texts);
            }
            sentence.append(value).append(texts.get(i + 1));
        }
        return sentence.toString();
    }
}
