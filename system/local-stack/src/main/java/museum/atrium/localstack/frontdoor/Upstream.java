package museum.atrium.localstack.frontdoor;

import java.util.function.BooleanSupplier;
import museum.atrium.localstack.parts.Service;

/**
 * One process of a service.
 *
 * @param port on this machine's loopback address
 * @param ready whether it is to be asked at present
 */
public record Upstream(Service service, int port, BooleanSupplier ready) {}
