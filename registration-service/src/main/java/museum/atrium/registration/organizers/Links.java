package museum.atrium.registration.organizers;

import java.nio.charset.StandardCharsets;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Addresses of other parts of a list. */
final class Links {

    private Links() {}

    /** The same list with one parameter otherwise; without it where it is empty. */
    static String to(String path, MultiValueMap<String, String> sent, String name, String value) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        sent.forEach((other, values) -> {
            if (!other.equals(name) && !values.getFirst().isBlank()) {
                address.queryParam(other, encoded(values.getFirst()));
            }
        });
        if (!value.isEmpty()) {
            address.queryParam(name, encoded(value));
        }
        return address.build(true).toUriString();
    }

    /** Signs such as a plus, too, which mean something else in a query. */
    private static String encoded(String value) {
        return UriUtils.encode(value, StandardCharsets.UTF_8);
    }
}
