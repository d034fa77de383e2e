package museum.atrium.system;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The names by which a mail may call a time zone. */
final class ZoneNames {

    private ZoneNames() {}

    /** 'Asia/Tokyo', 'Japan Standard Time', 'Japan Time' and the like. */
    static List<String> of(String zone, String language, Instant at) {
        Locale locale = Locale.forLanguageTag(language);
        return Stream.concat(
                        Stream.of(zone),
                        Stream.of("zzzz", "vvvv")
                                .map(pattern -> DateTimeFormatter.ofPattern(pattern, locale)
                                        .format(at.atZone(ZoneId.of(zone)))))
                .map(Typography::plain)
                .toList();
    }
}
