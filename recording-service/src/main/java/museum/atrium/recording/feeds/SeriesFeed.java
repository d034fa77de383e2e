package museum.atrium.recording.feeds;

import com.rometools.modules.atom.modules.AtomLinkModuleImpl;
import com.rometools.modules.itunes.EntryInformationImpl;
import com.rometools.modules.itunes.FeedInformationImpl;
import com.rometools.modules.itunes.ITunes;
import com.rometools.modules.itunes.types.Category;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.module.Module;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEnclosureImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import museum.atrium.recording.audience.KnownSeries;
import museum.atrium.recording.feeds.FeedEntry.Enclosed;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.filter.Filters;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;
import org.jspecify.annotations.Nullable;

/**
 * The recordings of a series as a document that is followed: as Atom (RFC 4287), or as RSS with what podcast directories ask for.
 *
 * @param self where it is fetched
 * @param page about the series
 * @param since when nothing had been published yet
 */
record SeriesFeed(KnownSeries series, List<FeedEntry> entries, URI self, URI page, Instant since) {

    private static final String ATOM = "application/atom+xml";

    private static final Namespace ITUNES = Namespace.getNamespace(ITunes.URI);

    /** Of those that directories have, the one that what museums tell each other belongs to. */
    private static final Category CATEGORY = new Category("Education");

    String write(FeedKind kind) {
        try {
            Document written = new SyndFeedOutput()
                    .outputJDom(
                            switch (kind) {
                                case ATOM -> atom();
                                case VIDEO, AUDIO -> podcast(kind);
                            });
            withoutEmpty(written);
            return new XMLOutputter(Format.getPrettyFormat()).outputString(written);
        } catch (FeedException broken) {
            throw new IllegalStateException("A feed could not be written", broken);
        }
    }

    private SyndFeed atom() {
        SyndFeed feed = head("atom_1.0");
        feed.setAuthors(List.of(person(author())));
        feed.setLinks(List.of(link("self", self, ATOM), link("alternate", page, "text/html")));
        feed.setEntries(entries.stream()
                .map(entry -> {
                    SyndEntry written = entry(entry);
                    written.setEnclosures(Stream.of(entry.film(), entry.sound())
                            .filter(Objects::nonNull)
                            .map(SeriesFeed::enclosure)
                            .toList());
                    return written;
                })
                .toList());
        return feed;
    }

    /** What has no such enclosure is no part of a podcast. */
    private SyndFeed podcast(FeedKind kind) {
        SyndFeed feed = head("rss_2.0");
        feed.setLink(page.toString());
        FeedInformationImpl about = new FeedInformationImpl();
        about.setAuthor(author());
        about.setOwnerName(author());
        about.setCategories(List.of(CATEGORY));
        about.setSummary(summary());
        about.setType("episodic");
        about.setExplicitNullable(false);
        entries.stream()
                .map(FeedEntry::picture)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(picture -> about.setImageUri(picture.toString()));
        AtomLinkModuleImpl where = new AtomLinkModuleImpl();
        Link to = new Link();
        to.setRel("self");
        to.setHref(self.toString());
        to.setType("application/rss+xml");
        where.setLink(to);
        feed.setModules(beside(feed.getModules(), about, where));
        feed.setEntries(entries.stream()
                .flatMap(entry -> {
                    Enclosed enclosed = kind == FeedKind.VIDEO ? entry.film() : entry.sound();
                    return enclosed == null ? Stream.empty() : Stream.of(episode(entry, enclosed));
                })
                .toList());
        return feed;
    }

    private SyndEntry episode(FeedEntry entry, Enclosed enclosed) {
        SyndEntry written = entry(entry);
        written.setEnclosures(List.of(enclosure(enclosed)));
        EntryInformationImpl about = new EntryInformationImpl();
        about.setTitle(entry.title());
        about.setAuthor(entry.author());
        about.setSummary(entry.activity());
        about.setEpisodeType("full");
        about.setExplicitNullable(false);
        if (entry.lasts() != null) {
            about.setDuration(new com.rometools.modules.itunes.types.Duration(
                    entry.lasts().toMillis()));
        }
        if (entry.picture() != null) {
            about.setImageUri(entry.picture().toString());
        }
        written.setModules(beside(written.getModules(), about));
        return written;
    }

    private SyndFeed head(String type) {
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType(type);
        feed.setEncoding("UTF-8");
        feed.setUri("urn:uuid:" + series.id());
        feed.setTitle(series.titleOnce());
        feed.setDescription(summary());
        feed.setLanguage(language());
        feed.setPublishedDate(Date.from(changedAt()));
        return feed;
    }

    private static SyndEntry entry(FeedEntry entry) {
        SyndEntry written = new SyndEntryImpl();
        written.setUri(entry.urn());
        written.setTitle(entry.title());
        written.setLink(entry.page().toString());
        SyndContentImpl description = new SyndContentImpl();
        description.setType("text/plain");
        description.setValue(entry.activity());
        written.setDescription(description);
        written.setAuthors(List.of(person(entry.author())));
        written.setPublishedDate(Date.from(entry.publishedAt()));
        written.setUpdatedDate(Date.from(entry.publishedAt()));
        return written;
    }

    private Instant changedAt() {
        return entries.stream()
                .map(FeedEntry::publishedAt)
                .max(Instant::compareTo)
                .orElse(since);
    }

    private String summary() {
        String summary = series.summaryOnce();
        return summary.isEmpty() ? series.titleOnce() : summary;
    }

    private String author() {
        return entries.isEmpty() ? series.titleOnce() : entries.getFirst().author();
    }

    /** Of the newest as long as the series itself has not told its own. */
    private @Nullable String language() {
        return series.language() == null && !entries.isEmpty()
                ? entries.getFirst().language()
                : series.language();
    }

    /** Those that are there hold the date and the language. */
    private static List<Module> beside(List<Module> present, Module... further) {
        return Stream.concat(present.stream(), Stream.of(further)).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Some elements of podcasts are written even where nothing is known, and directories refuse empty ones. */
    private static void withoutEmpty(Document written) {
        List<Element> ofPodcasts = new ArrayList<>();
        written.getDescendants(Filters.element(ITUNES)).forEach(ofPodcasts::add);
        ofPodcasts.stream()
                .filter(element -> element.getValue().isEmpty() && !element.hasAttributes())
                .forEach(Element::detach);
    }

    private static SyndPersonImpl person(String name) {
        SyndPersonImpl person = new SyndPersonImpl();
        person.setName(name);
        return person;
    }

    private static SyndLinkImpl link(String rel, URI to, @Nullable String type) {
        SyndLinkImpl link = new SyndLinkImpl();
        link.setRel(rel);
        link.setHref(to.toString());
        link.setType(type);
        return link;
    }

    private static SyndEnclosure enclosure(Enclosed enclosed) {
        SyndEnclosureImpl enclosure = new SyndEnclosureImpl();
        enclosure.setUrl(enclosed.address().toString());
        enclosure.setType(enclosed.mediaType());
        enclosure.setLength(enclosed.size());
        return enclosure;
    }
}
