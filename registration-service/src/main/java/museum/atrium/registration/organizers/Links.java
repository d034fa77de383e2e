package museum.atrium.registration.organizers;

import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of other parts of a list. */
final class Links {

    private Links() {}

    /** The same list with one parameter otherwise; without it where it is empty. */
    static String to(String path, MultiValueMap<String, String> sent, String name, String value) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        sent.forEach((other, values) -> {
            if (!other.equals(name) && !values.getFirst().isBlank()) {
                address.queryParam(other, values.getFirst());
            }
        });
        if (!value.isEmpty()) {
            address.queryParam(name, value);
        }
        return address.encode().build().toUriString();
    }
}
