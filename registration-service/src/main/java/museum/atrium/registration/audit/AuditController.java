package museum.atrium.registration.audit;

import java.util.List;
import museum.atrium.registration.checking.QueryParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AuditController {

    private static final int USUAL_PAGE = 50;
    private static final int MOST_PER_PAGE = 100;

    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    /** @param next the cursor of the page that follows; null: none does */
    record Page(List<AuditEntry> items, @Nullable String next) {}

    @GetMapping("/api/organizer/audit")
    ResponseEntity<Page> list(@RequestParam MultiValueMap<String, String> sent) {
        QueryParameters parameters = QueryParameters.of(sent, "activity", "account", "from", "to", "limit", "cursor");
        int limit = parameters.limit(USUAL_PAGE, MOST_PER_PAGE);
        List<AuditEntry> found = log.find(new AuditLog.Query(
                parameters.text("activity"),
                parameters.text("account"),
                parameters.instant("from"),
                parameters.instant("to"),
                limit + 1,
                parameters.number("cursor")));
        boolean more = found.size() > limit;
        List<AuditEntry> items = more ? found.subList(0, limit) : found;
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Page(items, more ? Long.toString(items.getLast().id()) : null));
    }
}
