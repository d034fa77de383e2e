package museum.atrium.registration.webhooks;

import java.util.EnumSet;
import java.util.UUID;
import museum.atrium.registration.checking.ListPage;
import museum.atrium.registration.checking.QueryParameters;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/organizer/webhooks/{id}")
class DeliveriesController {

    private static final int USUAL_PAGE = 50;
    private static final int MOST_PER_PAGE = 100;

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Replaying replaying;

    DeliveriesController(Webhooks webhooks, Deliveries deliveries, Replaying replaying) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.replaying = replaying;
    }

    @GetMapping("/deliveries")
    ListPage<ListedDelivery> list(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        QueryParameters parameters = QueryParameters.of(sent, "status", "limit", "cursor");
        return ListPage.of(
                parameters.limit(USUAL_PAGE, MOST_PER_PAGE),
                most -> deliveries.page(
                        webhooks.existing(id).id(),
                        parameters.anyOf("status", EnumSet.allOf(DeliveryStatus.class)),
                        most,
                        parameters.number("cursor")),
                last -> Long.toString(last.id()));
    }

    @PostMapping("/deliveries/{delivery}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ListedDelivery replay(@PathVariable UUID id, @PathVariable long delivery) {
        return replaying.replay(id, delivery);
    }

    @PostMapping("/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Replaying.Replayed replay(@PathVariable UUID id, @RequestBody Replaying.Since since) {
        return replaying.replay(id, since);
    }

    @PostMapping("/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ListedDelivery test(@PathVariable UUID id) {
        return replaying.test(id);
    }
}
