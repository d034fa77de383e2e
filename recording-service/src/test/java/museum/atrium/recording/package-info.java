/** Tests of the whole service over HTTP and Kafka, on a real database, a real broker and a real folder. */
@NullMarked
package museum.atrium.recording;

import org.jspecify.annotations.NullMarked;
