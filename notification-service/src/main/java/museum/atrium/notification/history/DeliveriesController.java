package museum.atrium.notification.history;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.notification.audience.AddressKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What organisers ask about mails. An address is asked for in a body, because addresses of requests are logged. */
@RestController
class DeliveriesController {

    private static final int MOST = 100;
    private static final int LONGEST_ADDRESS = 320;
    private static final Set<String> OF_LIST = Set.of("registration", "activity", "status", "limit", "cursor");
    private static final Set<String> OF_SEARCH = Set.of("limit", "cursor");

    record AddressSearch(@Nullable String email) {}

    private final Deliveries deliveries;

    DeliveriesController(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GetMapping("/api/deliveries")
    ResponseEntity<DeliveryPage> list(
            @RequestParam(required = false) @Nullable UUID registration,
            @RequestParam(required = false) @Nullable UUID activity,
            @RequestParam(required = false) @Nullable DeliveryStatus status,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam Map<String, String> parameters) {
        refuseOthers(parameters, OF_LIST);
        return answer(new DeliveryFilter(registration, activity, status, null), limit, cursor);
    }

    @PostMapping("/api/deliveries/search")
    ResponseEntity<DeliveryPage> search(
            @RequestBody AddressSearch search,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam Map<String, String> parameters) {
        refuseOthers(parameters, OF_SEARCH);
        return answer(new DeliveryFilter(null, null, null, checked(search.email())), limit, cursor);
    }

    /** As addresses are compared. */
    static String checked(@Nullable String email) {
        if (email == null || email.isBlank() || email.length() > LONGEST_ADDRESS || email.indexOf('\0') >= 0) {
            throw Refusal.invalid(new FieldError("email", "Give the address whose mails you look for."));
        }
        return AddressKey.of(email);
    }

    /** Most likely a filter misspelt or cut off, and without it the answer would be about everybody. */
    static void refuseOthers(Map<String, String> given, Set<String> known) {
        if (!known.containsAll(given.keySet())) {
            throw Refusal.badRequest("The parameters here are: %s.".formatted(String.join(", ", new TreeSet<>(known))));
        }
        if (given.values().stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
            throw Refusal.badRequest("No parameter can hold the character NUL.");
        }
    }

    private ResponseEntity<DeliveryPage> answer(DeliveryFilter filter, int limit, @Nullable String cursor) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.badRequest("'limit' is between 1 and %d.".formatted(MOST));
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(deliveries.find(filter, limit, cursor == null ? null : number(cursor)));
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("'cursor' is the 'next' of the page before.");
        }
    }
}
