/** Child processes that are started, watched, started again when they die, and stopped in order. */
@NullMarked
package museum.atrium.localstack.supervision;

import org.jspecify.annotations.NullMarked;
