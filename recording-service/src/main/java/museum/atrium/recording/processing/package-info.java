/** Makes of what arrived what plays everywhere: durable jobs whose steps run the real ffmpeg, on any instance. */
@NullMarked
package museum.atrium.recording.processing;

import org.jspecify.annotations.NullMarked;
