/** The data folder: one stack at a time, of a version that this one can read, with its own secrets. */
@NullMarked
package museum.atrium.localstack.folder;

import org.jspecify.annotations.NullMarked;
