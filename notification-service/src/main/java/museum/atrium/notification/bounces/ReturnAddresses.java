package museum.atrium.notification.bounces;

import java.math.BigInteger;
import java.net.IDN;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import museum.atrium.http.UnusableSetting;
import museum.atrium.links.LinkKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The address that each mail comes back to (VERP): {@code bounces+<token>@example.org}. The token is the number of the delivery (8
 * bytes) and the first 10 bytes of its signature, in digits and lower-case letters to the base of 32, for a server on the way may
 * change the case.
 */
@Component
public class ReturnAddresses {

    private static final int ID_BYTES = 8;
    private static final int BYTES = 18;
    private static final int BASE = 32;
    private static final int TOKEN_CHARACTERS = 29;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern ADDRESS = Pattern.compile(
            "([A-Za-z0-9!#$%&'*/=?^_`{|}~-][A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]*)@([^@\\s<>]+\\.[^@\\s<>.]+)");

    private record Place(String localPart, String domain, Pattern written) {}

    private final LinkKeys keys;
    private final @Nullable Place place;

    /** @param address of which each mail gets a variation of its own; empty: all come back to the sender of all mails */
    public ReturnAddresses(
            @Value("${atrium.bounces.address:}") String address, @Value("${atrium.links.manage:}") String manageKeys) {
        this.place = address.isBlank() ? null : place(address.strip());
        this.keys = keys(manageKeys);
    }

    private static LinkKeys keys(String manageKeys) {
        try {
            return LinkKeys.parse("manage", manageKeys).alsoFor("bounce");
        } catch (IllegalArgumentException unusable) {
            throw new UnusableSetting(
                    String.valueOf(unusable.getMessage()),
                    "registration-service needs the same keys to open the links.");
        }
    }

    private static Place place(String address) {
        Matcher parts = ADDRESS.matcher(ascii(address));
        if (!parts.matches() || parts.group(1).length() + 1 + TOKEN_CHARACTERS > LONGEST_LOCAL_PART) {
            throw new UnusableSetting(
                    "BOUNCE_ADDRESS is not a mail address of %d characters at most before its @."
                            .formatted(LONGEST_LOCAL_PART - 1 - TOKEN_CHARACTERS),
                    "Set it to an address like bounces@example.org whose variations with a plus sign reach the same mailbox.");
        }
        String localPart = parts.group(1);
        String domain = parts.group(2);
        Pattern written = Pattern.compile(
                "%s\\+([0-9a-v]{%d})@%s".formatted(Pattern.quote(localPart), TOKEN_CHARACTERS, Pattern.quote(domain)),
                Pattern.CASE_INSENSITIVE);
        return new Place(localPart, domain, written);
    }

    /** Its domain as mail servers write it; empty where that cannot be. */
    private static String ascii(String address) {
        int domain = address.lastIndexOf('@') + 1;
        try {
            return address.substring(0, domain) + IDN.toASCII(address.substring(domain));
        } catch (IllegalArgumentException noDomain) {
            return "";
        }
    }

    /** Where this delivery comes back to, if that is anywhere else than the others. */
    public Optional<String> of(long delivery) {
        return Optional.ofNullable(place)
                .map(there -> "%s+%s@%s".formatted(there.localPart(), token(delivery), there.domain()));
    }

    private String token(long delivery) {
        byte[] id = bytes(delivery);
        byte[] token = Arrays.copyOf(id, BYTES);
        System.arraycopy(keys.sign(id), 0, token, ID_BYTES, BYTES - ID_BYTES);
        String digits = new BigInteger(1, token).toString(BASE);
        return "0".repeat(TOKEN_CHARACTERS - digits.length()) + digits;
    }

    private static byte[] bytes(long delivery) {
        return ByteBuffer.allocate(ID_BYTES).putLong(delivery).array();
    }

    /** The delivery that an address of ours in this text belongs to; only what we have signed counts. Any text may be given. */
    OptionalLong find(String text) {
        if (place == null) {
            return OptionalLong.empty();
        }
        return place.written()
                .matcher(text)
                .results()
                .mapToLong(found -> opened(found.group(1)))
                .filter(delivery -> delivery > 0)
                .findFirst();
    }

    /** 0 is no delivery. */
    private long opened(String token) {
        BigInteger number = new BigInteger(token, BASE);
        byte[] bytes = new byte[BYTES];
        byte[] digits = number.toByteArray();
        if (number.bitLength() > BYTES * Byte.SIZE) {
            return 0;
        }
        int length = Math.min(digits.length, BYTES);
        System.arraycopy(digits, digits.length - length, bytes, BYTES - length, length);
        byte[] id = Arrays.copyOf(bytes, ID_BYTES);
        boolean ours = keys.signatures(id).stream()
                .anyMatch(signature -> MessageDigest.isEqual(
                        Arrays.copyOf(signature, BYTES - ID_BYTES), Arrays.copyOfRange(bytes, ID_BYTES, BYTES)));
        return ours ? ByteBuffer.wrap(id).getLong() : 0;
    }
}
