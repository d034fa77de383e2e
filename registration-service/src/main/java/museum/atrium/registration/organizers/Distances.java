package museum.atrium.registration.organizers;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import museum.atrium.registration.programme.ReminderDistance;

/** How long before a session its reminders fall due, as people write it: {@code 7 d, 1 h, 10 min}. */
final class Distances {

    private static final Pattern WRITTEN =
            Pattern.compile("(?<![PT\\d])(\\d{1,6})\\s*(d|h|min)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIMPLE = Pattern.compile("P(?:(\\d+)D|T(\\d+)H|T(\\d+)M)");

    private Distances() {}

    /** What is no such distance stays as it is written, and is checked by who takes it: so ISO 8601 is understood, too. */
    static List<String> read(String text) {
        String standard = WRITTEN.matcher(text).replaceAll(Distances::duration);
        return Stream.of(standard.split("[\\s,;]+"))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    static String write(List<ReminderDistance> distances) {
        return distances.stream().map(distance -> write(distance.text())).collect(Collectors.joining(", "));
    }

    private static String duration(MatchResult written) {
        return switch (written.group(2).toLowerCase(Locale.ROOT)) {
            case "d" -> "P" + written.group(1) + "D";
            case "h" -> "PT" + written.group(1) + "H";
            default -> "PT" + written.group(1) + "M";
        };
    }

    private static String write(String duration) {
        Matcher simple = SIMPLE.matcher(duration);
        if (!simple.matches()) {
            return duration;
        }
        if (simple.group(1) != null) {
            return simple.group(1) + " d";
        }
        return simple.group(2) != null ? simple.group(2) + " h" : simple.group(3) + " min";
    }
}
