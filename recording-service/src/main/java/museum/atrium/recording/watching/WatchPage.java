package museum.atrium.recording.watching;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import museum.atrium.pages.Frame;
import museum.atrium.pages.PageReader;
import museum.atrium.recording.access.PreviewLinks;
import museum.atrium.recording.access.Viewer;
import museum.atrium.recording.access.WatchLinks;
import museum.atrium.recording.audience.KnownActivity;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.watching.OpenPage.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page behind a watch link, personal or not. Opening it changes nothing. */
@Controller
class WatchPage {

    private static final RecordingId NO_RECORDING = new RecordingId(new UUID(0, 0));

    private final Showing showing;
    private final WatchLinks links;
    private final PreviewLinks previews;
    private final OpenPage openPage;
    private final PageStyle style;

    WatchPage(Showing showing, WatchLinks links, PreviewLinks previews, OpenPage openPage, PageStyle style) {
        this.showing = showing;
        this.links = links;
        this.previews = previews;
        this.openPage = openPage;
        this.style = style;
    }

    /** @param recording the one that is asked for, at an address of its own; null: all of the activity's */
    @GetMapping({"/watch/{slug}", "/watch/{slug}/{recording}"})
    String watch(
            @PathVariable String slug,
            @PathVariable(required = false) @Nullable String recording,
            @RequestParam(name = "t", required = false) @Nullable String token,
            @RequestParam(required = false) @Nullable String preview,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String at,
            HttpServletRequest request,
            Model page,
            HttpServletResponse response) {
        Asked asked = new Asked(token, preview, words(q), seconds(at));
        RecordingId only =
                recording == null ? null : RecordingId.read(recording).orElse(NO_RECORDING);
        Viewer viewer = viewer(asked);
        Shown shown = showing.show(slug, only, viewer);
        boolean withToken = asked.token() != null || asked.preview() != null;
        headers(withToken || !(shown instanceof Shown.Open), response);
        PageReader reader = PageReader.of(request);
        page.addAttribute("frame", Frame.around(request, reader.language()));
        page.addAttribute("look", style.look());
        page.addAttribute("script", style.script());
        page.addAttribute("unopened", unopened(asked, shown, viewer));
        switch (shown) {
            case Shown.Nothing nothing -> {
                response.setStatus(HttpStatus.NOT_FOUND.value());
                page.addAttribute("state", "nothing");
            }
            case Shown.Closed closed -> {
                response.setStatus((withToken ? HttpStatus.FORBIDDEN : HttpStatus.UNAUTHORIZED).value());
                if (!withToken) {
                    // The only way in is the link of a mail; a browser must not ask for a password.
                    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Link realm=\"watch\"");
                }
                page.addAttribute("state", withToken ? "refused" : "restricted");
                about(closed.activity(), reader.language(), page);
            }
            case Shown.Over over -> {
                response.setStatus(HttpStatus.GONE.value());
                page.addAttribute("state", "over");
                about(over.activity(), reader.language(), page);
                page.addAttribute("end", reader.times().moment(over.end()));
            }
            case Shown.Open open -> {
                page.addAttribute("state", "open");
                about(open.activity(), reader.language(), page);
                openPage.fill(page, open, viewer, asked, reader);
            }
        }
        return "watch";
    }

    private static void about(KnownActivity activity, Locale reader, Model page) {
        page.addAttribute("activity", activity.titleFor(reader));
        page.addAttribute("slug", activity.slug());
    }

    private Viewer viewer(Asked asked) {
        return asked.preview() == null
                ? links.viewer(asked.token())
                : previews.viewer(asked.preview()).orElseGet(Viewer.Anyone::new);
    }

    /** Which link does not open what it was made for, where the page does not say so anyway; null: none. */
    private static @Nullable String unopened(Asked asked, Shown shown, Viewer viewer) {
        if (asked.preview() != null) {
            return viewer instanceof Viewer.Previewing && shown instanceof Shown.Open ? null : "preview";
        }
        return asked.token() != null && shown instanceof Shown.Open open && !open.registered() ? "personal" : null;
    }

    /** An empty field was sent by who looks for nothing. */
    private static @Nullable String words(@Nullable String q) {
        return q == null || q.isBlank() ? null : q;
    }

    /** Whoever writes something else there begins at the beginning. */
    private static @Nullable Integer seconds(@Nullable String at) {
        return at != null && at.matches("\\d{1,6}") ? Integer.valueOf(at) : null;
    }

    private void headers(boolean ofOnePerson, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", style.policy());
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        // It has addresses in it that open media for a while, so it is nobody else's to keep.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
        if (ofOnePerson) {
            response.setHeader("X-Robots-Tag", "noindex");
        }
    }
}
