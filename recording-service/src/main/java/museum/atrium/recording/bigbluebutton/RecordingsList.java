package museum.atrium.recording.bigbluebutton;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import museum.atrium.recording.arrivals.Arrival;
import museum.atrium.recording.arrivals.ArrivalSource;
import museum.atrium.recording.arrivals.PatientClient;
import museum.atrium.recording.arrivals.RecordingTimes;
import museum.atrium.recording.arrivals.UnreadableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Calls {@code getRecordings} (https://docs.bigbluebutton.org/development/api/#getrecordings). */
@Component
class RecordingsList {

    private static final Logger log = LoggerFactory.getLogger(RecordingsList.class);
    private static final String CALL = "getRecordings";
    private static final String QUERY = "state=published";
    /** The format that is one file; the others are pages that play. */
    private static final String VIDEO = "video";

    private static final String FILE = "video-0.m4v";

    private final BigBlueButtonSettings settings;
    private final Clock clock;
    private final RestClient client;

    RecordingsList(BigBlueButtonSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.client = PatientClient.create();
    }

    /** Those that can be fetched as a file, and are young enough. */
    List<Arrival> published() {
        byte @Nullable [] answer = client.get().uri(address()).retrieve().body(byte[].class);
        Element response = read(answer == null ? new byte[0] : answer).getDocumentElement();
        if (!text(response, "returncode").equals("SUCCESS")) {
            throw new UnreadableList("it answered " + text(response, "messageKey"));
        }
        Instant limit = clock.instant().minus(settings.youngerThan());
        List<Arrival> arrivals = new ArrayList<>();
        for (Element recording : children(child(response, "recordings"), "recording")) {
            try {
                arrival(recording)
                        .filter(arrival -> arrival.startedAt().isAfter(limit))
                        .ifPresent(arrivals::add);
            } catch (UnreadableList unreadable) {
                log.warn("A recording in BigBlueButton's list is passed over: {}", unreadable.getMessage());
            }
        }
        return arrivals;
    }

    private URI address() {
        String checksum = HexFormat.of().formatHex(digest().digest((CALL + QUERY + settings.secret()).getBytes(UTF_8)));
        return URI.create("%s/api/%s?%s&checksum=%s".formatted(settings.url(), CALL, QUERY, checksum));
    }

    private static Optional<Arrival> arrival(Element recording) {
        return children(child(recording, "playback"), "format").stream()
                .filter(format -> text(format, "type").equals(VIDEO))
                .findFirst()
                .map(format -> RecordingTimes.inOrder(new Arrival(
                        ArrivalSource.BIGBLUEBUTTON,
                        text(recording, "recordID"),
                        text(recording, "meetingID"),
                        text(recording, "name"),
                        time(recording, "startTime"),
                        time(recording, "endTime"),
                        file(text(format, "url")),
                        null)));
    }

    private static URI file(String page) {
        try {
            return URI.create(page.endsWith("/") ? page + FILE : page);
        } catch (IllegalArgumentException unreadable) {
            throw new UnreadableList("an address cannot be read");
        }
    }

    private static Instant time(Element recording, String name) {
        try {
            return RecordingTimes.checked(name, Instant.ofEpochMilli(Long.parseLong(text(recording, name))));
        } catch (NumberFormatException unreadable) {
            throw new UnreadableList("a time cannot be read");
        }
    }

    private static Document read(byte[] answer) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            // Nothing in an answer makes this service read files or call others.
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer));
        } catch (SAXException | IOException | ParserConfigurationException unreadable) {
            throw new UnreadableList("it answered something else than XML");
        }
    }

    private static @Nullable Element child(@Nullable Element parent, String name) {
        return children(parent, name).stream().findFirst().orElse(null);
    }

    private static List<Element> children(@Nullable Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList all = parent == null ? null : parent.getChildNodes();
        for (int i = 0; all != null && i < all.getLength(); i++) {
            Node node = all.item(i);
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static String text(Element parent, String name) {
        Element found = child(parent, name);
        return found == null ? "" : found.getTextContent().strip();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }
}
