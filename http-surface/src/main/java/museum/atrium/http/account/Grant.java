package museum.atrium.http.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One role, everywhere or in one place: {@code organizer}, {@code viewer:network/east}.
 *
 * @param place null: everywhere
 */
public record Grant(Role role, @Nullable Place place) {

    private static final Pattern WRITTEN =
            Pattern.compile("(admin|organizer|viewer)(?::(network|series)/([a-z0-9]+(?:-[a-z0-9]+)*))?");

    /** Whose activities a grant is about. */
    public enum Kind {
        NETWORK,
        SERIES
    }

    /** @param slug of the network, or of the series */
    public record Place(Kind kind, String slug) {}

    /** @return empty for what is no role of ours: providers write others' roles into the same claim */
    public static Optional<Grant> parse(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Role role = role(matcher.group(1));
        String kind = matcher.group(2);
        if (kind == null) {
            return Optional.of(new Grant(role, null));
        }
        return role == Role.ADMIN
                ? Optional.empty()
                : Optional.of(new Grant(
                        role, new Place(kind.equals("network") ? Kind.NETWORK : Kind.SERIES, matcher.group(3))));
    }

    /** As {@link #parse} reads it. */
    public String written() {
        String name = role.name().toLowerCase(Locale.ROOT);
        return place == null
                ? name
                : "%s:%s/%s".formatted(name, place.kind().name().toLowerCase(Locale.ROOT), place.slug());
    }

    boolean allowsEverywhere(Access access) {
        return place == null && role.allows(access);
    }

    private static Role role(String written) {
        return switch (written) {
            case "admin" -> Role.ADMIN;
            case "organizer" -> Role.ORGANIZER;
            default -> Role.VIEWER;
        };
    }
}
