/** The one origin that people open: it passes each path to the service that owns it. */
@NullMarked
package museum.atrium.localstack.frontdoor;

import org.jspecify.annotations.NullMarked;
