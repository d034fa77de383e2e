package museum.atrium.localstack.frontdoor;

import java.util.Optional;
import java.util.function.Supplier;
import museum.atrium.localstack.supervision.PartState;

/**
 * A part as the start page shows it.
 *
 * @param what one line on what it does
 * @param address where it listens, for people to read
 * @param link where a browser finds it, if one can
 */
public record Shown(String name, String what, String address, Optional<String> link, Supplier<PartState> state) {}
