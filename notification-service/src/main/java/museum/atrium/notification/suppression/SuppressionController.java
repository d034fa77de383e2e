package museum.atrium.notification.suppression;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.notification.audience.AddressKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What organisers see of suppressed addresses, and do about them. Addresses stand in bodies: those of requests are logged. */
@RestController
@RequestMapping("/api/suppressions")
class SuppressionController {

    private static final Logger log = LoggerFactory.getLogger(SuppressionController.class);
    private static final int MOST = 100;
    private static final int LONGEST_ADDRESS = 320;
    private static final Pattern LIKE_ONE = Pattern.compile("[^\\s\\p{Cntrl}]+@[^\\s\\p{Cntrl}@]+");
    private static final Set<String> PARAMETERS = Set.of("limit", "cursor");

    /** @param next null: there are no more */
    record Listed(List<Suppression> items, @Nullable String next) {}

    record Address(@Nullable String email) {

        /** As addresses are compared. */
        String key() {
            if (email == null
                    || email.length() > LONGEST_ADDRESS
                    || !LIKE_ONE.matcher(email.strip()).matches()) {
                throw Refusal.invalid(new FieldError(
                        "email", "Give an address of at most %d characters.".formatted(LONGEST_ADDRESS)));
            }
            return AddressKey.of(email);
        }
    }

    private final Suppressions suppressions;

    SuppressionController(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    @GetMapping
    ResponseEntity<Listed> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam Map<String, String> parameters) {
        if (!PARAMETERS.containsAll(parameters.keySet())) {
            throw Refusal.badRequest("The parameters here are: cursor, limit.");
        }
        if (limit < 1 || limit > MOST) {
            throw Refusal.badRequest("'limit' is between 1 and %d.".formatted(MOST));
        }
        List<Suppression> found = suppressions.list(cursor == null ? null : number(cursor), limit + 1);
        List<Suppression> items = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Long.toString(items.getLast().id()) : null;
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Listed(items, next));
    }

    /** Of one address, in whatever spelling. */
    @PostMapping("/search")
    ResponseEntity<Listed> search(@RequestBody Address address) {
        List<Suppression> found = suppressions.of(address.key()).stream().toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Listed(found, null));
    }

    @PostMapping
    ResponseEntity<Suppression> add(@RequestBody Address address) {
        Optional<Suppression> before = suppressions.of(address.key());
        Suppression stored = suppressions.add(address.key());
        log.info("An organiser wants nothing to be sent to an address: suppression {}", stored.id());
        return ResponseEntity.status(before.isPresent() ? HttpStatus.OK : HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(stored);
    }

    /** Mails go there again from now on; what was dropped meanwhile stays dropped. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(@PathVariable long id) {
        if (!suppressions.lift(id)) {
            throw Refusal.notFound("There is no suppression %d; it may have been lifted already.".formatted(id));
        }
        log.info("An organiser lifted suppression {}", id);
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("'cursor' is the 'next' of the page before.");
        }
    }
}
