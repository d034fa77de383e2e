package museum.atrium.notification.bounces;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads reports of delivery out of mails. Anybody may have written these: nothing in them is followed deeper than a report goes, which
 * is its own parts.
 */
final class DeliveryReports {

    private static final Session NO_SESSION = Session.getInstance(new Properties());
    private static final String[] PLACES = {
        "To", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Delivered-To"
    };
    private static final Pattern BLANK_LINE = Pattern.compile("\\r?\\n[ \\t]*\\r?\\n");
    private static final Pattern OUR_MESSAGE_ID = Pattern.compile("<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;]{1,64}@[^\\s<>,;@]{1,255}");
    private static final int LONGEST_FIELD = 2_000;
    private static final int MOST_RECIPIENTS = 100;

    private DeliveryReports() {}

    /** Nothing for any other mail, and for one that is not what it says to be. */
    static Optional<DeliveryReport> read(byte[] mail) {
        try {
            MimeMessage message = new MimeMessage(NO_SESSION, new ByteArrayInputStream(mail));
            ContentType type = new ContentType(message.getContentType());
            boolean isReport = type.match("multipart/report")
                    && "delivery-status".equalsIgnoreCase(type.getParameter("report-type"));
            return isReport && message.getContent() instanceof Multipart parts
                    ? read(message, parts)
                    : Optional.empty();
        } catch (MessagingException | IOException | RuntimeException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<DeliveryReport> read(MimeMessage message, Multipart parts)
            throws MessagingException, IOException {
        List<InternetHeaders> status = List.of();
        InternetHeaders returned = new InternetHeaders();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
                status = groups(part);
            } else if (part.isMimeType("message/rfc822")
                    || part.isMimeType("text/rfc822-headers")
                    || part.isMimeType("message/global")
                    || part.isMimeType("message/global-headers")) {
                returned = new InternetHeaders(part.getInputStream());
            }
        }
        List<InternetHeaders> recipients =
                status.stream().skip(1).limit(MOST_RECIPIENTS).toList();
        return recipients.isEmpty() ? Optional.empty() : Optional.of(report(message, recipients, returned));
    }

    /** What is said of the mail, then what is said of each recipient. */
    private static List<InternetHeaders> groups(Part part) throws MessagingException, IOException {
        String text = new String(part.getInputStream().readAllBytes(), UTF_8).strip();
        List<InternetHeaders> groups = new ArrayList<>();
        for (String group : BLANK_LINE.split(text, MOST_RECIPIENTS + 2)) {
            groups.add(new InternetHeaders(new ByteArrayInputStream((group + "\r\n\r\n").getBytes(UTF_8)), true));
        }
        return groups;
    }

    private static DeliveryReport report(
            MimeMessage message, List<InternetHeaders> recipients, InternetHeaders returned) throws MessagingException {
        List<String> places = new ArrayList<>();
        for (String name : PLACES) {
            places.addAll(values(message.getHeader(name)));
        }
        places.addAll(values(returned.getHeader("Return-Path")));
        List<String> addresses = Stream.concat(
                        recipients.stream()
                                .flatMap(recipient -> Stream.of(
                                        field(recipient, "Original-Recipient"), field(recipient, "Final-Recipient"))),
                        Stream.of(field(returned, "To")))
                .flatMap(value -> ADDRESS.matcher(value).results().map(found -> found.group()))
                .distinct()
                .toList();
        return new DeliveryReport(
                places,
                recipients.stream()
                        .map(recipient -> new RecipientStatus(
                                field(recipient, "Action"),
                                field(recipient, "Status"),
                                field(recipient, "Diagnostic-Code")))
                        .toList(),
                mark(field(returned, "Message-ID")),
                addresses);
    }

    private static Optional<UUID> mark(String messageId) {
        Matcher ours = OUR_MESSAGE_ID.matcher(messageId);
        return ours.find() ? Optional.of(UUID.fromString(ours.group(1))) : Optional.empty();
    }

    private static List<String> values(String @Nullable [] of) {
        return of == null ? List.of() : Arrays.asList(of);
    }

    /** The first of that name, on one line and not too long to look into. */
    private static String field(InternetHeaders headers, String name) {
        String value = values(headers.getHeader(name)).stream().findFirst().orElse("");
        String start = value.substring(0, Math.min(value.length(), LONGEST_FIELD));
        return start.replaceAll("\\s+", " ").strip();
    }
}
