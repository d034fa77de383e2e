package museum.atrium.registration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import museum.atrium.testing.Contracts;
import org.yaml.snakeyaml.Yaml;

/**
 * One call for organisers, as the OpenAPI document has it.
 *
 * @param type of the body; JSON where it takes none
 */
public record OrganizerOperation(String id, String method, String path, String type) {

    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "patch", "delete");

    /** All of them: what is added to the document is among them by itself. */
    public static List<OrganizerOperation> all() {
        Map<String, Map<String, Object>> paths = paths();
        return paths.entrySet().stream()
                .filter(path -> path.getKey().startsWith("/api/organizer/"))
                .flatMap(path -> path.getValue().entrySet().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .map(operation -> of(path.getKey(), operation.getKey(), map(operation.getValue()))))
                .toList();
    }

    public static Stream<OrganizerOperation> changing() {
        return all().stream().filter(operation -> !operation.reads());
    }

    public boolean reads() {
        return method.equals("GET") || method.equals("HEAD");
    }

    @Override
    public String toString() {
        return id;
    }

    private static OrganizerOperation of(String path, String method, Map<String, Object> operation) {
        Map<String, Object> body = map(operation.getOrDefault("requestBody", Map.of()));
        String type = map(body.getOrDefault("content", Map.of("application/json", Map.of())))
                .keySet()
                .iterator()
                .next();
        return new OrganizerOperation(
                String.valueOf(operation.get("operationId")), method.toUpperCase(Locale.ROOT), path, type);
    }

    private static Map<String, Map<String, Object>> paths() {
        try {
            String document = Files.readString(Contracts.folder().resolve("http/registration.yaml"));
            Map<String, Map<String, Map<String, Object>>> whole = new Yaml().load(document);
            return Objects.requireNonNull(whole.get("paths"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
