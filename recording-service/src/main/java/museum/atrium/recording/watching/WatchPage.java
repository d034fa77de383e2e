package museum.atrium.recording.watching;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import museum.atrium.recording.access.PreviewLinks;
import museum.atrium.recording.access.Viewer;
import museum.atrium.recording.access.WatchLinks;
import museum.atrium.recording.captions.Transcripts;
import museum.atrium.recording.captions.Transcripts.Hit;
import museum.atrium.recording.catalogue.RecordingId;
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

    private final Showing showing;
    private final WatchLinks links;
    private final PreviewLinks previews;
    private final Transcripts transcripts;
    private final PageStyle style;

    WatchPage(Showing showing, WatchLinks links, PreviewLinks previews, Transcripts transcripts, PageStyle style) {
        this.showing = showing;
        this.links = links;
        this.previews = previews;
        this.transcripts = transcripts;
        this.style = style;
    }

    @GetMapping("/watch/{slug}")
    String watch(
            @PathVariable String slug,
            @RequestParam(name = "t", required = false) @Nullable String token,
            @RequestParam(required = false) @Nullable String preview,
            @RequestParam(required = false) @Nullable String q,
            Locale reader,
            Model page,
            HttpServletResponse response) {
        Viewer viewer =
                preview == null ? links.viewer(token) : previews.viewer(preview).orElseGet(Viewer.Anyone::new);
        Shown shown = showing.show(slug, viewer);
        boolean withToken = token != null || preview != null;
        headers(withToken || !(shown instanceof Shown.Open), response);
        page.addAttribute("style", style.style());
        page.addAttribute("script", style.script());
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
                page.addAttribute("activity", closed.activity().titleFor(reader));
            }
            case Shown.Over over -> {
                response.setStatus(HttpStatus.GONE.value());
                page.addAttribute("state", "over");
                page.addAttribute("activity", over.activity().titleFor(reader));
                page.addAttribute("end", Times.of(over.end(), reader));
            }
            case Shown.Open open -> {
                page.addAttribute("personal", viewer instanceof Viewer.Registered);
                page.addAttribute("preview", viewer instanceof Viewer.Previewing);
                page.addAttribute("state", "open");
                page.addAttribute("activity", open.activity().titleFor(reader));
                page.addAttribute("items", open.items());
                page.addAttribute("token", token);
                page.addAttribute("previewed", preview);
                page.addAttribute("words", q);
                page.addAttribute(
                        "searchable",
                        open.items().stream().anyMatch(item -> !item.captions().isEmpty()));
                page.addAttribute("found", found(open, reader, q));
                page.addAttribute("hidden", open.hidden());
            }
        }
        return "watch";
    }

    /** By recording, of those alone that are shown to this viewer. */
    private Map<RecordingId, List<Hit>> found(Shown.Open open, Locale reader, @Nullable String words) {
        return words == null
                ? Map.of()
                : open.items().stream()
                        .collect(Collectors.toMap(
                                Shown.Item::id, item -> transcripts.find(item.id(), item.language(), reader, words)));
    }

    private void headers(boolean ofOnePerson, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", style.policy());
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        // It has addresses in it that open media for a while, so it is nobody else's to keep.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (ofOnePerson) {
            response.setHeader("X-Robots-Tag", "noindex");
        }
    }
}
