package museum.atrium.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import museum.atrium.system.stack.Checkout;
import org.junit.jupiter.api.Test;

/** The documents name only what is there, and every setting. */
class DocumentsTest {

    private static final Pattern USED = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)");
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Z0-9]*_[A-Z0-9_]+[A-Z0-9])`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");
    /** Given by the machine, not by an operator. */
    private static final Set<String> OF_THE_SYSTEM = Set.of("HOSTNAME");

    private static final List<String> SERVICES =
            List.of("registration-service", "notification-service", "recording-service");
    private static final List<String> PROGRAMS = Stream.concat(
                    SERVICES.stream(),
                    Stream.of(
                            "event-outbox",
                            "signed-links",
                            "calendar-text",
                            "http-surface",
                            "page-frame",
                            "system/inbox",
                            "system/local-stack"))
            .toList();

    private final Path checkout = Checkout.folder();

    @Test
    void everySettingOfAServiceIsInTheOperatorsHandbook() {
        Set<String> used = new TreeSet<>();
        for (String service : SERVICES) {
            used.addAll(all(USED, checkout.resolve(service).resolve("src/main/resources/application.yaml")));
        }
        used.removeAll(OF_THE_SYSTEM);

        assertThat(used).hasSizeGreaterThan(20);
        assertThat(all(NAMED, checkout.resolve("docs/operations.md"))).containsAll(used);
    }

    @Test
    void everySettingThatADocumentNamesIsRead() {
        Set<String> named = new TreeSet<>(all(NAMED, checkout.resolve("README.md")));
        named.addAll(all(NAMED, checkout.resolve("docs/operations.md")));
        String programs = programs();

        assertThat(named)
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(programs.contains(name))
                        .as("%s is read by a service or by ./run", name)
                        .isTrue());
    }

    @Test
    void everyLinkLeadsSomewhere() {
        List<Path> documents = new ArrayList<>(List.of(checkout.resolve("README.md")));
        files(checkout.resolve("docs"))
                .filter(file -> file.toString().endsWith(".md"))
                .forEach(documents::add);
        for (Path document : documents) {
            assertThat(all(LINK, document))
                    .as("links of %s", document)
                    .allSatisfy(
                            link -> assertThat(document.resolveSibling(link)).exists());
        }
    }

    /** Everything that the services, what they share and the local stack are made of, as one text. */
    private String programs() {
        return PROGRAMS.stream()
                .map(program -> checkout.resolve(program).resolve("src/main"))
                .flatMap(DocumentsTest::files)
                .filter(file -> file.toString().matches(".*\\.(java|yaml)"))
                .map(DocumentsTest::text)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new AssertionError("unreadable: " + folder, e);
        }
    }

    private static List<String> all(Pattern pattern, Path file) {
        return pattern.matcher(text(file))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError("unreadable: " + file, e);
        }
    }
}
