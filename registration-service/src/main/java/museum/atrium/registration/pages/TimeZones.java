package museum.atrium.registration.pages;

import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The time zones that a form offers, by IANA id. */
public final class TimeZones {

    private static final Pattern NAMED_BY_PLACE =
            Pattern.compile("(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|UTC");
    private static final Set<String> OFFERED = ZoneId.getAvailableZoneIds().stream()
            .filter(NAMED_BY_PLACE.asMatchPredicate())
            .collect(Collectors.toUnmodifiableSet());

    private TimeZones() {}

    /**
     * Named by continent and place, in their order.
     *
     * @param own offered in any case, however it is named; null: none is
     */
    public static Set<String> with(@Nullable ZoneId own) {
        Set<String> zones = new TreeSet<>(OFFERED);
        if (own != null) {
            zones.add(own.getId());
        }
        return zones;
    }
}
