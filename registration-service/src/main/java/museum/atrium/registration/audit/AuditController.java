package museum.atrium.registration.audit;

import museum.atrium.registration.checking.ListPage;
import museum.atrium.registration.checking.QueryParameters;
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

    @GetMapping("/api/organizer/audit")
    ResponseEntity<ListPage<AuditEntry>> list(@RequestParam MultiValueMap<String, String> sent) {
        QueryParameters parameters = QueryParameters.of(sent, "activity", "account", "from", "to", "limit", "cursor");
        ListPage<AuditEntry> page = ListPage.of(
                parameters.limit(USUAL_PAGE, MOST_PER_PAGE),
                most -> log.find(new AuditLog.Query(
                        parameters.text("activity"),
                        parameters.text("account"),
                        parameters.instant("from"),
                        parameters.instant("to"),
                        most,
                        parameters.number("cursor"))),
                last -> Long.toString(last.id()));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page);
    }
}
