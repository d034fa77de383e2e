package museum.atrium.notification.history;

import java.util.UUID;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
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
            @RequestParam(required = false) @Nullable String cursor) {
        return answer(new DeliveryFilter(registration, activity, status, null), limit, cursor);
    }

    @PostMapping("/api/deliveries/search")
    ResponseEntity<DeliveryPage> search(
            @RequestBody AddressSearch search,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        String email = search.email();
        if (email == null || email.isBlank() || email.length() > LONGEST_ADDRESS) {
            throw Refusal.invalid(new FieldError("email", "Give the address whose mails you look for."));
        }
        return answer(new DeliveryFilter(null, null, null, email.strip()), limit, cursor);
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
