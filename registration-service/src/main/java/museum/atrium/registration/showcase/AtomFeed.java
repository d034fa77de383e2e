package museum.atrium.registration.showcase;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.programme.ActivityStatus;
import museum.atrium.registration.programme.Organization;
import museum.atrium.registration.programme.OrganizationRole;
import museum.atrium.registration.showcase.Published.Dates;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes activities as an Atom feed (RFC 4287), each in its own language. */
@Component
class AtomFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final Addresses addresses;
    private final MessageSource messages;

    AtomFeed(Addresses addresses, MessageSource messages) {
        this.addresses = addresses;
        this.messages = messages;
    }

    /**
     * @param series whose activities these are; null: the whole programme's
     * @param language whose activities these are; null: all
     * @param changed when the last change of any of them was, or where there is none, since when there is none: a feed must
     *     say something
     */
    record Entries(
            @Nullable Activity series,
            @Nullable String language,
            List<Activity> activities,
            Map<ActivityId, Dates> dates,
            Instant changed) {}

    byte[] of(Entries entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            Elements feed = new Elements(xml);
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            head(feed, entries);
            for (Activity activity : entries.activities()) {
                entry(feed, activity, Objects.requireNonNull(entries.dates().get(activity.id())));
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an array of bytes takes whatever is written", e);
        }
        return bytes.toByteArray();
    }

    private void head(Elements feed, Entries entries) throws XMLStreamException {
        Activity series = entries.series();
        URI self = self(entries);
        feed.text("id", self.toString());
        feed.text("title", series == null ? "Programme" : series.title().in(List.of(), series.language()));
        feed.text("updated", entries.changed().toString());
        feed.author("Atrium");
        feed.link("self", "application/atom+xml", self, null);
        if (series != null) {
            feed.link("alternate", "text/html", addresses.page(series), series.language());
        }
    }

    private void entry(Elements feed, Activity activity, Dates dates) throws XMLStreamException {
        feed.open("entry", activity.language());
        feed.text("id", "urn:uuid:" + activity.id());
        feed.text("title", title(activity));
        feed.text("published", dates.publishedAt().toString());
        feed.text("updated", dates.changedAt().toString());
        feed.author(author(activity));
        for (String language : languages(activity)) {
            URI page = URI.create(addresses.page(activity) + "?lang=" + language);
            feed.link("alternate", "text/html", page, language);
        }
        feed.category(activity.kind().name().toLowerCase(Locale.ROOT));
        feed.text("summary", activity.summary().in(List.of(), activity.language()));
        feed.close();
    }

    private String title(Activity activity) {
        String title = activity.title().in(List.of(), activity.language());
        return activity.status() == ActivityStatus.CANCELLED
                ? messages.getMessage(
                        "programme.cancelled",
                        new Object[] {title},
                        Reader.of(activity.language()).wording())
                : title;
    }

    private static String author(Activity activity) {
        var network = activity.network();
        return network != null
                ? network.name()
                : activity.organizations().stream()
                        .filter(organization -> organization.role() == OrganizationRole.ORGANIZER)
                        .map(Organization::name)
                        .findFirst()
                        .orElse("Atrium");
    }

    /** Its own first, then the others that its title is written in. */
    private static Set<String> languages(Activity activity) {
        Set<String> languages = new LinkedHashSet<>(List.of(activity.language()));
        languages.addAll(activity.title().byLanguage().keySet());
        return languages;
    }

    private URI self(Entries entries) {
        Activity series = entries.series();
        String language = entries.language();
        String query =
                (series == null ? "" : "&series=" + series.slug()) + (language == null ? "" : "&language=" + language);
        return addresses.at("/programme/feed.atom" + (query.isEmpty() ? "" : "?" + query.substring(1)));
    }
}
