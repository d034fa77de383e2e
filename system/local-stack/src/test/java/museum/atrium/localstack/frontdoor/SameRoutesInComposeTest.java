package museum.atrium.localstack.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import museum.atrium.localstack.parts.Service;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The front door of Compose is nginx: both have to agree on who owns a path. */
class SameRoutesInComposeTest {

    private static final Path NGINX = Path.of("../deploy/nginx/default.conf.template");
    private static final Pattern MAP = Pattern.compile("map \\$uri \\$service \\{(.*?)\\n}", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile("(?m)^\\s*(\\S+)\\s+\\$\\{(\\w+)_SERVICE};");

    @ParameterizedTest
    @MethodSource("paths")
    void aPathHasTheSameOwnerBehindBothDoors(String path) throws IOException {
        assertThat(ownerBehindNginx(path)).isEqualTo(Route.ownerOf(path).orElseThrow());
    }

    static Stream<String> paths() {
        return Stream.concat(
                Stream.of("/nothing", "/", "/api", "/openapi/other.yaml"),
                Route.ALL.stream().flatMap(SameRoutesInComposeTest::aroundIt));
    }

    private static Stream<String> aroundIt(Route route) {
        String path = route.path();
        boolean isFile = path.endsWith(".yaml");
        return isFile ? Stream.of(path, path + "beside") : Stream.of(path, path + "/below", path + "beside");
    }

    private static Service ownerBehindNginx(String path) throws IOException {
        var map = MAP.matcher(Files.readString(NGINX));
        assertThat(map.find()).isTrue();
        List<Rule> rules = LINE.matcher(map.group(1))
                .results()
                .map(line ->
                        new Rule(line.group(1), Service.valueOf(line.group(2).toUpperCase(Locale.ROOT))))
                .toList();
        assertThat(rules).hasSizeGreaterThan(2);
        return rules.stream()
                .filter(rule -> rule.matches(path))
                .findFirst()
                .map(Rule::owner)
                .orElseThrow();
    }

    private record Rule(String pattern, Service owner) {

        boolean matches(String path) {
            if (pattern.startsWith("~")) {
                return Pattern.compile(pattern.substring(1)).matcher(path).find();
            }
            return pattern.equals("default") || pattern.equals(path);
        }
    }
}
