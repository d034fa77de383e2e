/** The inbox by HTTP: JSON for scripts, pages for people. */
@NullMarked
package museum.atrium.inbox.web;

import org.jspecify.annotations.NullMarked;
