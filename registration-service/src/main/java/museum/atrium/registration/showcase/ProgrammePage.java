package museum.atrium.registration.showcase;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import museum.atrium.http.Refusal;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.pages.Told;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ActivityKind;
import museum.atrium.registration.programme.Programme;
import museum.atrium.registration.programme.SeriesList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows everyone what is coming and what has been, page by page, with what to narrow it by, and which series there are. */
@Component
class ProgrammePage {

    private static final int LINES = 20;

    private final Page page;
    private final Addresses addresses;
    private final Published published;
    private final Programme programme;
    private final SeriesList series;

    ProgrammePage(Page page, Addresses addresses, Published published, Programme programme, SeriesList series) {
        this.page = page;
        this.addresses = addresses;
        this.published = published;
        this.programme = programme;
        this.series = series;
    }

    record Translation(String language, URI page) {}

    record Option(String value, String name, boolean chosen) {}

    record SeriesOption(String value, Told title, boolean chosen) {}

    /**
     * @param lang what the address asks for, which the next pages' addresses do as well
     * @throws Refusal 404 if there are not so many pages
     */
    Page.Content of(ProgrammeAddress asked, @Nullable String lang, Reader reader) {
        int number = asked.number();
        List<Activity> found = found(asked);
        if (found.isEmpty() && number > 1) {
            throw Refusal.notFound("The programme has no page " + number + ".");
        }
        List<Activity> shown = found.subList(0, Math.min(LINES, found.size()));
        List<Activity> all = series.all();
        return page.of("upcoming", reader.wording())
                .with("asked", asked)
                .with("lines", ProgrammeLine.of(shown, published.earlierStarts(shown), addresses, reader, page.now()))
                .with("count", programme.count(asked.filter(), asked.past(), page.now()))
                .with("kinds", kinds(asked))
                .with("seriesChoice", seriesChoice(all, asked, reader))
                .with("languages", languages(asked, reader.wording()))
                .with("series", all.stream().map(one -> line(one, reader)).toList())
                .with("number", number)
                .with("lang", lang == null ? "" : lang)
                .with("coming", address(asked.when(false), lang))
                .with("past", address(asked.when(true), lang))
                .with("open", address(asked.unfiltered(), lang))
                .with("previous", number == 1 ? "" : address(asked.at(number - 1), lang))
                .with("next", found.size() > LINES ? address(asked.at(number + 1), lang) : "")
                .with("page", address(asked, null))
                .with(
                        "translations",
                        Page.LANGUAGES.stream()
                                .map(language -> new Translation(language, address(asked, language)))
                                .toList())
                .with("feed", addresses.at("/programme/feed.atom"));
    }

    private List<Activity> found(ProgrammeAddress asked) {
        int offset = (asked.number() - 1) * LINES;
        return asked.past()
                ? programme.past(asked.filter(), page.now(), LINES + 1, offset)
                : programme.toCome(asked.filter(), page.now(), LINES + 1, offset);
    }

    /** Named as the page's messages name them. */
    private static List<Option> kinds(ProgrammeAddress asked) {
        return Arrays.stream(ActivityKind.values())
                .filter(kind -> kind != ActivityKind.SERIES)
                .map(kind -> new Option(
                        kind.name().toLowerCase(Locale.ROOT),
                        kind.name(),
                        kind == asked.filter().kind()))
                .toList();
    }

    private static List<SeriesOption> seriesChoice(List<Activity> all, ProgrammeAddress asked, Reader reader) {
        return all.stream()
                .map(one -> new SeriesOption(
                        one.slug(),
                        reader.told(one.title(), one.language()),
                        one.slug().equals(asked.filter().series())))
                .toList();
    }

    private List<Option> languages(ProgrammeAddress asked, Locale wording) {
        return programme.languages().stream()
                .map(tag -> new Option(
                        tag,
                        Locale.forLanguageTag(tag).getDisplayName(wording),
                        tag.equals(asked.filter().language())))
                .toList();
    }

    private ActivityView.SeriesLine line(Activity one, Reader reader) {
        return new ActivityView.SeriesLine(reader.told(one.title(), one.language()), addresses.series(one.slug()));
    }

    private URI address(ProgrammeAddress asked, @Nullable String lang) {
        return addresses.at(asked.path(lang));
    }
}
