package museum.atrium.localstack;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The environment variables that a person sets; an empty one counts as not set. */
public record Variables(Map<String, String> environment) {

    static final Set<String> NEEDED_BY_EVERY_PROGRAM =
            Set.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TMPDIR", "TZ", "LD_LIBRARY_PATH", "JAVA_HOME");

    public Optional<String> find(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    public boolean has(String name) {
        return find(name).isPresent();
    }

    /** The origin that links begin with, without a slash at its end. */
    public URI publicUrl(int frontDoorPort) {
        String given = find("PUBLIC_URL").orElse("http://localhost:" + frontDoorPort);
        try {
            URI url = URI.create(given.replaceAll("/+$", ""));
            if (url.getHost() != null && Set.of("http", "https").contains(url.getScheme())) {
                return url;
            }
        } catch (IllegalArgumentException _) {
            // Told below, like every other address that cannot be one.
        }
        throw new StackFailure(
                "PUBLIC_URL is '%s'; it has to be an address such as https://atrium.example.org.".formatted(given));
    }
}
