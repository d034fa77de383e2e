package museum.atrium.registration.pages;

import java.util.regex.Pattern;

/** Addresses below this origin, to which somebody may be led on. */
public final class OwnPath {

    /** Two slashes at its beginning would lead to another site. Of single signs alone, so that matching needs no stack. */
    private static final Pattern PATH = Pattern.compile("/(?!/)[A-Za-z0-9._~!$&'()*+,;=:@/?%-]{0,5999}");

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private OwnPath() {}

    /** Whether it is a path, perhaps with a query. */
    public static boolean is(String written) {
        return PATH.matcher(written).matches()
                && !BROKEN_ESCAPE.matcher(written).find();
    }
}
