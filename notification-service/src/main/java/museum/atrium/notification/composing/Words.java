package museum.atrium.notification.composing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An organiser's own words as a mail shows them, in their paragraphs. Public members: templates read them.
 *
 * @param language that they are in
 */
record Words(String language, List<Paragraph> paragraphs) {

    /** What stands after an address in a sentence is not part of it. */
    private static final Pattern LINK = Pattern.compile("https://[^\\s<>\"«»“”„]*[^\\s<>\"«»“”„.,;:!?'’)\\]}…。，、）]");

    record Paragraph(List<Line> lines) {}

    record Line(String text, List<Run> runs) {}

    /** @param link null where it is text only */
    record Run(String text, @Nullable URI link) {}

    static Words of(String language, String typed) {
        List<Paragraph> paragraphs = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (String written : typed.lines().map(OneLine::of).toList()) {
            if (!written.isEmpty()) {
                lines.add(linked(written));
            } else if (!lines.isEmpty()) {
                paragraphs.add(new Paragraph(List.copyOf(lines)));
                lines.clear();
            }
        }
        if (!lines.isEmpty()) {
            paragraphs.add(new Paragraph(List.copyOf(lines)));
        }
        return new Words(language, List.copyOf(paragraphs));
    }

    /** One line in which addresses become links. */
    static Line linked(String line) {
        return new Line(line, runs(line));
    }

    /** One line that shows them as they are. */
    static Line plain(String line) {
        return new Line(line, List.of(new Run(line, null)));
    }

    /** For the list of mails, beside the subject. */
    String beginning() {
        return paragraphs.isEmpty()
                ? ""
                : paragraphs.getFirst().lines().getFirst().text();
    }

    /** For a calendar, which knows lines only. */
    String lines() {
        return paragraphs.stream()
                .map(paragraph -> paragraph.lines().stream().map(Line::text).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
    }

    private static List<Run> runs(String line) {
        List<Run> runs = new ArrayList<>();
        Matcher matcher = LINK.matcher(line);
        int end = 0;
        while (matcher.find()) {
            @Nullable URI link = link(matcher.group());
            if (link != null) {
                if (matcher.start() > end) {
                    runs.add(new Run(line.substring(end, matcher.start()), null));
                }
                runs.add(new Run(matcher.group(), link));
                end = matcher.end();
            }
        }
        if (end < line.length()) {
            runs.add(new Run(line.substring(end), null));
        }
        return List.copyOf(runs);
    }

    /** What is shown must be where it leads: no name before the host. */
    private static @Nullable URI link(String address) {
        try {
            URI link = new URI(address);
            return link.getHost() == null || link.getUserInfo() != null ? null : link;
        } catch (URISyntaxException notAnAddress) {
            return null;
        }
    }
}
