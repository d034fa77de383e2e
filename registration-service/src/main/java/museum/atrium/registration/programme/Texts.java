package museum.atrium.registration.programme;

import static java.util.Objects.requireNonNullElse;

import java.util.Map;
import java.util.TreeMap;
import museum.atrium.registration.checking.Findings;
import org.jspecify.annotations.Nullable;

/** Checks one text in several languages. */
public final class Texts {

    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_PARAGRAPHS = 5000;

    private Texts() {}

    /** @param longest beyond the length of a title it is a text of several lines */
    static LocalizedText of(
            Findings findings, String field, @Nullable Map<String, @Nullable String> texts, int longest) {
        Map<String, String> checked = new TreeMap<>();
        requireNonNullElse(texts, Map.<String, @Nullable String>of()).forEach((language, text) -> {
            String name = field + "." + language;
            String tag = findings.language(name, language);
            String twice = checked.put(
                    tag,
                    longest > LONGEST_TITLE
                            ? findings.paragraphs(name, text, longest)
                            : findings.line(name, text, longest));
            if (twice != null) {
                findings.add(name, "is the same language as another of these texts");
            }
        });
        return new LocalizedText(checked);
    }

    /** @param example that the finding shows, where there is no text at all */
    public static LocalizedText required(
            Findings findings, String field, @Nullable Map<String, @Nullable String> texts, String example) {
        return required(findings, field, texts, LONGEST_TITLE, example);
    }

    /** As {@link #of}, but for the finding where there is no text at all. */
    public static LocalizedText required(
            Findings findings,
            String field,
            @Nullable Map<String, @Nullable String> texts,
            int longest,
            String example) {
        if (texts == null || texts.isEmpty()) {
            findings.add(field, "is required, in one language at least, like {\"en\": \"" + example + "\"}");
            return LocalizedText.NONE;
        }
        return of(findings, field, texts, longest);
    }

    /** Text that may have several lines. */
    public static LocalizedText requiredParagraphs(
            Findings findings, String field, @Nullable Map<String, @Nullable String> texts) {
        if (texts == null || texts.isEmpty()) {
            findings.add(field, "is required, in one language at least");
        }
        return of(findings, field, texts, LONGEST_PARAGRAPHS);
    }
}
