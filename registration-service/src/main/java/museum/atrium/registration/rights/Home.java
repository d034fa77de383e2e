package museum.atrium.registration.rights;

import org.jspecify.annotations.Nullable;

/**
 * Where an activity is; a series is in itself.
 *
 * @param series its slug
 * @param isSeries whether it is a series itself
 * @param network the slug of its own network, else of its series'
 * @param ownNetwork the slug of the network that it names itself
 */
public record Home(
        @Nullable String series,
        boolean isSeries,
        @Nullable String network,
        @Nullable String ownNetwork) {}
