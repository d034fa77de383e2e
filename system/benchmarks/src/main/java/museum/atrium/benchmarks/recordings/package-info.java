/** How recording-service processes, beside what it is built upon. */
@NullMarked
package museum.atrium.benchmarks.recordings;

import org.jspecify.annotations.NullMarked;
