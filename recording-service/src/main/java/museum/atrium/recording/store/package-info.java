/** The folder that holds the bytes: every file in it is named by a row of the database, or on its way out. */
@NullMarked
package museum.atrium.recording.store;

import org.jspecify.annotations.NullMarked;
