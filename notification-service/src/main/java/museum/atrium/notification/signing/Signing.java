package museum.atrium.notification.signing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import museum.atrium.http.UnusableSetting;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Signs mails with the key of the installation's domain (RFC 6376), where it has one. */
@Component
public class Signing {

    /**
     * What receivers judge a mail by. From is named once more than it is there, and what is not there is named too, so that nobody
     * can add it. All lower case: the library lowers them in the language of the machine.
     */
    private static final String SIGNED = "from:from:to:subject:date:message-id:reply-to:content-type:\r\n"
            + " mime-version:list-id:list-unsubscribe:list-unsubscribe-post:auto-submitted";

    private static final Pattern DOMAIN = Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z0-9-]+");
    private static final Pattern SELECTOR = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?");
    private static final Pattern SIGNATURE = Pattern.compile("\\bb=([^;]+)");

    private final @Nullable DKIMSigner signer;

    /**
     * @param domain in whose DNS the public key stands
     * @param selector under which name it stands there
     * @param privateKey in PEM; all three empty: nothing is signed
     */
    public Signing(
            @Value("${atrium.dkim.domain:}") String domain,
            @Value("${atrium.dkim.selector:}") String selector,
            @Value("${atrium.dkim.private-key:}") String privateKey) {
        this.signer = signer(domain, selector, privateKey);
    }

    private static @Nullable DKIMSigner signer(String domain, String selector, String privateKey) {
        List<String> given = List.of(domain, selector, privateKey);
        if (given.stream().allMatch(String::isBlank)) {
            return null;
        }
        if (given.stream().anyMatch(String::isBlank)) {
            throw new UnusableSetting(
                    "Of DKIM_DOMAIN, DKIM_SELECTOR and DKIM_PRIVATE_KEY some are set and some are not.",
                    "Set all three (the key also by DKIM_PRIVATE_KEY_FILE) so that mails are signed, or none.");
        }
        String template = "v=1; a=rsa-sha256; c=relaxed/relaxed; d=%s; s=%s; h=%s; bh=; b=";
        return new DKIMSigner(
                template.formatted(
                        name("DKIM_DOMAIN", ascii(domain), DOMAIN, "example.org"),
                        name("DKIM_SELECTOR", selector, SELECTOR, "atrium2027"),
                        SIGNED),
                SigningKey.read(privateKey));
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain.strip());
        } catch (IllegalArgumentException noDomain) {
            return "";
        }
    }

    private static String name(String setting, String value, Pattern pattern, String example) {
        String name = value.strip().toLowerCase(Locale.ROOT);
        if (!pattern.matcher(name).matches()) {
            throw new UnusableSetting(
                    setting + " is not a name of the DNS.",
                    "The public key stands at <DKIM_SELECTOR>._domainkey.<DKIM_DOMAIN>; set it to something like "
                            + example + ".");
        }
        return name;
    }

    /**
     * @param message as it is handed to the mail server, to the last byte
     * @return the message with its signature before it, or as it was where nothing is signed
     */
    public byte[] sign(byte[] message) {
        if (signer == null) {
            return message;
        }
        byte[] signature = (fold(signature(signer, message)) + "\r\n").getBytes(US_ASCII);
        byte[] signed = Arrays.copyOf(signature, signature.length + message.length);
        System.arraycopy(message, 0, signed, signature.length, message.length);
        return signed;
    }

    private static String signature(DKIMSigner signer, byte[] message) {
        try {
            return signer.sign(new ByteArrayInputStream(message));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (FailException failure) {
            throw new IllegalStateException("The mail cannot be signed", failure);
        }
    }

    /** Lines are broken where there is a blank already, which a relaxed reader cannot tell apart, and within the signature itself. */
    private static String fold(String header) {
        return SIGNATURE
                .matcher(header.replace("; ", ";\r\n "))
                .replaceFirst(signature -> "b=" + signature.group(1).replaceAll(".{72}", "$0\r\n "));
    }
}
