/** The service hands out the OpenAPI document of its own surface. */
@NullMarked
package museum.atrium.http.openapi;

import org.jspecify.annotations.NullMarked;
