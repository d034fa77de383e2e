package museum.atrium.notification.templates;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.http.TextRules;
import museum.atrium.notification.composing.Template;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser writes; null for the standard text.
 *
 * @param more the paragraph after the first
 */
record OwnTexts(
        @Nullable String subject,
        @Nullable String heading,
        @Nullable String lead,
        @Nullable String more) {

    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_PARAGRAPH = 2000;

    static final OwnTexts STANDARD = new OwnTexts(null, null, null, null);

    @Nullable String of(Template.Part part) {
        return switch (part) {
            case SUBJECT -> subject;
            case HEADING -> heading;
            case LEAD -> lead;
            case MORE -> more;
        };
    }

    /** By the keys of what they replace. */
    Map<String, String> byKey(Template template) {
        Map<String, String> texts = new HashMap<>();
        for (Template.Part part : Template.Part.values()) {
            String text = of(part);
            if (text != null) {
                texts.put(template.key(part), text);
            }
        }
        return texts;
    }

    /** A mistake is found here, never when a mail is to be sent. */
    void refuseUnlessRight(Template template) {
        Map<Template.Part, String> wrong = new EnumMap<>(Template.Part.class);
        for (Template.Part part : Template.Part.values()) {
            String text = of(part);
            String complaint = text == null ? null : complaint(template, part, text);
            if (complaint != null) {
                wrong.put(part, complaint);
            }
        }
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong.entrySet().stream()
                    .map(one -> new FieldError(one.getKey().key(), one.getValue()))
                    .toList());
        }
    }

    private static @Nullable String complaint(Template template, Template.Part part, String text) {
        if (!template.has(part)) {
            return "cannot be replaced in this mail";
        }
        if (text.isBlank()) {
            return "is empty; write null for the standard text";
        }
        boolean line = part == Template.Part.SUBJECT || part == Template.Part.HEADING;
        String ofText = TextRules.line(line ? LONGEST_LINE : LONGEST_PARAGRAPH)
                .complaint(text)
                .or(() -> TextRules.complaintOfMarkup(text))
                .orElse(null);
        return ofText != null ? ofText : ofGaps(template.gaps(part), text);
    }

    private static @Nullable String ofGaps(Set<String> known, String text) {
        String rest = text;
        for (String gap : known) {
            rest = rest.replace("{" + gap + "}", "");
        }
        if (rest.indexOf('{') < 0 && rest.indexOf('}') < 0) {
            return null;
        }
        return known.isEmpty()
                ? "can hold no gaps in braces"
                : "can hold, in braces, only {" + String.join("}, {", known) + "}";
    }
}
