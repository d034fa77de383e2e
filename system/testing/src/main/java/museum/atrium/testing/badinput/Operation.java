package museum.atrium.testing.badinput;

import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import museum.atrium.testing.Contracts;
import org.jspecify.annotations.Nullable;

/**
 * One call, as the OpenAPI document has it.
 *
 * @param signedIn whether it needs an account
 * @param otherMethods that this path does not take
 * @param bare the statuses whose answer has no body
 */
public record Operation(
        String id,
        String method,
        String path,
        List<Parameter> parameters,
        @Nullable Body body,
        boolean signedIn,
        List<String> otherMethods,
        Set<String> bare) {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "FETCH");

    record Parameter(String name, String in, Schema<?> schema) {}

    /** @param type the first that the document names */
    record Body(String type, boolean required, Schema<?> schema) {}

    /** All of {@code contracts/http/<contract>.yaml}: what is added to the document is among them by itself. */
    public static List<Operation> all(String contract) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        options.setResolveFully(true);
        options.setResolveCombinators(true);
        return new OpenAPIV3Parser()
                .readContents(document(contract), List.of(), options).getOpenAPI().getPaths().entrySet().stream()
                        .flatMap(path -> path.getValue().readOperationsMap().entrySet().stream()
                                .map(call -> of(
                                        path.getKey(),
                                        path.getValue(),
                                        call.getKey().name(),
                                        call.getValue())))
                        .toList();
    }

    boolean changes() {
        return !READING.contains(method);
    }

    List<Parameter> in(String place) {
        return parameters.stream()
                .filter(parameter -> parameter.in().equals(place))
                .toList();
    }

    /** To be thrown where examples are chosen. */
    public AssertionError hasNoExample() {
        return new AssertionError("Nobody has said yet how " + id + " (" + method + " " + path
                + ") is called: give it a line, with a request that works.");
    }

    @Override
    public String toString() {
        return id;
    }

    private static Operation of(String path, PathItem item, String method, io.swagger.v3.oas.models.Operation call) {
        // Those of the path are among the operation's in OpenAPI 3.0 alone.
        List<Parameter> parameters = Stream.of(item.getParameters(), call.getParameters())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .map(parameter -> new Parameter(parameter.getName(), parameter.getIn(), parameter.getSchema()))
                .distinct()
                .toList();
        boolean signedIn = call.getSecurity() != null && !call.getSecurity().isEmpty();
        List<String> others = METHODS.stream()
                .filter(other -> item.readOperationsMap().keySet().stream()
                        .noneMatch(known -> known.name().equals(other)))
                .toList();
        Set<String> bare = call.getResponses().entrySet().stream()
                .filter(answer -> answer.getValue().getContent() == null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new Operation(
                call.getOperationId(), method, path, parameters, body(call.getRequestBody()), signedIn, others, bare);
    }

    private static @Nullable Body body(@Nullable RequestBody body) {
        if (body == null) {
            return null;
        }
        Map.Entry<String, MediaType> first =
                body.getContent().entrySet().iterator().next();
        return new Body(
                first.getKey(),
                Boolean.TRUE.equals(body.getRequired()),
                first.getValue().getSchema());
    }

    private static String document(String contract) {
        try {
            return Files.readString(Contracts.folder().resolve("http").resolve(contract + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
