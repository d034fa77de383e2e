package museum.atrium.notification.replies;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A server's answer as it may be kept: servers like to quote the recipient. */
public final class Reply {

    private static final int LONGEST = 300;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>]+@[^\\s<>]+");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private Reply() {}

    public static String withoutAddresses(@Nullable String reply) {
        if (reply == null) {
            return "";
        }
        String line = CONTROL.matcher(reply).replaceAll(" ").strip();
        String anonymous = ADDRESS.matcher(line).replaceAll("(address)");
        return anonymous.length() <= LONGEST ? anonymous : anonymous.substring(0, LONGEST);
    }
}
