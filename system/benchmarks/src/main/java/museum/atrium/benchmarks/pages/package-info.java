/** How soon a page is seen. */
@NullMarked
package museum.atrium.benchmarks.pages;

import org.jspecify.annotations.NullMarked;
