/** What stands around every page of every service, how it looks, and what its reader has chosen. */
@NullMarked
package museum.atrium.pages;

import org.jspecify.annotations.NullMarked;
