package museum.atrium.localstack.frontdoor;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import museum.atrium.localstack.parts.Service;

/** The processes behind the front door, taken in turn. */
final class Upstreams {

    private final List<Upstream> all;
    private final AtomicInteger turn = new AtomicInteger();

    Upstreams(List<Upstream> all) {
        this.all = List.copyOf(all);
    }

    Optional<Upstream> nextOf(Service service) {
        var ready = all.stream()
                .filter(upstream -> upstream.service() == service)
                .filter(upstream -> upstream.ready().getAsBoolean())
                .toList();
        return ready.isEmpty()
                ? Optional.empty()
                : Optional.of(ready.get(Math.floorMod(turn.getAndIncrement(), ready.size())));
    }
}
