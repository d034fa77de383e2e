package museum.atrium.http.body;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large bodies may be.
 *
 * @param maxBody the limit where no other is given
 * @param largerBodies paths with a limit of their own, the first that matches counts
 */
@ConfigurationProperties("atrium.http")
record BodyLimits(
        @DefaultValue("64KB") DataSize maxBody,
        @DefaultValue List<Larger> largerBodies) {

    /** Of all that there are. */
    DataSize largest() {
        return Stream.concat(Stream.of(maxBody), largerBodies.stream().map(Larger::limit))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(maxBody);
    }

    /**
     * @param path a path pattern such as {@code /api/uploads/**}
     * @param limit none: what reads the body counts for itself
     */
    record Larger(String path, @Nullable DataSize limit) {}
}
