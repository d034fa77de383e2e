package museum.atrium.system.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tree of parts of a mail, and its leaves in their order. */
public final class MimeParts {

    private final List<Leaf> leaves = new ArrayList<>();
    private final String structure;

    private MimeParts(Part root) throws MessagingException, IOException {
        structure = walk(root);
    }

    static MimeParts of(MimeMessage message) {
        try {
            return new MimeParts(message);
        } catch (MessagingException | IOException e) {
            throw new AssertionError("a mail arrived whose parts cannot be parsed", e);
        }
    }

    String structure() {
        return structure;
    }

    Optional<Leaf> first(String type) {
        return leaves.stream().filter(leaf -> leaf.is(type)).findFirst();
    }

    List<Leaf> all(String type) {
        return leaves.stream().filter(leaf -> leaf.is(type)).toList();
    }

    private String walk(Part part) throws MessagingException, IOException {
        ContentType type = new ContentType(part.getContentType());
        String name = type.getBaseType().toLowerCase(Locale.ROOT);
        if (part.getContent() instanceof Multipart multipart) {
            List<String> inner = new ArrayList<>();
            for (int i = 0; i < multipart.getCount(); i++) {
                inner.add(walk(multipart.getBodyPart(i)));
            }
            return name + "[" + String.join(",", inner) + "]";
        }
        try (var content = part.getInputStream()) {
            leaves.add(new Leaf(type, part.getDisposition(), content.readAllBytes()));
        }
        return name;
    }

    /** A part that holds content. */
    public static final class Leaf {

        private final ContentType type;
        private final @Nullable String disposition;
        private final byte[] bytes;

        private Leaf(ContentType type, @Nullable String disposition, byte[] bytes) {
            this.type = type;
            this.disposition = disposition;
            this.bytes = bytes;
        }

        boolean is(String baseType) {
            return type.match(baseType);
        }

        public @Nullable String parameter(String name) {
            return type.getParameter(name);
        }

        public @Nullable String disposition() {
            return disposition;
        }

        public byte[] bytes() {
            return bytes;
        }

        public String text() {
            String charset = parameter("charset");
            return new String(bytes, Charset.forName(charset == null ? "US-ASCII" : charset));
        }
    }
}
