/** How fast Atrium is, always beside a limit or a peer that was measured in the same run. */
@NullMarked
package museum.atrium.benchmarks;

import org.jspecify.annotations.NullMarked;
