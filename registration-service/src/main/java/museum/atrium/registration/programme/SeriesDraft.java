package museum.atrium.registration.programme;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A series as an organiser writes it, not yet checked. Shapes and defaults: the OpenAPI document. */
record SeriesDraft(
        @Nullable String slug,
        @Nullable Map<String, @Nullable String> title,
        @Nullable Map<String, @Nullable String> summary,
        @Nullable String language,
        @Nullable String network,
        @Nullable String digest) {}
