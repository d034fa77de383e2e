package museum.atrium.registration.organizers;

import java.util.List;
import java.util.stream.Collectors;
import museum.atrium.http.FieldError;
import museum.atrium.registration.programme.Speaker;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Speakers, one in each line: a name, and behind semicolons where they work and the two letters of their country. */
final class SpeakerLines {

    private static final int PARTS = 3;

    private final List<Speaker> stored;

    /** @param stored a line that is left as it was means the same person, whatever signs are in it */
    SpeakerLines(List<Speaker> stored) {
        this.stored = stored;
    }

    String written() {
        return stored.stream().map(SpeakerLines::line).collect(Collectors.joining("\n"));
    }

    void read(String text, ArrayNode into, List<FieldError> wrong) {
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            if (stored.stream().noneMatch(speaker -> line(speaker).equals(line))
                    && line.split(";", -1).length > PARTS) {
                wrong.add(new FieldError(
                        "speakers[" + into.size() + "]", "has more than a name, an institution and a country"));
            }
            Speaker same = stored.stream()
                    .filter(speaker -> line(speaker).equals(line))
                    .findFirst()
                    .orElseGet(() -> speaker(line));
            ObjectNode speaker = into.addObject().put("name", same.name());
            Sent.put(speaker, "affiliation", text(same.affiliation()));
            Sent.put(speaker, "country", text(same.country()));
        });
    }

    private static Speaker speaker(String line) {
        String[] parts = line.split(";", -1);
        return new Speaker(
                parts[0].strip(), parts.length > 1 ? parts[1].strip() : "", parts.length > 2 ? parts[2].strip() : "");
    }

    private static String line(Speaker speaker) {
        String affiliation = text(speaker.affiliation());
        if (speaker.country() != null) {
            return "%s; %s; %s".formatted(speaker.name(), affiliation, speaker.country());
        }
        return affiliation.isEmpty() ? speaker.name() : speaker.name() + "; " + affiliation;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
