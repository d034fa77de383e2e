package museum.atrium.registration.programme;

import org.jspecify.annotations.Nullable;

/** @param country ISO 3166-1 alpha-2 */
public record Speaker(
        String name, @Nullable String affiliation, @Nullable String country) {}
