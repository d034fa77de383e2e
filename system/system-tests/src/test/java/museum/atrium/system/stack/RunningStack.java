package museum.atrium.system.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A stack that somebody else started and will stop; named by `ATRIUM_URL`, `INBOX_URL` and `ORGANIZER_PASSWORD`. */
record RunningStack(URI origin, URI inbox, String organizerPassword) implements Stack {

    static Optional<Stack> named() {
        return setting("ATRIUM_URL")
                .map(url -> new RunningStack(
                        URI.create(url),
                        setting("INBOX_URL").map(URI::create).orElseThrow(missing("INBOX_URL")),
                        setting("ORGANIZER_PASSWORD").orElseThrow(missing("ORGANIZER_PASSWORD"))));
    }

    private static Optional<String> setting(String name) {
        Function<@Nullable String, Optional<String>> present =
                value -> Optional.ofNullable(value).filter(text -> !text.isBlank());
        return present.apply(System.getProperty(name)).or(() -> present.apply(System.getenv(name)));
    }

    private static java.util.function.Supplier<IllegalStateException> missing(String name) {
        return () -> new IllegalStateException("ATRIUM_URL is set; %s must be, too".formatted(name));
    }

    @Override
    public Optional<Processes> processes() {
        return Optional.empty();
    }

    @Override
    public Optional<Stores> stores() {
        return Optional.empty();
    }

    @Override
    public List<Path> logs() {
        return List.of();
    }

    @Override
    public void close() {
        // Whoever started it stops it.
    }
}
