package museum.atrium.registration.showcase;

import java.util.regex.Pattern;
import museum.atrium.http.Refusal;
import org.jspecify.annotations.Nullable;

/** Slugs as parameters of an address. */
final class Slugs {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,100}");

    private Slugs() {}

    /**
     * @param slug null: none is named
     * @throws Refusal 400 if nothing can be called so
     */
    static @Nullable String checked(String parameter, @Nullable String slug) {
        if (slug != null && !SLUG.matcher(slug).matches()) {
            throw Refusal.badRequest(
                    "The parameter '" + parameter + "' must be a slug: lower-case letters, digits and hyphens.");
        }
        return slug;
    }
}
