/** Mails: how fast they go out, how soon, in how much memory, and whether each arrives once. */
@NullMarked
package museum.atrium.benchmarks.mails;

import org.jspecify.annotations.NullMarked;
