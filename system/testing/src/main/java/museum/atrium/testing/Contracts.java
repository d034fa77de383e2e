package museum.atrium.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files in {@code contracts/}, against which producers and consumers test.
 *
 * <p>A producer's test takes the payload that it really wrote: {@code Contracts.event("activity").assertValid(json)}.
 * A consumer's test feeds {@code Contracts.event("activity").example()} through its real listener. An HTTP test checks
 * one answer with {@link HttpContract#assertValid} or all of a client's with {@link HttpContract#checking}; the
 * document is {@code contracts/http/<name>.yaml}, OpenAPI 3.0 or 3.1.
 */
public final class Contracts {

    private static final Path FOLDER = find(Path.of("").toAbsolutePath());

    private Contracts() {}

    /** The schema {@code contracts/events/<name>.schema.json} with its example. */
    public static EventContract event(String name) {
        Path events = FOLDER.resolve("events");
        return new EventContract(
                name,
                read(events.resolve(name + ".schema.json")),
                read(events.resolve(name + ".example.json")),
                AsyncApi.parse(read(FOLDER.resolve("asyncapi.yaml"))).typesOf(name));
    }

    /** The OpenAPI document {@code contracts/http/<name>.yaml}. */
    public static HttpContract http(String name) {
        return HttpContract.of(name, read(FOLDER.resolve("http").resolve(name + ".yaml")));
    }

    /** The folder itself, for what only a test of the contracts reads. */
    public static Path folder() {
        return FOLDER;
    }

    private static Path find(Path start) {
        for (Path here = start; here != null; here = here.getParent()) {
            Path contracts = here.resolve("contracts");
            if (Files.isDirectory(contracts.resolve("events"))) {
                return contracts;
            }
        }
        throw new IllegalStateException("No folder contracts/ in " + start + " or above it.");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The contract " + file + " cannot be read.", e);
        }
    }
}
