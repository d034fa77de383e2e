/** How this service's pages are rendered: one look, one content security policy, times in the reader's zone. */
@NullMarked
package museum.atrium.registration.pages;

import org.jspecify.annotations.NullMarked;
