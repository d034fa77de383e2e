/** The bytes: a folder, and a bucket if there is one. Every file is named by a row of the database, or on its way out. */
@NullMarked
package museum.atrium.recording.store;

import org.jspecify.annotations.NullMarked;
