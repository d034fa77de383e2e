package museum.atrium.registration.networks;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;

/**
 * A network as it is stored, and as organisers see it.
 *
 * @param revision rises with every change
 */
public record Network(UUID id, long revision, @JsonUnwrapped NetworkProfile profile) {

    record Answer(List<Network> items) {}
}
