package museum.atrium.recording.watching;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import museum.atrium.pages.PageReader;
import museum.atrium.recording.access.Viewer;
import museum.atrium.recording.audience.KnownActivity;
import museum.atrium.recording.audience.KnownSeries;
import museum.atrium.recording.audience.KnownSeriesStore;
import museum.atrium.recording.captions.Transcripts;
import museum.atrium.recording.captions.Transcripts.Hit;
import museum.atrium.recording.catalogue.AccessPolicy;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.watching.Shown.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;

/** Fills the page with what its viewer may watch. */
@Component
class OpenPage {

    private static final List<String> SPEEDS = List.of("0.5", "0.75", "1", "1.25", "1.5", "1.75", "2");

    private final Transcripts transcripts;
    private final StructuredData structuredData;
    private final KnownSeriesStore series;
    private final PlayerScript player;
    private final Particulars particulars;

    OpenPage(
            Transcripts transcripts,
            StructuredData structuredData,
            KnownSeriesStore series,
            PlayerScript player,
            Particulars particulars) {
        this.transcripts = transcripts;
        this.structuredData = structuredData;
        this.series = series;
        this.player = player;
        this.particulars = particulars;
    }

    /**
     * What the page was asked for.
     *
     * @param token of a personal link, which its own links carry on; as the preview's
     * @param words that are looked for
     * @param at in seconds, where it begins to play
     */
    record Asked(
            @Nullable String token,
            @Nullable String preview,
            @Nullable String words,
            @Nullable Integer at) {

        /** An address below this origin that opens what this one opens. */
        public String to(String path) {
            return token == null
                    ? path
                    : UriComponentsBuilder.fromPath(path)
                            .queryParam("t", "{token}")
                            .build(token)
                            .toString();
        }
    }

    void fill(Model page, Shown.Open open, Viewer viewer, Asked asked, PageReader reader) {
        List<Item> items = open.items();
        page.addAttribute("personal", open.registered());
        page.addAttribute("preview", viewer instanceof Viewer.Previewing);
        page.addAttribute("items", items);
        page.addAttribute(
                "particulars",
                items.stream()
                        .collect(Collectors.toMap(
                                Item::id, item -> particulars.of(item.recording(), open.activity(), reader.times()))));
        page.addAttribute("several", items.size() > 1);
        page.addAttribute("only", open.alone() ? items.getFirst() : null);
        page.addAttribute("picture", structuredData.picture(items.getFirst()).orElse(null));
        page.addAttribute("asked", asked);
        page.addAttribute("player", player.address());
        page.addAttribute("speeds", SPEEDS);
        page.addAttribute(
                "searchable", items.stream().anyMatch(item -> !item.captions().isEmpty()));
        page.addAttribute("found", found(items, reader.language(), asked.words()));
        page.addAttribute("most", Transcripts.MOST_HITS);
        page.addAttribute("hidden", open.hidden());
        page.addAttribute(
                "data",
                viewer instanceof Viewer.Anyone && items.size() == 1
                        ? structuredData.of(open.activity(), items.getFirst()).orElse(null)
                        : null);
        page.addAttribute("feeds", hasFeeds(open) ? slugOfSeries(open.activity()) : null);
    }

    private static boolean hasFeeds(Shown.Open open) {
        return open.items().stream().anyMatch(item -> item.recording().access() == AccessPolicy.PUBLIC);
    }

    private @Nullable String slugOfSeries(KnownActivity activity) {
        return activity.series() == null
                ? null
                : series.find(activity.series()).map(KnownSeries::slug).orElse(null);
    }

    /** By recording, of those alone that are shown to this viewer. */
    private Map<RecordingId, List<Hit>> found(List<Item> items, Locale reader, @Nullable String words) {
        return words == null
                ? Map.of()
                : items.stream()
                        .collect(Collectors.toMap(
                                Item::id, item -> transcripts.find(item.id(), item.language(), reader, words)));
    }
}
