package museum.atrium.notification.composing;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;

/** A composed mail as a receiver sees it: written out, and parsed again from its bytes. */
record Mail(byte[] bytes, MimeMessage message, List<Piece> pieces) {

    /** One leaf of the message with its decoded content. */
    record Piece(String type, String disposition, String fileName, String encoding, byte[] content) {

        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }

        Calendar calendar() {
            try {
                return new CalendarBuilder().build(new ByteArrayInputStream(content));
            } catch (IOException | ParserException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static Mail of(MimeMessage composed) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            composed.writeTo(bytes);
            MimeMessage parsed = new MimeMessage(
                    Session.getInstance(new Properties()), new ByteArrayInputStream(bytes.toByteArray()));
            List<Piece> pieces = new ArrayList<>();
            collect(parsed, pieces);
            return new Mail(bytes.toByteArray(), parsed, List.copyOf(pieces));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    String raw() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    String text() {
        return piece("text/plain").text();
    }

    String html() {
        return piece("text/html").text();
    }

    Piece piece(String type) {
        return pieces.stream()
                .filter(piece -> piece.type().startsWith(type))
                .findFirst()
                .orElseThrow();
    }

    List<Piece> calendars() {
        return pieces.stream()
                .filter(piece -> piece.type().startsWith("text/calendar"))
                .toList();
    }

    String header(String name) {
        try {
            String[] values = message.getHeader(name);
            if (values == null || values.length != 1) {
                throw new AssertionError("Not exactly one header " + name);
            }
            return MimeUtility.decodeText(MimeUtility.unfold(values[0]));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The nesting of the types: {@code mixed(alternative(plain, html, calendar), calendar)}. */
    String structure() {
        try {
            return structure(message);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String structure(Part part) throws MessagingException, IOException {
        String type = part.getContentType().replaceAll("(?s)^\\w+/(\\w+).*", "$1");
        if (!(part.getContent() instanceof Multipart multipart)) {
            return type;
        }
        List<String> inner = new ArrayList<>();
        for (int i = 0; i < multipart.getCount(); i++) {
            inner.add(structure(multipart.getBodyPart(i)));
        }
        return type + "(" + String.join(", ", inner) + ")";
    }

    private static void collect(Part part, List<Piece> pieces) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                BodyPart inner = multipart.getBodyPart(i);
                collect(inner, pieces);
            }
        } else {
            pieces.add(new Piece(
                    MimeUtility.unfold(part.getContentType()),
                    String.valueOf(part.getDisposition()),
                    String.valueOf(part.getFileName()),
                    part.getHeader("Content-Transfer-Encoding")[0],
                    part.getInputStream().readAllBytes()));
        }
    }
}
