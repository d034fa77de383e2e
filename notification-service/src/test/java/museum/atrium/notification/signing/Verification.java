package museum.atrium.notification.signing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What RFC 6376 asks of a receiver, with nothing of the library that signs. */
final class Verification {

    private final List<String> headers;
    private final String body;
    private final Map<String, String> tags = new HashMap<>();

    Verification(String mail) {
        int end = mail.indexOf("\r\n\r\n");
        headers = Arrays.asList(mail.substring(0, end).split("\r\n(?![ \t])"));
        body = mail.substring(end + 4);
        for (String tag : value(signature()).split(";")) {
            int equals = tag.indexOf('=');
            tags.put(tag.substring(0, equals).strip(), tag.substring(equals + 1).replaceAll("\\s", ""));
        }
    }

    String tag(String name) {
        return String.valueOf(tags.get(name));
    }

    boolean isGood(String publicKey) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(relaxedBody().getBytes(ISO_8859_1));
        Signature check = Signature.getInstance("SHA256withRSA");
        check.initVerify(KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey))));
        check.update(signedHeaders().getBytes(ISO_8859_1));
        return Base64.getEncoder().encodeToString(hash).equals(tag("bh"))
                && check.verify(Base64.getDecoder().decode(tag("b")));
    }

    private String signature() {
        return headers.stream()
                .filter(header -> name(header).equals("dkim-signature"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("It is not signed"));
    }

    /** Of headers with one name the last comes first; one that is not there is nothing. */
    private String signedHeaders() {
        List<String> left = new ArrayList<>(headers);
        StringBuilder signed = new StringBuilder();
        for (String name : tag("h").split(":")) {
            for (int i = left.size() - 1; i >= 0; i--) {
                if (name(left.get(i)).equals(name)) {
                    signed.append(relaxed(left.remove(i))).append("\r\n");
                    break;
                }
            }
        }
        return signed + relaxed(signature()).replaceFirst("\\bb=[^;]*", "b=");
    }

    private static String relaxed(String header) {
        return name(header)
                + ":"
                + value(header).replace("\r\n", "").replaceAll("[ \t]+", " ").strip();
    }

    private String relaxedBody() {
        String lines = body.replaceAll("[ \t]+(?=\r\n)", "").replaceAll("[ \t]+", " ");
        return lines.replaceAll("(\r\n)*\\z", "") + "\r\n";
    }

    private static String name(String header) {
        return header.substring(0, header.indexOf(':')).strip().toLowerCase(Locale.ROOT);
    }

    private static String value(String header) {
        return header.substring(header.indexOf(':') + 1);
    }
}
