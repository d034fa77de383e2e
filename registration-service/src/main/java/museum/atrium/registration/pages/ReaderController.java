package museum.atrium.registration.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import museum.atrium.http.Refusal;
import museum.atrium.pages.Frame;
import museum.atrium.pages.PageReader;
import museum.atrium.pages.ReaderChoice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets readers choose the language and the time zone of pages; their browser remembers it for all services. */
@OpenPage
class ReaderController {

    private final Page page;

    ReaderController(Page page) {
        this.page = page;
    }

    /** @param back where to go on; absent: the programme */
    @GetMapping("/reader")
    ResponseEntity<String> form(@RequestParam(defaultValue = "/programme") String back, HttpServletRequest request) {
        Locale language = PageReader.language(request.getLocale());
        ZoneId zone = ReaderChoice.of(request).timeZone();
        return page.of("reader", language)
                .with("back", checked(back))
                .with("languages", Frame.around(request, language).languages())
                .with("timeZones", TimeZones.with(zone))
                .with("timeZone", zone == null ? "" : zone.getId())
                .answer(HttpStatus.OK);
    }

    /** Takes one of the two or both; what is not sent stays. */
    @PostMapping(path = "/reader", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> choose(
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String timeZone,
            @RequestParam(defaultValue = "/programme") String back,
            HttpServletRequest request) {
        ReaderChoice chosen = new ReaderChoice(language(language), timeZone(timeZone));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(checked(back)))
                .header(
                        HttpHeaders.SET_COOKIE,
                        chosen.cookies(request.isSecure()).toArray(String[]::new))
                .build();
    }

    private static @Nullable Locale language(@Nullable String sent) {
        return sent == null || sent.isEmpty()
                ? null
                : ReaderChoice.language(sent).orElseThrow(() -> wrong("language", "one of " + Page.LANGUAGES));
    }

    private static @Nullable ZoneId timeZone(@Nullable String sent) {
        return sent == null || sent.isEmpty()
                ? null
                : ReaderChoice.timeZone(sent).orElseThrow(() -> wrong("timeZone", "one like 'Europe/Paris'"));
    }

    private static String checked(String back) {
        if (!OwnPath.is(back)) {
            throw wrong("back", "a path of this site like '/programme'");
        }
        return back;
    }

    private static Refusal wrong(String field, String expected) {
        return Refusal.badRequest("The field '" + field + "' must be " + expected + ".");
    }
}
