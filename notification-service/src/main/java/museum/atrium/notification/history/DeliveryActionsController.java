package museum.atrium.notification.history;

import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Organisers have one mail tried again, sent again, or not sent. */
@RestController
@RequestMapping("/api/deliveries/{id}")
class DeliveryActionsController {

    private static final Logger log = LoggerFactory.getLogger(DeliveryActionsController.class);

    private final DeliveryActions actions;

    DeliveryActionsController(DeliveryActions actions) {
        this.actions = actions;
    }

    @PostMapping("/retry")
    ResponseEntity<DeliveryView> retry(@PathVariable long id) {
        return take("retried", id, actions::retry);
    }

    @PostMapping("/resend")
    ResponseEntity<DeliveryView> resend(@PathVariable long id) {
        return take("sent again", id, actions::resend);
    }

    @PostMapping("/cancellation")
    ResponseEntity<DeliveryView> cancel(@PathVariable long id) {
        return take("cancelled", id, actions::cancel);
    }

    private static ResponseEntity<DeliveryView> take(String what, long id, LongFunction<DeliveryView> action) {
        DeliveryView view = action.apply(id);
        log.info("An organiser wants delivery {} {}", id, what);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view);
    }
}
