/** Clients that are generated from the OpenAPI documents, as others generate theirs. */
@NullMarked
package museum.atrium.system.client;

import org.jspecify.annotations.NullMarked;
